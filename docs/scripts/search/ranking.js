// @ts-check
// What the terms of a question find, the best first: a page counts by its name and by its best passage.

import { agrees, wordsOf } from "./words.js";

/**
 * @typedef {import("./words.js").Word} Word
 * @typedef {import("./asking.js").Term} Term
 * @typedef {import("./asking.js").First} First
 * @typedef {import("./reading.js").Entry} Entry
 * @typedef {{ terms: Term[], entries: Map<string, Entry>, pages: number[], first: First, words: Word[], lang: string }}
 *   Question `pages` says how many passages each page has
 * @typedef {{ page: number, passage: number, isFirst: boolean, score: number }} Hit
 */

// What a word counts whose marks are others than those that were typed.
const OTHER_MARKS = 0.35;
// The largest impact.
const FULL = 31;
// Pages that count less than this part of the best one are no answer.
const LEAST = 0.22;
// What share of a question a page has to hold to be more than the nearest there is.
const ENOUGH = 0.45;
// What a word counts there that does not stand beside its neighbour, and one that stands nearly everywhere.
const ALONE = 0.5;
const COMMON = 0.5;
// Words that may stand between two of a phrase that editors answer: "chồng say rượu đánh" asks "chồng đánh".
const BETWEEN = 2;
// A section is led to where it counts at least this part of what stands before all sections.
const SECTION = 0.5;

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
 * What each passage counts for a term, from 0 to 1.
 * @param {Term} term
 * @param {Entry} entry
 * @returns {Map<number, number>}
 */
function partsOf(term, entry) {
  const best = new Map();
  for (const { form, postings } of entry.forms) {
    const part = agreement(term, form) / FULL;
    for (const [passage, impact] of postings) {
      best.set(passage, Math.max(best.get(passage) || 0, part * impact));
    }
  }
  return best;
}

/**
 * For each page its first passage and how many it has.
 * @param {number[]} pages
 */
function startsOf(pages) {
  let start = 0;
  return pages.map((count) => {
    const own = start;
    start += count;
    return own;
  });
}

/**
 * The page each passage stands on.
 * @param {number[]} pages
 */
function pageOf(pages) {
  /** @type {number[]} */
  const found = [];
  pages.forEach((count, page) => {
    for (let one = 0; one < count; one += 1) found.push(page);
  });
  return found;
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
 * Whether the words have those of a phrase in their order and near each other, in marks that agree. Common words
 * between them do not count.
 * @param {Word[]} words
 * @param {string} phrase
 * @param {string} lang
 * @param {string[]} common
 */
function holds(words, phrase, lang, common) {
  const wanted = wordsOf(phrase, lang);
  const telling = words.filter((word) => !common.includes(word.key) || wanted.some((one) => one.key === word.key));
  return telling.some((_, begin) => {
    let place = begin;
    return wanted.every((one, number) => {
      const span = telling.slice(place, place + (number ? BETWEEN : 0) + 1);
      const step = span.findIndex((word) => word.key === one.key && agrees(word.form, one.form));
      place += step + 1;
      return step >= 0;
    });
  });
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
  for (const term of question.terms) {
    const entry = question.entries.get(term.key);
    if (!entry) continue;
    const weight = term.weight * rarity(page.length, entry.count);
    const parts = partsOf(term, entry);
    for (const [passage, part] of parts) add(scores, passage, weight * part);
    const worth = term.words.length > 1 || question.words.length === 1 ? 1 : ALONE;
    for (const one of new Set([...parts.keys()].map((passage) => page[passage]))) {
      const own = covered.get(one) || new Map();
      covered.set(one, own);
      for (const { key } of term.words) own.set(key, Math.max(own.get(key) || 0, worth));
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
 * The pages found, the best first; whether they only come near what was asked; whether it speaks of danger.
 * @param {Question} question
 */
export function ranked(question) {
  const page = pageOf(question.pages);
  const { scores, share } = counted(question, page);
  const hits = [];
  for (const [number, { first: before, best, passage }] of byPage(scores, question.pages)) {
    const score = (before + best) * (0.5 + 0.5 * share(number));
    hits.push({ page: number, passage, isFirst: best < SECTION * before, score, share: share(number) });
  }
  hits.sort((one, next) => next.score - one.score || one.page - next.page);
  return raised(hits, question);
}

/**
 * The answers editors gave first; then what counts enough beside the best.
 * @param {(Hit & { share: number })[]} hits
 * @param {Question} question
 */
function raised(hits, { first, words, lang, pages }) {
  /** @param {string} phrase */
  const asks = (phrase) => holds(words, phrase, lang, first.common);
  const best = [...new Set(first.best.filter(([phrase]) => asks(phrase)).map(([, page]) => page))];
  const starts = startsOf(pages);
  const top = hits.length ? hits[0].score : 1;
  const given = best.map((page) => {
    const own = hits.find((hit) => hit.page === page);
    return own || { page, passage: starts[page], isFirst: true, score: top, share: 1 };
  });
  const others = hits.filter((hit) => !best.includes(hit.page) && hit.score >= LEAST * top);
  const isWeak = !given.length && (!others.length || others[0].share < ENOUGH);
  return { hits: [...given, ...others], isWeak, isDanger: first.danger.some(asks), first };
}
