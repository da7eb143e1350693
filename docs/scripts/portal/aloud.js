// @ts-check
// Reading aloud: only with a voice that lives on the device, so that no text leaves it. What is said is what is read:
// the heading, the parts a template marks, and the text with its boxes and the rows of its tables.

import { find, root, start } from "./root.js";

const SAID = [
  "h1, .lead, h2[data-say], section[data-say] h2, section[data-say] p, section[data-say] li",
  ".prose > h2, .prose > h3, .prose > p, .prose > ul, .prose > ol, .prose > dl, .prose > .admonition, .prose tr",
].join();

/** The texts in the order of the page, without the marks of their sources. */
function texts() {
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll(SAID);
  const said = [...parts].map((part) => part.innerText.replace(/\s*\[[\d, ]+\]/g, "").replace(/\t+/g, ", ").trim());
  return said.filter(Boolean);
}

/**
 * @param {SpeechSynthesisVoice} voice
 * @param {() => void} done
 */
function speak(voice, done) {
  const parts = texts();
  parts.forEach((text, place) => {
    const words = new SpeechSynthesisUtterance(text);
    Object.assign(words, { voice, lang: voice.lang, onerror: done });
    if (place === parts.length - 1) words.onend = done;
    speechSynthesis.speak(words);
  });
}

/** @param {HTMLElement} button */
function offer(button) {
  const article = find("article");
  const lang = (article && article.lang) || root.lang;
  const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith(lang));
  button.hidden = !voice;
  if (!voice) return;
  const say = button.dataset.say || (button.dataset.say = button.textContent || "");
  button.onclick = () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return;
    }
    speak(voice, () => (button.textContent = say));
    button.textContent = button.dataset.stop || "";
  };
}

start(() => {
  const button = find("[data-read-aloud]");
  // In a browser that cannot speak, an element of the page with this id would stand under this name.
  if (!button || !window.speechSynthesis || typeof speechSynthesis.getVoices !== "function") return;
  offer(button);
  if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", () => offer(button));
  addEventListener("pagehide", () => speechSynthesis.cancel());
});
