// @ts-check
// The preview follows what is written: a page that changed is loaded again, what is wrong with it is said anew.

const PANEL = "xem-thu";
const AGAIN = 1000; // milliseconds until the preview is asked again after it did not answer

const panel = () => /** @type {HTMLElement} */ (document.getElementById(PANEL));

/** The panel as it is now, in the place of this one; what a reader opened in it stays open. */
async function renew() {
  const text = await (await fetch(location.href, { cache: "no-store" })).text();
  const made = new DOMParser().parseFromString(text, "text/html").getElementById(PANEL);
  if (!made) return;
  for (const list of panel().querySelectorAll("details")) {
    /** @type {HTMLDetailsElement | null} */
    const same = made.querySelector(`details[data-list="${list.dataset.list}"]`);
    if (same) same.open = list.open;
  }
  panel().replaceWith(document.importNode(made, true));
}

/** @param {boolean} away */
function say(away) {
  /** @type {HTMLElement | null} */
  const said = panel().querySelector(".away");
  if (said) said.hidden = !away;
}

/** One question, which the preview answers as soon as something is other than this page knows. */
async function ask() {
  const { pages, told } = panel().dataset;
  const answer = await fetch(`/_xem-thu/doi?pages=${pages}&told=${told}`, { cache: "no-store" });
  const now = await answer.json();
  say(false);
  if (String(now.pages) !== pages) location.reload();
  else if (String(now.told) !== told) await renew();
}

/** When the page is looked at again. */
function back() {
  return new Promise((seen) => document.addEventListener("visibilitychange", seen, { once: true }));
}

async function follow() {
  for (;;) {
    // Pages in the background ask nothing: a browser has but six lines to a server.
    if (document.hidden) await back();
    try {
      await ask();
    } catch {
      say(true);
      await new Promise((later) => setTimeout(later, AGAIN));
    }
  }
}

follow();
