// @ts-check
// The form of a kind, step by step: what must be there first, the rest folded away, the text, the English version.

import { idOf } from "./controls.js";
import { editor } from "./editor.js";
import { controlFor } from "./groups.js";
import { asked, fieldsOf, house, make, say } from "./page.js";
import { BODIES, ENGLISH } from "./telling.js";
import { OF_TRANSLATIONS } from "./values.js";

/** @typedef {import("./page.js").Kind} Kind */
/** @typedef {import("./page.js").Field} Field */
/** @typedef {import("./controls.js").Control} Control */
/** @typedef {import("./files.js").Draft} Draft */

const FOLDS = ["more", "about", "plan", "later"];

/**
 * @param {Field[]} fields
 * @param {string} before
 */
function controlsOf(fields, before) {
  return fields.map((field) => ({ field, control: controlFor(field, before + field.key) }));
}

/** @param {{ field: Field, control: Control }[]} parts */
function typedInto(parts) {
  /** @type {{ [key: string]: any }} */
  const typed = {};
  for (const { field, control } of parts) typed[field.key] = control.read();
  return typed;
}

/**
 * @param {{ field: Field, control: Control }[]} parts
 * @param {{ [key: string]: any }} typed
 */
function putBack(parts, typed) {
  for (const { field, control } of parts) if (field.key in typed) control.fill(typed[field.key]);
}

/**
 * @param {string} id
 * @param {string} title
 * @param {Node[]} inside
 */
function step(id, title, ...inside) {
  return make("section", { class: "step", "aria-labelledby": id }, make("h2", { id }, title), ...inside);
}

/** @param {{ field: Field, control: Control }[]} parts */
function folds(parts) {
  return FOLDS.map((fold) => {
    const own = parts.filter(({ field }) => field.fold === fold);
    const inside = own.map(({ control }) => control.element);
    return own.length ? make("details", { class: "fold" }, make("summary", {}, say(fold)), ...inside) : null;
  }).filter(/** @returns {one is HTMLDetailsElement} */ (one) => one !== null);
}

/** @param {Kind} kind */
function sectionBox(kind) {
  const id = idOf("section");
  const options = kind.sections.map((name) => make("option", { value: name }, asked().sections[name]));
  const select = make("select", { id, "aria-describedby": `${id}-giup` }, ...options);
  const help = make("p", { class: "small", id: `${id}-giup` }, say("section_help"));
  const element = make("div", { class: "asked" }, make("label", { for: id }, say("section")), help, select);
  element.hidden = kind.sections.length < 2;
  return { element, select };
}

/** @param {{ field: Field, control: Control }[]} parts @param {ReturnType<typeof editor>} text */
function englishStep(parts, text) {
  const want = make("input", { type: "checkbox" });
  const inside = make("div", { hidden: true }, ...parts.map(({ control }) => control.element), text.element);
  const label = make("label", { class: "tick" }, want, make("span", {}, say("english_want")));
  want.addEventListener("change", () => (inside.hidden = !want.checked));
  const note = make("p", { class: "small" }, say("english_note"));
  return { element: step("buoc-4", say("step_english"), note, label, inside), want, inside };
}

/**
 * The form of a kind: its steps, the two texts, the draft it holds, and how to put one back.
 * @param {Kind} kind
 */
export function stepsFor(kind) {
  const fields = fieldsOf(kind);
  const main = controlsOf(fields.filter(({ key }) => !OF_TRANSLATIONS.includes(key)), "");
  const said = controlsOf(fields.filter((field) => field.isSaid), ENGLISH);
  const section = sectionBox(kind);
  const needed = main.filter(({ field }) => !field.fold).map(({ control }) => control.element);
  const text = editor(BODIES.vi, say("text"), house()[0]);
  const other = editor(BODIES.en, say("english_text"), house()[1]);
  const english = englishStep(said, other);
  const elements = [
    step("buoc-2", say("step_main"), section.element, ...needed, ...folds(main)),
    step("buoc-3", say("step_text"), text.element),
    english.element,
  ];
  return { elements, text, other, ...holding(kind, section.select, main, said, text, other, english) };
}

/**
 * @param {Kind} kind
 * @param {HTMLSelectElement} section
 * @param {{ field: Field, control: Control }[]} main
 * @param {{ field: Field, control: Control }[]} said
 * @param {ReturnType<typeof editor>} text
 * @param {ReturnType<typeof editor>} other
 * @param {ReturnType<typeof englishStep>} english
 */
function holding(kind, section, main, said, text, other, english) {
  /** @param {string} name @returns {Draft} */
  function draft(name) {
    const translated = { typed: typedInto(said), body: other.area.value };
    const [typed, body, hasEnglish] = [typedInto(main), text.area.value, english.want.checked];
    return { kind, section: section.value, name, typed, body, hasEnglish, english: translated };
  }
  /** @param {Omit<Draft, "kind" | "name">} kept */
  function fill(kept) {
    if (kind.sections.includes(kept.section)) Object.assign(section, { value: kept.section });
    putBack(main, kept.typed);
    putBack(said, kept.english.typed);
    Object.assign(text.area, { value: kept.body });
    Object.assign(other.area, { value: kept.english.body });
    Object.assign(english.want, { checked: kept.hasEnglish });
    Object.assign(english.inside, { hidden: !kept.hasEnglish });
  }
  return { draft, fill };
}
