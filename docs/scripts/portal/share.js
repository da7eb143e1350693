// @ts-check
// Sharing by the device's own means, the address copied, the page on paper: each offered where the browser can.

import { find, start } from "./root.js";

/** @param {HTMLElement} button */
function offerShare(button) {
  const { title, url } = button.dataset;
  button.hidden = !navigator.share;
  button.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
}

/** @param {HTMLElement} button */
function offerCopy(button) {
  const said = find("[data-shared]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy || "");
    if (said) said.textContent = button.dataset.done || "";
  });
}

/** @param {HTMLElement} button */
function offerPaper(button) {
  button.hidden = false;
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
