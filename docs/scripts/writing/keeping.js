// @ts-check
// A draft stays in the page alone, unless its writer asks this device to keep it; a button forgets it again.

import { make, say } from "./page.js";

const NAME = "portal-draft";

/** @returns {any} */
export function keptDraft() {
  try {
    return JSON.parse(localStorage.getItem(NAME) || "null");
  } catch {
    return null;
  }
}

function dropDraft() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** @param {object} draft */
function keepDraft(draft) {
  try {
    localStorage.setItem(NAME, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The box that asks to keep the draft, and the button that deletes it. `keep` is told each draft. */
export function keeper() {
  const box = make("input", { type: "checkbox" });
  const forget = make("button", { type: "button", class: "tool" }, say("forget"));
  const status = make("p", { role: "status", class: "small" });
  const label = make("label", { class: "tick" }, box, make("span", {}, say("keep")));
  const note = make("p", { class: "small" }, say("keep_note"));
  const element = make("div", { class: "keeping" }, label, note, forget, status);
  box.checked = Boolean(keptDraft());
  forget.hidden = !box.checked;
  const told = (/** @type {string} */ words) => (status.textContent = words);

  function drop() {
    dropDraft();
    box.checked = false;
    forget.hidden = true;
    told(say("forgotten"));
  }

  /** @param {object} draft */
  function keep(draft) {
    if (!box.checked) return;
    box.checked = keepDraft(draft);
    forget.hidden = !box.checked;
    told(say(box.checked ? "kept" : "not_kept"));
  }
  box.addEventListener("change", () => (box.checked ? told("") : drop()));
  forget.addEventListener("click", drop);
  return { element, keep, told };
}
