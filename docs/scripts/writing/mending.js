// @ts-check
// A text as `check --fix` would leave it: marks of lists, the blank line before them, marks of sources, addresses.

import { BLANKS, cleaned } from "./letters.js";
import { mendedAddresses, mendedMarks } from "./marks.js";

const BULLET = new RegExp(`^([ \\t]*)[•·▪‣◦●○■➢➤\\uf0a7\\uf0b7\\uf0d8\\uf06e\\uf0fc][ \\t${BLANKS}]*(?=\\S)`);
const DASH = new RegExp(`^([ \\t]*)[–—][ \\t${BLANKS}]+(?=\\S)`);
const AFTER_MARK = new RegExp(`^([ \\t]*(?:[-*+]|[0-9]{1,3}[.)]|#{1,6}))[${BLANKS}]+(?=\\S)`);
const ITEM = /^[ \t]*(?:[-*+]|([0-9]{1,3})\.)[ \t]+\S/;
const RULE = /^[ \t]*(?:[-*_][ \t]*){3,}$/;
const NO_WORDS = /^[ \t]*(?:[#|>]|!!!|:[ \t]|```|~~~|<|\[[^\]\n]+\]:|$)/;
const COUNTED_ITEM = /^([ \t]*)([0-9]{1,2})\)[ \t]*(?=\S)/;

/**
 * Rows that stand together, parted at blank ones.
 * @param {string} text
 */
function blocks(text) {
  return text.split(/(\n[ \t]*\n)/);
}

/** @param {string} block */
function withDashes(block) {
  const rows = block.split("\n");
  const dashes = rows.map((row) => DASH.test(row));
  const count = dashes.filter(Boolean).length;
  const items = count > 1 || dashes.indexOf(true) > 0;
  const marked = rows.map((row) => {
    const plain = row.replace(AFTER_MARK, "$1 ").replace(BULLET, "$1- ");
    return items ? plain.replace(DASH, "$1- ") : plain;
  });
  return marked.join("\n");
}

/**
 * 1) of a list as 1., which Markdown knows; a number in the middle of a sentence stays.
 * @param {string} block
 */
function withDots(block) {
  const rows = block.split("\n");
  const counted = rows.map((row) => COUNTED_ITEM.exec(row)).filter(Boolean).map((one) => Number(one && one[2]));
  const inOrder = counted.length > 1 && counted.every((number, place) => number === place + 1);
  const dotted = rows.some((row) => (ITEM.exec(row) || [])[1]);
  return inOrder && !dotted ? rows.map((row) => row.replace(COUNTED_ITEM, "$1$2. ")).join("\n") : block;
}

/** @param {string} row */
function isItem(row) {
  return ITEM.test(row) && !RULE.test(row);
}

/** @param {string} row */
function indent(row) {
  const plain = row.replace(/\t/g, "    ");
  return plain.length - plain.replace(/^ +/, "").length;
}

/**
 * Whether a first item is one: "2026." at the start of a line is a year that ends a sentence.
 * @param {string[]} rows
 */
function beginsCounting(rows) {
  const numbers = rows.map((row) => ITEM.exec(row)).map((found) => found && found[1]).filter(Boolean);
  const first = ITEM.exec(rows[0]);
  return !first || !first[1] || first[1] === "1" || numbers.length > 1;
}

/** @param {string[]} rows */
function listStart(rows) {
  for (let index = 1; index < rows.length; index += 1) {
    const [before, row] = [rows[index - 1], rows[index]];
    if (isItem(before)) return 0;
    if (isItem(row) && !NO_WORDS.test(before) && indent(before) === indent(row)) {
      return beginsCounting(rows.slice(index)) ? index : 0;
    }
  }
  return 0;
}

/** @param {string} block */
function withBlankRow(block) {
  const rows = block.split("\n");
  const start = listStart(rows);
  return start ? [...rows.slice(0, start), "", ...rows.slice(start)].join("\n") : block;
}

const LEAST_WORDS = 3;
const NO_PROSE = /[`{}<>=\\|#]|\w\(|\S[ \t]*\t[ \t]*\S|:\/\//;
const HOLDS_MORE = /^[ \t]*(?:[-*+][ \t]|[0-9]{1,3}\.[ \t]|!!!|:[ \t])/;

/**
 * Prose that an indent made a listing of code; what belongs to an item or a note above stays.
 * @param {string} text
 */
function dedented(text) {
  let above = "";
  const parts = blocks(text).map((block) => {
    const rows = block.split("\n");
    const deep = rows.every((row) => indent(row) >= 4 || !row.trim()) && block.trim();
    const prose = deep && !NO_PROSE.test(block.trim()) && block.trim().split(/\s+/).length >= LEAST_WORDS;
    if (!deep && block.trim()) above = [...rows].reverse().find((row) => row.trim() && indent(row) < 4) || above;
    if (!prose || HOLDS_MORE.test(above)) return block;
    const least = Math.min(...rows.filter((row) => row.trim()).map(indent));
    return rows.map((row) => row.replace(/\t/g, "    ").slice(least)).join("\n");
  });
  return parts.join("");
}

/**
 * The text as the portal keeps it.
 * @param {string} text
 */
export function mended(text) {
  const plain = mendedMarks(cleaned(text.replace(/\r\n?/g, "\n")));
  const listed = blocks(dedented(plain)).map(withDashes).map(withDots).map(withBlankRow).join("");
  return mendedAddresses(listed);
}
