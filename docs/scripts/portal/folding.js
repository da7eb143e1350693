// @ts-check
// The lists at the foot of a page stand folded on a phone; without this script they stand open.

import { start } from "./root.js";

start(() => {
  if (!window.matchMedia("(max-width: 47.99rem)").matches) return;
  for (const one of document.querySelectorAll("[data-fold]")) one.removeAttribute("open");
});
