// @ts-check
// The script of one page alone (the search, the form, the claims) comes when there is something to do with it. What is
// of no use without a script is hidden until then; what is of none without a worker is its own script's to show.

import { bring, find, start } from "./root.js";

start(() => {
  const part = find("[data-script]");
  if (!part) return;
  const { serviceWorker } = navigator;
  const needsWorker = "needsWorker" in part.dataset;
  if (needsWorker && !(serviceWorker && serviceWorker.controller)) return;
  part.hidden = needsWorker;
  let asked = false;
  const load = () => {
    if (asked) return;
    asked = true;
    bring(part.dataset.script || "", () => {}, failed);
  };
  if (needsWorker || location.hash || location.search) load();
  // A tap on a link gives it no focus in every browser.
  listen(part, ["focusin", "click", "change"], load);
  // What answers keys and fingers anywhere on its page is there before the second of them.
  if (part.dataset.wakes) listen(window, part.dataset.wakes.split(" "), load);
});

/**
 * @param {EventTarget} target
 * @param {string[]} names
 * @param {() => void} heard
 */
function listen(target, names, heard) {
  for (const name of names) target.addEventListener(name, heard, { once: true });
}

function failed() {
  const status = find("[data-script-status], [data-search-status]");
  if (status) status.textContent = status.dataset.failed || "";
  // What helps where the search cannot: both are kept for times without a network.
  for (const part of ["[data-search-turn]", "[data-search-call]"].map(find)) if (part) part.hidden = false;
}
