// The search page's own script comes when there is something to search for.
const searching = document.querySelector("[data-search-form]");
if (searching) {
  const start = () => import(new URL(searching.dataset.script, location.href));
  if (new URLSearchParams(location.search).get("q")) start();
  else searching.addEventListener("focusin", start, { once: true });
}

