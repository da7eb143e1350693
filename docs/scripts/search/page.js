// @ts-check
// The search page: its parts, and what it has found so far. Loaded on that page alone.

/**
 * A page as a chunk of the index shows it, and one of its passages.
 * @typedef {[address: string, title: string, description: string, kind: string, day: string]} Shown
 * @typedef {[page: number, anchor: string, heading: string, text: string]} Passage
 * @typedef {{ [name: string]: { [value: string]: string } } & { date: string }} Facets
 */

/**
 * An element the template promises.
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function the(selector) {
  const found = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (!found) throw new Error(selector);
  return found;
}

export const form = /** @type {HTMLFormElement} */ (the("[data-search-form]"));
export const results = the("[data-search-results]");
export const status = the("[data-search-status]");
export const more = the("[data-search-more]");
export const help = the("[data-search-help]");
/** Where to turn, and whom to call: what helps where the search cannot. */
export const turn = the("[data-search-turn]");
export const narrowing = /** @type {HTMLDetailsElement} */ (the("[data-search-form] details"));
/** The numbers to call; null where none is known. */
export const call = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-call]"));
/** The same search in each other language in which this page stands. */
export const others = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-search-other]")]);
export const choices = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select[data-filter]")]);

/** Where the first file of the index lies. */
export const index = new URL(results.dataset.index || "", location.href).href;

/**
 * A field of the form by its name.
 * @param {string} name
 */
export function field(name) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
}

/** What the frame speaks, which is what a reader types: a language may borrow the words around its texts. */
export const spoken = document.body.lang || document.documentElement.lang;

/** @type {{ facets: Facets | null, asked: number }} */
export const state = { facets: null, asked: 0 };
