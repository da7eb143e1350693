// @ts-check
// What narrows and orders the pages found: the choices of the form, counted over what each would leave.

import { load } from "./loading.js";
import { choices, field, index, state } from "./page.js";
import { dayNumber, hasBit } from "./reading.js";

/** @typedef {import("./ranking.js").Hit} Hit */

/** Whether the reader narrows or orders what is found. */
export function isNarrowed() {
  return Boolean(field("sort").value) || choices.some((choice) => choice.value);
}

/** What pages may be narrowed by, loaded when first asked for. */
export async function facets() {
  state.facets = state.facets || (await load(index, "facets"));
}

/**
 * @param {Hit} hit
 * @param {HTMLSelectElement} choice
 * @param {string} value
 */
function fits(hit, choice, value) {
  const values = state.facets && state.facets[choice.name];
  return !value || hasBit(values ? values[value] : "", hit.page);
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
    const rest = narrowed(hits, choice);
    for (const option of choice.options) {
      if (!option.value) continue;
      const label = option.dataset.label || (option.dataset.label = option.textContent || "");
      const left = rest.filter((hit) => fits(hit, choice, option.value)).length;
      option.textContent = `${label} (${left})`;
      option.disabled = !left;
    }
  }
}

/**
 * By day where the reader asks for it, those without one last; else as they were found.
 * @param {Hit[]} hits
 */
export function sorted(hits) {
  const days = state.facets ? state.facets.date : "";
  const order = { desc: -1, asc: 1 }[field("sort").value];
  if (!order) return hits;
  const day = new Map(hits.map((hit) => [hit, dayNumber(days, hit.page)]));
  /** @param {Hit} hit */
  const without = (hit) => Number(!day.get(hit));
  return [...hits].sort(
    (one, next) => without(one) - without(next) || order * ((day.get(one) || 0) - (day.get(next) || 0)),
  );
}
