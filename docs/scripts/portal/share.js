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

/**
 * What the head of the page says of it to others.
 * @param {"title" | "url"} what
 */
function told(what) {
  const one = document.head.querySelector(`[property="og:${what}"]`);
  return (one && one.getAttribute("content")) || "";
}

/** @param {HTMLElement} button */
function offerShare(button) {
  offered(button, Boolean(navigator.share));
  button.addEventListener("click", () => navigator.share({ title: told("title"), url: told("url") }).catch(() => {}));
}

/** @param {HTMLElement} button */
function offerCopy(button) {
  const said = find("[data-shared]");
  offered(button, Boolean(navigator.clipboard));
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(told("url"));
    if (said) said.textContent = button.dataset.done || "";
  });
}

/**
 * Copies what stands in the field the button names, and says so in its own words.
 * @param {HTMLElement} button
 */
function offerField(button) {
  const field = /** @type {HTMLTextAreaElement | null} */ (find(`#${button.dataset.copies}`));
  button.hidden = !field || !navigator.clipboard;
  button.addEventListener("click", async () => {
    if (field) await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done || "";
  });
}

/** @param {HTMLElement} button */
function offerPaper(button) {
  offered(button, true);
  button.addEventListener("click", () => print());
}

/** @param {HTMLElement} link */
function nameLetter(link) {
  link.setAttribute("href", `${link.getAttribute("href")}&subject=${encodeURIComponent(told("title"))}`);
}

for (const [selector, offer] of /** @type {const} */ ([
  ["[data-share]", offerShare],
  ["[data-copy]", offerCopy],
  ["[data-print]", offerPaper],
  ['.share [href^="mailto:"]', nameLetter],
])) {
  const button = find(selector);
  if (button) start(() => offer(button));
}
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copies]"))) {
  start(() => offerField(button));
}
