// @ts-check
// The numbers to call above the results.

import { call } from "./page.js";

const every = call ? [...call.querySelectorAll("li")] : [];

/** @param {HTMLLIElement} one */
function numberOf(one) {
  const number = one.querySelector("strong");
  return (number && number.textContent) || "";
}

/**
 * Shows some numbers, the first one first; hides all where there are none. Returns them as a sentence names them.
 * @param {string[]} numbers
 */
export function showCalls(numbers) {
  const list = call && call.querySelector("ul");
  if (!call || !list) return "";
  const chosen = numbers.map((number) => every.find((one) => numberOf(one) === number)).filter(Boolean);
  const shown = /** @type {HTMLLIElement[]} */ (chosen);
  list.textContent = "";
  list.append(...shown);
  call.hidden = !shown.length;
  return shown.map(said).join(", ");
}

/** Shows every number: nothing tells which of them is needed. */
export function showEveryCall() {
  showCalls(every.map(numberOf));
}

/** @param {HTMLLIElement} one */
function said(one) {
  const who = one.querySelector("span");
  return `${numberOf(one)} (${who ? who.textContent : ""})`;
}
