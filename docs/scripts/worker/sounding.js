// @ts-check
// Sound that somebody asked to keep. A player asks for a part of a file at a time, and goes back and forth in it: what
// is kept is given so. A file that is not kept is asked for without a mark, and never comes here.

import { KEPT, READ, SOUND } from "../common/stores.js";
import { worker } from "./scope.js";
import { found, held, keepParts, partsOf } from "./storing.js";

export const KEPT_MARK = "?kept";
const FORMS = /** @type {Record<string, string>} */ ({ opus: "audio/ogg", mp3: "audio/mpeg" });
const PART = /^bytes=(\d+)-(\d*)$/;

/**
 * A kept file, or the part of it that is asked for; from the network where the store has lost it.
 * @param {Request} request
 */
export async function soundFor(request) {
  const url = request.url.slice(0, -KEPT_MARK.length);
  const kept = await found(url, { cacheName: SOUND });
  const form = formOf(url);
  if (!kept || !form) return fetch(url, { headers: request.headers });
  const whole = await kept.blob();
  const asked = PART.exec(request.headers.get("Range") || "");
  const headers = { "Accept-Ranges": "bytes", "Content-Type": form };
  if (!asked) return new Response(whole, { headers });
  const [begin, end] = [Number(asked[1]), asked[2] ? Math.min(Number(asked[2]) + 1, whole.size) : whole.size];
  if (begin >= end) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${whole.size}` } });
  const range = { "Content-Range": `bytes ${begin}-${end - 1}/${whole.size}`, "Content-Length": String(end - begin) };
  return new Response(whole.slice(begin, end), { status: 206, headers: { ...headers, ...range } });
}

/**
 * The sound of a page, and the page with it: it stands among those that were asked for.
 * @param {string} sound
 * @param {string} page
 */
export async function keepSound(sound, page) {
  if (!sound.startsWith(worker.registration.scope) || !formOf(sound)) throw new Error(sound);
  const response = await held(page);
  const named = partsOf(page, await response.clone().text());
  await (await caches.open(KEPT)).put(page, response);
  await (await caches.open(READ)).delete(page);
  await keepParts(named);
  await (await caches.open(SOUND)).put(sound, await held(sound));
}

/** @param {string} url */
function formOf(url) {
  return FORMS[(/\.(\w+)$/.exec(url) || ["", ""])[1]];
}
