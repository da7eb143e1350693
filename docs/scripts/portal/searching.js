// @ts-check
// The search page's own script comes when there is something to search for.

import { find, start } from "./root.js";

start(() => {
  const form = find("[data-search-form]");
  if (!form) return;
  const search = () => import(new URL(form.dataset.script || "", location.href).href).catch(failed);
  if (new URLSearchParams(location.search).get("q")) search();
  else form.addEventListener("focusin", search, { once: true });
});

function failed() {
  const status = find("[data-search-status]");
  if (status) status.textContent = status.dataset.failed || "";
}
