// @ts-check
// What is pasted from Word, Google Docs or a web page becomes the portal's Markdown: words, headings, lists, tables,
// links. The HTML is read by a parser that runs and loads nothing, and never becomes a part of this page.

import { mended } from "./mending.js";

const SKIPPED = ["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "IMG", "SVG", "OBJECT", "IFRAME", "NOSCRIPT"];
const HOLDERS = ["P", "DIV", "SECTION", "ARTICLE", "MAIN", "BODY", "CENTER", "UL", "OL", "LI", "TABLE", "BLOCKQUOTE"];
/** @type {{ [tag: string]: string }} */
const HEADINGS = { H1: "## ", H2: "## ", H3: "### ", H4: "#### ", H5: "#### ", H6: "#### " };
/** A line break inside a paragraph, until the paragraph is whole. */
const BREAK = "\ue002";

/** @param {Element} element */
function styleOf(element) {
  return (element.getAttribute("data-style") || "").replace(/\s+/g, "").toLowerCase();
}

/** @param {Element} element */
function isBold(element) {
  const weight = /font-weight:([a-z0-9]+)/.exec(styleOf(element));
  if (weight) return weight[1].startsWith("bold") || Number(weight[1]) >= 600;
  return ["B", "STRONG"].includes(element.tagName);
}

/** @param {Element} element */
function isSlanted(element) {
  const slant = /font-style:([a-z]+)/.exec(styleOf(element));
  return slant ? slant[1] !== "normal" : ["I", "EM"].includes(element.tagName);
}

/**
 * Words between marks, the blanks outside of them.
 * @param {string} words
 * @param {string} mark
 */
function between(words, mark) {
  const found = /^(\s*)([\s\S]*?)(\s*)$/.exec(words);
  const clear = found && found[2] && !found[2].includes("*") && !found[2].includes(BREAK);
  return found && clear ? `${found[1]}${mark}${found[2]}${mark}${found[3]}` : words;
}

/**
 * @param {Element} element
 * @param {string} words
 */
function linked(element, words) {
  const target = (element.getAttribute("href") || "").trim().replace(/[\s()<>]/g, encodeURIComponent);
  const plain = words.trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(target) || !plain) return words;
  return `[${plain.replace(/[[\]]/g, "")}](${target.replace(/\(/g, "%28").replace(/\)/g, "%29")})`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/\s+/g, " ").replace(/[*`\\<]|(?:^|[^\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (signs) =>
    signs.replace(/[*`\\_<]/g, "\\$&"));
}

/**
 * The words of a node with what is marked in them.
 * @param {Node} node
 * @returns {string}
 */
function inlineText(node) {
  if (node.nodeType === 3) return escaped(node.nodeValue || "");
  if (node.nodeType !== 1) return "";
  const element = /** @type {Element} */ (node);
  if (SKIPPED.includes(element.tagName.toUpperCase()) || styleOf(element).includes("mso-list:ignore")) return "";
  if (element.tagName === "BR") return BREAK;
  const words = [...element.childNodes].map(inlineText).join("");
  if (element.tagName === "A") return linked(element, words);
  return between(isSlanted(element) ? between(words, "*") : words, isBold(element) ? "**" : "");
}

/**
 * Items as lines: their mark, and four blanks for each level.
 * @param {string} words
 * @param {number} level
 * @param {boolean} isNumbered
 */
function itemLine(words, level, isNumbered) {
  return `${"    ".repeat(level)}${isNumbered ? "1. " : "- "}${words}`;
}

/**
 * A paragraph of Word that is an item of a list: which level, numbered or not; nothing for any other.
 * @param {Element} element
 */
function wordItem(element) {
  const found = /mso-list:.*?level(\d+)/.exec(styleOf(element));
  if (!found) return null;
  const marks = [...element.querySelectorAll("span")].filter((one) => styleOf(one).includes("mso-list:ignore"));
  const mark = marks.map((one) => one.textContent || "").join("").trim();
  return { level: Number(found[1]) - 1, isNumbered: /^\(?(?:\d+|[a-zđ]|[ivx]+)[.)]/i.test(mark) };
}

/**
 * @param {Element} list
 * @param {number} level
 * @returns {string[]}
 */
function listLines(list, level) {
  /** @type {string[]} */
  const lines = [];
  for (const item of list.children) {
    const isList = (/** @type {Node} */ one) => /^[UO]L$/.test(one.nodeName);
    const inner = isList(item) ? [item] : [...item.children].filter(isList);
    const own = isList(item) ? [] : [...item.childNodes].filter((one) => !isList(one));
    const words = own.map(inlineText).join(" ").split(BREAK).join(" ").replace(/\s+/g, " ").trim();
    if (words) lines.push(itemLine(words, level, list.tagName === "OL"));
    for (const one of inner) lines.push(...listLines(one, level + 1));
  }
  return lines;
}

/** @param {Element} table */
function tableText(table) {
  const rows = [...table.querySelectorAll("tr")].map((row) => {
    const cells = [...row.children].map((cell) => {
      const words = [...cell.childNodes].map(inlineText).join(" ").split(BREAK).join(" ").replace(/\s+/g, " ").trim();
      const more = Math.max(1, Number(cell.getAttribute("colspan")) || 1);
      return [words.replace(/\|/g, "\\|"), ...Array(Math.min(more, 20) - 1).fill("")];
    });
    return cells.reduce((all, some) => all.concat(some), []);
  });
  const width = Math.max(...rows.map((row) => row.length));
  const line = (/** @type {string[]} */ row) => `| ${[...row, ...Array(width - row.length).fill("")].join(" | ")} |`;
  if (!rows.length) return "";
  return [line(rows[0]), line(Array(width).fill("---")), ...rows.slice(1).map(line)].join("\n");
}

/** @param {Element} element */
function quotedText(element) {
  return gathered(element).split("\n").map((line) => `> ${line}`.trim()).join("\n");
}

/**
 * The blocks of an element, each as Markdown; items of one list stand together.
 * @param {Element} element
 * @param {{ text: string, isItem: boolean }[]} blocks
 */
function blocksIn(element, blocks) {
  let words = "";
  const end = () => {
    for (const text of words.split(BREAK)) {
      const plain = text.replace(/\s+/g, " ").trim();
      if (plain) blocks.push({ text: plain, isItem: /^(?:[-+•·–] |\d{1,2}\. )/.test(plain) });
    }
    words = "";
  };
  for (const node of element.childNodes) {
    const inner = node.nodeType === 1 ? /** @type {Element} */ (node) : null;
    if (!inner || !isBlock(inner)) {
      words += inlineText(node);
      continue;
    }
    end();
    addBlock(inner, blocks);
  }
  end();
}

/** @param {Element} element */
function isBlock(element) {
  const holds = [...element.children].some((one) => HOLDERS.includes(one.tagName) || HEADINGS[one.tagName]);
  return HOLDERS.includes(element.tagName) || Boolean(HEADINGS[element.tagName]) || holds;
}

/**
 * @param {Element} element
 * @param {{ text: string, isItem: boolean }[]} blocks
 */
function addBlock(element, blocks) {
  const { tagName } = element;
  const item = wordItem(element);
  const words = () => inlineText(element).split(BREAK).join(" ").replace(/\s+/g, " ").trim();
  if (HEADINGS[tagName]) {
    const plain = words().replace(/\*\*/g, "");
    if (plain) blocks.push({ text: HEADINGS[tagName] + plain, isItem: false });
  } else if (item) {
    if (words()) blocks.push({ text: itemLine(words(), item.level, item.isNumbered), isItem: true });
  } else if (tagName === "UL" || tagName === "OL") {
    for (const text of listLines(element, 0)) blocks.push({ text, isItem: true });
  } else if (tagName === "TABLE") {
    blocks.push({ text: tableText(element), isItem: false });
  } else if (tagName === "BLOCKQUOTE") {
    blocks.push({ text: quotedText(element), isItem: false });
  } else {
    blocksIn(element, blocks);
  }
}

/** @param {Element} element */
function gathered(element) {
  /** @type {{ text: string, isItem: boolean }[]} */
  const blocks = [];
  blocksIn(element, blocks);
  return blocks.filter(({ text }) => text).map(({ text, isItem }, place) => {
    const goesOn = isItem && place > 0 && blocks[place - 1].isItem;
    return `${place ? (goesOn ? "\n" : "\n\n") : ""}${isItem ? text.replace(/^[+•·–] /, "- ") : text}`;
  }).join("");
}

/**
 * HTML from the clipboard as the portal's Markdown.
 * @param {string} html
 */
export function pastedText(html) {
  // Under another name: the policy of the page would refuse styles aloud, though nothing here is ever shown.
  const plain = html.replace(/<[^<>]+>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const page = new DOMParser().parseFromString(plain, "text/html");
  return mended(gathered(page.body)).trim();
}
