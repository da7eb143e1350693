// @ts-check
// Sharing by the device's own means, the address copied, the page on paper: each offered where the browser can.

import { find, start } from "./root.js";

/**
 * A list says how many entries it has: the whole entry is hidden where the browser cannot.
 * @param {HTMLElement} button
 * @param {boolean} can
 */
function offered(button, can) {
  const entry = button.parentElement;
  if (entry) entry.hidden = !can;
}

/** @param {HTMLElement} button */
function offerShare(button) {
  const { title, url } = button.dataset;
  offered(button, Boolean(navigator.share));
  button.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
}

/** @param {HTMLElement} button */
function offerCopy(button) {
  const said = find("[data-shared]");
  offered(button, Boolean(navigator.clipboard));
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy || "");
    if (said) said.textContent = button.dataset.done || "";
  });
}

/** @param {HTMLElement} button */
function offerPaper(button) {
  offered(button, true);
  button.addEventListener("click", () => print());
}

for (const [selector, offer] of /** @type {const} */ ([
  ["[data-share]", offerShare],
  ["[data-copy]", offerCopy],
  ["[data-print]", offerPaper],
])) {
  const button = find(selector);
  if (button) start(() => offer(button));
}
