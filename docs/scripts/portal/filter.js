// @ts-check
// A field that leaves of many rows those with the words typed, with or without marks. Without a script all are there.

import { find, start } from "./root.js";

/** @param {string | null} text */
function plain(text) {
  const bare = (text || "").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return bare.replace(/[đĐ]/g, "d").toLowerCase();
}

start(() => {
  const field = find("[data-row-filter]");
  const told = find(".row-filter [role=status]");
  if (!(field instanceof HTMLInputElement) || !told) return;
  /** @type {HTMLElement[]} */
  const rows = [].slice.call(document.querySelectorAll("[data-row]"));
  function narrow() {
    if (!(field instanceof HTMLInputElement) || !told) return;
    const words = plain(field.value).split(" ");
    for (const row of rows) row.hidden = !words.every((word) => plain(row.textContent).includes(word));
    const left = rows.filter((row) => !row.hidden).length;
    told.textContent = field.value ? `${left} / ${rows.length}` : "";
  }
  field.addEventListener("input", narrow);
  // What was typed before this script came.
  narrow();
});
