// @ts-check
// The search page: asks Pagefind, narrows, sorts and shows. Loaded on that page alone.
// The index holds the texts without marks (scripts/portal/site/files/search_texts.py): what is typed is folded too.

/**
 * What Pagefind and the facets beside its index give.
 * @typedef {{ url: string, meta: { title: string, description: string } }} Found
 * @typedef {{ id: string, data: () => Promise<Found> }} Hit
 * @typedef {{ id: string, page: Found }} Shown
 * @typedef {(words: string) => Promise<{ results: Hit[] }>} Search
 * @typedef {{ search: Search, options: (options: object) => Promise<void> }} Pagefind
 * @typedef {{ [name: string]: string[] | undefined }} Facets
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
/** The same search in each other language in which this page stands. */
export const others = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-search-other]")]);
export const choices = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select[data-filter]")]);

/**
 * A field of the form by its name.
 * @param {string} name
 */
export function field(name) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
}

/** @type {{ pagefind: Pagefind | null, facets: { [id: string]: Facets | undefined }, asked: number }} */
export const state = { pagefind: null, facets: {}, asked: 0 };

/**
 * What a page may be narrowed by under a name; the first value stands for the page.
 * @param {string} id
 * @param {string} name
 * @returns {string[]}
 */
export function facet(id, name) {
  const facets = state.facets[id];
  return (facets && facets[name]) || [];
}
