// @ts-check
// The form, the address and the keys: a search is an address that can be sent and gone back to.

import { choices, field, form, narrowing, results, the } from "./page.js";
import { show } from "./showing.js";

function address() {
  const url = new URL(location.href);
  url.search = "";
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, String(value));
  return url.href;
}

function fromAddress() {
  const wanted = new URLSearchParams(location.search);
  for (const one of [field("q"), field("sort"), ...choices]) one.value = wanted.get(one.name) || "";
  if (choices.some((choice) => choice.value)) narrowing.open = true;
  show();
}

/**
 * A page opened from a folder may not be allowed another address; the search goes on without one.
 * @param {"pushState" | "replaceState"} how
 */
function remember(how) {
  try {
    history[how](null, "", address());
  } catch {
    // What is found is shown all the same.
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember("pushState");
  show();
});
form.addEventListener("change", (event) => {
  if (event.target === field("q")) return;
  remember("replaceState");
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
