// @ts-check
// The words of a text as the index has them (scripts/portal/site/search/terms.py; tests/corpora/terms.json holds both
// to one table), and whether the marks that were typed agree with those of a text.

import { clusters } from "./clusters.js";
import { fold, split } from "./folding.js";

/**
 * A word: `key` as the index has it, `form` as it was written, in small letters.
 * @typedef {{ key: string, form: string }} Word
 */

// A word and a number of two signs and more that no space parts, in either order; "a4" is one word.
const NUMBERED = /^(?:([a-z]{2,})(\d{2,})|(\d{2,})([a-z]{2,}))$/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Grave, acute, tilde, hook and dot below: a tone stands on different letters of a syllable as people write it.
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

// Letters of the shortest English word that a longer one may be a form of.
const SHORTEST_BASE = 3;

/**
 * An English word without its endings, so that "refused" finds "refuses", "rights" "right"; any other as it is.
 * @param {string} word
 * @param {string} lang
 */
export function stemmed(word, lang) {
  if (lang !== INFLECTED || word.length <= SHORTEST_BASE) return word;
  let bare = withoutPast(singular(word));
  if (bare.endsWith("e") && bare.length > SHORTEST_BASE) bare = bare.slice(0, -1);
  return bare.length > SHORTEST_BASE && bare.slice(-1) === bare.slice(-2, -1) ? bare.slice(0, -1) : bare;
}

/**
 * An English word without its plural.
 * @param {string} word
 */
export function singular(word) {
  if (word.length <= SHORTEST_BASE || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/s$/, "");
}

/**
 * An English verb without "ed" or "ing": "summoned" is "summon", "denied" "deny", "need" itself.
 * @param {string} word
 */
function withoutPast(word) {
  if (word.endsWith("ied") && word.length > SHORTEST_BASE + 1) return word.replace(/ied$/, "y");
  const base = word.replace(/(?:ed|ing)$/, "");
  return base.length >= SHORTEST_BASE && !word.endsWith("eed") && /[aeiouy]/.test(base) ? base : word;
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
 * What was typed as words: with the spaces that are missing, and what people shorten written out.
 * @param {string} query
 * @param {string} lang
 * @param {[string, string][]} [short] what people shorten, and what it means
 * @returns {Word[]}
 */
export function typedWords(query, lang, short = []) {
  const meant = new Map(short);
  return wordsOf(query, lang).flatMap((word) => {
    const means = meant.get(fold(word.form));
    if (means) return wordsOf(means, lang);
    return lang === SYLLABIC ? parted(word) : [word];
  });
}

/**
 * A word of Vietnamese as the syllables and numbers it is written of: "kehoach3112" is three.
 * @param {Word} word
 * @returns {Word[]}
 */
function parted(word) {
  const apart = NUMBERED.exec(word.key);
  const pieces = (apart ? apart.slice(1).filter(Boolean) : [word.key]).flatMap(split);
  if (pieces.length < 2) return [word];
  // Where letters and their folding are of one length, the pieces keep the marks they were typed with.
  const same = fold(word.form).length === word.form.length;
  let begin = 0;
  return pieces.map((piece) => {
    const form = same ? word.form.slice(begin, begin + piece.length) : piece;
    begin += piece.length;
    return { key: piece, form };
  });
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
