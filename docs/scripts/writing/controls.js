// @ts-check
// The controls in which fields are filled in: a label above, what it is for, the control, what is wrong with it.

import { choicesOf, make, say } from "./page.js";

/**
 * A field on the page: where it is, what was typed into it, how to put a draft back into it.
 * @typedef {{ element: HTMLElement, read: () => any, fill: (typed: any) => void }} Control
 * @typedef {import("./page.js").Field} Field
 */

/** @param {string} place */
export function idOf(place) {
  return `o-${place.replace(/[^a-zA-Z0-9]+/g, "-").replace(/-$/, "")}`;
}

/**
 * What stands around a control: label, help, a line for what is wrong.
 * @param {Field} field
 * @param {string} place
 * @param {HTMLElement} control
 * @param {string} [label]
 */
export function framed(field, place, control, label = field.label) {
  const id = idOf(place);
  control.setAttribute("aria-describedby", `${id}-giup ${id}-loi`);
  control.id = id;
  const name = make("label", { for: id }, label);
  if (field.required) name.append(" ", make("span", { class: "needed" }, say("needed")));
  return make(
    "div",
    { class: "asked", "data-place": place },
    name,
    make("p", { class: "small", id: `${id}-giup` }, field.help),
    control,
    make("p", { class: "fault", id: `${id}-loi`, hidden: true }),
  );
}

/**
 * A group of controls under one name.
 * @param {Field} field
 * @param {string} place
 * @param {Node[]} inside
 * @param {string} [label]
 */
export function fieldset(field, place, inside, label = field.label) {
  const id = idOf(place);
  const legend = make("legend", {}, label);
  if (field.required) legend.append(" ", make("span", { class: "needed" }, say("needed")));
  return make(
    "fieldset",
    { class: "asked", "data-place": place, id, tabindex: -1, "aria-describedby": `${id}-giup ${id}-loi` },
    legend,
    make("p", { class: "small", id: `${id}-giup` }, field.help),
    ...inside,
    make("p", { class: "fault", id: `${id}-loi`, hidden: true }),
  );
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @param {HTMLElement} element
 * @returns {Control}
 */
function plain(control, element) {
  return {
    element,
    read: () => control.value,
    fill: (typed) => (control.value = typed === undefined ? "" : String(typed)),
  };
}

/** @param {Field} field @param {string} place @returns {Control} */
function line(field, place) {
  const keyboard = field.control === "address" ? "url" : field.control === "whole" ? "numeric" : "text";
  const input = make("input", { type: "text", inputmode: keyboard, autocomplete: "off" });
  return plain(input, framed(field, place, input));
}

/** @param {Field} field @param {string} place @returns {Control} */
function long(field, place) {
  const area = make("textarea", { rows: 3 });
  return plain(area, framed(field, place, area));
}

/** A page of a paper, of many lines. @param {Field} field @param {string} place @returns {Control} */
function sheet(field, place) {
  const area = make("textarea", { rows: 12 });
  return plain(area, framed(field, place, area));
}

/**
 * @param {[string, string][]} offered
 * @param {string} first
 */
function choiceBox(offered, first) {
  const options = offered.map(([value, label]) => make("option", { value }, label));
  return make("select", {}, make("option", { value: "" }, first), ...options);
}

/** @param {Field} field @param {string} place @returns {Control} */
function choice(field, place) {
  const select = choiceBox(choicesOf(field), field.required ? say("choose") : say("unsaid"));
  return plain(select, framed(field, place, select));
}

/** @param {Field} field @param {string} place @returns {Control} */
function yesNo(field, place) {
  const first = field.required ? say("choose") : say("unsaid");
  const select = choiceBox([["true", say("yes")], ["false", say("no")]], first);
  return plain(select, framed(field, place, select));
}

/** @param {Field} field @param {string} place @returns {Control} */
function day(field, place) {
  const input = make("input", { type: "date" });
  const element = framed(field, place, input);
  const { instead } = field;
  if (!instead) return plain(input, element);
  const box = make("input", { type: "checkbox" });
  element.insertBefore(make("label", { class: "tick" }, box, make("span", {}, instead[1])), element.lastChild);
  box.addEventListener("change", () => (input.disabled = box.checked));
  return {
    element,
    read: () => (box.checked ? instead[0] : input.value),
    fill(typed) {
      box.checked = input.disabled = typed === instead[0];
      input.value = box.checked || typed === undefined ? "" : String(typed);
    },
  };
}

/** @param {Field} field @param {string} place @returns {Control} */
function many(field, place) {
  const boxes = choicesOf(field).map(([value, label]) => {
    const box = make("input", { type: "checkbox", value });
    return { box, label: make("label", { class: "tick" }, box, make("span", {}, label)) };
  });
  const ticks = make("div", { class: "ticks" }, ...boxes.map(({ label }) => label));
  return {
    element: fieldset(field, place, [ticks]),
    read: () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value),
    fill: (typed) => boxes.forEach(({ box }) => (box.checked = (typed || []).includes(box.value))),
  };
}

/** @param {Field} field @param {string} place @returns {Control} */
function texts(field, place) {
  if (field.each === "language") return many(field, place);
  const area = make("textarea", { rows: 3 });
  const element = framed({ ...field, help: `${field.help} ${say("line_each")}` }, place, area);
  return {
    element,
    read: () => area.value.split("\n"),
    fill: (typed) => (area.value = (typed || []).join("\n")),
  };
}

/** @type {{ [control: string]: (field: Field, place: string) => Control }} */
export const CONTROLS = {
  text: line, address: line, place: line, whole: line, long, day, choice, choices: many, texts, language: choice,
  yes_no: yesNo, sheet,
};
