// @ts-check
// A link to what lies in a fold opens it: not every browser does so by itself.

import { start } from "./root.js";

/** Opens all folds around the place the address names, and goes there. */
function unfold() {
  const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let fold = goal && goal.closest("details");
  if (!goal || !fold) return;
  while (fold) {
    fold.open = true;
    fold = fold.parentElement && fold.parentElement.closest("details");
  }
  goal.scrollIntoView();
}

start(() => {
  addEventListener("hashchange", unfold);
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#"]')) setTimeout(unfold);
  });
  unfold();
});
