// @ts-check
// Problems while a page is written: beside the field once it was left, all of them in a list above that leads to each.

import { idOf } from "./controls.js";
import { nearest } from "./groups.js";
import { asked, filled, make, say } from "./page.js";

/** @typedef {import("./page.js").Fault} Fault */

/** Before the places of the English version's fields. */
export const ENGLISH = "en.";
/** Where the two texts stand. */
export const BODIES = { vi: "bai-viet", en: "bai-viet-en" };

/** Signs of a value that a sentence shows. */
const MOST_SHOWN = 120;

/**
 * The place of a fault among the fields of the form.
 * @param {Fault} fault
 */
function placeOn({ place, english }) {
  if (place.startsWith("body")) return english ? BODIES.en : BODIES.vi;
  return english ? ENGLISH + place : place;
}

/** @param {string} place */
function labelOf(place) {
  const found = nearest(place);
  const box = found && found.closest("[data-place]");
  const label = box && box.querySelector("label, legend");
  return label && label.firstChild ? label.firstChild.textContent || place : place;
}

/** @param {string | number | string[]} value */
function shortened(value) {
  return typeof value === "string" && value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN - 3)}…` : value;
}

/**
 * The sentence of `check` for a fault, with the names that stand on the form.
 * @param {Fault} fault
 */
function sentence(fault) {
  const { around } = fault.values;
  const place = placeOn(fault);
  /** @type {{ [name: string]: string }} */
  const group = around ? { around: labelOf((fault.english ? ENGLISH : "") + around) } : {};
  /** @type {Fault["values"]} */
  const names = { ...fault.values, field: labelOf(place), ...group };
  for (const name of Object.keys(names)) names[name] = shortened(names[name]);
  const what = filled(asked().problems[fault.code] || fault.code, names);
  const line = /^body:(\d+)$/.exec(fault.place);
  return line && Number(line[1]) > 1 ? say("line", { number: line[1], what }) : what;
}

/**
 * Go to what is wrong: the field, or the line of a text.
 * @param {Fault} fault
 */
function goTo(fault) {
  const place = placeOn(fault);
  const found = nearest(place);
  if (!found) return;
  for (let around = found.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  found.focus();
  const line = /^body:(\d+)$/.exec(fault.place);
  if (found instanceof HTMLTextAreaElement && line) {
    const start = found.value.split("\n").slice(0, Number(line[1]) - 1).join("\n").length;
    found.setSelectionRange(start + (start ? 1 : 0), start + (start ? 1 : 0));
  }
  found.scrollIntoView({ block: "center" });
}

/** @param {Fault} fault */
function entryOf(fault) {
  const link = make("a", { href: `#${idOf(placeOn(fault))}` }, sentence(fault));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(fault);
  });
  return make("li", {}, link);
}

/**
 * The first sentence for each box of the form that a fault stands in.
 * @param {Fault[]} faults
 */
function sentencesByBox(faults) {
  /** @type {Map<Element, string>} */
  const said = new Map();
  for (const fault of faults) {
    const found = nearest(placeOn(fault));
    const box = found && found.closest("[data-place]");
    if (box && !said.has(box)) said.set(box, sentence(fault));
  }
  return said;
}

/**
 * @param {HTMLElement} box
 * @param {string} words
 */
function tellBeside(box, words) {
  const line = /** @type {HTMLElement | undefined} */ ([...box.children].find((one) => one.className === "fault"));
  if (!line) return;
  if (line.textContent !== words) line.textContent = words;
  line.hidden = !words;
  const control = box.querySelector("input, select, textarea");
  if (box.tagName === "DIV" && control) control.setAttribute("aria-invalid", String(Boolean(words)));
}

/**
 * @param {HTMLElement} form
 * @param {Fault[]} faults
 * @param {boolean} every whether also of fields that nobody has left yet
 */
function besideFields(form, faults, every) {
  const said = sentencesByBox(faults);
  /** @type {NodeListOf<HTMLElement>} */
  const boxes = form.querySelectorAll("[data-place]");
  for (const box of boxes) {
    const isTold = every || box.dataset.left !== undefined;
    if (!box.classList.contains("text")) tellBeside(box, (isTold && said.get(box)) || "");
  }
}

/**
 * @param {HTMLElement} list
 * @param {Fault[]} faults
 */
function listIn(list, faults) {
  const entries = faults.map(entryOf);
  const same = list.textContent === entries.map((one) => one.textContent).join("");
  if (same) return;
  list.textContent = "";
  list.append(...entries);
}

/** The list above the form: how much is left, and where. */
export function summary() {
  const count = make("p", { role: "status", class: "left-count" });
  const list = make("ul", { class: "faults" });
  const button = make("summary", {}, say("show_all"));
  const all = make("details", {}, button, list);
  const element = make("div", { class: "left" }, count, all, make("p", { class: "small" }, say("rest")));
  /** @param {Fault[]} faults */
  function show(faults) {
    const words = faults.length ? say("left", { count: faults.length }) : say("none_left");
    if (count.textContent !== words) count.textContent = words;
    all.hidden = !faults.length;
    listIn(list, faults);
  }
  return { element, show, isOpen: () => all.open };
}

/**
 * Tell what is wrong everywhere on the form.
 * @param {HTMLElement} form
 * @param {{ vi: HTMLElement, en: HTMLElement }} lists those below the two texts
 * @param {Fault[]} faults
 * @param {boolean} every
 */
export function tellFaults(form, lists, faults, every) {
  besideFields(form, faults, every);
  const ofTexts = faults.filter((fault) => fault.place.startsWith("body"));
  /** @param {boolean} english */
  const seen = (english) => {
    const own = ofTexts.filter((fault) => Boolean(fault.english) === english);
    return every ? own : own.filter(({ code }) => code !== "sources-not-cited");
  };
  listIn(lists.vi, seen(false));
  listIn(lists.en, seen(true));
}
