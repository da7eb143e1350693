// @ts-check
// One question to the index: which terms it has, which shards they lie in, what they find.

import { load, Stale } from "./loading.js";
import { entryOf, linesOf, numbers } from "./reading.js";
import { ranked } from "./ranking.js";
import { isSyllable, likeWord } from "./spelling.js";
import { agrees, typedWords } from "./words.js";

/**
 * @typedef {import("./words.js").Word} Word
 * @typedef {{ key: string, words: Word[], weight: number, worth: number }} Term `worth` is how much of its words a page
 *   has that has the term
 * @typedef {import("./reading.js").Entry} Entry
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {{ shards: string[], pages: string, best: [string, number][], danger: [string, number][],
 *   calls: [string[], boolean][], lacks: string[], help: number[], common: string[], idle: string[], chunk: number,
 *   facets: number, short: [string, string][], again: number[] }} First `help` is the front of the pages of help, if
 *   there is one, `again` the pages that tell again what others tell
 * @typedef {{ hits: Hit[], words: Word[], instead: Word[], plain: Set<string>, isWeak: boolean, calls: string[],
 *   lacks: boolean, first: First }} Found `calls` are the numbers to call, none where nothing speaks of danger
 */

// Of the shards of a long question the first ones: what a search moves is bounded.
const MOST_SHARDS = 7;
// A syllable is mostly part of a word, and a number of a name; beside a word that is one by itself it counts so much.
const PART_WEIGHT = 0.45;
const WORD_WEIGHT = 1;
const PAIR_WEIGHT = 1;
// How much of such a word a page has where it does not stand beside its neighbour.
const PART_ALONE = 0.5;
const WORD_ALONE = 0.7;
// A pair of words that tell nothing tells little.
const IDLE_PAIR = 0.3;
// Letters of the shortest word that is compared with all others.
const SHORTEST = 3;
// What a word counts that only looks like the one that was typed.
const ALIKE = 0.6;

/**
 * Single words and pairs of neighbours; a common word alone finds nothing, unless there is no other.
 * @param {Word[]} words
 * @param {Set<string>} common
 * @param {Set<string>} idle
 * @param {string} lang
 * @returns {Term[]}
 */
function termsOf(words, common, idle, lang) {
  const pairs = words.slice(1).map((word, place) => ({
    key: `${words[place].key} ${word.key}`,
    words: [words[place], word],
    weight: idle.has(words[place].key) && idle.has(word.key) ? IDLE_PAIR : PAIR_WEIGHT,
    worth: 1,
  }));
  const telling = words.filter((word) => !common.has(word.key));
  const alone = telling.length ? telling : words;
  /** @param {Word} word */
  const weight = (word) => (isPart(word, lang) ? PART_WEIGHT : WORD_WEIGHT);
  /** @param {Word} word */
  const worth = (word) => (words.length < 2 ? 1 : isPart(word, lang) ? PART_ALONE : WORD_ALONE);
  const singles = alone.map((word) => ({ key: word.key, words: [word], weight: weight(word), worth: worth(word) }));
  const all = new Map([...singles, ...pairs].map((term) => [term.key, term]));
  return [...all.values()];
}

/**
 * Whether a word is mostly part of one: a syllable is, and a number; "ICESCR" is a word by itself.
 * @param {Word} word
 * @param {string} lang
 */
function isPart(word, lang) {
  return lang === SYLLABIC && (isSyllable(word.key) || /\d/.test(word.key));
}

/**
 * The number of the shard that has a key, if any has.
 * @param {string[]} begins
 * @param {string} key
 */
function shardOf(begins, key) {
  let low = 0;
  let high = begins.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (begins[middle] <= key) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The lines of the shards that terms lie in, by their keys.
 * @param {string} url
 * @param {First} first
 * @param {Term[]} terms
 * @returns {Promise<Map<string, string>>}
 */
async function linesFor(url, first, terms) {
  const wanted = [...new Set(terms.map((term) => shardOf(first.shards, term.key)))].slice(0, MOST_SHARDS);
  const shards = await Promise.all(wanted.map((number) => load(url, `s${number}`)));
  return new Map(shards.flatMap((shard) => [...linesOf(shard)]));
}

/**
 * The entries of terms by their keys; those the index has not are missing.
 * @param {Term[]} terms
 * @param {Map<string, string>} lines
 */
function entriesOf(terms, lines) {
  const found = new Map();
  for (const { key } of terms) {
    const line = lines.get(key);
    if (line) found.set(key, entryOf(line));
  }
  return found;
}

/**
 * What was typed with, in the place of each word that stands nowhere with its marks, one that looks like it and does:
 * first one that stands after the same word, then any.
 * @param {string} url
 * @param {Word[]} words
 * @param {Map<string, string>} lines
 * @param {Set<string>} common
 * @param {string} lang
 */
async function mended(url, words, lines, common, lang) {
  /** @param {Word} word */
  const isStrange = (word) =>
    !/\d/.test(word.key) &&
    !common.has(word.key) &&
    !(isWhole(word, lang) && word.key === word.form) &&
    !stands(word, lines.get(word.key));
  if (!words.some(isStrange)) return { words, instead: [] };
  /** @type {Word[]} */
  const instead = [];
  const better = [];
  for (const [place, word] of words.entries()) {
    const near = isStrange(word) ? likeNext(words[place - 1], word, lines) : null;
    const like = isStrange(word) && (near || (!isWhole(word, lang) && (await likeAny(url, word, common))));
    const one = like ? { key: like, form: like } : word;
    if (like) instead.push(one);
    better.push(one);
  }
  return { words: better, instead };
}

/**
 * Whether a word is written as its language writes words: it is rare, and no slip, unless the word before it tells so.
 * @param {Word} word
 * @param {string} lang
 */
function isWhole(word, lang) {
  return lang === SYLLABIC && isSyllable(word.key);
}

/**
 * Whether a word stands somewhere with the marks that were typed.
 * @param {Word} word
 * @param {string | undefined} line
 */
function stands(word, line) {
  return line !== undefined && entryOf(line).forms.some(({ form }) => agrees(word.form, form));
}

/**
 * What stands after the same word and looks like this one, with the marks that were typed.
 * @param {Word | undefined} before
 * @param {Word} word
 * @param {Map<string, string>} lines
 */
function likeNext(before, word, lines) {
  const start = before ? `${before.key} ` : "";
  const near = [...lines].filter(([key]) => start && key.startsWith(start));
  const pairs = near.map(([key, line]) => ({ key: key.slice(start.length), entry: entryOf(line) }));
  // Of a word that could be one the end may be missing, no more: "bạo lự" is "bạo lực".
  /** @param {{ key: string, entry: Entry }} pair */
  const isMore = ({ key, entry }) =>
    key.startsWith(word.key) && entry.forms.some(({ form }) => agrees(word.form, form.split(" ")[1]));
  const known = pairs
    .filter((pair) => !isSyllable(word.key) || isMore(pair))
    .map(({ key, entry }) => `${key} ${entry.count}`);
  return likeWord(word.key, known, new Set());
}

/**
 * @param {string} url
 * @param {Word} word
 * @param {Set<string>} common
 */
async function likeAny(url, word, common) {
  return word.key.length < SHORTEST ? "" : likeWord(word.key, await load(url, "words"), common);
}

/**
 * @param {string} url
 * @param {string} query
 * @param {string} lang
 * @returns {Promise<Found>}
 */
async function answered(url, query, lang) {
  /** @type {First} */
  const first = await load(url, "index");
  const common = new Set(first.common);
  const idle = new Set(first.idle);
  const typed = typedWords(query, lang, first.short);
  let lines = await linesFor(url, first, termsOf(typed, common, idle, lang));
  const { words, instead } = await mended(url, typed, lines, common, lang);
  const terms = termsOf(words, common, idle, lang);
  if (instead.length) lines = new Map([...lines, ...(await linesFor(url, first, terms))]);
  for (const term of terms) if (instead.some((word) => term.key === word.key)) term.weight *= ALIKE;
  const entries = entriesOf(terms, lines);
  return { ...ranked({ terms, entries, pages: numbers(first.pages), first, typed, words, lang }), words, instead };
}

/**
 * What is found for a question; an index that changed meanwhile is read anew.
 * @param {string} url where the first file of the index lies
 * @param {string} query
 * @param {string} lang
 */
export async function ask(url, query, lang) {
  try {
    return await answered(url, query, lang);
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return answered(url, query, lang);
  }
}
