// The portal's small script: the menu on narrow pages and the choice of light or dark. Pages work without it.
const root = document.documentElement;

const menuButton = document.querySelector("[data-menu]");
const menu = document.getElementById("thuc-don");
menuButton.setAttribute("role", "button");
menuButton.setAttribute("aria-expanded", "false");
function toggleMenu(open) {
  menu.classList.toggle("open", open);
  menuButton.setAttribute("aria-expanded", String(open));
}
menuButton.addEventListener("click", (event) => {
  event.preventDefault();
  toggleMenu(!menu.classList.contains("open"));
});
menuButton.addEventListener("keydown", (event) => {
  if (event.key === " ") {
    event.preventDefault();
    menuButton.click();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.classList.contains("open")) {
    toggleMenu(false);
    menuButton.focus();
  }
});

const paletteButton = document.querySelector("[data-palette]:not(html)");
const palettes = ["auto", "light", "dark"];
function showPalette(name) {
  root.dataset.palette = name;
  paletteButton.textContent = paletteButton.dataset[name];
}
showPalette(root.dataset.palette || "auto");
paletteButton.hidden = false;
paletteButton.addEventListener("click", () => {
  const next = palettes[(palettes.indexOf(root.dataset.palette) + 1) % palettes.length];
  showPalette(next);
  try {
    localStorage.setItem("palette", next);
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
});
