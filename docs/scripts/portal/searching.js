// @ts-check
// The search page's own script comes when there is something to search for. It comes as a script of the page, so that
// it does where the page is opened from a folder as well.

import { find, start } from "./root.js";

start(() => {
  const form = find("[data-search-form]");
  if (!form) return;
  const search = () => {
    const script = document.createElement("script");
    script.src = new URL(form.dataset.script || "", location.href).href;
    script.onerror = failed;
    document.head.append(script);
  };
  if (new URLSearchParams(location.search).get("q")) search();
  else form.addEventListener("focusin", search, { once: true });
});

function failed() {
  const status = find("[data-search-status]");
  if (status) status.textContent = status.dataset.failed || "";
}
