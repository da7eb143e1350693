// @ts-check
// One question to Pagefind: what was typed, with the missing spaces; else as it was typed.

import { split, wordsOf } from "./folding.js";
import { results, state } from "./page.js";

/** Pagefind and the facets beside its index, loaded when first asked for. */
async function loaded() {
  if (state.pagefind) return state.pagefind;
  const bundle = new URL(results.dataset.pagefind || "", location.href);
  const pages = fetch(new URL(`pages.${document.documentElement.lang}.json`, bundle).href);
  /** @type {import("./page.js").Pagefind} */
  const pagefind = await import(new URL("pagefind.js", bundle).href);
  state.facets = await (await pages).json();
  await pagefind.options({ noWorker: true, metaWeights: { title: 1, description: 1 } });
  state.pagefind = pagefind;
  return pagefind;
}

/**
 * @param {string[]} words
 * @returns {Promise<import("./page.js").Hit[]>}
 */
async function ask(words) {
  if (!words.length) return [];
  const pagefind = await loaded();
  return (await pagefind.search(words.join(" "))).results;
}

/**
 * The pages found and the words they were found by. (Pagefind leaves out a word that stands nowhere.)
 * @param {string} query
 */
export async function pagesFor(query) {
  const typed = wordsOf(query);
  // What the frame speaks, which is what a reader types: a language may borrow the words around its texts.
  const spoken = document.body.lang || document.documentElement.lang;
  const spaced = spoken === SYLLABIC ? typed.flatMap(split) : typed;
  const found = await ask(spaced);
  return found.length || spaced.length === typed.length
    ? { found, words: spaced }
    : { found: await ask(typed), words: typed };
}
