// @ts-check
// A quick way out of a page that others should not see, and folded sources that open for the mark that leads to them.

import { find, root, start } from "./root.js";

// The blank page takes the place of this one among the pages to go back to.
start(() => {
  const leave = find("[data-leave]");
  if (!leave) return;
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    document.title = "";
    root.hidden = true;
    location.replace("about:blank");
  });
});

start(() => {
  const folded = find("[data-folded]");
  if (!folded) return;
  const open = () => {
    const goal = location.hash && document.getElementById(location.hash.slice(1));
    if (!goal || !folded.contains(goal)) return;
    folded.setAttribute("open", "");
    goal.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
});
