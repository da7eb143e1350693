// @ts-check
// The page as it is written, made of elements: no text ever becomes one by itself.

import { partsOf } from "./blocks.js";
import { inlineOf } from "./inline.js";
import { make } from "./page.js";

/** What an address may begin with on a page; others are shown as words. */
const SCHEMES = /^(?:https?:|mailto:|tel:|#|\.{0,2}\/|[^:]*$)/i;

/**
 * @param {import("./emphasis.js").Inline} one
 * @returns {Node}
 */
function inlineNode(one) {
  if (typeof one === "string") return document.createTextNode(one);
  if (one.tag === "img") return make("span", { class: "pictured-as" }, one.attrs.alt);
  const address = one.attrs.href || one.attrs.src;
  const safe = !address || SCHEMES.test(address.trim());
  const made = document.createElement(safe ? one.tag : "span");
  for (const name of Object.keys(one.attrs)) if (safe) made.setAttribute(name, one.attrs[name]);
  made.append(...one.inside.map(inlineNode));
  return made;
}

/**
 * @param {import("./lists.js").Part} part
 * @returns {Node[]}
 */
function nodesOf(part) {
  const made = document.createElement(part.tag);
  for (const name of Object.keys(part.attrs)) made.setAttribute(name, part.attrs[name]);
  if (part.tag === "code") made.append(part.text);
  else made.append(...inlineOf(part.text).map(inlineNode));
  for (const inner of part.nodes) made.append(...nodesOf(inner));
  return [made, ...inlineOf(part.tail).map(inlineNode)];
}

/**
 * A text as elements of a page.
 * @param {string} text
 */
export function drawn(text) {
  return partsOf(text).reduce((nodes, part) => nodes.concat(nodesOf(part)), /** @type {Node[]} */ ([]));
}
