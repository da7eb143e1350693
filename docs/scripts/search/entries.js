// @ts-check
// How one page that was found is written: its title and description with the words marked, its kind and its day.

import { fold } from "./folding.js";
import { facet, field, form } from "./page.js";

/**
 * A text with the words that were asked for marked.
 * @param {string} text
 * @param {string[]} words
 */
function marked(text, words) {
  return text.split(/([^\p{L}\p{N}]+)/u).map((part) => {
    if (!part || !words.some((word) => fold(part).startsWith(word))) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}

/**
 * The kind as the form names it; "" where it names none.
 * @param {string} id
 */
function kindOf(id) {
  const [kind] = facet(id, "kind");
  const options = /** @type {HTMLSelectElement} */ (field("kind")).options;
  const option = [...options].find((one) => one.value === kind);
  return option ? option.dataset.label || option.textContent || "" : "";
}

/**
 * The day as the page's language writes it (date_format and months of scripts/portal/language/words); "" without one.
 * @param {string} id
 */
function dayOf(id) {
  const [day] = facet(id, "date");
  if (!day) return "";
  const [y, m, d] = day.split("-").map(Number);
  const { dateFormat = "", months = "" } = form.dataset;
  /** @type {{ [blank: string]: string }} */
  const parts = { y: String(y), m: String(m), d: String(d), month: months.split(" ")[m - 1] };
  return dateFormat.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

/**
 * @param {import("./page.js").Shown} shown
 * @param {string[]} words
 */
export function entry({ id, page }, words) {
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
