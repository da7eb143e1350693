// @ts-check
// The search index for times without a network: what was asked for; all of one language where the reader wants it.

import { FOUND } from "../common/stores.js";
import { found, held } from "./storing.js";
import { dataAlone } from "./trusting.js";

// Bytes, unpacked: the index of a language is kept whole up to here. Packed it is a third of that on its way.
const WHOLE = 1.2e7;
// Files that were asked for; the one kept longest ago goes first.
const MOST_FILES = 150;

/**
 * A file of the index. The first one of a language has no mark: it comes from the network while there is one. The
 * others say by their mark which release they are of, so the kept one is as good.
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
export async function indexFile(event) {
  const { request } = event;
  const isFirst = !request.url.includes("?");
  const kept = await dataAlone(await found(request));
  if (kept && !isFirst) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) event.waitUntil(keepFile(request.url, fresh.clone()).catch(() => {}));
    return fresh;
  } catch {
    return kept || Response.error();
  }
}

/**
 * @param {string} url
 * @param {Response} response
 * @param {number} [most]
 */
async function keepFile(url, response, most = MOST_FILES) {
  const store = await caches.open(FOUND);
  await store.put(url, response);
  const files = await store.keys();
  const old = files.filter((file) => file.url.includes("?")).slice(0, Math.max(0, files.length - most));
  for (const file of old) await store.delete(file);
}

/**
 * All files of an index whose first one stands at `url`; nothing where they are more than a phone should keep. Those
 * of an earlier release go.
 * @param {string} url
 */
export async function keepIndex(url) {
  const response = await fetch(url);
  const said = /^portalSearch\("index","(\w+)",(.*)\);\n$/.exec(await response.clone().text());
  if (!response.ok || !said) return;
  const { bytes, shards, chunks } = JSON.parse(said[2]);
  if (bytes > WHOLE) throw new Error(url);
  const names = ["words", "facets", ...shards.map((/** @type {string} */ _, /** @type {number} */ n) => `s${n}`)];
  for (let number = 0; number < chunks; number += 1) names.push(`t${number}`);
  const files = names.map((name) => `${new URL(`${name}.js`, url).href}?v=${said[1]}`);
  const store = await caches.open(FOUND);
  for (const file of files) if (!(await store.match(file))) await store.put(file, await held(file));
  await store.put(url, response);
  const wanted = new Set([...files, url]);
  const folder = new URL(".", url).href;
  for (const file of await store.keys()) {
    if (file.url.startsWith(folder) && !wanted.has(file.url)) await store.delete(file);
  }
}
