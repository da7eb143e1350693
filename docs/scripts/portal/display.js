// @ts-check
// Ground, contrast and size of letters: the panel that asks, what is chosen shown at once, kept on this device alone.

import { langOf } from "./aloud.js";
import { find, opener, root, start } from "./root.js";

/** @param {HTMLInputElement} choice */
function choose(choice) {
  root.dataset[choice.name] = choice.value;
  try {
    localStorage.setItem(choice.name, choice.value);
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} text
 */
function option(name, value, text) {
  const label = document.createElement("label");
  const choice = document.createElement("input");
  const said = document.createElement("span");
  Object.assign(choice, { type: "radio", name, value });
  choice.addEventListener("change", () => choose(choice));
  said.textContent = text;
  label.append(choice, said);
  return label;
}

/** @param {Look} look */
function question({ name, label, options }) {
  const field = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = label;
  field.append(legend, ...options.map(([value, text]) => option(name, value, text)));
  const known = options.some(([value]) => value === root.dataset[name]);
  for (const one of field.querySelectorAll("input")) one.checked = one.value === (known ? root.dataset[name] : "auto");
  return field;
}

start(() => {
  const button = find("[data-display]");
  const display = find("#hien-thi");
  if (!button || !display) return;
  const looks = LOOKS[langOf(button)] || Object.values(LOOKS)[0];
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL(STYLE_OF_LOOKS, new URL(document.body.dataset.tools || "", location.href)).href;
  // What is asked is there with its style, or without one.
  style.onload = style.onerror = () => display.append(...looks.map(question));
  document.head.append(style);
  opener(button, (open) => (display.hidden = !open));
});
