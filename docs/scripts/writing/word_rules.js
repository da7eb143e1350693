// @ts-check
// Words that stay out of what the portal says, outside quotation (scripts/portal/content/rules/refused_words.py).

import { asked } from "./page.js";

/** @typedef {import("./page.js").Fault} Fault */

const OPENING = /<q\b|<blockquote\b|“|"|^>/m;
/** @type {{ [sign: string]: string }} */
const CLOSING = { "<q": "</q>", "<blockquote": "</blockquote>", "“": "”", '"': '"', ">": "\n" };

/**
 * Where a quotation ends that began before a place; -1 where nothing ends it.
 * @param {string} text
 * @param {number} start
 * @param {string} sign
 */
function stopOf(text, start, sign) {
  const found = text.indexOf(CLOSING[sign], start);
  const line = text.indexOf("\n", start);
  if (sign === ">") return found < 0 ? text.length : found;
  if (sign === '"' && line >= 0 && found > line) return -1;
  return found < 0 ? -1 : found + CLOSING[sign].length;
}

/**
 * The text with every quotation blanked out, its lines kept.
 * @param {string} text
 */
export function unquoted(text) {
  let [done, rest] = ["", text];
  for (let found = OPENING.exec(rest); found; found = OPENING.exec(rest)) {
    const start = found.index + found[0].length;
    const stop = stopOf(rest, start, found[0]);
    const end = stop < 0 ? start : stop;
    const said = rest.slice(found.index, end);
    done += rest.slice(0, found.index) + (stop < 0 ? said : said.replace(/[^\n]/g, " "));
    rest = rest.slice(end);
    if (rest && !rest.startsWith("\n") && found[0] === ">") rest = `\n${rest}`;
  }
  return done + rest;
}

const SIGNS = /[.*+?^${}()|[\]\\]/g;
const GAP = "(?:\\s|[*_]|&nbsp;|&#160;)+";

/**
 * Each of the words that stands in a text, and its line from 1.
 * @param {string} text
 * @param {string[]} words
 * @returns {[string, number][]}
 */
export function wordsFound(text, words) {
  const plain = unquoted(text).toLowerCase();
  /** @type {[string, number][]} */
  const found = [];
  for (const word of words) {
    if (!plain.includes(word.split(" ")[0])) continue;
    const phrase = word.split(" ").map((one) => one.replace(SIGNS, "\\$&")).join(GAP);
    const place = new RegExp(`(^|[^\\p{L}\\p{N}_])${phrase}`, "u").exec(plain);
    if (place) found.push([word, plain.slice(0, place.index + place[1].length).split("\n").length]);
  }
  return found;
}

/**
 * Words of praise in what a page says: its fields and its text.
 * @param {{ [place: string]: string }} said
 * @param {string} lang
 * @returns {Fault[]}
 */
export function praiseFaults(said, lang) {
  return faultsFor("praise", said, asked().rules.praise[lang] || []);
}

/**
 * Words in an answer that impute a motive, or threaten.
 * @param {{ [place: string]: string }} said
 * @param {string} lang
 * @returns {Fault[]}
 */
export function answerWordFaults(said, lang) {
  const { motives, threats } = asked().rules;
  return [...faultsFor("refused-word", said, motives[lang] || []), ...faultsFor("threat", said, threats[lang] || [])];
}

/**
 * @param {string} code
 * @param {{ [place: string]: string }} said
 * @param {string[]} words
 */
function faultsFor(code, said, words) {
  /** @type {Fault[]} */
  const found = [];
  for (const place of Object.keys(said)) {
    for (const [word, line] of wordsFound(said[place], words)) {
      found.push({ place: place === "body" ? `body:${line}` : place, code, values: { value: word } });
    }
  }
  return found;
}
