// A page tells what it is made of. What the browser has just loaded is taken from its own store, not asked for again.
addEventListener("message", (event) => {
  const { page, parts, offline, more } = event.data;
  event.waitUntil(keep(page, parts, offline, more).catch(() => {}));
});

async function keep(page, parts, offline, more) {
  const store = await caches.open(PARTS);
  for (const old of await store.keys()) if (!parts.includes(old.url)) await store.delete(old);
  for (const part of parts) if (!(await store.match(part))) await store.put(part, await held(part));
  await remember(page, await held(page));
  const kept = await caches.open(KEPT);
  if (!(await kept.match(offline))) await kept.put(offline, await held(offline));
  if (more) await keepForLater(kept, offline);
}

async function held(url) {
  const response = await fetch(url, { cache: "force-cache" });
  if (!response.ok) throw new Error(url);
  return response;
}

// The page for times without a network names what is to be kept; one after another, so that reading is not slowed.
async function keepForLater(kept, offline) {
  const text = await (await kept.match(offline)).text();
  for (const [, href] of text.matchAll(/<a data-keep href="([^"]+)"/g)) {
    const url = new URL(href, offline).href;
    if (!(await kept.match(url))) await kept.put(url, await held(url));
  }
}

async function remember(url, response) {
  const read = await caches.open(READ);
  await read.delete(url);
  await read.put(url, response);
  const pages = await read.keys();
  for (const page of pages.slice(0, Math.max(0, pages.length - MOST_READ))) await read.delete(page);
}

