// @ts-check
// Reading aloud. What is said is what is read: the heading, the parts a template marks, and the text with its boxes and
// the rows of its tables.

import { find, root, start } from "./root.js";
import { ownVoice, voiceOf } from "./voice.js";

const SAID = [
  "h1, .lead, h2[data-say], section[data-say] h2, section[data-say] p, section[data-say] li",
  ".prose > h2, .prose > h3, .prose > p, .prose > ul, .prose > ol, .prose > dl, .prose > .admonition, .prose tbody tr",
  ".prose summary > h2, .here",
].join();

/**
 * A stretch of the page in one language.
 * @typedef {{ text: string, lang: string }} Said
 */

/**
 * The language an element of the page is in.
 * @param {Element | null} part
 */
export function langOf(part) {
  const marked = part && part.closest("[lang]");
  return (marked && marked.getAttribute("lang")) || root.lang;
}

/**
 * A row of a table: its head, then each cell after the head of its column. Between cells stands what no number holds.
 * @param {Element} row
 */
function told(row) {
  /** @type {HTMLElement[]} */
  const cells = [].slice.call(row.children);
  return cells.map(({ dataset, innerText }) => (dataset.label ? `${dataset.label}: ` : "") + innerText).join("; ");
}

/**
 * A part of the page, parted where its language changes.
 * @param {HTMLElement} part
 * @returns {Said[]}
 */
function stretches(part) {
  const lang = langOf(part);
  if (part.tagName === "TR") return [{ text: told(part), lang }];
  // A script has its numbers and names as they are said.
  if (part.dataset.spoken) return [{ text: part.dataset.spoken, lang }];
  const others = [...part.querySelectorAll("[lang]")].filter((one) => langOf(one) !== lang);
  if (!others.length) return [{ text: part.innerText, lang }];
  /** @type {Said[]} */
  const found = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    const spoken = { text: textContent || "", lang: langOf(parentElement) };
    const last = found[found.length - 1];
    if (last && last.lang === spoken.lang) last.text += spoken.text;
    else found.push(spoken);
  }
  return found;
}

/** What is said, in the order of the page, without the marks of sources and the links of headings. */
function texts() {
  for (const fold of document.querySelectorAll("details.fold")) fold.setAttribute("open", "");
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll(SAID);
  const every = [...parts].flatMap(stretches);
  const said = every.map(({ text, lang }) => ({ text: text.replace(/\s*\[[\d, ]+\]|\s#$/g, "").trim(), lang }));
  return said.filter(({ text }) => /[^\s.,;:()]/.test(text));
}

/**
 * @param {SpeechSynthesisVoice} voice
 * @param {() => void} done
 */
function speak(voice, done) {
  const parts = texts();
  parts.forEach(({ text, lang }, place) => {
    const words = new SpeechSynthesisUtterance(text);
    const own = voiceOf(lang) || voice;
    Object.assign(words, { voice: own, lang: own.lang, onerror: done });
    if (place === parts.length - 1) words.onend = done;
    speechSynthesis.speak(words);
  });
}

start(() => {
  const button = find("[data-read-aloud]");
  if (!button) return;
  const say = button.textContent || "";
  button.addEventListener("click", () => {
    const voice = ownVoice();
    if (speechSynthesis.speaking || !voice) {
      speechSynthesis.cancel();
      return;
    }
    speak(voice, () => (button.textContent = say));
    button.textContent = button.dataset.stop || "";
  });
});
