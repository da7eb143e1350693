// @ts-check
// A quick way out of a page that others should not see: the blank page takes its place among the pages to go back to.

import { find, root, start } from "./root.js";

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
