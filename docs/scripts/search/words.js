// @ts-check
// The words of a text as the index has them (scripts/portal/site/search/terms.py; tests/corpora/terms.json holds both
// to one table), and whether the marks that were typed agree with those of a text.

import { clusters } from "./clusters.js";
import { fold, split } from "./folding.js";

/**
 * A word: `key` as the index has it, `form` as it was written, in small letters.
 * @typedef {{ key: string, form: string }} Word
 */

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Grave, acute, tilde, hook and dot below: a tone stands on different letters of a syllable as people write it.
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * An English word without its plural; any other as it is.
 * @param {string} word
 * @param {string} lang
 */
export function stemmed(word, lang) {
  if (lang !== INFLECTED || word.length <= 3 || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/s$/, "");
}

/**
 * The words of a text, in order.
 * @param {string} text
 * @param {string} lang
 * @returns {Word[]}
 */
export function wordsOf(text, lang) {
  const found = text.normalize("NFC").toLowerCase().match(WORD) || [];
  return found.flatMap(clusters).map((form) => ({ key: stemmed(fold(form), lang), form }));
}

/**
 * What was typed as words; in Vietnamese with the spaces that are missing.
 * @param {string} query
 * @param {string} lang
 * @returns {Word[]}
 */
export function typedWords(query, lang) {
  const parted = [];
  for (const word of wordsOf(query, lang)) {
    const pieces = lang === SYLLABIC ? split(word.key) : [word.key];
    // Where letters and their folding are of one length, the pieces keep the marks they were typed with.
    const same = fold(word.form).length === word.form.length;
    let begin = 0;
    for (const piece of pieces) {
      const form = same ? word.form.slice(begin, begin + piece.length) : piece;
      parted.push(pieces.length > 1 ? { key: piece, form } : word);
      begin += piece.length;
    }
  }
  return parted;
}

/**
 * @param {string} form
 * @returns {[string, string[]]} its tone, and its letters with their other marks
 */
function parts(form) {
  const apart = form.normalize("NFD");
  return [(apart.match(TONE) || []).join(""), [...apart.replace(TONE, "").normalize("NFC")]];
}

/**
 * Whether a form of a text has every mark that was typed: "nươc" agrees with "nước", "kế" does not with "kè".
 * @param {string} typed
 * @param {string} form
 */
export function agrees(typed, form) {
  if (typed === form) return true;
  const [tone, letters] = parts(typed);
  const [itsTone, itsLetters] = parts(form);
  if (tone && tone !== itsTone) return false;
  return letters.every((letter, place) => letter === itsLetters[place] || letter === fold(letter));
}
