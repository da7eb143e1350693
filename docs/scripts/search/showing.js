function showHelp(some) {
  help.hidden = other.hidden = some;
  const url = new URL(other.querySelector("a").href);
  url.searchParams.set("q", form.q.value);
  other.querySelector("a").href = url;
}

async function list(hits, words, from, mine) {
  const wanted = hits.slice(from, from + FIRST);
  const pages = await Promise.all(wanted.map(async (hit) => ({ id: hit.id, page: await hit.data() })));
  if (mine !== asked) return;
  const named = ({ page }) => fold(page.meta.title).includes(words.join(" "));
  if (!form.sort.value) pages.sort((one, next) => named(next) - named(one));
  results.append(...pages.map((page) => entry(page, words)));
  const shown = from + pages.length;
  more.hidden = shown >= hits.length;
  more.onclick = async () => {
    await list(hits, words, shown, mine);
    results.children[shown]?.querySelector("a").focus();
  };
}

async function show() {
  const mine = (asked += 1);
  const query = form.q.value.trim();
  results.replaceChildren();
  more.hidden = help.hidden = other.hidden = true;
  status.textContent = query ? status.dataset.wait : "";
  if (!query) return;
  try {
    if (!pagefind) {
      const bundle = new URL(results.dataset.pagefind, location.href);
      const pages = fetch(new URL(`pages.${document.documentElement.lang}.json`, bundle));
      pagefind = await import(new URL("pagefind.js", bundle));
      facets = await (await pages).json();
      await pagefind.options({ noWorker: true, metaWeights: { title: 1, description: 1 } });
    }
    const { found, words } = await find(query);
    if (mine !== asked) return;
    const hits = sorted(narrowed(found));
    await list(hits, words, 0, mine);
    count(found);
    const sentence = hits.length ? status.dataset.some : status.dataset.none;
    status.textContent = sentence.replace("{count}", hits.length).replace("{words}", query);
    showHelp(hits.length > 0);
  } catch {
    status.textContent = status.dataset.failed;
  }
}

