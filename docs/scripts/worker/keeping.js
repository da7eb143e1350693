// @ts-check
// Keeps what a page says it is made of, one page after another, so that reading is not slowed.

import { KEPT, READ } from "../common/stores.js";
import { worker } from "./scope.js";
import { keepIndex } from "./searching.js";
import { held, keepPage, keepParts, keepPicture, partsOf, textIn } from "./storing.js";

/**
 * What a page tells about itself: its address, its styles and scripts, the pictures it has shown, the page for times
 * without a network in its language, and whether there is time and data to keep more than this.
 * @typedef {{ page: string, parts: string[], pictures: string[], offline: string, more: boolean }} Made
 */

// One after another: a page's parts are never thrown out while another is kept.
/** @type {Promise<void>} */
let last = Promise.resolve();

worker.addEventListener("message", (event) => {
  // A full phone keeps what it has.
  const { data, ports } = event;
  last = last.then(() => (data.forget ? drop(data.forget, ports[0]) : keep(data))).catch(() => {});
  event.waitUntil(last);
});

/**
 * @param {string[]} names
 * @param {MessagePort} asking
 */
async function drop(names, asking) {
  for (const name of names) await caches.delete(name);
  asking.postMessage("");
}

/** @param {Made} made */
async function keep({ page, parts, pictures, offline, more }) {
  await keepPage(page, await held(page));
  await keepParts(parts);
  const kept = await caches.open(KEPT);
  if (!(await kept.match(offline))) await kept.put(offline, await held(offline));
  await keepParts(partsOf(offline, await textIn(kept, offline)));
  if (more) await keepForLater(kept, offline);
  for (const url of pictures) await keepPicture(url, await held(url));
}

/**
 * The page for times without a network names what is to be kept.
 * @param {Cache} kept
 * @param {string} offline
 */
async function keepForLater(kept, offline) {
  const text = await textIn(kept, offline);
  for (const link of text.match(/<a data-keep href="[^"]+"/g) || []) {
    const url = new URL(link.split('"')[1], offline).href;
    if (await kept.match(url)) continue;
    const response = await held(url);
    const named = partsOf(url, await response.clone().text());
    await kept.put(url, response);
    // In one store alone: the other's would grow old and be shown.
    await (await caches.open(READ)).delete(url);
    await keepParts(named);
  }
  const index = / data-index="([^"]+)"/.exec(text);
  if (index) await keepIndex(new URL(index[1], offline).href);
}
