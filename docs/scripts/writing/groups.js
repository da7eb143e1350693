// @ts-check
// Fields that stand together: a group, rows of groups that can be added and taken away, the same text twice, articles.

import { CONTROLS, fieldset, framed, idOf } from "./controls.js";
import { choicesOf, fieldsOf, make, say } from "./page.js";
import { isSheets } from "./sheets.js";
import { inBoth } from "./values.js";

/** @typedef {import("./page.js").Field} Field */
/** @typedef {import("./controls.js").Control} Control */

const MOST_OPEN = 3;

/**
 * The fields of a group, those that need not be there folded away where they are many.
 * @param {Field[]} fields
 * @param {HTMLElement[]} elements
 */
function withFold(fields, elements) {
  const folded = elements.filter((_one, index) => fields[index].fold);
  if (folded.length <= MOST_OPEN || folded.length === elements.length) return elements;
  const more = make("details", { class: "fold" }, make("summary", {}, say("more_of_this")), ...folded);
  return [...elements.filter((one) => !folded.includes(one)), more];
}

/**
 * @param {Field[]} fields
 * @param {string} place
 */
function together(fields, place) {
  const parts = fields.map((field) => ({ key: field.key, control: controlFor(field, `${place}.${field.key}`) }));
  return {
    elements: withFold(fields, parts.map(({ control }) => control.element)),
    read() {
      /** @type {{ [key: string]: any }} */
      const typed = {};
      for (const { key, control } of parts) typed[key] = control.read();
      return typed;
    },
    /** @param {{ [key: string]: any } | undefined} typed */
    fill(typed) {
      for (const { key, control } of parts) control.fill((typed || {})[key]);
    },
  };
}

/** @param {Field} field @param {string} place @returns {Control} */
function group(field, place) {
  const parts = together(fieldsOf(field), place);
  return { ...parts, element: fieldset(field, place, parts.elements) };
}

/** @param {Field} field @param {string} place @returns {Control} */
function both(field, place) {
  const labels = [say("in_vietnamese"), say("in_english")];
  const fields = inBoth().map((one, number) => ({ ...one, label: labels[number], required: field.required }));
  const parts = together(fields, place);
  return { ...parts, element: fieldset(field, place, parts.elements) };
}

/** @param {Field} field @param {string} place @returns {Control} */
function articles(field, place) {
  const parts = choicesOf(field).map(([value, label]) => {
    const input = make("input", { type: "text", inputmode: "numeric", autocomplete: "off" });
    const about = { ...field, label, help: "", required: false };
    return { value, input, element: framed(about, `${place}.${value}`, input) };
  });
  const note = make("p", { class: "small" }, say("numbers_each"));
  return {
    element: fieldset(field, place, [note, ...parts.map(({ element }) => element)]),
    read() {
      /** @type {{ [name: string]: string }} */
      const typed = {};
      for (const { value, input } of parts) typed[value] = input.value;
      return typed;
    },
    fill: (typed) => parts.forEach(({ value, input }) => (input.value = (typed || {})[value] || "")),
  };
}

/**
 * What one row asks: the fields of a group, or a page of a paper.
 * @param {Field} field
 * @returns {Field[]}
 */
function partsOfRow(field) {
  if (!isSheets(field)) return fieldsOf(field);
  return [{ key: field.key, control: "sheet", label: field.label, help: "" }];
}

/**
 * One row under its number, and the button that takes it away.
 * @param {Field} field
 * @param {string} place
 * @param {number} number
 * @param {any} typed
 * @param {(number: number) => void} gone
 */
function rowOf(field, place, number, typed, gone) {
  const own = `${place}[${number}]`;
  const values = { name: field.label, number };
  const parts = together(partsOfRow(field), own);
  parts.fill(typed);
  const button = make("button", { type: "button", class: "tool" }, say("remove", values));
  button.addEventListener("click", () => gone(number));
  const about = { ...field, help: "", required: false };
  return { element: fieldset(about, own, [...parts.elements, button], say("row", values)), read: parts.read };
}

/** @param {Element} row */
function focusIn(row) {
  const first = /** @type {HTMLElement | null} */ (row.querySelector("input, select, textarea"));
  if (first) first.focus();
}

/**
 * Rows, the first there from the start where one is needed; each knows its number, which changes when one above goes.
 * @param {Field} field
 * @param {string} place
 * @returns {Control}
 */
function rows(field, place) {
  const [status, holder] = [make("p", { role: "status", class: "small" }), make("div", {})];
  const more = make("button", { type: "button", class: "more-results" }, say("add", { name: field.label }));
  /** @type {{ element: HTMLElement, read: () => any }[]} */
  let made = [];
  const read = () => made.map((one) => one.read());

  /** @param {any[] | undefined} typed */
  function fill(typed) {
    const given = typed && typed.length ? typed : field.required ? [{}] : [];
    made = given.map((one, number) => rowOf(field, place, number + 1, one, remove));
    holder.textContent = "";
    holder.append(...made.map(({ element }) => element));
  }

  /** @param {number} number */
  function remove(number) {
    fill(read().filter((_one, index) => index !== number - 1));
    status.textContent = say("removed", { name: field.label, number });
    more.focus();
  }

  more.addEventListener("click", () => {
    fill([...read(), {}]);
    focusIn(/** @type {Element} */ (holder.lastElementChild));
  });
  fill([]);
  return { element: fieldset(field, place, [holder, more, status]), read, fill };
}

/**
 * Pages of a paper: a row each, that is a text and no group.
 * @param {Field} field
 * @param {string} place
 * @returns {Control}
 */
function sheets(field, place) {
  const { element, read, fill } = rows(field, place);
  const { key } = field;
  return {
    element,
    read: () => read().map((/** @type {{ [key: string]: any }} */ row) => row[key]),
    fill: (typed) => fill((typed || []).map((/** @type {string} */ one) => ({ [key]: one }))),
  };
}

/** @type {{ [control: string]: (field: Field, place: string) => Control }} */
const GROUPS = { group, both, articles, rows };

/**
 * The control of a field at a place.
 * @param {Field} field
 * @param {string} place
 * @returns {Control}
 */
export function controlFor(field, place) {
  if (isSheets(field)) return sheets(field, place);
  return (GROUPS[field.control] || CONTROLS[field.control])(field, place);
}

/**
 * The nearest part of the page to a place: itself, or what it stands in.
 * @param {string} place
 */
export function nearest(place) {
  for (let name = place; name; name = name.replace(/(?:^|\.|\[)[^.[]*$/, "")) {
    const found = document.getElementById(idOf(name));
    if (found) return found;
  }
  return null;
}
