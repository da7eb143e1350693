// @ts-check
// What a reader would see as bare signs, and what pasting leaves behind (scripts/portal/content/rules/silent.py,
// hygiene/hygiene.py): each by the code under which `check` knows it.

import { joinedMarks, runsOfMarks } from "./marks.js";
import { lineOf } from "./paragraphs.js";

/** @typedef {import("./page.js").Fault} Fault */
/** @typedef {import("./paragraphs.js").Contents} Contents */

const MARKS = [
  /[[［][ \t]*[0-9０-９]{1,3}[a-z]?(?:[ \t]*[-–—,;/&][ \t]*[0-9０-９]{1,3})*[ \t]*[\]］]/g,
  /\[(?:nguồn|tài liệu|source|ref)[ \t.:]*[0-9]{1,3}\]/gi,
  /\b(?:nguồn|source|theo|xem|see) \([0-9]{1,2}\)/gi,
  /\((?:nguồn|source)[ \t.:]*[0-9]{1,2}\)/gi,
  /[a-zà-ỹ%.,;:!?)”"]¹(?!\w)|[a-ln-zà-ỹ%.,;:!?)”"][²³⁰⁴-⁹](?!\w)/g,
  /% ?\([0-9]{1,2}\)(?=[.,;:]|\s*$)/g,
];
const BULLETS = "•·▪‣◦●○■➢➤";
const LIKE_ITEM = new RegExp(`^[ \\t]*(?:[-*+${BULLETS}–—]|([0-9]{1,2})[.)]|[a-zđ]\\))[ \\t]+\\S`);
const FOREIGN_ITEM = new RegExp(`^[ \\t]*(?:[${BULLETS}]|[0-9]{1,2}\\))[ \\t]*\\S`);
const LIKE_TABLE = /^[ \t]*(?:\|.*\||:?-{2,}:?[ \t]*\|[ \t|:-]*$)/;
const NO_SENTENCES = ["h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "figcaption", "pre"];

/**
 * @param {string} code
 * @param {number} line
 * @param {Fault["values"]} [values]
 * @returns {Fault}
 */
export function onLine(code, line, values = {}) {
  return { place: `body:${line}`, code, values };
}

/**
 * The first line of a paragraph that looks like an item and is none.
 * @param {string[]} shown
 */
function unreadItem(shown) {
  let found = shown.slice(1).filter((line) => LIKE_ITEM.test(line));
  const numbers = found.map((line) => (LIKE_ITEM.exec(line) || [])[1]).filter(Boolean);
  if (numbers.length === 1 && numbers[0] !== "1") found = found.filter((line) => !(LIKE_ITEM.exec(line) || [])[1]);
  return found[0] || (FOREIGN_ITEM.test(shown[0]) ? shown[0] : "");
}

/**
 * @param {Contents} contents
 * @param {import("./paragraphs.js").Paragraph} paragraph
 */
function inParagraph({ source }, paragraph) {
  /** @type {Fault[]} */
  const found = [];
  const shown = paragraph.text.trim().split("\n");
  /** @param {string} code @param {string} value */
  const told = (code, value) => {
    const plain = value.trim();
    found.push(onLine(code, lineOf(source, plain.slice(0, 20)), { value: plain }));
  };
  if (!["td", "th"].includes(paragraph.block)) {
    const table = shown.find((line) => LIKE_TABLE.test(line));
    const item = unreadItem(shown);
    if (table) told("table-unread", table);
    if (item) told("list-unread", item);
  }
  for (const pattern of MARKS) for (const mark of paragraph.text.match(pattern) || []) found.push(unread(source, mark));
  if (/\*\*|(?:^|\W)__(?=\w)/.test(paragraph.text)) told("bold-unread", "**");
  return found;
}

const PLAIN_MARK = /^\[[0-9]{1,2}(?:, ?[0-9]{1,2})*\]$/;

/**
 * A mark that leads nowhere: one that stands right behind another is told with it.
 * @param {string} source
 * @param {string} said
 */
function unread(source, said) {
  const mark = said.trim();
  const line = lineOf(source, mark);
  const runs = PLAIN_MARK.test(mark) ? runsOfMarks(source.split("\n")[line - 1]) : [];
  const run = runs.find((one) => one.includes(mark));
  return run
    ? onLine("marks-together", line, { value: run, instead: joinedMarks(run) })
    : onLine("mark-unread", line, { value: mark });
}

/** @param {Contents} contents */
function headingFaults({ source, headings }) {
  /** @type {Fault[]} */
  const found = [];
  let level = 1;
  for (const heading of headings) {
    const line = lineOf(source, heading.title);
    if (heading.level === 1) {
      found.push(onLine("heading-first", line));
      continue;
    }
    if (heading.level > level + 1) {
      found.push(onLine("heading-skips", line, { level: heading.level, should: level + 1 }));
    }
    level = heading.level;
  }
  return found;
}

const BOLD_LINE = /^ {0,3}(?:(\*\*\*?|__)(?![\s*_])([^*_\n]*[^*_\n\s])\1|<(?:b|strong)>([^<]+)<\/(?:b|strong)>):? *$/;

/** @param {string[]} lines */
function boldHeadings(lines) {
  /** @type {Fault[]} */
  const found = [];
  lines.forEach((line, place) => {
    const bold = BOLD_LINE.exec(line);
    const alone = place === 0 || !lines[place - 1].trim();
    const words = bold && alone ? (bold[2] || bold[3]).trim() : "";
    if (words && !".!?…;,".includes(words.slice(-1)) && words.split(/\s+/).length <= 15) {
      found.push(onLine("heading-bold", place + 1, { value: words }));
    }
  });
  return found;
}

/**
 * Sentences that are too long on the page's average.
 * @param {Contents} contents
 * @param {{ mostWords: number, fewestSentences: number }} rules
 */
function longSentences({ source, paragraphs }, { mostWords, fewestSentences }) {
  /** @type {[number, string][]} */
  const sentences = [];
  for (const { block, text, classes } of paragraphs) {
    if (NO_SENTENCES.includes(block) || classes === "admonition-title") continue;
    const parted = text.replace(/([.!?…])[”"’)\]]*\s+(?=[A-ZÀ-ỸĐ“"(])/g, "$1\u0000").split("\u0000");
    for (const one of parted) if (one.trim()) sentences.push([one.trim().split(/\s+/).length, one.trim()]);
  }
  const average = sentences.reduce((sum, [words]) => sum + words, 0) / sentences.length;
  if (sentences.length < fewestSentences || average <= mostWords) return [];
  const [longest, said] = sentences.reduce((one, next) => (next[0] > one[0] ? next : one));
  const values = { average: Math.round(average), most: mostWords, longest };
  return [onLine("sentences-long", lineOf(source, said.split(/\s+/).slice(0, 4).join(" ")), values)];
}

/**
 * What is wrong with a text by itself.
 * @param {Contents} contents
 * @param {{ mostWords: number, fewestSentences: number }} rules
 * @returns {Fault[]}
 */
export function textFaults(contents, rules) {
  const { source, paragraphs, hasCode } = contents;
  const found = [...headingFaults(contents), ...boldHeadings(source.split("\n"))];
  for (const paragraph of paragraphs) found.push(...inParagraph(contents, paragraph));
  if (hasCode) found.push(onLine("code-block", lineOf(source, "```")));
  for (const note of source.match(/\[\^[^\]\s]+\]/g) || []) {
    found.push(onLine("note-number", lineOf(source, note), { value: note }));
  }
  return [...found, ...longSentences(contents, rules)];
}

/**
 * Marks of sources that lead nowhere, and a story that has none.
 * @param {Contents} contents
 * @param {number} sources
 * @param {boolean} isStory
 * @returns {Fault[]}
 */
export function markFaults({ source, cited }, sources, isStory) {
  if (isStory && !cited.length) return [{ place: "body:1", code: "sources-not-cited", values: {} }];
  /** @type {Fault[]} */
  const found = [];
  for (const number of cited) {
    const value = Number(number);
    const line = lineOf(source, number);
    if (value && number !== String(value)) found.push(onLine("mark-unread", line, { value: `[${number}]` }));
    else if (value < 1 || value > sources) found.push(onLine("source-number", line, { number, most: sources }));
  }
  return found;
}
