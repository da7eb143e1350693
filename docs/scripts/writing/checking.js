// @ts-check
// Everything the form knows to be wrong with a page and with its English version, by the codes of `check`.

import { answerFaults } from "./answer_rules.js";
import { faultsIn } from "./field_rules.js";
import { frontFaults, lineFaults } from "./hygiene.js";
import { anchorFaults, linkFaults } from "./links.js";
import { modelFaults } from "./model_rules.js";
import { asked, fieldsOf, house } from "./page.js";
import { contentsOf } from "./paragraphs.js";
import { bodyPersons, declared, frontPersons } from "./persons.js";
import { ownAndPaper } from "./sheets.js";
import { markFaults, textFaults } from "./text_rules.js";
import { OF_TRANSLATIONS } from "./values.js";
import { answerWordFaults, praiseFaults } from "./word_rules.js";

/** @typedef {import("./page.js").Fault} Fault */
/** @typedef {import("./page.js").Kind} Kind */
/** @typedef {import("./values.js").Front} Front */

/** The fields whose words are the portal's own, and that hold a standard of their own in an answer. */
const SAID = ["title", "description", "summary", "finding", "true_part", "missing_context", "unknowns", "lead"];
const NOTHING = /^(không( có)?|chưa có|none|nothing)( gì| phần nào)?[.\s]*$/i;

/**
 * What a page says in its own words, by its place.
 * @param {Front} front
 * @param {string} body
 */
function saidIn(front, body) {
  /** @type {{ [place: string]: string }} */
  const said = {};
  for (const name of SAID) {
    const value = front[name];
    if (typeof value === "string") said[name] = value;
    if (Array.isArray(value)) value.forEach((one, place) => (said[`${name}[${place + 1}]`] = String(one)));
  }
  return { ...said, body };
}

/**
 * @param {Kind} kind
 * @param {Front} front
 * @param {string} body
 * @param {string} lang
 * @param {number} sources
 * @returns {Fault[]}
 */
function wordFaults(kind, front, body, lang, sources) {
  const { rules } = asked();
  const contents = contentsOf(body);
  const said = saidIn(front, body);
  const empty = kind.name === "rebuttal" && NOTHING.test(String(front.true_part || "").trim());
  return [
    ...frontFaults(front, lang),
    ...textFaults(contents, rules),
    ...linkFaults(contents, rules.tags),
    ...anchorFaults(contents, rules),
    ...lineFaults(contents.source, lang),
    ...markFaults(contents, sources, kind.isStory),
    ...praiseFaults(said, lang),
    ...(kind.name === "rebuttal" ? answerWordFaults(said, lang) : []),
    ...(empty ? [{ place: "true_part", code: "true-part-empty", values: { value: String(front.true_part) } }] : []),
  ];
}

/**
 * How many sources a page has that its marks can lead to.
 * @param {Front} front
 */
function sourcesIn(front) {
  const listed = [front.evidence, front.sources].filter(Array.isArray);
  return listed.reduce((sum, some) => sum + /** @type {any[]} */ (some).length, 0);
}

/**
 * What is wrong with a page as its Vietnamese file would say it.
 * @param {Kind} kind
 * @param {Front} front
 * @param {string} body
 * @param {string} today
 * @returns {Fault[]}
 */
export function faultsOfPage(kind, front, body, today) {
  const [own] = ownAndPaper(kind, body);
  const { cited } = contentsOf(own);
  const fields = fieldsOf(kind).filter(({ key }) => !OF_TRANSLATIONS.includes(key));
  return [
    ...faultsIn(fields, front, "", today),
    ...modelFaults(front, today),
    ...(kind.name === "rebuttal" ? answerFaults(front, cited) : []),
    ...wordFaults(kind, front, own, house()[0], sourcesIn(front)),
    ...frontPersons(front, declared(front)),
    ...bodyPersons(body, declared(front)),
  ];
}

/**
 * What is wrong with its English version.
 * @param {Kind} kind
 * @param {Front} front what the English file says itself
 * @param {Front} original the facts it shares
 * @param {string} body
 * @param {string} today
 * @returns {Fault[]}
 */
export function faultsOfEnglish(kind, front, original, body, today) {
  const fields = fieldsOf(kind).filter((field) => field.isSaid);
  const faults = [
    ...faultsIn(fields, front, "", today),
    ...wordFaults(kind, front, body, house()[1], sourcesIn(original)),
    ...frontPersons(front, declared(original)),
    ...bodyPersons(body, declared(original)),
  ];
  return faults.map((fault) => ({ ...fault, english: true }));
}
