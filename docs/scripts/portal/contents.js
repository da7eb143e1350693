// @ts-check
// On a narrow page the list of contents lies behind one button; without a script it stands open.

import { find, opener, start } from "./root.js";

start(() => {
  const list = find(".contents");
  const title = list && list.querySelector("h2");
  if (!list || !title || !matchMedia("(max-width: 63.99rem)").matches) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = title.textContent;
  title.textContent = "";
  title.append(button);
  opener(button, (open) => list.classList.toggle("open", open));
});
