// The search page: asks Pagefind, narrows, sorts and shows. Loaded on that page alone.
// The index holds the texts without marks (scripts/portal/search_texts.py), so what is typed is folded the same way.
const form = document.querySelector("[data-search-form]");
const results = document.querySelector("[data-search-results]");
const status = document.querySelector("[data-search-status]");
const more = document.querySelector("[data-search-more]");
const help = document.querySelector("[data-search-help]");
const other = document.querySelector("[data-search-other]");
const choices = [...form.querySelectorAll("select[data-filter]")];
const FIRST = 6; // a result costs a file; the reader asks for the rest

let pagefind;
let facets;
let asked = 0;

function fold(text) {
  return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
}

// Vietnamese syllables, without marks: where no space was typed, this is where one belongs.
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:uye|uya|oai|oay|uoi|uou|ieu|yeu|uay|uyu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ng|nh|ch|[cmnpt])?$/;

function split(word) {
  if (word.length < 5 || word.length > 30 || SYLLABLE.test(word)) return [word];
  const best = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      if (before && SYLLABLE.test(piece) && (!best[end] || before.length + 1 < best[end].length)) {
        best[end] = [...before, piece];
      }
    }
  }
  return best[word.length] ?? [word];
}

function wordsOf(query) {
  return fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

async function ask(words) {
  return words.length ? (await pagefind.search(words.join(" "))).results : [];
}

// What was typed, with the missing spaces; else as it was typed. (Pagefind leaves out a word that stands nowhere.)
async function find(query) {
  const typed = wordsOf(query);
  const spaced = document.documentElement.lang === "vi" ? typed.flatMap(split) : typed;
  const found = await ask(spaced);
  return found.length || spaced.length === typed.length
    ? { found, words: spaced }
    : { found: await ask(typed), words: typed };
}

function marked(text, words) {
  const parts = text.split(/([^\p{L}\p{N}]+)/u).map((part) => {
    if (!part || !words.some((word) => fold(part).startsWith(word))) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
  return parts;
}

function kindOf(id) {
  const option = form.kind.querySelector(`option[value="${facets[id]?.kind?.[0]}"]`);
  return option && (option.dataset.label ?? option.textContent);
}

function dayOf(id) {
  const [day] = facets[id]?.date ?? [];
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const [lang, form] = document.documentElement.lang === "en" ? ["en-GB", long] : ["vi-VN", { timeZone: "UTC" }];
  return day && new Date(day).toLocaleDateString(lang, form);
}

function entry({ id, page }, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.append(...marked(page.meta.title, words));
  const text = document.createElement("p");
  text.append(...marked(page.meta.description, words));
  const facts = document.createElement("p");
  facts.className = "small";
  facts.textContent = [kindOf(id), dayOf(id)].filter(Boolean).join(" · ");
  item.append(link, text, facts);
  return item;
}

function address() {
  const url = new URL(location.href);
  url.search = "";
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, value);
  return url;
}

function fits(hit, choice, value) {
  return !value || Boolean(facets[hit.id]?.[choice.name]?.includes(value));
}

function narrowed(hits, except) {
  return hits.filter((hit) => choices.every((choice) => choice === except || fits(hit, choice, choice.value)));
}

// How many of the pages found each choice would leave; one that would leave none cannot be chosen.
function count(hits) {
  for (const choice of choices) {
    const others = narrowed(hits, choice);
    for (const option of choice.options) {
      if (!option.value) continue;
      const label = option.dataset.label ?? (option.dataset.label = option.textContent);
      const left = others.filter((hit) => fits(hit, choice, option.value)).length;
      option.textContent = `${label} (${left})`;
      option.disabled = !left;
    }
  }
}

function sorted(hits) {
  const day = (hit) => facets[hit.id]?.date?.[0] ?? "";
  const order = { desc: -1, asc: 1 }[form.sort.value];
  return order ? [...hits].sort((one, next) => order * day(one).localeCompare(day(next))) : hits;
}

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

function fromAddress() {
  const wanted = new URLSearchParams(location.search);
  for (const field of [form.q, form.sort, ...choices]) field.value = wanted.get(field.name) ?? "";
  if (choices.some((choice) => choice.value)) form.querySelector("details").open = true;
  show();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address());
  show();
});
form.addEventListener("change", (event) => {
  if (event.target === form.q) return;
  history.replaceState(null, "", address());
  show();
});
addEventListener("popstate", fromAddress);

// Arrow keys walk from the field through the results and back.
document.querySelector(".search-page").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [form.q, ...results.querySelectorAll("a")];
  const place = stops.indexOf(document.activeElement);
  if (!step || place < 0 || !stops[place + step]) return;
  event.preventDefault();
  stops[place + step].focus();
});

// What was typed before this script arrived stays in the field.
const typed = form.q.value;
fromAddress();
form.q.value = typed || form.q.value;
