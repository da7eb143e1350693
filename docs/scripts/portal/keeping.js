// @ts-check
// Pages for times without a network. The first page read brings its own parts; later ones the help pages.

import { start } from "./root.js";

/** What the page is made of, for the worker (scripts/worker/keeping.js). */
function message() {
  /** @type {NodeListOf<HTMLLinkElement & HTMLScriptElement>} */
  const made = document.querySelectorAll("link[rel=stylesheet], script[src]");
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return {
    page: location.href.split(/[?#]/)[0],
    parts: [...made].map((part) => part.href || part.src),
    offline: new URL(document.body.dataset.offline || "", location.href).href,
    saving: Boolean(connection && connection.saveData),
  };
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
  const { saving, ...said } = message();
  const active = await settled(await navigator.serviceWorker.register(worker));
  // The pictures shown so far, each in the size chosen; those that come later pass through the worker.
  const pictures = [...document.images].map((part) => part.currentSrc).filter(Boolean);
  if (active) active.postMessage({ ...said, pictures, more: again && !saving });
}

start(() => {
  const { worker } = document.body.dataset;
  if (!worker || !("serviceWorker" in navigator)) return;
  // A browser that keeps nothing reads with a network.
  addEventListener("load", () => keep(worker).catch(() => {}));
});
