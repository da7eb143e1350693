// @ts-check
// Pages and their parts into the stores and out of them. Every call here may fail (a full phone, a damaged store):
// whoever answers a reader asks through `found`, which cannot.

import { KEPT, PARTS, PICTURES, READ } from "../common/stores.js";
import { worker } from "./scope.js";
import { isOfRelease, isReplaced } from "./trusting.js";

// What the script of tools asks for, which no page names; pages mark a file by so many letters of its sum.
const STYLE_OF_TOOLS = "assets/tools.css";
const LETTERS = 8;

// Pages; the one read longest ago goes first.
const MOST_READ = 60;
// Of some 30 kilobytes each; the one kept longest ago goes first.
const MOST_PICTURES = 60;
// Milliseconds: a store that does not answer keeps nobody from reading.
const ANSWERS_WITHIN = 3000;

/**
 * What is kept for a request; undefined where nothing is, or where the store cannot be asked.
 * @param {Request | string} request
 * @param {MultiCacheQueryOptions} [options]
 * @returns {Promise<Response | undefined>}
 */
export async function found(request, options) {
  const silent = new Promise((done) => setTimeout(done, ANSWERS_WITHIN));
  try {
    return await /** @type {Promise<Response | undefined>} */ (Promise.race([caches.match(request, options), silent]));
  } catch {
    return undefined;
  }
}

/**
 * A kept style or script as this release has it; undefined where none is.
 * @param {Request | string} request
 * @param {CacheQueryOptions} [options]
 */
export async function foundPart(request, options) {
  const url = typeof request === "string" ? request : request.url;
  const kept = await found(request, { ...options, cacheName: PARTS });
  try {
    return kept && (await isOfRelease(url, kept)) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the browser has just loaded is taken from its own store, not asked for again.
 * @param {string} url
 */
export async function held(url) {
  const response = await fetch(url, { cache: "force-cache" });
  if (!response.ok) throw new Error(url);
  return response;
}

/**
 * A page into the store it belongs to. What was kept of it stays until the new one stands there.
 * @param {string} url
 * @param {Response} response
 */
export async function keepPage(url, response) {
  const kept = await caches.open(KEPT);
  if (await kept.match(url)) return kept.put(url, response);
  const read = await caches.open(READ);
  await read.put(url, response);
  await leave(read, MOST_READ);
}

/**
 * The address of a picture without its size and form, which it ends in: hinh/2026/x-1a2b3c4d-800.avif.
 * @param {string} url
 */
export function pictureOf(url) {
  return url.replace(/-\d+\.\w+$/, "");
}

/**
 * A picture in the size this device showed last; another size of the same goes.
 * @param {string} url
 * @param {Response} response
 */
export async function keepPicture(url, response) {
  const store = await caches.open(PICTURES);
  await store.put(pictureOf(url), response);
  await leave(store, MOST_PICTURES);
}

/**
 * The newest of a store, and no more than so many.
 * @param {Cache} store
 * @param {number} most
 */
async function leave(store, most) {
  for (const page of (await store.keys()).slice(0, -most)) await store.delete(page);
}

/**
 * The parts of a page that is kept, so far as they are not; then those go that no kept page names any more: there may
 * be some as long as a part stands there under the mark of another release.
 * @param {string[]} parts
 */
export async function keepParts(parts) {
  const store = await caches.open(PARTS);
  for (const part of parts) {
    const kept = await store.match(part);
    if (!kept || (await isReplaced(part, kept))) await store.put(part, await held(part));
  }
  const marked = (await store.keys()).map(({ url }) => url.split("?")[0]);
  if (new Set(marked).size < marked.length) await sweep(store);
}

/**
 * First which parts there are, then which the pages name: a page is kept before its parts, so that what the worker of
 * another release keeps meanwhile stays.
 * @param {Cache} store
 */
async function sweep(store) {
  const parts = await store.keys();
  const named = new Set();
  for (const name of [READ, KEPT]) {
    const pages = await caches.open(name);
    for (const { url } of await pages.keys()) {
      for (const part of partsOf(url, await textIn(pages, url))) named.add(part);
    }
  }
  for (const part of parts) if (!named.has(part.url)) await store.delete(part);
}

/**
 * The text of a kept page; nothing where it has gone meanwhile.
 * @param {Cache} store
 * @param {string} url
 */
export async function textIn(store, url) {
  const page = await store.match(url);
  return page ? page.text() : "";
}

/**
 * The addresses of the styles and scripts a page is made of, and those it asks for when somebody types or
 * presses a button.
 * @param {string} url
 * @param {string} html
 */
export function partsOf(url, html) {
  const asked = html.match(/<(?:form|section|body) [^>]*data-(?:script|tools)=[^>]*>/g);
  const style = `${worker.registration.scope}${STYLE_OF_TOOLS}?v=${RELEASE[STYLE_OF_TOOLS].slice(0, LETTERS)}`;
  const behind = / data-tools="/.test(html) ? [style] : [];
  return [...firstParts(url, html), ...addresses(url, asked), ...behind];
}

/**
 * Those a page comes with: nobody asked for more with it; and what tells the score of a quiz and walks an exhibition,
 * which are read offline.
 * @param {string} url
 * @param {string} html
 */
export function firstParts(url, html) {
  const answering = "<section [^>]*data-(?:quiz |wakes=)[^>]*>";
  return addresses(url, html.match(new RegExp(`<link rel="stylesheet"[^>]*>|<script src=[^>]*>|${answering}`, "g")));
}

/**
 * @param {string} url
 * @param {string[] | null} tags
 */
function addresses(url, tags) {
  const named = /(?:href|src|data-script|data-tools)="([^"]*)"/;
  return (tags || []).map((tag) => new URL((named.exec(tag) || [])[1], url).href);
}
