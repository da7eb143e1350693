// @ts-check
// One question to the index: which terms it has, which shards they lie in, what they find.

import { load, Stale } from "./loading.js";
import { entryOf, linesOf, numbers } from "./reading.js";
import { ranked } from "./ranking.js";
import { likeWords } from "./spelling.js";
import { typedWords } from "./words.js";

/**
 * @typedef {import("./words.js").Word} Word
 * @typedef {{ key: string, words: Word[], weight: number }} Term
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {{ shards: string[], pages: string, best: [string, number][], danger: string[], common: string[],
 *   chunk: number }} First
 * @typedef {{ hits: Hit[], words: Word[], instead: Word[], isWeak: boolean, isDanger: boolean, chunk: number }} Found
 */

// Of the shards of a long question the first ones: what a search moves is bounded.
const MOST_SHARDS = 8;
const WORD_WEIGHT = 0.45;
const PAIR_WEIGHT = 1;
// What a word counts that only looks like the one that was typed.
const ALIKE = 0.6;

/**
 * Single words and pairs of neighbours; a common word alone finds nothing, unless there is no other.
 * @param {Word[]} words
 * @param {Set<string>} common
 * @returns {Term[]}
 */
function termsOf(words, common) {
  const pairs = words.slice(1).map((word, place) => ({
    key: `${words[place].key} ${word.key}`,
    words: [words[place], word],
    weight: PAIR_WEIGHT,
  }));
  const telling = words.filter((word) => !common.has(word.key));
  const singles = (telling.length ? telling : words).map((word) => ({ key: word.key, words: [word], weight: WORD_WEIGHT }));
  const all = new Map([...singles, ...pairs].map((term) => [term.key, term]));
  return [...all.values()];
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
 * The entries of terms by their keys; those the index has not are missing.
 * @param {string} url
 * @param {First} first
 * @param {Term[]} terms
 */
async function entriesOf(url, first, terms) {
  const wanted = [...new Set(terms.map((term) => shardOf(first.shards, term.key)))].slice(0, MOST_SHARDS);
  const shards = await Promise.all(wanted.map((number) => load(url, `s${number}`)));
  const lines = new Map(shards.map((shard, place) => [wanted[place], linesOf(shard)]));
  const found = new Map();
  for (const { key } of terms) {
    const shard = lines.get(shardOf(first.shards, key));
    const line = shard && shard.get(key);
    if (line) found.set(key, entryOf(line));
  }
  return found;
}

/**
 * What was typed with, in the place of each word that stands nowhere, one that looks like it and does.
 * @param {string} url
 * @param {Word[]} words
 * @param {Map<string, unknown>} entries
 * @param {Set<string>} common
 */
async function mended(url, words, entries, common) {
  const strange = words.filter((word) => !common.has(word.key) && !entries.has(word.key) && !/\d/.test(word.key));
  if (!strange.length) return { words, instead: [] };
  const known = await load(url, "words");
  const like = likeWords(strange.map((word) => word.key), known);
  /** @param {Word} word */
  const better = (word) => (strange.includes(word) && like.get(word.key)) || "";
  const instead = strange.filter(better).map((word) => ({ key: better(word), form: better(word) }));
  return { words: words.map((word) => (better(word) ? { key: better(word), form: better(word) } : word)), instead };
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
  const typed = typedWords(query, lang);
  const asked = termsOf(typed, common);
  let entries = await entriesOf(url, first, asked);
  const { words, instead } = await mended(url, typed, entries, common);
  let terms = asked;
  if (instead.length) {
    terms = termsOf(words, common);
    entries = await entriesOf(url, first, terms);
    for (const term of terms) if (instead.some((word) => term.key === word.key)) term.weight *= ALIKE;
  }
  return { ...ranked({ terms, entries, pages: numbers(first.pages), first, words, lang }), words, instead };
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
