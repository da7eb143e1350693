// @ts-check
// The rules of the models, as the JSON tells them: what must be there, how long, which day, which address. Each by the
// code under which `check` knows it (tests/pages/test_form_rules.py holds both to one table).

import { wrongAddress } from "./addresses.js";
import { fieldsOf } from "./page.js";
import { inBoth } from "./values.js";
import { isEmpty } from "./yaml.js";

/** @typedef {import("./page.js").Field} Field */
/** @typedef {import("./page.js").Fault} Fault */
/** @typedef {import("./values.js").Front} Front */

const FIRST_DAY = "1900-01-01";
const MOST_OF_A_PLACE = 80;

/** @param {string} day */
export function isRealDay(day) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) return false;
  const made = new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])));
  return made.toISOString().slice(0, 10) === day;
}

/** Texts that have a sentence of their own about their length; of all others it is what fits on paper. */
const OF_THE_HEAD = ["title", "description"];

/** @param {string} text */
function length(text) {
  return [...text].length;
}

/** @type {{ [control: string]: (field: Field, value: any, today: string) => [string, Fault["values"]] | null }} */
const RULES = {
  text: (field, value) => withinBounds(field, value),
  long: (field, value) => withinBounds(field, value),
  day(field, value, today) {
    if (field.instead && value === field.instead[0]) return null;
    if (!isRealDay(value)) return ["not-a-day", { value }];
    if (field.isPast && value > today) return ["day-in-future", { value }];
    return (field.isPast || field.key === "date") && value < FIRST_DAY ? ["not-a-day", { value }] : null;
  },
  address: (_field, value) => wrongAddress(value),
  place(field, value) {
    const most = field.most || MOST_OF_A_PLACE;
    return isPlace(value, most) ? null : ["not-a-place", { value, most }];
  },
  whole(field, value) {
    if (typeof value !== "number") return ["not-a-whole-number", { value }];
    return field.least !== undefined && value < field.least ? ["number-too-small", { value, ge: field.least }] : null;
  },
};

/**
 * @param {Field} field
 * @param {string} value
 * @returns {[string, Fault["values"]] | null}
 */
function withinBounds(field, value) {
  const signs = length(value);
  if (field.most === undefined || (signs >= (field.least || 0) && signs <= field.most)) return null;
  const code = OF_THE_HEAD.indexOf(field.key) < 0 ? "print-length" : `${field.key}-length`;
  return [code, { length: signs, least: field.least || 0, most: field.most }];
}

/**
 * @param {string} value
 * @param {number} most
 */
function isPlace(value, most) {
  return /[a-z0-9]/.test(value.toLowerCase().replace(/đ/g, "d").normalize("NFD")) && length(value) <= most;
}

/**
 * @param {Field} field
 * @returns {Field[]}
 */
function partsInside(field) {
  return field.control === "both" ? inBoth() : fieldsOf(field);
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {string} place
 * @param {string} today
 * @returns {Fault[]}
 */
function faultsOf(field, value, place, today) {
  const part = { ...field, control: field.each || "text", most: field.each === "place" ? field.most : undefined };
  if (field.control === "rows") {
    return join(value.map((/** @type {Front} */ row, /** @type {number} */ number) =>
      faultsIn(partsInside(field), row, `${place}[${number + 1}]`, today)));
  }
  if (field.control === "texts") {
    return join(value.map((/** @type {string} */ one, /** @type {number} */ number) =>
      faultsOf(part, one, `${place}[${number + 1}]`, today)));
  }
  if (field.control === "group" || field.control === "both") return faultsIn(partsInside(field), value, place, today);
  const rule = RULES[field.control];
  const found = rule ? rule(field, value, today) : null;
  return found ? [{ place, code: found[0], values: found[1] }] : [];
}

/**
 * @param {Fault[][]} lists
 * @returns {Fault[]}
 */
function join(lists) {
  return lists.reduce((all, some) => all.concat(some), []);
}

/**
 * What is wrong with fields that stand together.
 * @param {Field[]} fields
 * @param {Front} values
 * @param {string} around the place of the group, "" for the page itself
 * @param {string} today
 * @returns {Fault[]}
 */
export function faultsIn(fields, values, around, today) {
  return join(fields.map((field) => {
    const place = around ? `${around}.${field.key}` : field.key;
    const value = values[field.key];
    if (!isEmpty(value)) return faultsOf(field, value, place, today);
    if (!field.required) return [];
    return [{ place, code: around ? "missing-field-in" : "missing-field", values: { name: field.label, around } }];
  }));
}
