// @ts-check
// Buttons that nobody may press (how the page looks, reading aloud): what they do comes with the first press of one.

import { bring, find, start } from "./root.js";

start(() => {
  const { tools } = document.body.dataset;
  const display = find("[data-display]");
  if (!tools) return;
  if (display) display.hidden = false;
  /** @param {MouseEvent} event */
  function press({ target }) {
    const button = target instanceof Element && target.closest("[data-display], [data-read-aloud]");
    if (!(button instanceof HTMLElement)) return;
    document.removeEventListener("click", press);
    // Some browsers speak later only if something was said at the press itself.
    if ("readAloud" in button.dataset) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
    // Without a network the next press asks again.
    bring(tools || "", () => button.click(), () => document.addEventListener("click", press));
  }
  document.addEventListener("click", press);
});
