// @ts-check
// What is kept and was corrected since is corrected there too, at the next page read with a network: nobody has to open
// the corrected page first.

import { FOUND, KEPT, READ } from "../common/stores.js";
import { worker } from "./scope.js";
import { keepParts, partsOf } from "./storing.js";

/**
 * A list beside the page for times without a network says which version of each page is the right one. It is kept when
 * all that it names is as it says, so that what failed is tried again.
 * @param {string} offline
 */
export async function renew(offline) {
  const url = new URL("kept.json", offline).href;
  const fresh = await fetch(url, { cache: "no-cache" });
  if (!fresh.ok) return;
  const marks = await fresh.clone().json();
  const store = await caches.open(FOUND);
  const before = await store.match(url);
  const known = before ? await before.json() : {};
  for (const address of Object.keys(marks)) {
    if (known[address] !== marks[address]) await readAgain(worker.registration.scope + address);
  }
  await store.put(url, fresh);
}

/** @param {string} url */
async function readAgain(url) {
  for (const name of [READ, KEPT]) {
    const pages = await caches.open(name);
    if (!(await pages.match(url))) continue;
    const page = await fetch(url, { cache: "no-cache" });
    if (!page.ok && page.status !== 410) throw new Error(url);
    const named = partsOf(url, await page.clone().text());
    await pages.put(url, page);
    await keepParts(named);
  }
}
