// @ts-check
// The net for privacy of `check` (scripts/portal/reading/personal/), whose patterns come with what is asked. A browser
// that cannot read one of them (Safari before 16.4) tells nothing: `check` does.

import { fold } from "../search/folding.js";
import { asked } from "./page.js";

/** @typedef {{ kind: string, start: number, said: string }} Personal */

/** @type {{ forms: { [name: string]: RegExp | null } }} */
const formsRead = { forms: {} };

/** @param {string} name */
function form(name) {
  if (formsRead.forms[name] === undefined) {
    const [source, flags] = asked().net.forms[name];
    try {
      formsRead.forms[name] = new RegExp(source, flags);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      formsRead.forms[name] = null;
    }
  }
  return formsRead.forms[name];
}

/**
 * Whether a text has a form; `whole` asks for nothing beside it, `first` for it at the start.
 * @param {string} name
 * @param {string} text
 * @param {"" | "whole" | "first"} [where]
 */
export function has(name, text, where = "") {
  return finds(name, text).some((one) => !where || (one.index === 0 && (where === "first" || one[0] === text)));
}

/**
 * Every place where a form stands.
 * @param {string} name
 * @param {string} text
 * @returns {RegExpExecArray[]}
 */
export function finds(name, text) {
  const looking = form(name);
  /** @type {RegExpExecArray[]} */
  const found = [];
  if (!looking) return found;
  looking.lastIndex = 0;
  for (let one = looking.exec(text); one; one = looking.exec(text)) {
    found.push(one);
    if (!one[0]) looking.lastIndex += 1;
  }
  return found;
}

/**
 * Where a group of a found form begins.
 * @param {RegExpExecArray} one
 * @param {string} group
 */
export function startOf(one, group) {
  return one.index + one[0].indexOf(group);
}

/** @param {string} name @param {string} word */
export function isAmong(name, word) {
  return asked().net.lists[name].includes(word);
}

/**
 * A text folded letter by letter: a place in it is the same place in the text.
 * @param {string} text
 */
export function foldedInPlace(text) {
  return text.replace(/[^\x00-\x7f]/g, (sign) => (fold(sign) || " ")[0]).toLowerCase();
}

const HYPHENS = /[\u2010-\u2015\u2212]/g;
const UNSEEN_SIGNS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * A text as it is searched: one form of letters, digits and blanks, every dash a hyphen.
 * @param {string} text
 */
export function readable(text) {
  return text.normalize("NFKC").replace(UNSEEN_SIGNS, "").replace(HYPHENS, "-");
}
