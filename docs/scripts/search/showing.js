// @ts-check
// What was found, a few pages at a time; what to do where nothing was, or nothing that answers.

import { ask } from "./asking.js";
import { entry } from "./entries.js";
import { count, facets, isNarrowed, narrowed, sorted } from "./narrowing.js";
import { call, field, help, index, more, narrowing, others, results, spoken, state, status } from "./page.js";
import { wordsOf } from "./words.js";

/**
 * @typedef {import("./asking.js").Found} Found
 * @typedef {import("./ranking.js").Hit} Hit
 */

// A result costs a file; the reader asks for the rest.
const FIRST = 6;
// Bytes, unpacked.
const LITTLE = 8000;

/** @param {boolean} some whether anything was found that answers */
function showHelp(some) {
  help.hidden = some;
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
 * @param {Found} found
 * @param {number} number how many pages are left
 * @param {string} query
 */
function say(found, number, query) {
  const { some = "", weak = "", none = "", instead = "" } = status.dataset;
  const sentence = number ? (found.isWeak ? weak : some) : none;
  const other = found.instead.map((word) => word.form).join(" ");
  /** @type {{ [blank: string]: string }} */
  const values = { count: String(number), words: query, instead: other };
  const text = other && number ? `${sentence.replace(/\.$/, "")}. ${instead}` : sentence;
  status.textContent = text.replace(/\{(count|words|instead)\}/g, (_, name) => values[name]);
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
  if (call) call.hidden = !found.isDanger;
  await list(hits, found, 0, mine);
  if (mine !== state.asked) return;
  say(found, hits.length, query);
  showHelp(hits.length > 0 && !found.isWeak);
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

/** Answer what stands in the field. */
export async function show() {
  const mine = (state.asked += 1);
  const query = field("q").value.trim();
  results.textContent = "";
  for (const part of [more, help, ...others, ...(call ? [call] : [])]) part.hidden = true;
  status.textContent = (query && status.dataset.wait) || "";
  if (!query) return;
  try {
    await answer(query, mine);
  } catch {
    if (mine === state.asked && !results.childElementCount) status.textContent = status.dataset.failed || "";
  }
}
