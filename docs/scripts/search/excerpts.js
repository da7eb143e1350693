// @ts-check
// The part of a passage that shows why it was found, with the words that were asked for marked.

import { agrees, stemmed } from "./words.js";
import { clusters } from "./clusters.js";
import { fold } from "./folding.js";

/**
 * @typedef {import("./words.js").Word} Word
 * @typedef {{ words: Word[], plain: Set<string>, lang: string }} Asked what was asked for, and which of its words stand
 *   nearly everywhere
 */

const WORDS = /([\p{L}\p{N}\p{M}]+)/u;
// Words of an excerpt.
const LENGTH = 36;

/**
 * A text in pieces: words at odd places, what lies between them at even ones.
 * @param {string} text
 */
function piecesOf(text) {
  /** @param {string} word */
  const parted = (word) => clusters(word).flatMap((one, place) => (place ? ["", one] : one));
  return text.split(WORDS).flatMap((piece, place) => (place % 2 ? parted(piece) : piece));
}

/**
 * Which pieces of a text are words that were asked for. One that stands nearly everywhere, or was typed without the
 * marks the text gives it among others that have theirs, is marked beside another alone.
 * @param {string[]} pieces words at odd places, what lies between them at even ones
 * @param {Asked} asked
 */
function wanted(pieces, { words, plain, lang }) {
  const careful = words.some((word) => fold(word.form) !== word.form);
  /** @type {number[]} */
  const found = pieces.map((piece, place) => {
    if (place % 2 === 0) return 0;
    const form = piece.normalize("NFC").toLowerCase();
    const key = stemmed(fold(form), lang);
    const own = words.filter((word) => word.key === key && agrees(word.form, form));
    if (!own.length) return 0;
    return !plain.has(key) && (!careful || own.some((word) => word.form === form)) ? 2 : 1;
  });
  /** @type {(place: number, between: number) => boolean} */
  const isFound = (place, between) => Boolean(found[place]) && !pieces[between].trim();
  return found.map(
    (one, place) => one > 1 || (one === 1 && (isFound(place - 2, place - 1) || isFound(place + 2, place + 1))),
  );
}

/**
 * Where the excerpt begins: the words of the question stand most closely there.
 * @param {boolean[]} marks
 * @param {string[]} pieces
 */
function bestStart(marks, pieces) {
  const span = 2 * LENGTH;
  let best = 0;
  let most = 0;
  for (let start = 0; start < pieces.length; start += 2) {
    const seen = pieces.slice(start, start + span).filter((_, place) => marks[start + place]);
    const different = new Set(seen.map((one) => one.toLowerCase())).size;
    const weight = 4 * different + Math.min(seen.length, 8);
    if (weight > most) [best, most] = [start, weight];
  }
  // A few words before the first mark.
  const first = marks.indexOf(true, best);
  return first < 0 ? 0 : Math.max(0, Math.min(first - 12, pieces.length - span));
}

/**
 * A text as nodes, the words that were asked for marked.
 * @param {string} text
 * @param {Asked} asked
 */
export function marked(text, asked) {
  const pieces = piecesOf(text);
  return nodes(pieces, wanted(pieces, asked));
}

/**
 * @param {string[]} pieces
 * @param {boolean[]} marks
 */
function nodes(pieces, marks) {
  return pieces.map((piece, place) => {
    if (!marks[place]) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

/**
 * How many of the words that were asked for a text has.
 * @param {string} text
 * @param {Asked} asked
 */
export function held(text, asked) {
  const pieces = text.split(WORDS);
  const marks = wanted(pieces, asked);
  return new Set(pieces.filter((_, place) => marks[place]).map(fold)).size;
}

/**
 * The part of a longer text that holds most of what was asked for; null where it holds nothing of it.
 * @param {string} text
 * @param {Asked} asked
 */
export function excerpt(text, asked) {
  const pieces = piecesOf(text.replace(/\n/g, " · "));
  const marks = wanted(pieces, asked);
  if (!marks.includes(true)) return null;
  const start = bestStart(marks, pieces) & ~1;
  const end = start + 2 * LENGTH;
  const part = nodes(pieces.slice(start, end), marks.slice(start, end));
  return [start > 0 ? "…" : "", ...part, end < pieces.length ? " …" : ""];
}
