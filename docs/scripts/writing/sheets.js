// @ts-check
// A paper that was scanned (scripts/portal/content/scan_texts.py): each of its pages is typed into a box of its own and
// stands below the head as the paper says it. No rule for our own prose goes over it, and no mend touches it.

import { seenLines } from "./letters.js";
import { mended } from "./mending.js";
import { asked, fieldsOf, filled } from "./page.js";

/** @typedef {import("./page.js").Field} Field */
/** @typedef {import("./page.js").Kind} Kind */
/** @typedef {import("./values.js").Front} Front */

const SHEET_HEAD = /^##[ \t]+\p{L}+[ \t]+\d{1,4}[ \t]*$/u;

/**
 * Whether a field is a list of whole pages, each of many lines.
 * @param {Field} field
 */
export function isSheets(field) {
  return field.control === "texts" && field.each === "long";
}

/**
 * What was typed into each box, its lines as they are; a box without anything is no page.
 * @param {string[]} typed
 */
export function sheetsOf(typed) {
  return typed.map((one) => seenLines(one.replace(/\r\n?/g, "\n")).trim()).filter(Boolean);
}

/**
 * The text below the head in two: what is ours, and the pages of a paper as they are typed there; "" without any.
 * @param {Kind} kind
 * @param {string} body
 */
export function ownAndPaper(kind, body) {
  const rows = body.replace(/\r\n?/g, "\n").split("\n");
  const first = fieldsOf(kind).some(isSheets) ? rows.findIndex((row) => SHEET_HEAD.test(row)) : -1;
  return first < 0 ? [body, ""] : [rows.slice(0, first).join("\n"), rows.slice(first).join("\n")];
}

/**
 * The text below the head as the portal keeps it.
 * @param {Kind} kind
 * @param {string} body
 */
export function keptBody(kind, body) {
  const [own, paper] = ownAndPaper(kind, body);
  return paper ? `${mended(own).trim()}\n\n${paper}`.trim() : mended(body);
}

/**
 * A page as its file has it: the pages of its paper below the head, each under its heading, where people can read them.
 * @param {Kind} kind
 * @param {Front} front
 * @param {string} body
 * @returns {[Front, string]}
 */
export function withSheets(kind, front, body) {
  const field = fieldsOf(kind).find(isSheets);
  if (!field || !Array.isArray(front[field.key])) return [front, body];
  const { [field.key]: said, ...rest } = front;
  const headed = /** @type {string[]} */ (said).map((one, index) => {
    return `## ${filled(asked().rules.sheet, { number: index + 1 })}\n\n${one}`;
  });
  return [rest, [body.trim(), ...headed].filter(Boolean).join("\n\n")];
}
