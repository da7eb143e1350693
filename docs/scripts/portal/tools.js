// @ts-check
// What nobody may use (how the page looks, reading aloud, leaving rows out): what it does comes when it is called.

import { bring, find, start } from "./root.js";

const KINDS = /** @type {const} */ (["click", "focusin"]);

start(() => {
  const { tools } = document.body.dataset;
  const display = find("[data-display]");
  if (!tools) return;
  if (display) display.hidden = false;
  /** @param {Event} event */
  function press({ target, type }) {
    const called = type === "click" ? "[data-display], [data-read-aloud]" : "[data-row-filter]";
    const button = target instanceof Element && target.closest(called);
    if (!(button instanceof HTMLElement)) return;
    for (const kind of KINDS) document.removeEventListener(kind, press);
    // Some browsers speak later only if something was said at the press itself.
    if ("readAloud" in button.dataset) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
    // Without a network the next press asks again.
    bring(tools || "", () => button.click(), listen);
  }
  function listen() {
    for (const kind of KINDS) document.addEventListener(kind, press);
  }
  listen();
});
