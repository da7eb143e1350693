// @ts-check
// Marks of sources in forms that say which source is meant and lead nowhere, as `check --fix` mends them
// (scripts/portal/content/rules/hygiene/mended_marks.py), and addresses that are bare letters (bare_addresses.py).

import { isOfOldFont } from "./letters.js";
import { withoutCode } from "./paragraphs.js";
import { unquoted } from "./word_rules.js";

const SOURCE_NUMBER = "[0-9０-９]{1,2}";
const MARK_BLANK = "[ \\t\\u00a0]*";
const SOURCE_NUMBERS = `${SOURCE_NUMBER}(?:${MARK_BLANK}[-–—,;/&]${MARK_BLANK}${SOURCE_NUMBER})*`;
const NAMED_SOURCE = `(?:nguồn|source)${MARK_BLANK}[.:]?${MARK_BLANK}`;
const SOURCE_MARK = `[[［]${MARK_BLANK}(?:${NAMED_SOURCE})?${SOURCE_NUMBERS}${MARK_BLANK}[\\]］]`;
const MARK_RUN = new RegExp(`(?:${SOURCE_MARK})+(?![(\\[［:])`, "gi");
const BEFORE_NO_RUN = /[!\]\p{L}\p{N}_]$/u;
const SAID_MARK = new RegExp(`\\(${MARK_BLANK}${NAMED_SOURCE}${SOURCE_NUMBER}${MARK_BLANK}\\)`, "gi");
const MARK_PART = new RegExp(`[-–—]?${MARK_BLANK}${SOURCE_NUMBER}`, "g");
const RIGHT_MARK = /^\[[1-9][0-9]?(?:, ?[1-9][0-9]?)*\]$/;
const DEFINED_MARK = /^ {0,3}\[[0-9]{1,3}\]:/m;
/** A wider span than this, or one beyond ten, may be ages or pages. */
const MOST_BETWEEN = 5;

/** @param {string} part */
function numberOf(part) {
  return Number(part.normalize("NFKC").replace(/\D/g, ""));
}

/**
 * The sources sourcesBetween two of which a dash makes a span; null where it cannot be one.
 * @param {number} first
 * @param {number} last
 */
function sourcesBetween(first, last) {
  if (last <= first || last >= Math.min(10, first + MOST_BETWEEN)) return null;
  return Array.from({ length: last - first - 1 }, (_, place) => first + 1 + place);
}

/**
 * A run of marks as the one that was meant; "" where none can be.
 * @param {string} run
 */
export function joinedMarks(run) {
  if (RIGHT_MARK.test(run)) return run;
  /** @type {number[]} */
  const numbers = [];
  for (const part of run.match(MARK_PART) || []) {
    const value = numberOf(part);
    const span = /^[-–—]/.test(part) && numbers.length ? sourcesBetween(numbers[numbers.length - 1], value) : [];
    if (!span) return "";
    numbers.push(...span, value);
  }
  return numbers.length && numbers.every(Boolean) ? `[${[...new Set(numbers)].join(", ")}]` : "";
}

/**
 * Where such marks stand in a row: (from, what they are).
 * @param {string} row
 * @param {RegExp} pattern
 * @returns {[number, string][]}
 */
function placesOf(row, pattern) {
  /** @type {[number, string][]} */
  const all = [];
  const looking = new RegExp(pattern.source, pattern.flags);
  for (let one = looking.exec(row); one; one = looking.exec(row)) {
    if (pattern === MARK_RUN && BEFORE_NO_RUN.test(row.slice(0, one.index))) looking.lastIndex = one.index + 1;
    else all.push([one.index, one[0]]);
  }
  return all;
}

/**
 * Runs of two marks or more without a blank sourcesBetween them.
 * @param {string} row
 */
export function runsOfMarks(row) {
  return placesOf(row, MARK_RUN).map(([, run]) => run).filter((run) => run.split("[").length > 2);
}

/** @param {string} row @param {string} shadow */
function withMarks(row, shadow) {
  let [now, shown] = [row, shadow];
  for (const pattern of [SAID_MARK, MARK_RUN]) {
    const own = unquoted(shown);
    for (const [start, run] of placesOf(shown, pattern).reverse()) {
      const joined = joinedMarks(run);
      const end = start + run.length;
      if (!joined || own.slice(start, end) !== run) continue;
      [now, shown] = [now, shown].map((text) => text.slice(0, start) + joined + text.slice(end));
    }
  }
  return now;
}

const BARE_ADDRESS = /https?:\/\/[^\s<>"“”|`]+/gi;
const ADDRESS_STOPS = /[.,;:!?…)\]}'"”’»*_]+$/;
const OF_A_LINK = /[\p{L}\p{N}_@/.<("'=[]$/u;
const DEFINES_LINK = /^ {0,3}\[[^\]\n]+\]:/;

/** @param {string} row @param {string} shadow */
function withLinks(row, shadow) {
  if (DEFINES_LINK.test(row)) return row;
  let now = row;
  for (const [start, whole] of placesOf(shadow, BARE_ADDRESS).reverse()) {
    const end = start + whole.replace(ADDRESS_STOPS, "").length;
    const address = `<${now.slice(start, end)}>`;
    if (!OF_A_LINK.test(shadow.slice(0, start))) now = now.slice(0, start) + address + now.slice(end);
  }
  return now;
}

/**
 * A text row by row, code and what an old font wrote left alone.
 * @param {string} text
 * @param {(row: string, shadow: string) => string} change
 */
function byRow(text, change) {
  const shadows = withoutCode(text).split("\n");
  return text.split("\n").map((row, place) => (isOfOldFont(row) ? row : change(row, shadows[place]))).join("\n");
}

/**
 * A text whose marks of sources lead there. One that says where [2] leads may mean its link by [1][2].
 * @param {string} text
 */
export function mendedMarks(text) {
  return DEFINED_MARK.test(text) ? text : byRow(text, withMarks);
}

/**
 * A text whose whole addresses are links.
 * @param {string} text
 */
export function mendedAddresses(text) {
  return text.includes("://") ? byRow(text, withLinks) : text;
}
