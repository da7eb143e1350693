// @ts-check
// Keeps for reading without a network: the pages read, help, and what a reader asks for. Nothing leaves the device.

/** The worker itself, as what it is. */
export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  const preload = worker.registration.navigationPreload;
  event.waitUntil(Promise.all([worker.clients.claim(), preload && preload.enable()]));
});
