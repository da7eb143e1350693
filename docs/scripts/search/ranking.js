// @ts-check
// What the terms of a question find, the best first: a page counts by its name and by its best passage.

import { raised } from "./raising.js";
import { pageOf, startsOf } from "./reading.js";
import { agrees } from "./words.js";

/**
 * @typedef {import("./words.js").Word} Word
 * @typedef {import("./asking.js").Term} Term
 * @typedef {import("./asking.js").First} First
 * @typedef {import("./reading.js").Entry} Entry
 * @typedef {{ terms: Term[], entries: Map<string, Entry>, pages: number[], first: First, typed: Word[],
 *   words: Word[], lang: string }} Question `pages` says how many passages each page has
 * @typedef {{ page: number, passage: number, isFirst: boolean, score: number, share: number }} Hit
 * @typedef {{ page: number, passage: number, section: number, score: number, share: number }} Scored `section` is what
 *   its best section counts beside what stands before all sections
 */

// What a word counts whose marks are others than those that were typed.
const OTHER_MARKS = 0.35;
// The largest impact.
const FULL = 31;
// In what share of the passages a word stands that is marked beside another one alone.
const PLAIN = 0.05;
// What a word counts of a question that stands nearly everywhere.
const COMMON = 0.3;
// How much a word tells that stands nearly everywhere, and one that tells nothing.
const OFTEN = 1.2;
const IDLE = 0.5;
// How much a page counts that tells again what others tell: an easy version of few words, a quiz; and what share of a
// question it has where it was asked for itself.
const TOLD_AGAIN = 0.6;
const ASKED_FOR = 0.7;

/**
 * How rare a term is: the fewer passages have it, the more it tells.
 * @param {number} all
 * @param {number} count
 */
function rarity(all, count) {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/**
 * How well the marks of a form agree with those that were typed.
 * @param {Term} term
 * @param {string} form
 */
function agreement(term, form) {
  const forms = form.split(" ");
  return term.words.reduce((part, word, place) => part * (agrees(word.form, forms[place]) ? 1 : OTHER_MARKS), 1);
}

/**
 * What each passage counts for a term, from 0 to 1, and how well its marks agree.
 * @param {Term} term
 * @param {Entry} entry
 * @returns {Map<number, { part: number, agreed: number }>}
 */
function partsOf(term, entry) {
  const best = new Map();
  for (const { form, postings } of entry.forms) {
    const agreed = agreement(term, form);
    for (const [passage, impact] of postings) {
      const part = (agreed * impact) / FULL;
      const own = best.get(passage);
      if (!own || part > own.part) best.set(passage, { part, agreed });
    }
  }
  return best;
}

/**
 * What the passages of each page count: [all that stands before its sections, its best section, that section].
 * @param {Map<number, number>} scores
 * @param {number[]} pages
 */
function byPage(scores, pages) {
  const starts = startsOf(pages);
  const page = pageOf(pages);
  /** @type {Map<number, { first: number, best: number, passage: number }>} */
  const found = new Map();
  for (const [passage, score] of scores) {
    const own = found.get(page[passage]) || { first: 0, best: 0, passage: starts[page[passage]] };
    found.set(page[passage], own);
    if (passage === starts[page[passage]]) own.first = score;
    else if (score > own.best) Object.assign(own, { best: score, passage });
  }
  return found;
}

/**
 * The most that a term tells, however few passages have it: a pair no more than its two words. That "much of" stands in
 * three passages alone is chance, and no question about them.
 * @param {Question} question
 * @param {number} all
 * @returns {(term: Term) => number}
 */
function mostOf({ entries, first }, all) {
  /** @param {string} key */
  const told = (key) => {
    const entry = entries.get(key);
    if (first.idle.includes(key)) return IDLE;
    return entry ? rarity(all, entry.count) : OFTEN;
  };
  return (term) => (term.words.length < 2 ? Infinity : term.words.reduce((sum, { key }) => sum + told(key), 0));
}

/**
 * What the passages count for the question, and what share of its words each page has.
 * @param {Question} question
 * @param {number[]} page the page each passage stands on
 */
function counted(question, page) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @type {Map<number, Map<string, number>>} */
  const covered = new Map();
  const most = mostOf(question, page.length);
  for (const term of question.terms) {
    const entry = question.entries.get(term.key);
    if (!entry) continue;
    const weight = term.weight * Math.min(rarity(page.length, entry.count), most(term));
    for (const [passage, { part, agreed }] of partsOf(term, entry)) {
      add(scores, passage, weight * part);
      const own = covered.get(page[passage]) || new Map();
      covered.set(page[passage], own);
      for (const { key } of term.words) own.set(key, Math.max(own.get(key) || 0, term.worth * agreed));
    }
  }
  return { scores, share: shareOf(question, covered) };
}

/**
 * How much of the words of a question a page has, from 0 to 1: one beside its neighbour counts whole.
 * @param {Question} question
 * @param {Map<number, Map<string, number>>} covered
 * @returns {(page: number) => number}
 */
function shareOf({ words, first }, covered) {
  const keys = [...new Set(words.map((word) => word.key))];
  /** @param {string} key */
  const weight = (key) => (first.common.includes(key) ? COMMON : 1);
  const whole = keys.reduce((sum, key) => sum + weight(key), 0) || 1;
  return (page) => {
    const own = covered.get(page) || new Map();
    return keys.reduce((sum, key) => sum + weight(key) * (own.get(key) || 0), 0) / whole;
  };
}

/**
 * @param {Map<number, number>} sums
 * @param {number} key
 * @param {number} value
 */
function add(sums, key, value) {
  sums.set(key, (sums.get(key) || 0) + value);
}

/**
 * The words of a question that stand in so many passages that one of them alone shows nothing: all but the rarest.
 * @param {Question} question
 * @param {number} passages
 */
function plainOf({ entries, first, words }, passages) {
  // Those that nobody loaded stand nearly everywhere.
  /** @param {string} key */
  const count = (key) => (entries.get(key) || { count: first.common.includes(key) ? passages : 0 }).count;
  const keys = words.map((word) => word.key);
  const plain = new Set(keys.filter((key) => first.common.includes(key) || count(key) > PLAIN * passages));
  if (keys.every((key) => plain.has(key))) plain.delete([...keys].sort((one, next) => count(one) - count(next))[0]);
  return plain;
}

/**
 * Those that tell again what others tell count less, by their names too: unless one has nearly all of the question, and
 * more than the best of the others, as where a quiz was asked for.
 * @param {Scored[]} hits the best first
 * @param {number[]} [again]
 */
function toldAgain(hits, again = []) {
  const full = hits.find((hit) => !again.includes(hit.page));
  const most = Math.max(ASKED_FOR, full ? full.share : 0);
  /** @param {Scored} hit */
  const isLess = (hit) => again.includes(hit.page) && hit.share <= most;
  return hits.map((hit) => (isLess(hit) ? { ...hit, score: TOLD_AGAIN * hit.score } : hit));
}

/**
 * The best first.
 * @param {Scored[]} hits
 */
function bestFirst(hits) {
  return [...hits].sort((one, next) => next.score - one.score || one.page - next.page);
}

/**
 * The pages found, the best first; whether they only come near what was asked; whom to call where it speaks of danger.
 * @param {Question} question
 */
export function ranked(question) {
  const page = pageOf(question.pages);
  const { scores, share } = counted(question, page);
  const hits = [];
  for (const [number, { first: before, best: own, passage }] of byPage(scores, question.pages)) {
    const score = (before + own) * (0.5 + 0.5 * share(number));
    hits.push({ page: number, passage, section: before ? own / before : 1e9, score, share: share(number) });
  }
  const { first } = question;
  const best = bestFirst(toldAgain(bestFirst(hits), first.again));
  return { ...raised(best, question), plain: plainOf(question, page.length), first };
}
