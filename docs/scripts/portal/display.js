// @ts-check
// Ground, contrast and size of letters: shown at once, kept on this device alone.

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

start(() => {
  const button = find("[data-display]");
  const display = find("#hien-thi");
  if (!button || !display) return;
  opener(button, (open) => (display.hidden = !open));
  button.hidden = false;
  const choices = [...display.querySelectorAll("input")];
  for (const choice of choices) {
    const chosen = root.dataset[choice.name];
    const known = choices.some((one) => one.name === choice.name && one.value === chosen);
    choice.checked = choice.value === (known ? chosen : "auto");
    choice.addEventListener("change", () => choose(choice));
  }
});
