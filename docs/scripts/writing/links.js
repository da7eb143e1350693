// @ts-check
// Links, pictures and tags of a text, as far as a page can be told without the others (rules/links.py, rules/html.py).

import { lineOf } from "./paragraphs.js";
import { onLine } from "./text_rules.js";

/** @typedef {import("./page.js").Fault} Fault */

const KNOWN_SCHEMES = ["http", "https", "mailto", "tel"];

/** @param {string} host */
function isHost(host) {
  return host.includes(".") && host.replace(/\.$/, "").split(".").every(Boolean) && !/\s/.test(host);
}

/**
 * Whether an address outside names where it leads.
 * @param {string} scheme
 * @param {string} behind
 */
function isNamed(scheme, behind) {
  const host = behind.replace(/^\/\//, "").split(/[/?#]/)[0].replace(/^[^@]*@/, "").replace(/:\d*$/, "");
  return scheme.startsWith("http") ? isHost(host) : Boolean(behind.trim());
}

/** @param {string} target */
function wrongInside(target) {
  if (!target) return "link-empty";
  return /^[/\\]/.test(target) ? "link-absolute" : "";
}

/**
 * The code of what is wrong with a link; "" where nothing is.
 * @param {import("./paragraphs.js").TextLink} link
 */
function wrongWith({ target, isPicture }) {
  const plain = target.trim();
  const [, given = "", behind = ""] = /^([a-zA-Z][a-zA-Z0-9+.-]*):([\s\S]*)$/.exec(plain) || [];
  const scheme = given.toLowerCase();
  if (/^(?:\/\/|\\\\|\/\\|\\\/)/.test(plain)) return "link-no-scheme";
  if (!scheme) return wrongInside(plain);
  if (!KNOWN_SCHEMES.includes(scheme)) return "link-scheme";
  if (isPicture) return "picture-outside";
  return isNamed(scheme, behind) ? "" : "link-unread";
}

/**
 * Headings whose anchor the frame of the page has already.
 * @param {import("./paragraphs.js").Contents} contents
 * @param {{ frameIds: string[], frameFamilies: string }} rules
 * @returns {Fault[]}
 */
export function anchorFaults({ source, headings }, { frameIds, frameFamilies }) {
  const families = new RegExp(`^(?:${frameFamilies})$`);
  const taken = headings.filter(({ anchor }) => frameIds.includes(anchor) || families.test(anchor));
  return taken.map(({ title, anchor }) => onLine("anchor-taken", lineOf(source, title), { anchor }));
}

/**
 * @param {import("./paragraphs.js").Contents} contents
 * @param {string[]} allowed tags that stay on a page
 * @returns {Fault[]}
 */
export function linkFaults({ source, links }, allowed) {
  /** @type {Fault[]} */
  const found = [];
  for (const link of links) {
    const line = lineOf(source, link.target);
    const code = wrongWith(link);
    const scheme = link.target.split(":")[0].toLowerCase();
    const unsaid = link.isPicture && !link.words.trim();
    if (unsaid) found.push(onLine("picture-without-text", line, { picture: link.target }));
    if (code) found.push(onLine(code, line, { target: link.target, scheme }));
  }
  for (const tag of source.match(/<[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])/g) || []) {
    const name = tag.slice(1).toLowerCase();
    if (!allowed.includes(name) && name !== "h1") found.push(onLine("html-tag", lineOf(source, tag), { tag: name }));
  }
  return found;
}
