// The portal's small script: menu, display, reading aloud, sharing, pages kept for later. Pages work without it.
const root = document.documentElement;

function opener(button, panel, show) {
  function toggle(open) {
    show(open);
    button.setAttribute("aria-expanded", String(open));
  }
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", (event) => {
    event.preventDefault();
    toggle(button.getAttribute("aria-expanded") !== "true");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    toggle(false);
    button.focus();
  });
}

const menuButton = document.querySelector("[data-menu]");
const menu = document.getElementById("thuc-don");
menuButton.setAttribute("role", "button");
opener(menuButton, menu, (open) => menu.classList.toggle("open", open));
menuButton.addEventListener("keydown", (event) => {
  if (event.key !== " ") return;
  event.preventDefault();
  menuButton.click();
});

// Ground, contrast and size of letters: shown at once, kept on this device alone.
const displayButton = document.querySelector("[data-display]");
const display = document.getElementById("hien-thi");
opener(displayButton, display, (open) => (display.hidden = !open));
displayButton.hidden = false;
for (const choice of display.querySelectorAll("input")) {
  choice.checked = choice.value === (root.dataset[choice.name] ?? "auto");
  choice.addEventListener("change", () => {
    root.dataset[choice.name] = choice.value;
    try {
      localStorage.setItem(choice.name, choice.value);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
  });
}

// Reading aloud: only with a voice that lives on the device, so that no text leaves it. What is said is what is read:
// the heading, the parts a template marks, and the text with its boxes and the rows of its tables.
const SAID =
  "h1, .lead, h2[data-say], section[data-say] :is(h2, p, li), .prose > :is(h2, h3, p, ul, ol, dl, .admonition), .prose tr";
const spoken = (part) => part.innerText.replace(/\s*\[[\d, ]+\]/g, "").replace(/\t+/g, ", ").trim();
const aloud = document.querySelector("[data-read-aloud]");
function offerVoice() {
  const lang = document.querySelector("article").lang || root.lang;
  const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith(lang));
  aloud.hidden = !voice;
  if (!voice) return;
  const say = aloud.dataset.say ?? (aloud.dataset.say = aloud.textContent);
  const done = () => (aloud.textContent = say);
  aloud.onclick = () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const texts = [...document.querySelectorAll(SAID)].map(spoken).filter(Boolean);
    texts.forEach((text, place) => {
      const words = new SpeechSynthesisUtterance(text);
      Object.assign(words, { voice, lang: voice.lang, onerror: done });
      if (place === texts.length - 1) words.onend = done;
      speechSynthesis.speak(words);
    });
    aloud.textContent = aloud.dataset.stop;
  };
}
if (aloud && "speechSynthesis" in window) {
  offerVoice();
  speechSynthesis.addEventListener?.("voiceschanged", offerVoice);
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

const share = document.querySelector("[data-share]");
if (share) {
  const { title, url } = share.dataset;
  share.hidden = !navigator.share;
  share.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
  const copy = document.querySelector("[data-copy]");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy.dataset.copy);
    document.querySelector("[data-shared]").textContent = copy.dataset.done;
  });
  const paper = document.querySelector("[data-print]");
  paper.hidden = false;
  paper.addEventListener("click", () => print());
}

// The search page's own script comes when there is something to search for.
const searching = document.querySelector("[data-search-form]");
if (searching) {
  const start = () => import(new URL(searching.dataset.script, location.href));
  if (new URLSearchParams(location.search).get("q")) start();
  else searching.addEventListener("focusin", start, { once: true });
}

// Pages for times without a network (docs/sw.js). The first page read brings its own parts; later ones the help pages.
const { worker, offline } = document.body.dataset;
if (worker && "serviceWorker" in navigator) {
  addEventListener("load", async () => {
    const again = Boolean(navigator.serviceWorker.controller);
    const parts = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((part) => part.href || part.src);
    try {
      await navigator.serviceWorker.register(worker);
      (await navigator.serviceWorker.ready).active.postMessage({
        page: location.href.split(/[?#]/)[0],
        parts,
        offline: new URL(offline, location.href).href,
        more: again && !navigator.connection?.saveData,
      });
    } catch {
      // A browser that keeps nothing reads with a network.
    }
  });
}
