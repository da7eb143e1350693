// @ts-check
// Of the claims on the front of the answers those that come close to a sentence somebody types. Nothing is sent.

import { typedWords, wordsOf } from "../search/words.js";

/** @typedef {import("../search/words.js").Word} Word */
/** @typedef {Set<string>} Terms words, and pairs of neighbours */
/** @typedef {{ row: HTMLElement, parts: Terms[], all: Terms }} Claim */

// So much of what was typed, or of what a claim says, has to be in the other; the rarer a word, the more it is.
const ENOUGH = 0.42;
const FEWEST = 2;

const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-match]"));
const speaks = document.body.lang || document.documentElement.lang;

/**
 * @param {Word[]} words
 * @returns {Terms}
 */
function termsOf(words) {
  const keys = words.map((word) => word.key);
  return new Set(keys.concat(keys.slice(1).map((key, place) => `${keys[place]} ${key}`)));
}

/**
 * @param {HTMLElement} row
 * @returns {Claim}
 */
function claimOf(row) {
  const said = Array.from(row.querySelectorAll("[data-said]"));
  const parts = said.map((part) => termsOf(wordsOf(part.textContent || "", speaks)));
  const all = new Set();
  for (const part of parts) part.forEach((term) => all.add(term));
  return { row, parts, all };
}

/**
 * What a term counts: the less, the more claims have it. A number tells more than a word; neighbours that no claim has,
 * as where somebody says the same in other words, tell less.
 * @param {Claim[]} claims
 * @param {string} term
 */
function weight(claims, term) {
  const having = claims.filter((claim) => claim.all.has(term)).length;
  const counts = Math.log(1 + claims.length / (having || 1));
  if (/^\d\d+$/.test(term)) return 3 * counts;
  return !having && term.includes(" ") ? counts / 2 : counts;
}

/**
 * The share of some terms that others have.
 * @param {Claim[]} claims
 * @param {Terms} some
 * @param {Terms} others
 */
function share(claims, some, others) {
  let whole = 0;
  let found = 0;
  some.forEach((term) => {
    const counts = weight(claims, term);
    whole += counts;
    if (others.has(term)) found += counts;
  });
  return whole ? found / whole : 0;
}

/**
 * How near a claim comes to what was typed, from 0 to 1.
 * @param {Claim[]} claims
 * @param {Claim} claim
 * @param {Word[]} words
 */
function nearness(claims, claim, words) {
  const typed = termsOf(words);
  const keys = new Set(words.map((word) => word.key));
  const shared = Array.from(keys).filter((key) => claim.all.has(key)).length;
  if (shared < Math.min(FEWEST, keys.size)) return 0;
  return Math.max(share(claims, typed, claim.all), ...claim.parts.map((part) => share(claims, part, typed)));
}

/**
 * The claims that come near, the nearest first.
 * @param {Claim[]} claims
 * @param {string} query
 */
function near(claims, query) {
  // A word that is no Vietnamese one may be made of syllables by chance: both ways to read it are tried.
  const ways = [typedWords(query, speaks), wordsOf(query, speaks)];
  const found = claims.map((claim) => {
    const by = Math.max(...ways.map((words) => nearness(claims, claim, words)));
    return { claim, by };
  });
  return found.filter((one) => one.by >= ENOUGH).sort((one, other) => other.by - one.by);
}

/**
 * Show the rows that were found, in their order, and no other.
 * @param {HTMLElement[]} rows
 * @param {HTMLElement[]} found
 */
function order(rows, found) {
  for (const row of rows) row.hidden = !found.includes(row);
  for (const row of found) if (row.parentElement) row.parentElement.append(row);
}

/** @param {HTMLElement} section */
function match(section) {
  /**
   * A part the template promises.
   * @param {string} name
   */
  const part = (name) => /** @type {HTMLElement} */ (section.querySelector(`[data-match-${name}]`));
  const field = /** @type {HTMLInputElement} */ (part("field").querySelector("input"));
  const rows = /** @type {HTMLElement[]} */ (Array.from(section.querySelectorAll("[data-claim]")));
  const claims = rows.map(claimOf);
  const place = part("search").getAttribute("href") || "";
  function show() {
    const query = field.value.trim();
    const found = query ? near(claims, query).map((one) => one.claim.row) : rows;
    order(rows, found);
    const said = found.length === 1 ? section.dataset.one : section.dataset.some;
    const some = query && found.length && said ? said : "";
    part("status").textContent = some.replace("{count}", () => String(found.length));
    part("none").hidden = found.length > 0;
    part("search").setAttribute("href", query ? `${place}?q=${encodeURIComponent(query)}` : place);
    part("list").hidden = !found.length;
    if (query) part("list").setAttribute("open", "");
  }
  field.addEventListener("input", show);
  // What is typed has no name in the form, so that nothing would be sent; and nothing is loaded anew.
  part("field").addEventListener("submit", (event) => event.preventDefault());
  section.dataset.match = "ready";
  // Somebody may have typed before this script had come.
  if (field.value) show();
}

if (box) match(box);
