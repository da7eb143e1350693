// @ts-check
// What the preview gives for a worker: it takes away what an earlier site at the same address keeps, and goes.

/** @type {ServiceWorkerGlobalScope} */
const leaving = /** @type {any} */ (self);

leaving.addEventListener("install", () => leaving.skipWaiting());
leaving.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith("portal-")) await caches.delete(name);
  await leaving.registration.unregister();
}
