// @ts-check
// Answers what pages ask for. The reader is answered first; what was fetched is kept beside, and where it cannot be
// kept the page is shown all the same.

import { worker } from "./scope.js";
import { indexFile } from "./searching.js";
import { KEPT_MARK, soundFor } from "./sounding.js";
import { found, foundPart, keepPage, keepPicture, pictureOf } from "./storing.js";
import { underPolicy } from "./trusting.js";

// Milliseconds a slow network has before a kept page is shown.
const PATIENCE = 4000;
// What leads from a page by a way that begins at its address; #place stays on the page.
const LINK = /( (?:href|src|action|data-offline|data-worker|data-script|data-tools)=")((?!#|[a-z]+:)[^"]*)"/g;

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  const below = request.url.slice(worker.registration.scope.length);
  if (request.mode === "navigate") answerPage(event);
  else if (below.endsWith(KEPT_MARK)) event.respondWith(soundFor(request));
  else if (below.startsWith("search/")) event.respondWith(indexFile(event));
  else if (new URL(request.url).pathname.includes("/assets/")) event.respondWith(partFor(request));
  else if (/image|font/.test(request.destination)) event.respondWith(pictureFor(event));
});

/** @param {FetchEvent} event */
function answerPage(event) {
  const { request } = event;
  const arrived = fetched(event).then((fresh) => ({ fresh, copy: isPage(fresh) && fresh.clone() }));
  event.respondWith(pageFor(request, arrived.then(({ fresh }) => fresh)));
  const url = request.url.split(/[?#]/)[0];
  event.waitUntil(arrived.then(({ copy }) => (copy ? keepPage(url, copy) : undefined)).catch(() => {}));
}

/**
 * A page, not a file that was opened; a withdrawn one (410) says so, and takes the place of what it was.
 * @param {Response} response
 */
function isPage(response) {
  const isHtml = (response.headers.get("Content-Type") || "").startsWith("text/html");
  return isHtml && response.type === "basic" && (response.ok || response.status === 410);
}

/** @param {Response} response */
function isOurs(response) {
  return response.ok && response.type === "basic";
}

/** @param {FetchEvent} event */
async function fetched(event) {
  return (await event.preloadResponse) || fetch(event.request);
}

/**
 * The page from the network; the kept one where the network fails, or where it is late and one is kept.
 * @param {Request} request
 * @param {Promise<Response>} fresh
 */
async function pageFor(request, fresh) {
  const kept = () => keptFor(request);
  let timer = 0;
  const late = new Promise((done) => (timer = setTimeout(done, PATIENCE))).then(kept);
  try {
    return await Promise.race([fresh, late.then((response) => response || fresh)]);
  } catch {
    return (await kept()) || withoutNetwork(request);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What is kept of a page. Typed without its last slash, or with the name of its file, it is kept under its own address:
 * there its links hold.
 * @param {Request} request
 */
async function keptFor(request) {
  const page = await found(request, { ignoreSearch: true });
  if (page) return underPolicy(page.body);
  const asked = request.url.split(/[?#]/)[0];
  const own = asked.replace(/(\/index\.html|\/)?$/, "/");
  return own !== asked && (await found(own)) ? Response.redirect(own) : undefined;
}

/**
 * A style or script: its mark says which version it is, so the kept one is as good where its bytes are those of this
 * release. Without a network a page of another release has its own style, or any; of scripts only this release's run.
 * @param {Request} request
 */
async function partFor(request) {
  const kept = await foundPart(request);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    const any = { ignoreSearch: true };
    const looks = request.destination === "style" && ((await found(request)) || (await found(request, any)));
    return looks || (await foundPart(request, any)) || Response.error();
  }
}

/**
 * A picture or a font: without a network any size of it is better than none.
 * @param {FetchEvent} event
 */
async function pictureFor(event) {
  const { request } = event;
  try {
    const fresh = await fetch(request);
    if (isOurs(fresh)) event.waitUntil(keepPicture(request.url, fresh.clone()).catch(() => {}));
    return fresh;
  } catch {
    return (await found(pictureOf(request.url))) || Response.error();
  }
}

/**
 * The page for times without a network: in the language of the address first, else in any that is kept. It stands at
 * the address asked for, so that reading it anew later brings what was asked.
 * @param {Request} request
 */
async function withoutNetwork(request) {
  const { scope } = worker.registration;
  const asked = request.url.slice(scope.length);
  /** @param {string} page */
  const speaks = (page) => asked.startsWith(page.replace(/[^/]+\/$/, ""));
  for (const page of [...OFFLINE_PAGES.filter(speaks), ...OFFLINE_PAGES]) {
    const kept = await found(scope + page);
    if (kept) return standingElsewhere(await kept.text(), scope + page);
  }
  return Response.error();
}

/**
 * A page shown at an address that is not its own: its links and parts say whole addresses.
 * @param {string} html
 * @param {string} own
 */
function standingElsewhere(html, own) {
  const whole = html.replace(LINK, (_, before, link) => `${before}${new URL(link, own).href}"`);
  return underPolicy(whole);
}
