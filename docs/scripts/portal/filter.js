// @ts-check
// A field that leaves of many rows those with the words typed, with or without marks, and says how many are left. What
// heads none of these goes too. Without a script all are there.

import { langOf } from "./aloud.js";
import { find, start } from "./root.js";

/** @param {string | null} text */
function plain(text) {
  const bare = (text || "").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return bare.replace(/[đĐ]/g, "d").toLowerCase();
}

/**
 * What stands under a heading: all until the next of its rank.
 * @param {Element} heading
 */
function under(heading) {
  /** @type {HTMLElement[]} */
  const parts = [];
  for (let next = heading.nextElementSibling; next instanceof HTMLElement; next = next.nextElementSibling) {
    if (/^H[2-4]$/.test(next.tagName) && next.tagName <= heading.tagName) break;
    parts.push(next);
  }
  return parts;
}

/**
 * A heading goes with all that stands under it once none of its rows is left; the wider one is asked first.
 * @param {HTMLElement} heading
 */
function headOnlyRows(heading) {
  const parts = under(heading);
  const rows = parts.flatMap((part) =>
    part.matches("[data-row]") ? [part] : [].slice.call(part.querySelectorAll("[data-row]")),
  );
  if (!rows.length) return;
  const gone = !rows.some((row) => !row.hasAttribute("hidden"));
  for (const part of [heading, ...parts]) if (!part.matches("[data-row]")) part.hidden = gone;
}

/**
 * How many rows are left, in words.
 * @param {HTMLInputElement} field
 * @param {HTMLElement[]} rows
 */
function leftInWords(field, rows) {
  const typed = field.value.trim();
  const said = FILTERED[langOf(field)];
  const left = rows.filter((row) => !row.hidden).length;
  if (!typed || !said) return "";
  const words = left ? said.left : said.none;
  return words.replace("{left}", String(left)).replace("{all}", String(rows.length)).replace("{typed}", () => typed);
}

start(() => {
  const field = find("[data-row-filter]");
  const status = find(".row-filter [role=status]");
  const layer = field && field.closest(".layer");
  if (!(field instanceof HTMLInputElement) || !status || !layer) return;
  /** @type {HTMLElement[]} */
  const rows = [].slice.call(layer.querySelectorAll("[data-row]"));
  /** @type {HTMLElement[]} */
  const headings = [].slice.call(layer.querySelectorAll("h2, h3, h4"));
  function narrow() {
    if (!(field instanceof HTMLInputElement) || !status) return;
    const words = plain(field.value).split(" ");
    for (const row of rows) row.hidden = !words.every((word) => plain(row.textContent).includes(word));
    headings.forEach(headOnlyRows);
    status.textContent = leftInWords(field, rows);
  }
  field.addEventListener("input", narrow);
  // What was typed before this script came counts.
  narrow();
});
