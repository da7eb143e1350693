// @ts-check
// Names of persons in a text, and persons who can be known beside what hurts (reading/personal/names.py, plight.py).

import { fold } from "../search/folding.js";
import { asked } from "./page.js";
import { finds, has, isAmong, startOf } from "./net.js";

const LONGEST_HONOUR = 32;
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOP_SOUNDS = ["c", "ch", "p", "t"];

/** @param {string} word */
function isSyllable(word) {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONE_MARKS) || [];
  const letters = apart.replace(TONE_MARKS, "").normalize("NFC");
  const found = finds("syllable", letters).find((one) => one[0] === letters);
  if (!found) return false;
  return !STOP_SOUNDS.includes(found[3]) || (tones.length === 1 && "\u0301\u0323".includes(tones[0]));
}

/** @param {string} name */
function isFull(name) {
  return name.split(" ").slice(1).every(isSyllable);
}

/** @param {string} said @param {number} start @param {string} name */
function isPrivateName(said, start, name) {
  const small = name.toLowerCase();
  const before = said.slice(Math.max(0, start - LONGEST_HONOUR), start);
  return !asked().net.lists.no_names.some((known) => small.startsWith(known)) && !has("honoured", before);
}

/** @param {string} family @param {string} middle */
function isBefore(family, middle) {
  const name = family.toLowerCase();
  if (middle === "A") return isAmong("before_a", name);
  return isAmong(/^(thi|van)$/i.test(middle) ? "unmarked" : "families", name);
}

/** @param {string} name */
function firstWord(name) {
  return name.split(" ")[0].toLowerCase();
}

/**
 * Where whole names stand, whosever family's: only what stands around can tell that they are names.
 * @param {string} said
 * @returns {[number, string][]}
 */
function fullNames(said) {
  const found = finds("of_any", said).filter((one) => isFull(one[1]) && isPrivateName(said, one.index, one[1]));
  return found.map((one) => [one.index, one[0]]);
}

/**
 * Names of persons: (where, which).
 * @param {string} said
 * @returns {[number, string][]}
 */
export function namesIn(said) {
  const middle = finds("middle", said).filter(
    (one) => isBefore(one[1], one[2]) && isPrivateName(said, one.index, one[0]),
  );
  const addressed = finds("addressed", said).filter(
    (one) => isAmong("families", firstWord(one[1])) && isPrivateName(said, one.index, one[1]),
  );
  const full = finds("full", said).filter((one) => isFull(one[1]) && isPrivateName(said, one.index, one[1]));
  /** @type {[number, string][]} */
  const whole = [...middle, ...full].map((one) => [one.index, one[0]]);
  /** @type {[number, string][]} */
  const behind = [...addressed, ...finds("lower", said), ...finds("foreign", said)].map((one) => [
    startOf(one, one[1]),
    one[1],
  ]);
  return [...whole, ...behind];
}

/**
 * Whether a cell or a value is somebody's name and nothing else.
 * @param {string} said
 */
export function isNameAlone(said) {
  const whole = finds("whole", said).find((one) => one[0] === said);
  return Boolean(whole && isAmong("alone", firstWord(whole[1])) && isPrivateName("", 0, whole[1]));
}

/**
 * The person of a line who can be known by age and place beside what hurts: (where, who).
 * @param {string} line
 * @returns {[number, string][]}
 */
export function plightsIn(line) {
  const folded = fold(line);
  if (!(has("age", folded) && has("plight", folded) && has("place", line))) return [];
  const who = finds("who", line)[0];
  if (!who) return fullNames(line).slice(0, 1);
  const said = who[2] || who[1];
  return [[startOf(who, said), said]];
}
