// @ts-check
// Pages for times without a network. The first page read brings itself; each later one some pages of help.

import { start } from "./root.js";

/** The page for times without a network, in the language of this one. */
export function offlinePage() {
  return new URL(document.body.dataset.offline || "", location.href).href;
}

function savesData() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return Boolean(connection && connection.saveData);
}

/**
 * The worker of this release at work: one that is about to be replaced would not finish what it is asked.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker | null>}
 */
async function settled(registration) {
  const coming = registration.installing || registration.waiting;
  if (coming) {
    await new Promise((done) => {
      const look = () => (coming.state === "activated" || coming.state === "redundant") && done(null);
      coming.addEventListener("statechange", look);
      look();
    });
  }
  return registration.active;
}

/** @param {string} worker */
async function keep(worker) {
  const again = Boolean(navigator.serviceWorker.controller);
  const active = await settled(await navigator.serviceWorker.register(worker));
  // The pictures shown so far, each in the size chosen; those that come later pass through the worker.
  const pictures = [...document.images].map((part) => part.currentSrc).filter(Boolean);
  if (active) active.postMessage({ offline: offlinePage(), pictures, again, more: again && !savesData() });
}

start(() => {
  const { worker } = document.body.dataset;
  if (!worker || !("serviceWorker" in navigator)) return;
  // A browser that keeps nothing reads with a network.
  addEventListener("load", () => keep(worker).catch(() => {}));
});
