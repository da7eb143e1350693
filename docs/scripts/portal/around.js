// @ts-check
// A view all around, turned at a press: only then do the library and the whole picture come. Where they cannot, the still
// and the list of what is seen stay as they were, and a sentence says so.

import { bring, start } from "./root.js";

const WIDEST = 4096;
const NARROW = 2048;

/** @param {HTMLElement} part */
function seenAround(part) {
  /** @param {string} selector */
  const inside = (selector) => /** @type {HTMLElement} */ (part.querySelector(selector));
  const [open, room, buttons, told] = ["[data-around-open]", ".around-room", ".around-buttons", ".around-told"].map(inside);
  const { picture = "", viewer = "", label = "", failed = "", at = "", to = "", close = "" } = part.dataset;
  const asked = open.textContent;
  const still = /** @type {HTMLElement} */ (room.firstElementChild);
  /** @type {PanoramaViewer | undefined} */
  let view;

  /** @param {boolean} turning */
  function show(turning) {
    still.hidden = turning;
    buttons.hidden = !turning;
    open.textContent = turning ? close : asked;
    for (const one of part.querySelectorAll(".around-to")) /** @type {HTMLElement} */ (one).hidden = !turning;
  }
  function fail() {
    shut();
    told.textContent = failed;
  }
  function shut() {
    if (view) view.destroy();
    view = undefined;
    const box = room.querySelector(".around-box");
    if (box) box.remove();
    show(false);
  }

  /** @param {HTMLCanvasElement} canvas */
  function turn(canvas) {
    const box = document.createElement("div");
    box.className = "around-box";
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", label);
    room.append(box);
    show(true);
    view = pannellum.viewer(box, {
      type: "equirectangular", panorama: canvas, dynamic: true, dynamicUpdate: true, autoLoad: true,
      showControls: false, mouseZoom: false, hfov: 95, minHfov: 40, maxHfov: 115, friction: 0.3,
    });
    view.on("load", () => view && view.setUpdate(false));
    view.on("error", fail);
    box.focus();
  }

  function load() {
    told.textContent = "";
    const image = new Image();
    image.onerror = fail;
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = Math.min(image.naturalWidth, innerWidth < 768 ? NARROW : WIDEST);
      canvas.height = canvas.width / 2;
      const pen = canvas.getContext("2d");
      if (pen) pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      start(() => {
        try {
          turn(canvas);
        } catch (error) {
          fail();
          throw error;
        }
      });
    };
    image.src = picture;
  }

  open.hidden = false;
  open.addEventListener("click", () => {
    if (view) shut();
    else if ("pannellum" in window) load();
    else bring(viewer, load, fail);
  });
  buttons.addEventListener("click", ({ target }) => {
    const { turn: way, closer } = /** @type {HTMLElement} */ (target).dataset;
    if (!view) return;
    if (closer) view.setHfov(view.getHfov() + Number(closer), false);
    if (!way) return;
    const [right, up] = way.split(" ").map(Number);
    view.lookAt(view.getPitch() + up, view.getYaw() + right, view.getHfov(), false);
  });
  for (const one of part.querySelectorAll("[data-right]")) {
    const { right, up } = /** @type {HTMLElement} */ (one).dataset;
    const said = one.textContent || "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "around-to";
    button.hidden = true;
    button.textContent = "◎";
    button.setAttribute("aria-label", to.replace("{text}", said));
    button.addEventListener("click", () => {
      if (!view) return;
      view.lookAt(Number(up), Number(right), view.getHfov(), false);
      told.textContent = at.replace("{text}", said);
    });
    one.prepend(button, " ");
  }
}

export function lookAround() {
  for (const part of document.querySelectorAll("[data-around]")) seenAround(/** @type {HTMLElement} */ (part));
}
