// @ts-check
// The page for times without a network: what is kept on this device, and a way to forget it. The worker keeps this
// script with that page, so that the list is there when only pages that were read are.

import { FOUND, KEPT, PICTURES, READ, SOUND } from "../common/stores.js";
import { offlinePage } from "./keeping.js";
import { find, start } from "./root.js";

const PAGES = [READ, KEPT];
/** Milliseconds: a worker of an earlier release does not answer. */
const PATIENCE = 20000;
/** Some pages and the search over a slow network. */
const MOST_PATIENCE = 600000;

/**
 * A link to a kept page, by its own heading.
 * @param {string} url
 * @param {string} html
 */
function entry(url, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const heading = page.querySelector("h1");
  const link = document.createElement("a");
  link.href = url;
  link.lang = page.documentElement.lang;
  link.textContent = (heading && heading.textContent) || url;
  const item = document.createElement("li");
  item.append(link);
  return item;
}

/** Every kept page once: one that was read may be kept in both stores. */
async function entries() {
  /** @type {Map<string, HTMLLIElement>} */
  const found = new Map();
  for (const name of PAGES) {
    const store = await caches.open(name);
    for (const { url } of await store.keys()) {
      const page = await store.match(url);
      if (page && !found.has(url)) found.set(url, entry(url, await page.text()));
    }
  }
  return [...found.values()];
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} forget
 */
async function show(list, forget) {
  const found = await entries();
  list.textContent = "";
  list.append(...found);
  forget.hidden = !found.length;
}

/**
 * Ask the worker for something; "" when it is done, else why not.
 * @param {object} asked
 * @param {number} patience
 * @returns {Promise<string>}
 */
function answered(asked, patience) {
  const { controller } = navigator.serviceWorker;
  if (!controller) return Promise.resolve("no worker");
  const { port1, port2 } = new MessageChannel();
  controller.postMessage(asked, [port2]);
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
    setTimeout(() => done("late"), patience);
  });
}

/**
 * The worker may still be keeping: it deletes once more after that.
 * @param {string[]} names
 */
async function drop(names) {
  for (const name of names) await caches.delete(name);
  await answered({ forget: names }, PATIENCE);
}

/**
 * The button that keeps what nobody keeps without being asked.
 * @param {HTMLElement} more
 * @param {HTMLElement} said
 * @param {() => void} after
 */
function offerMore(more, said, after) {
  more.hidden = false;
  more.addEventListener("click", async () => {
    more.setAttribute("aria-disabled", "true");
    said.textContent = said.dataset.busy || "";
    const failed = await answered({ all: true, offline: offlinePage() }, MOST_PATIENCE);
    said.textContent = (failed ? said.dataset.failed : said.dataset.done) || "";
    more.removeAttribute("aria-disabled");
    after();
  });
}

start(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const marked = document.querySelectorAll("[data-kept], [data-forget], [data-forgotten]");
  const [list, forget, said] = marked;
  if (!list || !window.caches || typeof caches.open !== "function") return;
  forget.addEventListener("click", async () => {
    await drop([...PAGES, PICTURES, FOUND, SOUND]);
    await show(list, forget);
    said.textContent = said.dataset.forgotten || "";
  });
  const [more, answer] = [find("[data-more]"), find("[data-more-said]")];
  if (more && answer) offerMore(more, answer, () => show(list, forget));
  show(list, forget);
});
