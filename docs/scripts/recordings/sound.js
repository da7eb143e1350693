// @ts-check
// The page of a recording: its sound is kept on the device where somebody presses for it, and played from there, so
// that it costs data once. The worker fetches it; what is not kept never passes through the worker. This comes only
// where a worker is at work.

import { SOUND } from "../common/stores.js";

// How a kept file is asked for, which the worker answers; PATIENCE in milliseconds, for some megabytes over 2G.
const KEPT_MARK = "?kept";
const SOUND_PATIENCE = 600000;

/** The first source of the sound that this browser plays. */
function playable() {
  const audio = document.querySelector("audio");
  const sources = audio ? [...audio.querySelectorAll("source")] : [];
  return sources.find(({ type }) => audio && audio.canPlayType(type));
}

/**
 * From now on the sound comes from the device.
 * @param {HTMLSourceElement} source
 */
function playKept(source) {
  const audio = source.closest("audio");
  source.src += KEPT_MARK;
  if (audio && audio.paused) audio.load();
}

/** @param {string} url */
async function isKept(url) {
  return Boolean(await (await caches.open(SOUND)).match(url));
}

/**
 * Ask the worker to keep a file and this page; "" when it is done, else why not.
 * @param {string} url
 * @returns {Promise<string>}
 */
function kept(url) {
  const { controller } = navigator.serviceWorker;
  if (!controller) return Promise.resolve("no worker");
  const { port1, port2 } = new MessageChannel();
  const offline = new URL(document.body.dataset.offline || "", location.href).href;
  controller.postMessage({ sound: url, offline }, [port2]);
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
    setTimeout(() => done("late"), SOUND_PATIENCE);
  });
}

/**
 * @param {HTMLElement} offer
 * @param {HTMLSourceElement} source
 */
async function offerToKeep(offer, source) {
  const button = offer.querySelector("button");
  const said = /** @type {HTMLElement | null} */ (offer.querySelector("[role]"));
  if (!button || !said) return;
  const { src } = source;
  const done = () => {
    button.hidden = true;
    said.textContent = said.dataset.done || "";
    playKept(source);
  };
  offer.hidden = false;
  if (await isKept(src)) return done();
  button.addEventListener("click", async () => {
    button.setAttribute("aria-disabled", "true");
    said.textContent = said.dataset.busy || "";
    const failed = await kept(src);
    button.removeAttribute("aria-disabled");
    if (!failed) return done();
    said.textContent = said.dataset.failed || "";
  });
}

const asking = /** @type {HTMLElement | null} */ (document.querySelector("[data-keep-sound]"));
const first = playable();
if (asking && first) offerToKeep(asking, first).catch(() => {});
