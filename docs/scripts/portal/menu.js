// @ts-check
// The menu: a link to the foot of the page, which becomes a button that opens the menu in its place.

import { find, opener, start } from "./root.js";

start(() => {
  const button = find("[data-menu]");
  const menu = find("#thuc-don");
  if (!button || !menu) return;
  button.setAttribute("role", "button");
  opener(button, (open) => menu.classList.toggle("open", open));
  button.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    button.click();
  });
});
