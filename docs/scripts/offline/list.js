// The page for times without a network: what is kept on this device, and a way to forget it. Loaded on that page alone.
const list = document.querySelector("[data-kept]");
const forget = document.querySelector("[data-forget]");
const status = document.querySelector("[data-forgotten]");
const STORES = ["portal-read", "portal-kept"];

async function show() {
  list.replaceChildren();
  if (!("caches" in window)) return;
  const shown = new Set(); // a page that was read may be kept in both stores
  for (const name of STORES) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      if (shown.has(request.url)) continue;
      shown.add(request.url);
      const text = await (await store.match(request)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = request.url;
      link.lang = page.documentElement.lang;
      link.textContent = page.querySelector("h1")?.textContent ?? request.url;
      item.append(link);
      list.append(item);
    }
  }
  forget.hidden = !list.children.length;
}

forget.addEventListener("click", async () => {
  for (const name of STORES) await caches.delete(name);
  await show();
  status.textContent = status.dataset.forgotten;
});
show();
