// @ts-check
// Reading aloud is offered with a voice that lives on the device alone, so that no text leaves it.

import { find, root, start } from "./root.js";

/**
 * A voice that lives on the device; undefined where it has none of that language.
 * @param {string} lang
 */
export function voiceOf(lang) {
  return speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith(lang));
}

/** The voice for what is told on the page. */
export function ownVoice() {
  const article = find("article");
  return voiceOf((article && article.lang) || root.lang);
}

start(() => {
  const button = find("[data-read-aloud]");
  // In a browser that cannot speak, an element of the page with this id would stand under this name.
  if (!button || !window.speechSynthesis || typeof speechSynthesis.getVoices !== "function") return;
  const offer = () => {
    if (button.parentElement) button.parentElement.hidden = !ownVoice();
  };
  offer();
  if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", () => speechSynthesis.cancel());
});
