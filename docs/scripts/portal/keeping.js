// Pages for times without a network (docs/sw.js). The first page read brings its own parts; later ones the help pages.
const { worker, offline } = document.body.dataset;
if (worker && "serviceWorker" in navigator) {
  addEventListener("load", async () => {
    const again = Boolean(navigator.serviceWorker.controller);
    const parts = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((part) => part.href || part.src);
    try {
      await navigator.serviceWorker.register(worker);
      (await navigator.serviceWorker.ready).active.postMessage({
        page: location.href.split(/[?#]/)[0],
        parts,
        offline: new URL(offline, location.href).href,
        more: again && !navigator.connection?.saveData,
      });
    } catch {
      // A browser that keeps nothing reads with a network.
    }
  });
}
