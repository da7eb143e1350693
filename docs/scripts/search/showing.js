// @ts-check
// What was found, a few pages at a time; what to do where nothing was, or nothing that answers.

import { ask } from "./asking.js";
import { showCalls, showEveryCall } from "./calling.js";
import { entry } from "./entries.js";
import { count, facets, isNarrowed, narrowed, sorted } from "./narrowing.js";
import { field, help, index, more, narrowing, others, results, spoken, state, status, turn } from "./page.js";
import { wordsOf } from "./words.js";

/**
 * @typedef {import("./asking.js").Found} Found
 * @typedef {import("./ranking.js").Hit} Hit
 */

// A result costs a file; the reader asks for the rest.
const FIRST = 6;
// Bytes, unpacked.
const LITTLE = 8000;

/**
 * @param {boolean} some whether anything was found that answers
 * @param {boolean} urgent whether it is about a danger that no page is about
 */
function showHelp(some, urgent) {
  help.hidden = some || urgent;
  turn.hidden = !urgent;
  for (const other of others) {
    other.hidden = some;
    const link = other.querySelector("a");
    if (!link) continue;
    const url = new URL(link.href);
    url.searchParams.set("q", field("q").value);
    link.href = url.href;
  }
}

/**
 * Who types the whole name of a page wants that page, with its marks or without: "so y te" is Sở Y tế.
 * @param {HTMLLIElement[]} items
 * @param {Found} found
 */
function namedFirst(items, found) {
  /** @param {import("./words.js").Word[]} words */
  const keys = (words) => words.map((word) => word.key).join(" ");
  /** @param {HTMLLIElement} item */
  const titleOf = (item) => (item.querySelector("a") || item).textContent || "";
  /** @param {HTMLLIElement} item */
  const isNamed = (item) => keys(wordsOf(titleOf(item), spoken)) === keys(found.words);
  return [...items.filter(isNamed), ...items.filter((item) => !isNamed(item))];
}

/**
 * @param {Hit[]} hits
 * @param {Found} found
 * @param {number} from
 * @param {number} mine which question this answers: a later one takes its place
 */
async function list(hits, found, from, mine) {
  const items = await Promise.all(hits.slice(from, from + FIRST).map((hit) => entry(hit, found)));
  if (mine !== state.asked) return;
  results.append(...(from || field("sort").value ? items : namedFirst(items, found)));
  const shown = from + items.length;
  more.hidden = shown >= hits.length;
  more.onclick = async () => {
    await list(hits, found, shown, mine);
    const next = results.querySelectorAll("a")[shown];
    if (next) next.focus();
  };
}

/**
 * The sentence of the page that says what was found.
 * @param {Found} found
 * @param {number} number how many pages are left
 * @param {string} numbers whom to call, "" where nobody
 */
function sentenceFor(found, number, numbers) {
  const said = status.dataset;
  if (found.lacks && numbers) return said.danger || "";
  if (!number) return said.none || "";
  const sentence = (found.isWeak ? said.weak : said.some) || "";
  return found.instead.length ? `${sentence.replace(/\.$/, "")}. ${said.instead}` : sentence;
}

/**
 * @param {Found} found
 * @param {number} number
 * @param {string} query
 * @param {string} numbers
 */
function say(found, number, query, numbers) {
  const instead = found.instead.map((word) => word.form).join(" ");
  /** @type {{ [blank: string]: string }} */
  const values = { count: String(number), words: query, instead, numbers };
  const text = sentenceFor(found, number, numbers);
  status.textContent = text.replace(/\{(count|words|instead|numbers)\}/g, (_, name) => values[name]);
}

/**
 * @param {string} query
 * @param {number} mine
 */
async function answer(query, mine) {
  const found = await ask(index, query, spoken);
  if (isNarrowed()) await facets();
  if (mine !== state.asked) return;
  const hits = sorted(narrowed(found.hits));
  const numbers = showCalls(found.calls);
  await list(hits, found, 0, mine);
  if (mine !== state.asked) return;
  say(found, hits.length, query, numbers);
  showHelp(hits.length > 0 && !found.isWeak, found.lacks);
  await countChoices(found, mine);
}

/**
 * The choices with their counts: at once where that costs little, else when the reader opens them.
 * @param {Found} found
 * @param {number} mine
 */
async function countChoices(found, mine) {
  const load = async () => {
    await facets();
    if (mine === state.asked) count(found.hits);
  };
  narrowing.ontoggle = () => void load();
  if (narrowing.open || found.first.facets < LITTLE) await load();
}

/** The index cannot be loaded, most often without a network: help is kept on the device. */
function fail() {
  status.textContent = status.dataset.failed || "";
  turn.hidden = false;
  showEveryCall();
}

/** Answer what stands in the field. */
export async function show() {
  const mine = (state.asked += 1);
  const query = field("q").value.trim();
  results.textContent = "";
  for (const part of [more, help, turn, ...others]) part.hidden = true;
  showCalls([]);
  // What is found begins on the first screen of a phone: what the page says of itself gives way.
  document.body.classList.toggle("asked", Boolean(query));
  status.textContent = (query && status.dataset.wait) || "";
  if (!query) return;
  try {
    await answer(query, mine);
  } catch {
    if (mine === state.asked && !results.childElementCount) fail();
  }
}
