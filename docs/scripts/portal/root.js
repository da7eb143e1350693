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

