// @ts-check
// What a page says about one person: numbers, addresses, names, plight (content/rules/privacy/texts.py).

import { fold } from "../search/folding.js";
import { isNameAlone, namesIn, plightsIn } from "./names.js";
import { finds, foldedInPlace, has, isAmong, readable, startOf } from "./net.js";
import { asked } from "./page.js";

/** @typedef {import("./page.js").Fault} Fault */
/** @typedef {import("./net.js").Personal} Personal */

const LONGEST_CODED = 28;
const MOST_GROUPS = 5;
const LONGEST_AT_HOME = 10;
const SHOWN = 4;

/** @param {string} text */
function withoutAddresses(text) {
  let plain = text;
  for (const one of finds("web", text)) {
    plain = plain.slice(0, one.index) + "_".repeat(one[0].length) + plain.slice(one.index + one[0].length);
  }
  return plain;
}

/** @param {string} number */
function isOther(number) {
  const groups = number.match(/\d+/g) || [];
  const aRow = groups.length > MOST_GROUPS && groups.length < groups.join("").length;
  const figures = ["a_part", "thousands", "figures"].some((name) => has(name, number, "whole"));
  return aRow || figures || has("a_day", number, "first");
}

/** @param {string} before @param {string} number */
function isOfSomethingElse(before, number) {
  return isOther(number) || has("coded", before) || (has("of_three", number, "whole") && has("begun", before));
}

/** @param {string} number @param {string} behind */
function isNoAccount(number, behind) {
  const figures = has("thousands", number, "whole") || has("years", number, "whole");
  return figures || has("a_day", number, "first") || isAmong("counted", behind);
}

/** @type {[string, string][]} */
const NUMBER_FORMS = [["identity", "citizen"], ["phone", "mobile"], ["phone", "landline"], ["identity", "national"]];

/**
 * Numbers and addresses in a line, what is likelier first.
 * @param {string} line
 * @returns {Personal[]}
 */
function numbersIn(line) {
  const folded = foldedInPlace(line);
  const plain = withoutAddresses(folded);
  const found = finds("chat", folded).map((one) => ({ kind: "phone", start: startOf(one, one[1]), said: one[1] }));
  for (const one of finds("of_identity", plain)) {
    found.push({ kind: "identity", start: startOf(one, one[1]), said: one[1] });
  }
  for (const [kind, name] of NUMBER_FORMS) {
    for (const one of finds(name, plain)) {
      const before = plain.slice(Math.max(0, one.index - LONGEST_CODED), one.index);
      if (!isOfSomethingElse(before, one[0])) found.push({ kind, start: one.index, said: one[0] });
    }
  }
  for (const one of finds("of_account", plain)) {
    if (!isNoAccount(one[1], one[2])) found.push({ kind: "account", start: startOf(one, one[1]), said: one[1] });
  }
  return [...found, ...finds("mail", folded).map((one) => ({ kind: "mail", start: one.index, said: one[0] }))];
}

/**
 * Everything in a line that is about a person, each passage once.
 * @param {string} line
 */
function personalIn(line) {
  /** @type {Personal[]} */
  const taken = [];
  const plights = plightsIn(line).map(([start, said]) => ({ kind: "plight", start, said }));
  const names = namesIn(line).map(([start, said]) => ({ kind: "name", start, said }));
  for (const one of [...numbersIn(line), ...plights, ...names]) {
    const end = one.start + one.said.length;
    if (!taken.some((other) => other.start < end && one.start < other.start + other.said.length)) taken.push(one);
  }
  return taken;
}

/** @param {string} number */
function dialled(number) {
  const digits = number.replace(/\D/g, "").replace(/^0084/, "84");
  return digits.startsWith("84") && digits.length > LONGEST_AT_HOME ? `0${digits.slice(2).replace(/^0/, "")}` : digits;
}

/** @param {string} said @param {string} name */
function isPersonNamed(said, name) {
  const [found, whole] = [fold(said).split(/\s+/), fold(name).split(/\s+/)];
  const isPart = ` ${whole.join(" ")} `.includes(` ${found.join(" ")} `);
  return isPart || found.slice(0, whole.length).join(" ") === whole.join(" ");
}

/** @param {Personal} one @param {string[]} people */
function isAllowed({ kind, said }, people) {
  const { numbers, mails } = asked().net;
  if (kind === "phone") return numbers.includes(dialled(said));
  if (kind === "mail") return mails.includes(said);
  return (kind === "name" || kind === "plight") && people.some((name) => isPersonNamed(said, name));
}

/** @param {string} place @param {Personal} one @returns {Fault} */
function personFault(place, { kind, said }) {
  const plain = said.trim();
  const shown = `${plain.slice(0, Math.max(1, Math.min(SHOWN, Math.floor(plain.length / 2)))).trim()}…`;
  return { place, code: `private-${kind}`, values: { shown } };
}

const LINE_BREAKS = /([^\n])\n(?!\n|\s*(?:[-*+>|]|\d+\.)\s|\s*\|)/g;
const EMPHASIS_MARKS = /[*`]+|(^|[^\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])|<\/?[a-z]+>/giu;
const CELL_SIGNS = /[,;|\t{}[\]"':]+/;
const SIGN_CODE = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));|&(amp|nbsp|commat);/gi;
/** @type {{ [name: string]: string }} */
const SIGN_NAMES = { amp: "&", nbsp: " ", commat: "@" };

/** @param {string} text */
function asRead(text) {
  const plain = text.replace(SIGN_CODE, (_, hex, digits, name) => {
    if (name) return SIGN_NAMES[name.toLowerCase()];
    const code = hex ? parseInt(hex, 16) : Number(digits);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
  });
  return plain.replace(EMPHASIS_MARKS, (_, before) => before || "");
}

/**
 * What the text of a page says about one person.
 * @param {string} body
 * @param {string[]} people who is declared
 * @returns {Fault[]}
 */
export function bodyPersons(body, people) {
  /** @type {Fault[]} */
  const faults = [];
  const said = readable(asRead(body));
  let line = 1;
  for (const paragraph of said.replace(LINE_BREAKS, "$1\u0001").split("\n")) {
    const joined = paragraph.replace(/\u0001/g, " ");
    for (const one of personalIn(joined)) {
      const at = line + (paragraph.slice(0, one.start).match(/\u0001/g) || []).length;
      if (!isAllowed(one, people)) faults.push(personFault(`body:${at}`, one));
    }
    line += (paragraph.match(/\u0001/g) || []).length + 1;
  }
  said.split("\n").forEach((row, place) => {
    for (const cell of row.split(CELL_SIGNS).map((part) => part.replace(/^[ -]+|[ -]+$/g, ""))) {
      const alone = { kind: "name", start: 0, said: cell };
      if (isNameAlone(cell) && !isAllowed(alone, people)) faults.push(personFault(`body:${place + 1}`, alone));
    }
  });
  return faults;
}

/** @param {string} place */
function mayName(place) {
  const headline = /^(?:sources|evidence)\[\d+\]\.(?:title|publisher)$/;
  return /^translator/.test(place) || /^people\[\d+\]\.name$/.test(place) || headline.test(place);
}

/**
 * The same of its fields, but for names where one belongs.
 * @param {{ [name: string]: any }} front
 * @param {string[]} people
 * @returns {Fault[]}
 */
export function frontPersons(front, people) {
  /** @type {Fault[]} */
  const faults = [];
  /** @param {any} value @param {string} place */
  const walk = (value, place) => {
    if (typeof value === "string") {
      for (const line of readable(value).split("\n")) {
        const found = personalIn(line).filter((one) => !isAllowed(one, people));
        const told = found.filter((one) => one.kind !== "name" || !mayName(place));
        faults.push(...told.map((one) => personFault(place, one)));
      }
    } else if (Array.isArray(value)) value.forEach((one, number) => walk(one, `${place}[${number + 1}]`));
    else if (value && typeof value === "object") {
      for (const name of Object.keys(value)) walk(value[name], place ? `${place}.${name}` : name);
    }
  };
  walk(front, "");
  return faults;
}

/**
 * The names that a page declares.
 * @param {{ [name: string]: any }} front
 * @returns {string[]}
 */
export function declared(front) {
  return (Array.isArray(front.people) ? front.people : []).map((one) => String(one.name || "")).filter(Boolean);
}
