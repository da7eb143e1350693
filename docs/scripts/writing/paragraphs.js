// @ts-check
// What a text holds, read from its parts as `check` reads it from HTML: paragraphs, headings, links, marks of sources.

import { fold } from "../search/folding.js";
import { partsOf } from "./blocks.js";
import { plainText } from "./emphasis.js";
import { inlineOf } from "./inline.js";

/**
 * A run of words in one block, without code and without marks of sources.
 * @typedef {{ block: string, text: string, classes: string }} Paragraph
 * @typedef {{ level: number, title: string, anchor: string }} Heading
 * @typedef {{ target: string, words: string, isPicture: boolean }} TextLink
 * @typedef {{ source: string, paragraphs: Paragraph[], headings: Heading[], links: TextLink[], cited: string[],
 *   hasCode: boolean }} Contents
 */

/** Stands for a mark of sources while words are gathered. */
const TAKEN_OUT = "\ue001";

/**
 * The words of an inline part; links and marks in it are noted.
 * @param {import("./emphasis.js").Inline} one
 * @param {Contents} contents
 * @returns {string}
 */
function wordsIn(one, contents) {
  if (typeof one === "string") return one;
  if (one.tag === "code") return " ";
  if (one.tag === "br") return "\n";
  if (one.attrs.class === "cite") {
    for (const inner of one.inside) if (typeof inner !== "string") contents.cited.push(plainText(inner.inside));
    return TAKEN_OUT;
  }
  if (one.tag === "img") contents.links.push({ target: one.attrs.src, words: one.attrs.alt, isPicture: true });
  if (one.tag === "a") contents.links.push({ target: one.attrs.href, words: plainText(one.inside), isPicture: false });
  return one.inside.map((inner) => wordsIn(inner, contents)).join("");
}

/**
 * @param {string} text
 * @param {string} block
 * @param {string} classes
 * @param {Contents} contents
 */
function gather(text, block, classes, contents) {
  const words = inlineOf(text).map((one) => wordsIn(one, contents)).join("").replace(/\s*\ue001/g, "");
  if (words.trim()) contents.paragraphs.push({ block, text: words, classes });
}

/**
 * @param {import("./lists.js").Part} part
 * @param {string} around
 * @param {Contents} contents
 */
function look(part, around, contents) {
  if (part.tag === "pre") {
    contents.hasCode = true;
    return;
  }
  const level = /^h([1-6])$/.exec(part.tag);
  if (level) {
    const title = plainText(inlineOf(part.text));
    const anchor = part.attrs["data-anchor"] || fold(title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    contents.headings.push({ level: Number(level[1]), title, anchor });
  }
  gather(part.text, part.tag, part.attrs.class || "", contents);
  for (const inner of part.nodes) look(inner, part.tag, contents);
  gather(part.tail, around, "", contents);
}

/**
 * Fences and code spans blanked out, of the same length and lines.
 * @param {string} text
 */
export function withoutCode(text) {
  const blank = (/** @type {string} */ piece) => piece.replace(/[^\n]/g, " ");
  const unfenced = text.replace(/^(```+|~~~+)[^\n]*\n[\s\S]*?^\1[ ]*$/gm, blank);
  return unfenced.replace(/(`+)[^`](?:[^\n]|\n(?!\s*\n))*?\1/g, blank);
}

/**
 * @param {string} text
 * @returns {Contents}
 */
export function contentsOf(text) {
  /** @type {Contents} */
  const contents = { source: withoutCode(text), paragraphs: [], headings: [], links: [], cited: [], hasCode: false };
  contents.hasCode = /^(```+|~~~+)[^\n]*\n[\s\S]*?^\1[ ]*$/m.test(text);
  for (const part of partsOf(text)) look(part, "", contents);
  return contents;
}

/**
 * The line, from 1, on which a piece of a text stands; 1 where it is written otherwise.
 * @param {string} source
 * @param {string} piece
 */
export function lineOf(source, piece) {
  const at = piece ? source.indexOf(piece) : -1;
  return at < 0 ? 1 : source.slice(0, at).split("\n").length;
}
