// @ts-check
// The portal's small script: menu, sharing, pages kept for later; more comes with a tap. Pages work without it.

export const root = document.documentElement;

/**
 * The first such element of the page; null where the page has none.
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function find(selector) {
  return document.querySelector(selector);
}

/**
 * A part that fails in some browser leaves the others at work.
 * @param {() => void} part
 */
export function start(part) {
  try {
    part();
  } catch (error) {
    console.error(error);
  }
}

/**
 * A script that comes when there is something to do with it: as one of the page, so that it does where the page is
 * opened from a folder as well.
 * @param {string} address
 * @param {() => void} came
 * @param {() => void} failed
 */
export function bring(address, came, failed) {
  const script = document.createElement("script");
  script.src = new URL(address, location.href).href;
  script.onload = came;
  script.onerror = failed;
  document.head.append(script);
}

/**
 * A button that opens and closes a panel; Escape closes it.
 * @param {HTMLElement} button
 * @param {(open: boolean) => void} show
 */
export function opener(button, show) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  /** @param {boolean} open */
  function toggle(open) {
    show(open);
    button.setAttribute("aria-expanded", String(open));
  }
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", (event) => {
    event.preventDefault();
    toggle(!isOpen());
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    toggle(false);
    button.focus();
  });
}
