// @ts-check
// What editors know of a question: the pages that answer it, whom to call where it speaks of danger, what no page says.

import { startsOf } from "./reading.js";
import { fold } from "./folding.js";
import { agrees, singular, wordsOf } from "./words.js";

/**
 * @typedef {import("./asking.js").First} First
 * @typedef {import("./ranking.js").Question} Question
 * @typedef {import("./ranking.js").Scored} Scored
 * @typedef {import("./words.js").Word} Word
 */

// Pages that count less than this part of the best one are no answer.
const LEAST = 0.22;
// What share of a question a page has to hold to be more than the nearest there is; of the nearest a few are shown.
const ENOUGH = 0.45;
const NEAREST = 6;
// Words that may stand between two of a phrase that editors answer: "chồng say rượu đánh" asks "chồng đánh".
const BETWEEN = 2;
// A section is led to where it counts at least this part of what stands before all sections: more in a page that
// editors name as the answer, for it answers from its beginning.
const SECTION = 0.5;
const SECTION_OF_BEST = 1;

/**
 * Whether the words have those of a phrase in their order and near each other, in marks that agree. Common words
 * between them do not count. A word that is a phrase by itself has to be typed with its marks: "doi" is not "đói".
 * @param {Word[]} words
 * @param {string} phrase
 * @param {string} lang
 * @param {string[]} common
 */
function holds(words, phrase, lang, common) {
  const wanted = wordsOf(phrase, lang);
  // Of common words alone nothing is passed over: "cán bộ nói không có tên trong danh sách" is no "bố đánh".
  const isPlain = wanted.every((one) => common.includes(one.key));
  const telling = words.filter(
    (word) => isPlain || !common.includes(word.key) || wanted.some((one) => one.key === word.key),
  );
  const [only] = wanted.length === 1 ? wanted : [];
  /** @param {string} form */
  const named = (form) => singular(fold(form));
  // Nor is another form of it the word: "fired" is no "fire".
  /** @param {Word} word */
  const isOnly = (word) =>
    named(word.form) === named(only.form) && agrees(only.form, word.form) && agrees(word.form, only.form);
  if (only) return words.some(isOnly);
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
 * Whom to call, where what was typed speaks of danger, and whether the portal lacks a page on it. What it lacks has to
 * be typed so: "fired" is no fire.
 * @param {First} first
 * @param {(phrase: string) => boolean} says
 * @param {(phrase: string) => boolean} asks
 */
function dangerOf(first, says, asks) {
  const told = first.danger.filter(([phrase, group]) => (first.calls[group][1] ? says(phrase) : asks(phrase)));
  const groups = first.calls.filter((_, group) => told.some(([, one]) => one === group));
  const calls = [...new Set(groups.flatMap(([numbers]) => numbers))];
  return { calls, lacks: groups.length > 0 && groups.every(([, one]) => one) };
}

/**
 * What editors know of a question. Nobody in danger is left without an answer.
 * @param {Question} question
 */
function known({ first, typed, words, lang }) {
  /** @param {string} phrase */
  const says = (phrase) => holds(typed, phrase, lang, first.common);
  /** @param {string} phrase */
  const asks = (phrase) => says(phrase) || holds(words, phrase, lang, first.common);
  const { calls, lacks } = dangerOf(first, says, asks);
  const best = answers(first.best.filter(([phrase]) => asks(phrase)), lang);
  if (calls.length && !best.length) best.push(...first.help);
  return { calls, lacks, isMissing: lacks || first.lacks.some(says), best };
}

/**
 * The answers editors gave first; then what counts enough beside the best. To a question about danger what has only
 * some of its words is no answer, and to one that no page answers nothing else is.
 * @param {Scored[]} hits
 * @param {Question} question
 */
export function raised(hits, question) {
  const { calls, lacks, isMissing, best } = known(question);
  const least = { score: LEAST * (hits.length ? hits[0].score : 1), share: calls.length ? ENOUGH : 0 };
  const others = hits.filter((hit) => !best.includes(hit.page) && hit.score >= least.score && hit.share >= least.share);
  const isWeak = isMissing || (!best.length && (!others.length || others[0].share < ENOUGH));
  const most = isMissing ? 0 : isWeak ? NEAREST : others.length;
  const starts = startsOf(question.pages);
  const given = best.map((page) => begun(hits.find((hit) => hit.page === page)) || unread(page, starts));
  return { hits: [...given, ...others.slice(0, most).map((hit) => led(hit, SECTION))], isWeak, calls, lacks };
}

/**
 * The pages that editors name for some phrases: first those for which most words of the question speak.
 * @param {[string, number][]} told
 * @param {string} lang
 */
function answers(told, lang) {
  const pages = [...new Set(told.map(([, page]) => page))];
  /** @param {number} page */
  const phrases = (page) => told.filter(([, one]) => one === page).map(([phrase]) => phrase);
  /** @param {typeof pages[number]} page */
  const keysOf = (page) => new Set(wordsOf(phrases(page).join(" "), lang).map(({ key }) => key));
  const keys = new Map(pages.map((page) => [page, keysOf(page)]));
  /** @param {number} page */
  const size = (page) => (keys.get(page) || new Set()).size;
  return [...pages].sort((one, next) => size(next) - size(one) || pages.indexOf(one) - pages.indexOf(next));
}

/**
 * A page that editors name, if it was found: a section of it that has only some of the words is no answer.
 * @param {Scored | undefined} hit
 */
function begun(hit) {
  return hit && led(hit, hit.share < ENOUGH ? Infinity : SECTION_OF_BEST);
}

/**
 * A page that was found, led to by its section where that counts at least so much.
 * @param {Scored} hit
 * @param {number} least
 */
function led(hit, least) {
  return { ...hit, isFirst: hit.section < least };
}

/**
 * A page that has no word of the question, led to by its beginning.
 * @param {number} page
 * @param {number[]} starts
 */
function unread(page, starts) {
  return { page, passage: starts[page], isFirst: true, score: 1, share: 1 };
}
