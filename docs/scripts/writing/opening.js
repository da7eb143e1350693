// @ts-check
// Opens the form of the kind that was chosen, and keeps page, problems and files in step with what is typed.

import { faultsOfEnglish, faultsOfPage } from "./checking.js";
import { filesOf } from "./files.js";
import { lastStep } from "./handing.js";
import { keeper, keptDraft } from "./keeping.js";
import { mended } from "./mending.js";
import { asked, make, say, tell } from "./page.js";
import { keptBody } from "./sheets.js";
import { stepsFor } from "./steps.js";
import { summary, tellFaults } from "./telling.js";
import { frontOf } from "./values.js";

/** @typedef {import("./files.js").Draft} Draft */

const AFTER = 300;
const OF_VIET_NAM = 7 * 3600 * 1000;

/** @param {string} selector @returns {HTMLElement} */
function the(selector) {
  const found = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (!found) throw new Error(selector);
  return found;
}

const whole = the("[data-asked]");
const place = the("[data-writing]");
const kinds = the("[data-writing-kinds]");
const templates = the("[data-writing-templates]");
const status = the("[data-script-status]");
/** @type {{ draft: () => Draft | null, isTyped: boolean }} */
const now = { draft: () => null, isTyped: false };

/** The day it is in Viet Nam. */
function today() {
  return new Date(Date.now() + OF_VIET_NAM).toISOString().slice(0, 10);
}

/** @param {Draft} draft */
function faultsNow(draft) {
  const front = frontOf(draft.kind, draft.typed, false);
  const faults = faultsOfPage(draft.kind, front, keptBody(draft.kind, draft.body), today());
  if (!draft.hasEnglish) return { front, said: front, faults };
  const said = frontOf(draft.kind, draft.english.typed, true);
  faults.push(...faultsOfEnglish(draft.kind, said, front, mended(draft.english.body), today()));
  return { front, said, faults };
}

/** @param {import("./values.js").Front} front */
function sourcesOf(front) {
  const listed = [front.evidence, front.sources].filter(Array.isArray);
  const all = /** @type {any[]} */ (listed).reduce((some, more) => some.concat(more), []);
  return all.map((/** @type {any} */ one) => [one.title, one.publisher].filter(Boolean).join(". "));
}

/** @param {import("./values.js").Front} front @param {import("./values.js").Front} said */
function aboutPage(front, said) {
  const text = (/** @type {import("./yaml.js").Value | undefined} */ one) => (one ? String(one) : "");
  return { title: text(said.title), lead: text(said.lead) || text(said.description), sources: sourcesOf(front) };
}

/** @param {import("./page.js").Kind} kind */
function partsFor(kind) {
  const change = make("button", { type: "button", class: "tool" }, say("change"));
  change.addEventListener("click", choose);
  const chosen = make("p", { class: "chosen" }, `${say("kind")}: `, make("strong", {}, kind.label), " ", change);
  const [form, left, keeping] = [stepsFor(kind), summary(), keeper()];
  const last = lastStep((name) => filesOf(form.draft(name)));
  const inside = [chosen, left.element, ...form.elements, last.element, keeping.element];
  return { form, last, left, keeping, element: make("form", { novalidate: true, autocomplete: "off" }, ...inside) };
}

/** @type {Omit<Draft, "kind" | "name">} */
const NOTHING_YET = { section: "", typed: {}, body: "", hasEnglish: false, english: { typed: {}, body: "" } };

/**
 * @param {import("./page.js").Kind} kind
 * @param {Draft | null} kept
 */
function openKind(kind, kept) {
  const { form, last, left, keeping, element } = partsFor(kind);
  form.fill(kept || { ...NOTHING_YET, typed: { date: today() } });
  last.name.value = (kept && kept.name) || "";
  function update() {
    const draft = form.draft(last.name.value);
    const { front, said, faults } = faultsNow(draft);
    left.show(faults);
    tellFaults(element, { vi: form.text.faults, en: form.other.faults }, faults, left.isOpen());
    form.text.show(aboutPage(front, front));
    form.other.show(aboutPage(front, said));
    last.show(faults.length);
    keeping.keep({ ...draft, kind: kind.name });
  }
  now.draft = () => form.draft(last.name.value);
  listen(element, update);
  show(element);
  update();
  if (kept && keptDraft()) keeping.told(say("restored"));
}

/**
 * @param {HTMLElement} element
 * @param {() => void} update
 */
function listen(element, update) {
  let timer = 0;
  // Never at once: what is being pressed would be drawn anew under the finger.
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(update, AFTER);
  };
  element.addEventListener("input", () => (now.isTyped = true));
  for (const name of ["input", "change", "focusout"]) element.addEventListener(name, soon);
  element.addEventListener("focusout", (event) => {
    const box = /** @type {HTMLElement} */ (event.target).closest("[data-place]");
    if (box) box.setAttribute("data-left", "");
  });
  element.addEventListener("toggle", update, true);
  element.addEventListener("submit", (event) => event.preventDefault());
  element.addEventListener("click", stayHere);
}

/**
 * A link of the page that is shown would lead away from what is being written.
 * @param {MouseEvent} event
 */
function stayHere(event) {
  const link = /** @type {HTMLElement} */ (event.target).closest(".preview a");
  if (link) event.preventDefault();
}

/** @param {HTMLElement} element */
function show(element) {
  place.textContent = "";
  place.append(element);
  place.hidden = false;
  kinds.hidden = templates.hidden = true;
  const first = /** @type {HTMLElement | null} */ (element.querySelector("h2"));
  if (!first) return;
  first.tabIndex = -1;
  first.focus();
}

function choose() {
  kinds.hidden = false;
  place.hidden = true;
  const title = the("[data-writing-kinds] h2");
  title.tabIndex = -1;
  title.focus();
}

/** @param {string} name */
function openNamed(name) {
  const kind = asked().kinds.find((one) => one.name === name);
  if (!kind) return;
  const kept = keptDraft();
  const before = now.draft() || (kept && kept.kind === name ? kept : null);
  openKind(kind, before);
}

function fromAddress() {
  const found = /^#mau-([a-z]+)$/.exec(location.hash);
  if (found) openNamed(found[1]);
}

/** The form's own style, before the form is shown; one that does not come leaves the form plain. */
function styled() {
  const link = make("link", { rel: "stylesheet", href: whole.dataset.style });
  return new Promise((done) => {
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  });
}

async function open() {
  status.textContent = status.dataset.wait || "";
  const style = styled();
  const answer = await fetch(new URL(whole.dataset.asked || "", location.href).href);
  tell(await answer.json());
  await style;
  status.textContent = "";
  for (const link of kinds.querySelectorAll("a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      openNamed(link.dataset.kind || "");
    });
  }
  fromAddress();
}

addEventListener("beforeunload", (event) => {
  if (!now.isTyped || keptDraft()) return;
  event.preventDefault();
  // What older browsers ask for.
  Object.assign(event, { returnValue: "" });
});
open().catch(() => (status.textContent = status.dataset.failed || ""));
