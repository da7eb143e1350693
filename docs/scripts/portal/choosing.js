// @ts-check
// Choices that leave of a table the rows that have what was chosen; the address keeps them, to be sent on.

import { find, start } from "./root.js";

/**
 * What was asked for in the address, then whatever is chosen; a choice made before this script came stands.
 * @param {HTMLSelectElement[]} choices
 * @param {() => void} choose
 */
function listen(choices, choose) {
  const asked = new URLSearchParams(location.search);
  for (const one of choices) {
    if (!one.value) one.value = asked.get(one.name) || "";
    if (!one.value) one.selectedIndex = 0;
    one.addEventListener("change", choose);
  }
  choose();
}

/** @param {HTMLSelectElement[]} chosen */
function keepInAddress(chosen) {
  const query = chosen.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join("&");
  history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
}

start(() => {
  const group = find("[data-choose-rows]");
  if (!group) return;
  const { chooseRows = "", none = "" } = group.dataset;
  /** @type {HTMLSelectElement[]} */
  const choices = [].slice.call(group.querySelectorAll("select"));
  /** @type {HTMLElement[]} */
  const rows = [].slice.call(document.querySelectorAll(".recommendations tbody tr"));
  const told = group.querySelector("[role=status]");
  listen(choices, () => {
    const chosen = choices.filter((one) => one.value);
    for (const row of rows) {
      row.hidden = !chosen.every((one) => (row.dataset[one.name] || "").split(" ").includes(one.value));
    }
    const left = rows.filter((row) => !row.hidden).length;
    const said = (left ? chooseRows : none).replace("{left}", String(left)).replace("{all}", String(rows.length));
    if (told) told.textContent = chosen.length ? said : "";
    keepInAddress(chosen);
  });
});
