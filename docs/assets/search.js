// The search page: asks Pagefind, with and without đ, and lists the best pages. Loaded on that page alone.
const results = document.querySelector("[data-search-results]");
const status = document.querySelector("[data-search-status]");
const input = document.getElementById("q");
const MOST = 20;
const MOST_VARIANTS = 8;

// Pagefind folds tone marks but not đ: someone who types "dien" may mean "điện" or "diện".
function variants(query) {
  const words = query.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  let found = [[]];
  for (const word of words) {
    const spellings = /^[dđ]/.test(word) ? ["d" + word.slice(1), "đ" + word.slice(1)] : [word];
    found = found.flatMap((start) => spellings.map((spelling) => [...start, spelling]));
    if (found.length > MOST_VARIANTS) found = found.slice(0, MOST_VARIANTS);
  }
  return found.map((parts) => parts.join(" "));
}

async function best(pagefind, query) {
  const answers = await Promise.all(variants(query).map((one) => pagefind.search(one)));
  const scores = new Map();
  for (const hit of answers.flatMap((answer) => answer.results)) {
    const known = scores.get(hit.id);
    if (!known || known.score < hit.score) scores.set(hit.id, hit);
  }
  return [...scores.values()].sort((one, other) => other.score - one.score);
}

function entry(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  const text = document.createElement("p");
  text.innerHTML = page.excerpt; // Pagefind escapes the page's text and adds <mark> alone
  item.append(link, text);
  return item;
}

async function show(query) {
  results.replaceChildren();
  if (!query.trim()) {
    status.textContent = "";
    return;
  }
  status.textContent = status.dataset.wait;
  try {
    const pagefind = await import(new URL(results.dataset.pagefind + "pagefind.js", location.href));
    const hits = await best(pagefind, query);
    const pages = await Promise.all(hits.slice(0, MOST).map((hit) => hit.data()));
    results.replaceChildren(...pages.map(entry));
    const sentence = hits.length ? status.dataset.some : status.dataset.none;
    status.textContent = sentence.replace("{count}", hits.length).replace("{words}", query);
  } catch {
    status.textContent = status.dataset.failed;
  }
}

input.value = new URLSearchParams(location.search).get("q") ?? "";
show(input.value);
