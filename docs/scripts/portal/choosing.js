// @ts-check
// Choices that leave of a table the rows that have what was chosen; the address keeps them, so that they can be sent on.

import { find, start } from "./root.js";

start(() => {
  const form = find("form[data-choose-rows]");
  if (!form) return;
  const { chooseRows = "", none = "" } = form.dataset;
  /** @type {HTMLSelectElement[]} */
  const choices = [].slice.call(form.querySelectorAll("select"));
  /** @type {HTMLElement[]} */
  const rows = [].slice.call(document.querySelectorAll(".recommendations tbody tr"));
  const told = form.querySelector("[role=status]");

  /** @param {HTMLElement} row */
  function has(row) {
    return choices.every(({ name, value }) => {
      return !value || (row.dataset[name] || "").split(" ").includes(value);
    });
  }

  function choose() {
    const chosen = choices.filter((one) => one.value);
    for (const row of rows) row.hidden = !has(row);
    const left = rows.filter((row) => !row.hidden).length;
    const said = (left ? chooseRows : none).replace("{left}", String(left)).replace("{all}", String(rows.length));
    if (told) told.textContent = chosen.length ? said : "";
    const query = chosen.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join("&");
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
  }

  const asked = new URLSearchParams(location.search);
  for (const one of choices) one.value = asked.get(one.name) || "";
  for (const one of choices) if (!one.value) one.selectedIndex = 0;
  form.hidden = false;
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  choose();
});
