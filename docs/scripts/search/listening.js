// @ts-check
// The form, the address and the keys: a search is an address that can be sent and gone back to.

import { choices, field, form, results, the } from "./page.js";
import { show } from "./showing.js";

function address() {
  const url = new URL(location.href);
  url.search = "";
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, String(value));
  return url;
}

function fromAddress() {
  const wanted = new URLSearchParams(location.search);
  for (const one of [field("q"), field("sort"), ...choices]) one.value = wanted.get(one.name) || "";
  const narrowing = form.querySelector("details");
  if (narrowing && choices.some((choice) => choice.value)) narrowing.open = true;
  show();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address());
  show();
});
form.addEventListener("change", (event) => {
  if (event.target === field("q")) return;
  history.replaceState(null, "", address());
  show();
});
addEventListener("popstate", fromAddress);

// Arrow keys walk from the field through the results and back.
the(".search-page").addEventListener("keydown", (event) => {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  /** @type {HTMLElement[]} */
  const stops = [field("q"), ...results.querySelectorAll("a")];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  if (!step || place < 0 || !stops[place + step]) return;
  event.preventDefault();
  stops[place + step].focus();
});

// What was typed before this script arrived stays in the field.
const typed = field("q").value;
fromAddress();
field("q").value = typed || field("q").value;
