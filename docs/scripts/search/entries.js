// @ts-check
// How one page that was found is written: its title, the section that answers, the passage that shows why, its kind
// and its day.

import { excerpt, held, marked } from "./excerpts.js";
import { load } from "./loading.js";
import { field, form, index, spoken } from "./page.js";

/**
 * @typedef {import("./asking.js").Found} Found
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {import("./page.js").Shown} Shown
 * @typedef {import("./page.js").Passage} Passage
 */

/**
 * The kind as the form names it; "" where it names none.
 * @param {string} kind
 */
function kindOf(kind) {
  const options = /** @type {HTMLSelectElement} */ (field("kind")).options;
  const option = [...options].find((one) => one.value === kind && kind);
  return option ? option.dataset.label || option.textContent || "" : "";
}

/**
 * The day as the page's language writes it (date_format and months of scripts/portal/language/words); "" without one.
 * @param {string} day
 */
function dayOf(day) {
  if (!day) return "";
  const [y, m, d] = day.split("-").map(Number);
  const { dateFormat = "", months = "" } = form.dataset;
  /** @type {{ [blank: string]: string }} */
  const parts = { y: String(y), m: String(m), d: String(d), month: months.split(" ")[m - 1] };
  return dateFormat.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

/**
 * A page of the site, or of a folder.
 * @param {string} address
 * @param {string} anchor
 */
function url(address, anchor) {
  const page = new URL(`../../${address}`, index);
  if (page.protocol === "file:") page.pathname += "index.html";
  page.hash = anchor;
  return page.href;
}

/**
 * @param {string} className
 * @param {(string | Node)[]} content
 */
function paragraph(className, content) {
  const made = document.createElement("p");
  made.className = className;
  made.append(...content);
  return made;
}

/**
 * @param {Hit} hit
 * @param {Found} found
 */
export async function entry(hit, found) {
  /** @type {[{ [page: string]: Shown }, Passage[]]} */
  const [pages, passages] = await load(index, `t${Math.floor(hit.passage / found.first.chunk)}`);
  const [, anchor, heading, text] = passages[hit.passage % found.first.chunk];
  const [address, title, description, kind, day] = pages[String(hit.page)];
  const section = hit.isFirst ? "" : heading;
  const asked = { words: found.words, plain: found.plain, lang: spoken };
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url(address, hit.isFirst ? "" : anchor);
  link.append(...marked(title, asked));
  item.append(link);
  if (section) item.append(paragraph("where", marked(section, asked)));
  const says = !hit.isFirst || held(text, asked) > held(description, asked);
  item.append(paragraph("", (says && excerpt(text, asked)) || marked(description, asked)));
  item.append(paragraph("small", [[kindOf(kind), dayOf(day)].filter(Boolean).join(" · ")]));
  return item;
}
