// @ts-check
// What was found, a few pages at a time; what to do where nothing was.

import { pagesFor } from "./asking.js";
import { entry } from "./entries.js";
import { fold } from "./folding.js";
import { count, narrowed, sorted } from "./narrowing.js";
import { field, help, more, others, results, state, status } from "./page.js";

// A result costs a file; the reader asks for the rest.
const FIRST = 6;

/** @param {boolean} some whether anything was found */
function showHelp(some) {
  help.hidden = some;
  for (const other of others) {
    other.hidden = some;
    const link = other.querySelector("a");
    if (!link) continue;
    const url = new URL(link.href);
    url.searchParams.set("q", field("q").value);
    link.href = url.href;
  }
}

/**
 * @param {import("./page.js").Hit[]} hits
 * @param {string[]} words
 * @param {number} from
 * @param {number} mine which question this answers: a later one takes its place
 */
async function list(hits, words, from, mine) {
  const wanted = hits.slice(from, from + FIRST);
  const pages = await Promise.all(wanted.map(async (hit) => ({ id: hit.id, page: await hit.data() })));
  if (mine !== state.asked) return;
  /** @param {import("./page.js").Shown} shown */
  const named = ({ page }) => Number(fold(page.meta.title).includes(words.join(" ")));
  if (!field("sort").value) pages.sort((one, next) => named(next) - named(one));
  results.append(...pages.map((page) => entry(page, words)));
  const shown = from + pages.length;
  more.hidden = shown >= hits.length;
  more.onclick = async () => {
    await list(hits, words, shown, mine);
    const next = results.querySelectorAll("a")[shown];
    if (next) next.focus();
  };
}

/**
 * @param {string} query
 * @param {number} mine
 */
async function answer(query, mine) {
  const { found, words } = await pagesFor(query);
  if (mine !== state.asked) return;
  const hits = sorted(narrowed(found));
  await list(hits, words, 0, mine);
  count(found);
  const sentence = (hits.length ? status.dataset.some : status.dataset.none) || "";
  status.textContent = sentence.replace("{count}", String(hits.length)).replace("{words}", () => query);
  showHelp(hits.length > 0);
}

/** Answer what stands in the field. */
export async function show() {
  const mine = (state.asked += 1);
  const query = field("q").value.trim();
  results.textContent = "";
  more.hidden = help.hidden = true;
  for (const other of others) other.hidden = true;
  status.textContent = (query && status.dataset.wait) || "";
  if (!query) return;
  try {
    await answer(query, mine);
  } catch {
    status.textContent = status.dataset.failed || "";
  }
}
