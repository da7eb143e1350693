// @ts-check
// Where a page is kept and what its files say: a name from its title, a folder a year for stories, one file a language.

import { fold } from "../search/folding.js";
import { mended } from "./mending.js";
import { keptBody, withSheets } from "./sheets.js";
import { frontOf } from "./values.js";
import { fileOf } from "./yaml.js";

/** @typedef {import("./page.js").Kind} Kind */
/** @typedef {{ kind: Kind, section: string, name: string, typed: any, body: string, hasEnglish: boolean,
 *   english: { typed: any, body: string } }} Draft */

const MOST_OF_A_NAME = 60;
/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/**
 * A name of a file from words: "Quyền của em" is "quyen-cua-em".
 * @param {string} words
 */
export function slugOf(words) {
  const whole = fold(words).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const cut = whole.length > MOST_OF_A_NAME ? whole.slice(0, MOST_OF_A_NAME + 1).replace(/-[^-]*$/, "") : whole;
  const name = cut.slice(0, MOST_OF_A_NAME);
  return RESERVED.test(name) ? `${name}-bai` : name;
}

/**
 * Where the page stands in the folder of a language, without ending; "" where its name cannot be told yet.
 * @param {Draft} draft
 * @param {import("./values.js").Front} front
 */
export function placeOf({ kind, section, name }, front) {
  const slug = nameIn(kind, name, front);
  if (!kind.isStory || kind.name === "convention") return slug && section ? `${section}/${slug}` : "";
  const year = /^(\d{4})-/.exec(String(front.date || ""));
  return slug && section && year ? `${section}/${year[1]}/${slug}` : "";
}

/**
 * @param {Kind} kind
 * @param {string} name
 * @param {import("./values.js").Front} front
 */
function nameIn(kind, name, front) {
  if (kind.isIndex) return "index";
  const conventions = /** @type {string[]} */ (front.conventions || []);
  return kind.name === "convention" ? conventions[0] : slugOf(name || String(front.title || ""));
}

/**
 * The files of a draft by their paths: the Vietnamese one, and the English one where it is wanted.
 * @param {Draft} draft
 * @returns {{ [path: string]: string }}
 */
export function filesOf(draft) {
  const front = frontOf(draft.kind, draft.typed, false);
  const place = placeOf(draft, front);
  if (!place) return {};
  const whole = withSheets(draft.kind, front, keptBody(draft.kind, draft.body));
  /** @type {{ [path: string]: string }} */
  const files = { [`content_vi/${place}.md`]: fileOf(...whole) };
  if (draft.hasEnglish) {
    const said = frontOf(draft.kind, draft.english.typed, true);
    files[`content_en/${place}.md`] = fileOf(said, mended(draft.english.body));
  }
  return files;
}
