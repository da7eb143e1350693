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

async function ask(words, options) {
  return words.length ? (await pagefind.search(words.join(" "), options)).results : [];
}

// What was typed, with the missing spaces; else as it was typed. (Pagefind leaves out a word that stands nowhere.)
async function find(query, options) {
  const typed = wordsOf(query);
  const spaced = document.documentElement.lang === "vi" ? typed.flatMap(split) : typed;
  const found = await ask(spaced, options);
  return found.length || spaced.length === typed.length
    ? { found, words: spaced }
    : { found: await ask(typed, options), words: typed };
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

function entry(page, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.append(...marked(page.meta.title, words));
  const text = document.createElement("p");
  text.append(...marked(page.meta.description, words));
  const facts = document.createElement("p");
  facts.className = "small";
  facts.textContent = [page.meta.kind, page.meta.day].filter(Boolean).join(" · ");
  item.append(link, text, facts);
  return item;
}

function address() {
  const url = new URL(location.href);
  url.search = "";
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, value);
  return url;
}

async function narrow() {
  const known = await pagefind.filters();
  for (const choice of choices) {
    for (const option of choice.options) {
      if (!option.value) continue;
      const count = known[choice.dataset.filter]?.[option.value] ?? 0;
      option.hidden = option.disabled = !count;
    }
  }
}

function showHelp(answer) {
  help.hidden = answer.found.length > 0;
  other.hidden = answer.found.length > 0;
  const url = new URL(other.querySelector("a").href);
  url.searchParams.set("q", form.q.value);
  other.querySelector("a").href = url;
}

async function list(hits, words, from, mine) {
  const pages = await Promise.all(hits.slice(from, from + FIRST).map((hit) => hit.data()));
  if (mine !== asked) return;
  const named = (page) => fold(page.meta.title).includes(words.join(" "));
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
      pagefind = await import(new URL(results.dataset.pagefind + "pagefind.js", location.href));
      await pagefind.options({ noWorker: true, metaWeights: { title: 1, description: 1, kind: 0, day: 0 } });
    }
    const filters = {};
    for (const choice of choices) if (choice.value) filters[choice.dataset.filter] = choice.value;
    const sort = form.sort.value ? { date: form.sort.value } : {};
    const answer = await find(query, { filters, sort });
    if (mine !== asked) return;
    await list(answer.found, answer.words, 0, mine);
    const sentence = answer.found.length ? status.dataset.some : status.dataset.none;
    status.textContent = sentence.replace("{count}", answer.found.length).replace("{words}", query);
    showHelp(answer);
    await narrow();
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

fromAddress();
