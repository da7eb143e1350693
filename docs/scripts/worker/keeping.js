// @ts-check
// Keeps the page that was read and what it is made of, help a few pages at a time, and more where the reader asks: one
// page after another, so that reading is not slowed.

import { KEPT, READ } from "../common/stores.js";
import { renew } from "./renewing.js";
import { worker } from "./scope.js";
import { keepIndex } from "./searching.js";
import { keepSound } from "./sounding.js";
import { firstParts, held, keepPage, keepParts, keepPicture, partsOf, textIn } from "./storing.js";

// Pages of help that come with one view: some 50 kilobytes.
const AT_ONCE = 5;

/**
 * What a page tells of itself: the page for times without a network in its language, the pictures it has shown, whether
 * it is not the first, and whether there is time and data to keep more than itself.
 * @typedef {{ offline: string, pictures: string[], again: boolean, more: boolean }} Made
 */

// One after another: a page's parts are never thrown out while another is kept.
/** @type {Promise<unknown>} */
let last = Promise.resolve();

worker.addEventListener("message", (event) => {
  const { data, ports, source } = event;
  last = last
    .then(() => work(data, source && "url" in source ? source.url : ""))
    // A full phone keeps what it has.
    .then(() => "", (error) => String(error))
    .then((failed) => ports[0] && ports[0].postMessage(failed));
  event.waitUntil(last);
});

/**
 * Nothing is kept but the page that asks, by the address the browser knows it by, and what our own pages name.
 * @param {any} data
 * @param {string} asking
 */
async function work(data, asking) {
  if (data.forget) return drop(data.forget);
  if (!OFFLINE_PAGES.some((page) => worker.registration.scope + page === data.offline)) return undefined;
  if (data.sound) return keepSound(data.sound, asking.split(/[?#]/)[0]);
  return data.all ? keepAll(data.offline) : keep(asking.split(/[?#]/)[0], data);
}

/** @param {string[]} names */
async function drop(names) {
  for (const name of names) if (name.startsWith("portal-")) await caches.delete(name);
}

/**
 * @param {string} page
 * @param {Made} made
 */
async function keep(page, { offline, pictures, again, more }) {
  const response = await held(page);
  const named = firstParts(page, await response.clone().text());
  await keepPage(page, response);
  await keepParts(named);
  const kept = await caches.open(KEPT);
  if (!(await kept.match(offline))) await kept.put(offline, await held(offline));
  await keepParts(firstParts(offline, await textIn(kept, offline)));
  if (again) await renew(offline);
  if (more) await keepNamed(kept, offline, /<a data-keep href="[^"]+"/g, AT_ONCE);
  const ours = pictures.filter((url) => url.startsWith(worker.registration.scope));
  for (const url of ours) await keepPicture(url, await held(url));
}

/**
 * All that the page for times without a network names, and the search: a reader asked for it there.
 * @param {string} offline
 */
async function keepAll(offline) {
  const kept = await caches.open(KEPT);
  await keepNamed(kept, offline, /<a data-(?:keep|ask) href="[^"]+"/g, Infinity);
  const index = / data-index="([^"]+)"/.exec(await textIn(kept, offline));
  if (index) await keepIndex(new URL(index[1], offline).href);
}

/**
 * Pages the page for times without a network names, as many of those that are not kept yet as may come at once.
 * @param {Cache} kept
 * @param {string} offline
 * @param {RegExp} links
 * @param {number} most
 */
async function keepNamed(kept, offline, links, most) {
  let left = most;
  for (const link of (await textIn(kept, offline)).match(links) || []) {
    const url = new URL(link.split('"')[1], offline).href;
    if (!left || (await kept.match(url))) continue;
    const response = await fetch(url);
    if (!response.ok) throw new Error(url);
    const named = partsOf(url, await response.clone().text());
    await kept.put(url, response);
    // In one store alone: the other's would grow old and be shown.
    await (await caches.open(READ)).delete(url);
    await keepParts(named);
    left -= 1;
  }
}
