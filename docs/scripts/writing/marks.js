// @ts-check
// Marks of sources in forms that say which source is meant and lead nowhere, as `check --fix` mends them
// (scripts/portal/content/rules/hygiene/mended_marks.py), and addresses that are bare letters (bare_addresses.py).

import { isOfOldFont } from "./letters.js";
import { withoutCode } from "./paragraphs.js";
import { unquoted } from "./word_rules.js";

const NUMBER = "[0-9０-９]{1,2}";
const BLANK = "[ \\t\\u00a0]*";
const NUMBERS = `${NUMBER}(?:${BLANK}[-–—,;/&]${BLANK}${NUMBER})*`;
const NAMED = `(?:nguồn|source)${BLANK}[.:]?${BLANK}`;
const MARK = `[[［]${BLANK}(?:${NAMED})?${NUMBERS}${BLANK}[\\]］]`;
const RUN = new RegExp(`(?:${MARK})+(?![(\\[［:])`, "gi");
const BEFORE_NO_RUN = /[!\]\p{L}\p{N}_]$/u;
const SAID = new RegExp(`\\(${BLANK}${NAMED}${NUMBER}${BLANK}\\)`, "gi");
const PART = new RegExp(`[-–—]?${BLANK}${NUMBER}`, "g");
const RIGHT = /^\[[1-9][0-9]?(?:, ?[1-9][0-9]?)*\]$/;
const DEFINED = /^ {0,3}\[[0-9]{1,3}\]:/m;
/** A wider span than this, or one beyond ten, may be ages or pages. */
const MOST_BETWEEN = 5;

/** @param {string} part */
function numberOf(part) {
  return Number(part.normalize("NFKC").replace(/\D/g, ""));
}

/**
 * A run of marks as the one that was meant; "" where none can be.
 * @param {string} run
 */
export function joinedMarks(run) {
  if (RIGHT.test(run)) return run;
  /** @type {number[]} */
  const numbers = [];
  for (const part of run.match(PART) || []) {
    const dash = /^[-–—]/.test(part);
    const value = numberOf(part);
    const last = numbers[numbers.length - 1];
    if (dash && numbers.length) {
      if (value <= last || value >= Math.min(10, last + MOST_BETWEEN)) return "";
      for (let between = last + 1; between < value; between += 1) numbers.push(between);
    }
    numbers.push(value);
  }
  return numbers.length && numbers.every(Boolean) ? `[${[...new Set(numbers)].join(", ")}]` : "";
}

/**
 * Where such marks stand in a row: (from, what they are).
 * @param {string} row
 * @param {RegExp} pattern
 * @returns {[number, string][]}
 */
function found(row, pattern) {
  /** @type {[number, string][]} */
  const all = [];
  const looking = new RegExp(pattern.source, pattern.flags);
  for (let one = looking.exec(row); one; one = looking.exec(row)) {
    if (pattern === RUN && BEFORE_NO_RUN.test(row.slice(0, one.index))) looking.lastIndex = one.index + 1;
    else all.push([one.index, one[0]]);
  }
  return all;
}

/**
 * Runs of two marks or more without a blank between them.
 * @param {string} row
 */
export function runsOfMarks(row) {
  return found(row, RUN).map(([, run]) => run).filter((run) => run.split("[").length > 2);
}

/** @param {string} row @param {string} shadow */
function withMarks(row, shadow) {
  let [now, shown] = [row, shadow];
  for (const pattern of [SAID, RUN]) {
    const own = unquoted(shown);
    for (const [start, run] of found(shown, pattern).reverse()) {
      const joined = joinedMarks(run);
      const end = start + run.length;
      if (!joined || own.slice(start, end) !== run) continue;
      [now, shown] = [now, shown].map((text) => text.slice(0, start) + joined + text.slice(end));
    }
  }
  return now;
}

const BARE = /https?:\/\/[^\s<>"“”|`]+/gi;
const STOPS = /[.,;:!?…)\]}'"”’»*_]+$/;
const OF_A_LINK = /[\p{L}\p{N}_@/.<("'=[]$/u;
const DEFINES = /^ {0,3}\[[^\]\n]+\]:/;

/** @param {string} row @param {string} shadow */
function withLinks(row, shadow) {
  if (DEFINES.test(row)) return row;
  let now = row;
  for (const [start, whole] of found(shadow, BARE).reverse()) {
    const end = start + whole.replace(STOPS, "").length;
    if (!OF_A_LINK.test(shadow.slice(0, start))) now = `${now.slice(0, start)}<${now.slice(start, end)}>${now.slice(end)}`;
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
  return DEFINED.test(text) ? text : byRow(text, withMarks);
}

/**
 * A text whose whole addresses are links.
 * @param {string} text
 */
export function mendedAddresses(text) {
  return text.includes("://") ? byRow(text, withLinks) : text;
}
