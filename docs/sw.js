// Keeps for reading without a network: the pages read, the help pages and the conventions. Nothing leaves the device.
const READ = "portal-read";
const KEPT = "portal-kept";
const PARTS = "portal-parts";
const MOST_READ = 60; // pages; the one read longest ago goes first
const PATIENCE = 4000; // milliseconds a slow network has before a kept page is shown

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()]));
});

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

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (new URL(request.url).pathname.includes("/assets/")) event.respondWith(part(request));
});

async function part(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(event) {
  const { request } = event;
  const kept = await caches.match(request, { ignoreSearch: true });
  const fresh = network(event);
  if (kept) event.waitUntil(fresh.catch(() => {}));
  const late = kept && new Promise((done) => setTimeout(() => done(kept.clone()), PATIENCE));
  try {
    return await (late ? Promise.race([fresh, late]) : fresh);
  } catch {
    return kept ?? (await nothing(request));
  }
}

async function network(event) {
  const { request } = event;
  const response = (await event.preloadResponse) ?? (await fetch(request));
  if (response.ok && response.type === "basic") {
    const url = request.url.split(/[?#]/)[0];
    const kept = await caches.open(KEPT);
    if (await kept.match(url)) await kept.put(url, response.clone());
    else await remember(url, response.clone());
  }
  return response;
}

async function nothing(request) {
  const lang = request.url.startsWith(`${registration.scope}en/`) ? "en/" : "";
  const url = `${registration.scope}${lang}mat-mang/`;
  return (await caches.match(url)) ?? (await caches.match(`${registration.scope}mat-mang/`)) ?? Response.error();
}
