// @ts-check
// A field that leaves of many rows those with the words typed, with or without marks. Without a script all are there.

import { find, start } from "./root.js";

/** @param {string | null} text */
function plain(text) {
  const bare = (text || "").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return bare.replace(/[đĐ]/g, "d").toLowerCase();
}

start(() => {
  const layer = find("[data-row-filter]");
  if (!layer) return;
  /** @type {HTMLElement[]} */
  const rows = [].slice.call(layer.querySelectorAll("[data-row]"));
  const label = document.createElement("label");
  const field = document.createElement("input");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  field.type = "search";
  label.className = "row-filter";
  label.append(layer.dataset.rowFilter || "", " ", field, " ", told);
  layer.insertBefore(label, layer.firstChild);
  field.addEventListener("input", () => {
    const words = plain(field.value).split(" ");
    for (const row of rows) row.hidden = !words.every((word) => plain(row.textContent).includes(word));
    const left = rows.filter((row) => !row.hidden).length;
    told.textContent = field.value ? `${left} / ${rows.length}` : "";
  });
});
