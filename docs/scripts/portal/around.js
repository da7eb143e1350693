// @ts-check
// A view all around, turned at a press: only then do the library and the whole picture come. Where they cannot, the
// still and the list of what is seen stay as they were, and a sentence says so.

import { bring } from "./root.js";

const WIDEST = 4096;
const OF_PHONES = 2048;
/** Pixels of the screen from which on the widest picture is drawn. */
const DESK = 768;

/**
 * A view on its page; `view` is there while it is turned.
 * @typedef {object} Around
 * @property {HTMLElement} part
 * @property {HTMLElement} open
 * @property {HTMLElement} room
 * @property {HTMLElement} still
 * @property {HTMLElement} buttons
 * @property {HTMLElement} told
 * @property {string} asked
 * @property {PanoramaViewer | undefined} view
 */

/**
 * @param {HTMLElement} part
 * @returns {Around}
 */
function around(part) {
  /** @param {string} selector */
  const inside = (selector) => /** @type {HTMLElement} */ (part.querySelector(selector));
  const open = inside("[data-around-open]");
  return {
    part,
    open,
    room: inside(".around-room"),
    still: inside(".around-room img"),
    buttons: inside(".around-buttons"),
    told: inside(".around-told"),
    asked: open.textContent || "",
    view: undefined,
  };
}

/**
 * @param {Around} one
 * @param {boolean} turning
 */
function showTurning({ part, open, still, buttons, asked }, turning) {
  still.hidden = turning;
  buttons.hidden = !turning;
  open.textContent = turning ? part.dataset.close || "" : asked;
  for (const button of part.querySelectorAll(".around-to")) /** @type {HTMLElement} */ (button).hidden = !turning;
}

/** @param {Around} one */
function shut(one) {
  if (one.view) one.view.destroy();
  one.view = undefined;
  const box = one.room.querySelector(".around-box");
  if (box) box.remove();
  showTurning(one, false);
}

/** @param {Around} one */
function fail(one) {
  shut(one);
  one.told.textContent = one.part.dataset.failed || "";
}

/**
 * The picture on a canvas no wider than the device needs: the library itself would load it in a way our policy forbids.
 * @param {HTMLImageElement} image
 */
function drawn(image) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.min(image.naturalWidth, innerWidth < DESK ? OF_PHONES : WIDEST);
  canvas.height = canvas.width / 2;
  const pen = canvas.getContext("2d");
  if (pen) pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * @param {Around} one
 * @param {HTMLImageElement} image
 */
function turn(one, image) {
  const box = document.createElement("div");
  box.className = "around-box";
  box.setAttribute("role", "application");
  box.setAttribute("aria-label", one.part.dataset.label || "");
  one.room.append(box);
  showTurning(one, true);
  const view = pannellum.viewer(box, {
    type: "equirectangular", panorama: drawn(image), dynamic: true, dynamicUpdate: true, autoLoad: true,
    showControls: false, mouseZoom: false, hfov: 95, minHfov: 40, maxHfov: 115, friction: 0.3,
  });
  one.view = view;
  // A canvas is there at once: what is not drawn by now never will be, and what is drawn need not be drawn again.
  if (!view.isLoaded()) throw new Error("no WebGL");
  view.setUpdate(false);
  box.focus();
}

/** @param {Around} one */
function take(one) {
  one.told.textContent = "";
  const image = new Image();
  image.onerror = () => fail(one);
  image.onload = () => {
    try {
      turn(one, image);
    } catch (error) {
      fail(one);
      console.error(error);
    }
  };
  image.src = one.part.dataset.picture || "";
}

/**
 * @param {Around} one
 * @param {DOMStringMap} said
 */
function follow({ view }, { turn: way, closer }) {
  if (!view) return;
  if (closer) view.setHfov(view.getHfov() + Number(closer), false);
  if (!way) return;
  const [right, up] = way.split(" ").map(Number);
  view.lookAt(view.getPitch() + up, view.getYaw() + right, view.getHfov(), false);
}

/**
 * A button before a thing in the list that turns the view to it.
 * @param {Around} one
 * @param {HTMLElement} thing
 */
function leadTo(one, thing) {
  const { right, up } = thing.dataset;
  const said = thing.textContent || "";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "around-to";
  button.hidden = true;
  button.textContent = "◎";
  button.setAttribute("aria-label", (one.part.dataset.to || "").replace("{text}", said));
  button.addEventListener("click", () => {
    if (!one.view) return;
    one.view.lookAt(Number(up), Number(right), one.view.getHfov(), false);
    one.told.textContent = (one.part.dataset.seen || "").replace("{text}", said);
  });
  thing.prepend(button, " ");
}

/** Makes each view of the page one that can be turned. */
export function lookAround() {
  for (const part of document.querySelectorAll("[data-around]")) {
    const one = around(/** @type {HTMLElement} */ (part));
    one.open.hidden = false;
    one.open.addEventListener("click", () => {
      if (one.view) shut(one);
      else if ("pannellum" in window) take(one);
      else bring(one.part.dataset.viewer || "", () => take(one), () => fail(one));
    });
    one.buttons.addEventListener("click", ({ target }) => follow(one, /** @type {HTMLElement} */ (target).dataset));
    for (const thing of part.querySelectorAll("[data-right]")) leadTo(one, /** @type {HTMLElement} */ (thing));
  }
}
