// @ts-check
// Words of a text with what stands in them: bold, slanted, links, pictures, marks of sources, line breaks.

import { element, emphasised, runAt } from "./emphasis.js";

/** @typedef {import("./emphasis.js").Inline} Inline */
/** @typedef {import("./emphasis.js").Run} Run */

const CITATION = /^\[(\d{1,2}(?:,\s?\d{1,2})*)\](?!\(|\[|:\s*<?(?:https?|mailto|tel):)/;
const ESCAPABLE = "\\`*_{}[]()>#+-.!|";
const AUTOLINK = /^<([A-Za-z][A-Za-z0-9+.-]*:\/\/[^<>]*)>/;
const MAIL = /^<([^<> !]+@[^@<> ]+)>/;
/** The tags of HTML that texts of the portal use: for words in another language, for small letters. */
const TAG = /^<(q|span|abbr|sub|sup)((?: (?:lang|title)="[^"]*")*)>([\s\S]*?)<\/\1>/;
const ENTITY = /^&(?:#([0-9]+)|#x([0-9a-fA-F]+)|([a-zA-Z0-9]+));/;
/** @type {{ [name: string]: string }} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0", ndash: "–", mdash: "—", hellip: "…" };

/**
 * Where the bracket that opens at a place closes; -1 where nothing closes it.
 * @param {string} text
 * @param {number} start
 * @param {string} open
 * @param {string} close
 */
function closing(text, start, open, close) {
  let depth = 0;
  for (let place = start; place < text.length; place += 1) {
    if (text[place] === "\\") place += 1;
    else if (text[place] === open) depth += 1;
    else if (text[place] === close) depth -= 1;
    if (!depth) return place;
  }
  return -1;
}

/**
 * Words, target and end of a link that starts at a place; nothing where none does.
 * @param {string} text
 * @param {number} start of its "["
 */
function linkAt(text, start) {
  const end = closing(text, start, "[", "]");
  if (end < 0 || text[end + 1] !== "(") return null;
  const last = closing(text, end + 1, "(", ")");
  if (last < 0) return null;
  const said = text.slice(end + 2, last).trim();
  const titled = /^(.*?)\s+("[^"]*"|'[^']*')$/.exec(said);
  const target = (titled ? titled[1] : said).replace(/^<([^<>]*)>$/, "$1");
  /** @type {{ [name: string]: string }} */
  const attrs = titled ? { title: titled[2].slice(1, -1) } : {};
  return { words: text.slice(start + 1, end), target: target.replace(/\\(.)/g, "$1"), attrs, length: last + 1 - start };
}

/** @param {string} numbers */
function sourceMark(numbers) {
  /** @type {Inline[]} */
  const inside = ["["];
  numbers.split(",").forEach((number, place) => {
    const plain = number.trim();
    inside.push(...(place ? [", "] : []), element("a", [plain], { href: `#nguon-${plain}` }));
  });
  return element("span", [...inside, "]"], { class: "cite" });
}

/** @param {RegExpExecArray} found */
function entityOf(found) {
  const code = found[1] ? Number(found[1]) : found[2] ? Number.parseInt(found[2], 16) : 0;
  if (code) return code < 0x110000 ? String.fromCodePoint(code) : found[0];
  return ENTITIES[found[3]] || found[0];
}

/**
 * @param {string} text
 * @returns {[Inline, number] | null}
 */
function codeAt(text) {
  const ticks = /^`+/.exec(text);
  if (!ticks) return null;
  const rest = text.slice(ticks[0].length);
  const found = new RegExp(`(^|[^\`])\`{${ticks[0].length}}(?!\`)`).exec(rest);
  if (!found) return [ticks[0], ticks[0].length];
  const inside = rest.slice(0, found.index + found[1].length);
  return [element("code", [inside.trim()]), inside.length + 2 * ticks[0].length];
}

/**
 * @param {string} text
 * @returns {[Inline, number] | null}
 */
function bracketAt(text) {
  const mark = CITATION.exec(text);
  if (mark) return [sourceMark(mark[1]), mark[0].length];
  const isPicture = text[0] === "!";
  const link = linkAt(text, isPicture ? 1 : 0);
  if (!link) return null;
  if (isPicture) {
    const alt = link.words.replace(/\\(.)/g, "$1");
    return [element("img", [], { ...link.attrs, alt, src: link.target }), link.length + 1];
  }
  return [element("a", inlineOf(link.words), { ...link.attrs, href: link.target }), link.length];
}

/** @param {string} said */
function attributesOf(said) {
  /** @type {{ [name: string]: string }} */
  const attrs = {};
  said.replace(/([a-z]+)="([^"]*)"/g, (whole, name, value) => {
    attrs[name] = value;
    return whole;
  });
  return attrs;
}

/**
 * @param {string} text
 * @returns {[Inline, number] | null}
 */
function angleAt(text) {
  const link = AUTOLINK.exec(text);
  if (link) return [element("a", [link[1]], { href: link[1] }), link[0].length];
  const tag = TAG.exec(text);
  if (tag) return [element(tag[1], inlineOf(tag[3]), attributesOf(tag[2])), tag[0].length];
  const mail = MAIL.exec(text);
  return mail ? [element("a", [mail[1]], { href: `mailto:${mail[1]}` }), mail[0].length] : null;
}

/** @type {{ [sign: string]: (text: string) => [Inline, number] | null }} */
const PIECES = {
  "\\": (text) => (text[1] && ESCAPABLE.includes(text[1]) ? [text[1], 2] : null),
  " ": (text) => (text.startsWith("  \n") ? [element("br", []), 2] : null),
  "`": codeAt,
  "[": bracketAt,
  "!": (text) => (text[1] === "[" ? bracketAt(text) : null),
  "<": angleAt,
  "&"(text) {
    const found = ENTITY.exec(text);
    return found ? [entityOf(found), found[0].length] : null;
  },
};

/**
 * What begins at the start of a text, and how many signs it takes; nothing where a plain letter stands.
 * @param {string} text
 * @returns {[Inline, number] | null}
 */
function pieceAt(text) {
  const read = PIECES[text[0]];
  return read ? read(text) : null;
}

/**
 * A text as its words and what is marked in them.
 * @param {string} text
 * @returns {Inline[]}
 */
export function inlineOf(text) {
  /** @type {(Inline | Run)[]} */
  const parts = [];
  for (let place = 0; place < text.length; ) {
    const piece = pieceAt(text.slice(place));
    if (piece) {
      parts.push(piece[0]);
      place += piece[1];
    } else if (text[place] === "*" || text[place] === "_") {
      const run = runAt(text, place);
      parts.push(run);
      place += run.count;
    } else {
      const plain = /^[\s\S][^\\ `[!<&*_]*/.exec(text.slice(place));
      parts.push(plain ? plain[0] : "");
      place += plain ? plain[0].length : 1;
    }
  }
  return emphasised(parts);
}
