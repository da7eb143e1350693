addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (new URL(request.url).pathname.includes("/assets/")) event.respondWith(part(request));
});

async function part(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(event) {
  const { request } = event;
  const kept = await caches.match(request, { ignoreSearch: true });
  const fresh = network(event);
  if (kept) event.waitUntil(fresh.catch(() => {}));
  const late = kept && new Promise((done) => setTimeout(() => done(kept.clone()), PATIENCE));
  try {
    return await (late ? Promise.race([fresh, late]) : fresh);
  } catch {
    return kept ?? (await nothing(request));
  }
}

async function network(event) {
  const { request } = event;
  const response = (await event.preloadResponse) ?? (await fetch(request));
  if (response.ok && response.type === "basic") {
    const url = request.url.split(/[?#]/)[0];
    const kept = await caches.open(KEPT);
    if (await kept.match(url)) await kept.put(url, response.clone());
    else await remember(url, response.clone());
  }
  return response;
}

async function nothing(request) {
  const lang = request.url.startsWith(`${registration.scope}en/`) ? "en/" : "";
  const url = `${registration.scope}${lang}mat-mang/`;
  return (await caches.match(url)) ?? (await caches.match(`${registration.scope}mat-mang/`)) ?? Response.error();
}
