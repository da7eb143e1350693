// @ts-check
// What narrows and orders the pages found: the choices of the form, counted over what each would leave.

import { choices, facet, field } from "./page.js";

/** @typedef {import("./page.js").Hit} Hit */

/**
 * @param {Hit} hit
 * @param {HTMLSelectElement} choice
 * @param {string} value
 */
function fits(hit, choice, value) {
  return !value || facet(hit.id, choice.name).includes(value);
}

/**
 * The pages every choice leaves, but for the one named.
 * @param {Hit[]} hits
 * @param {HTMLSelectElement} [except]
 */
export function narrowed(hits, except) {
  return hits.filter((hit) => choices.every((choice) => choice === except || fits(hit, choice, choice.value)));
}

/**
 * How many of the pages found each choice would leave; one that would leave none cannot be chosen.
 * @param {Hit[]} hits
 */
export function count(hits) {
  for (const choice of choices) {
    const others = narrowed(hits, choice);
    for (const option of choice.options) {
      if (!option.value) continue;
      const label = option.dataset.label || (option.dataset.label = option.textContent || "");
      const left = others.filter((hit) => fits(hit, choice, option.value)).length;
      option.textContent = `${label} (${left})`;
      option.disabled = !left;
    }
  }
}

/**
 * By day where the reader asks for it; else as they were found.
 * @param {Hit[]} hits
 */
export function sorted(hits) {
  /** @param {Hit} hit */
  const day = (hit) => facet(hit.id, "date")[0] || "";
  const order = { desc: -1, asc: 1 }[field("sort").value];
  return order ? [...hits].sort((one, next) => order * day(one).localeCompare(day(next))) : hits;
}
