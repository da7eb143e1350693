// @ts-check
// An exhibition walked through by the arrow keys or by a swipe: each leads to the panel beside, as its links do.

import { lookAround } from "./around.js";
import { find, start } from "./root.js";

const FAR = 60;

/** @returns {HTMLElement[]} */
function panels() {
  return [].slice.call(document.querySelectorAll(".hung-panel"));
}

/**
 * The panel a reader stands before: the last one whose top has come to the upper half of the screen.
 * @param {HTMLElement[]} all
 */
function standing(all) {
  const passed = all.filter((one) => one.getBoundingClientRect().top < innerHeight / 2);
  return passed.length - 1;
}

/** @param {number} step */
function go(step) {
  const all = panels();
  const next = all[standing(all) + step];
  if (!next) return;
  history.replaceState(history.state, "", `#${next.id}`);
  next.focus({ preventScroll: true });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  next.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
}

/**
 * Whether a key or a finger means something else where it was.
 * @param {EventTarget | null} target
 */
function isElsewhere(target) {
  return target instanceof Element && target.closest("input, select, textarea, .around-box, .table, dialog") !== null;
}

start(() => {
  const part = find("[data-hung]");
  if (!part) return;
  const told = find("[data-hung-live]");
  if (told) told.hidden = false;
  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (!step || altKey || ctrlKey || metaKey || shiftKey || isElsewhere(target)) return;
    event.preventDefault();
    go(step);
  });
  let [x, y] = [0, 0];
  part.addEventListener("touchstart", ({ touches }) => {
    x = touches.length === 1 ? touches[0].clientX : NaN;
    y = touches[0].clientY;
  }, { passive: true });
  part.addEventListener("touchend", ({ changedTouches, target }) => {
    const [right, down] = [changedTouches[0].clientX - x, changedTouches[0].clientY - y];
    if (Math.abs(right) > FAR && Math.abs(right) > 2 * Math.abs(down) && !isElsewhere(target)) go(right < 0 ? 1 : -1);
  }, { passive: true });
  lookAround();
});
