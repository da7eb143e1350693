// @ts-check
// What was typed becomes what a file says: clean words, days as 2026-11-23, numbers, true and false; nothing empty.

import { cleanedLine, cleanedLines } from "./letters.js";
import { fieldsOf, house } from "./page.js";
import { isSheets, sheetsOf } from "./sheets.js";
import { isEmpty } from "./yaml.js";

/** @typedef {import("./yaml.js").Value} Value */
/** @typedef {import("./page.js").Field} Field */
/** @typedef {{ [name: string]: Value }} Front */

/** Fields that only a translation has something to say in. */
export const OF_TRANSLATIONS = ["translator", "native_reviewer", "translation_checked", "original_parts"];

/**
 * The same text in both languages, as fields of a group.
 * @returns {Field[]}
 */
export function inBoth() {
  return house().map((key) => ({ key, control: "long", label: key, help: "", required: true }));
}

/**
 * A day as typed: 2026-11-23 or 23/11/2026; anything else stays for who is told of it.
 * @param {string} typed
 */
function dayOf(typed) {
  const found = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed);
  return found ? `${found[3]}-${found[2].padStart(2, "0")}-${found[1].padStart(2, "0")}` : typed;
}

/** @type {{ [control: string]: (typed: string) => Value }} */
const SINGLE = {
  day: (typed) => dayOf(typed),
  whole: (typed) => (/^\d{1,15}$/.test(typed) ? Number(typed) : typed),
  yes_no: (typed) => (typed ? typed === "true" : ""),
};

/** @param {string} typed */
function numbersOf(typed) {
  return typed.split(/[^0-9]+/).filter(Boolean).map(Number);
}

/**
 * The parts of a group that say something.
 * @param {Field[]} fields
 * @param {{ [key: string]: any }} typed
 * @returns {Front}
 */
function partsSaid(fields, typed) {
  /** @type {Front} */
  const said = {};
  for (const field of fields) {
    const value = valueOf(field, typed[field.key]);
    if (!isEmpty(value)) said[field.key] = value;
  }
  return said;
}

/** @type {{ [control: string]: (field: Field, typed: any) => Value }} */
const MANY = {
  choices: (_field, typed) => [...typed],
  texts: (field, typed) => linesOf(field, Array.isArray(typed) ? typed : String(typed).split("\n")),
  both: (_field, typed) => partsSaid(inBoth(), typed),
  group: (field, typed) => partsSaid(fieldsOf(field), typed),
  rows: (field, typed) => typed.map((/** @type {any} */ row) => partsSaid(fieldsOf(field), row)),
  articles: (_field, typed) => partsOfArticles(typed),
};

/**
 * What each line says, or each page of a paper; of numbers, a line may hold several, as "1, 3" or "[1, 3]".
 * @param {Field} field
 * @param {string[]} typed
 * @returns {Value[]}
 */
function linesOf(field, typed) {
  if (isSheets(field)) return sheetsOf(typed);
  const lines = typed.map(cleanedLine).filter(Boolean);
  if (field.each !== "whole") return lines;
  const each = lines.reduce((all, line) => all.concat(line.split(/[\s,;[\]]+/)), /** @type {string[]} */ ([]));
  return each.filter(Boolean).map(SINGLE.whole);
}

/** @param {{ [convention: string]: string }} typed */
function partsOfArticles(typed) {
  /** @type {Front} */
  const said = {};
  for (const name of Object.keys(typed)) if (numbersOf(typed[name]).length) said[name] = numbersOf(typed[name]);
  return said;
}

/**
 * What a field says of what was typed into it.
 * @param {Field} field
 * @param {any} typed
 * @returns {Value}
 */
export function valueOf(field, typed) {
  if (typed === undefined || typed === null) return "";
  if (MANY[field.control]) return MANY[field.control](field, typed);
  const plain = field.control === "long" ? cleanedLines(String(typed)) : cleanedLine(String(typed));
  return SINGLE[field.control] ? SINGLE[field.control](plain) : plain;
}

/**
 * The front matter of a page of a kind, its fields in the order of the model; rows in which nothing stands are no rows.
 * @param {import("./page.js").Kind} kind
 * @param {{ [key: string]: any }} typed
 * @param {boolean} isSaid whether only what a translation says itself
 * @returns {Front}
 */
export function frontOf(kind, typed, isSaid) {
  const fields = fieldsOf(kind).filter((field) => (isSaid ? field.isSaid : !OF_TRANSLATIONS.includes(field.key)));
  const said = partsSaid(fields, typed);
  for (const name of Object.keys(said)) {
    const value = said[name];
    if (Array.isArray(value)) said[name] = value.filter((one) => !isEmpty(one));
  }
  if (isSaid) return said;
  const { title, description, ...rest } = said;
  return { ...(title ? { title } : {}), ...(description ? { description } : {}), kind: kind.name, ...rest };
}
