// @ts-check
// Rules of the models over several fields: days in their order, sources that somebody can find, pictures with people.

import { wrongAddress } from "./addresses.js";
import { isRealDay } from "./field_rules.js";

/** @typedef {import("./page.js").Fault} Fault */
/** @typedef {{ [name: string]: any }} Said */

/** Days of which one may not stand before the other. */
const IN_ORDER = [
  ["date", "updated", "before-date"],
  ["date", "reviewed", "before-date"],
  ["starts", "ends", "before-start"],
];

/** @param {any} day */
function realDay(day) {
  return typeof day === "string" && isRealDay(day) ? day : "";
}

/**
 * @param {Said} front
 * @returns {Fault[]}
 */
function orderFaults(front) {
  /** @type {Fault[]} */
  const found = [];
  for (const [first, later, code] of IN_ORDER) {
    const [day, next] = [realDay(front[first]), realDay(front[later])];
    if (day && next && next < day) found.push({ place: later, code, values: { value: next, date: day } });
  }
  return found;
}

/**
 * @param {Said} front
 * @returns {Fault[]}
 */
function withdrawalFaults({ date, publish_after: waits, withdrawn = {} }) {
  const [came, gone] = [[realDay(date), realDay(waits)].sort()[1], realDay(withdrawn.date)];
  const early = came && gone && gone < came;
  return early ? [{ place: "withdrawn", code: "before-date", values: { value: gone, date: came } }] : [];
}

/**
 * The day of a page: come, or, of one that waits, no later than the day it waits for.
 * @param {Said} front
 * @param {string} today
 * @returns {Fault[]}
 */
function publicDayFaults({ date, publish_after: waits }, today) {
  const values = { value: date, date: waits || "" };
  if (!realDay(date) || (waits && !realDay(waits))) return [];
  if (waits) return date > waits ? [{ place: "date", code: "date-after-publishing", values }] : [];
  return date > today ? [{ place: "date", code: "date-in-future", values }] : [];
}

/** The address of a site and no further (scripts/portal/reading/addresses/hosts.py). */
const FRONT_DOOR = new RegExp(
  "^https?://[^/?#\\s]+/?(?:(?:index|default|home)(?:\\.\\w+)?|trang-chu|vi|en|vi-vn|en-us)?/?[?#]?$",
  "i",
);

/** @param {Said} one */
function isAtDoor(one) {
  const url = one.url || "";
  return one.opened !== "home_page" && FRONT_DOOR.test(url) && !wrongAddress(url);
}

/** @param {Said} one */
function hasCopy(one) {
  return Boolean(one.copy_url || one.copy_by);
}

/** @param {Said} one */
function isFindable(one) {
  return Boolean(one.symbol || one.locator);
}

/** @param {Said} one */
function isUnopened(one) {
  return hasCopy(one) || one.opened === "not_recorded" || one.accessed === "not_recorded";
}

/**
 * What was published, what was opened and how far that carries must agree (scripts/portal/content/sources.py).
 * @type {[string, string, (one: Said) => boolean, string][]}
 */
const OF_SOURCES = [
  ["opened", "home-page-alone", (one) => isAtDoor(one) && !isFindable(one), "url"],
  ["opened", "opened-unsaid", (one) => isAtDoor(one) && isFindable(one) && !hasCopy(one) && !one.opened, "url"],
  ["opened", "opened-twice", (one) => hasCopy(one) && Boolean(one.opened), "opened"],
  ["carries", "original-not-opened", (one) => one.carries === "original" && isUnopened(one), "carries"],
];

/**
 * A source is on the web, or a paper that its number and its day tell apart.
 * @param {Said} front
 * @param {string} list
 * @returns {Fault[]}
 */
function sourceFaults(front, list) {
  /** @type {Fault[]} */
  const found = [];
  (front[list] || []).forEach((/** @type {Said} */ one, /** @type {number} */ place) => {
    const isPaper = one.symbol && one.issued;
    const isRead = !one.issued || isRealDay(one.issued);
    if (!one.url && !isPaper && isRead) {
      found.push({ place: `${list}[${place + 1}].url`, code: "source-nowhere", values: {} });
    }
    OF_SOURCES.filter(([, , isBroken]) => isBroken(one)).forEach(([key, code, , named]) => {
      found.push({ place: `${list}[${place + 1}].${key}`, code, values: { value: one[named] } });
    });
  });
  return found;
}

/**
 * @param {Said} front
 * @returns {Fault[]}
 */
function pictureFaults(front) {
  /** @type {Fault[]} */
  const found = [];
  (front.pictures || []).forEach((/** @type {Said} */ one, /** @type {number} */ place) => {
    const seen = one.people && one.people !== "nobody" && !one.note;
    const below = String(one.file || "").replace(/^(?:\.{0,2}\/)*(?:docs\/)?(?:hinh\/)?/, "");
    const at = `pictures[${place + 1}]`;
    if (seen) found.push({ place: `${at}.note`, code: "picture-note", values: { value: one.people } });
    if (one.file && (below !== one.file || /\/\/|(?:^|\/)\.\.(?:\/|$)/.test(below))) {
      found.push({ place: `${at}.file`, code: "picture-path", values: { value: one.file, instead: below } });
    }
  });
  return found;
}

/**
 * What is wrong between the fields of a page.
 * @param {Said} front
 * @param {string} today
 * @returns {Fault[]}
 */
export function modelFaults(front, today) {
  const days = [...orderFaults(front), ...withdrawalFaults(front), ...publicDayFaults(front, today)];
  return [...days, ...sourceFaults(front, "sources"), ...sourceFaults(front, "evidence"), ...pictureFaults(front)];
}
