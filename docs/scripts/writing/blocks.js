// @ts-check
// Markdown's blocks as the site reads them: headings, lists, quotations, tables, terms, notes, figures, paragraphs.

import { add, BULLETED, DEFINED, detabbed, INDENTED, lastOf, NUMBERED, part, stateOf, TAB, within } from "./lists.js";
import { TABLE_READER } from "./tables.js";

/** @typedef {import("./lists.js").Part} Part */
/** @typedef {import("./lists.js").Reader} Reader */

const NOTE = /(?:^|\n)!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")? *(?:\n|$)/;
const HEADING = /(?:^|\n)(#{1,6})((?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)/;
const NAMED = / +\{:?[ ]*([^} \n][^\n]*)[ ]*\}[ ]*$/;
const RULER = /^ {0,3}(?:(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}) *$/m;
const QUOTE = /(^|\n) {0,3}> ?(.*)/;
const TERM = /(^|\n) {0,3}: {1,3}(.*?)(\n|$)/;
/** Stands for a figure while blocks are read. */
const FIGURE = "\ue000";

/** @type {Reader} */
const note = {
  test(parent, block) {
    const last = lastOf(parent);
    const goesOn = last && (last.attrs.class || "").startsWith("admonition") && block.startsWith(" ".repeat(TAB));
    return NOTE.test(block) || Boolean(goesOn);
  },
  run(parent, blocks, reading) {
    const block = String(blocks.shift());
    const found = NOTE.exec(block);
    const [inside, rest] = detabbed(found ? block.slice(found.index + found[0].length) : block);
    const goesOn = /** @type {Part} */ (lastOf(parent));
    if (found && found.index > 0) reading.read(parent, [block.slice(0, found.index)]);
    const box = found ? add(parent, "div") : goesOn;
    if (found) {
      const kind = found[1].toLowerCase();
      const title = found[2] === undefined ? kind[0].toUpperCase() + kind.slice(1).split(" ")[0] : found[2];
      box.attrs.class = `admonition ${kind}`;
      if (title) add(box, "p", title).attrs.class = "admonition-title";
    }
    reading.read(box, inside.split("\n\n"));
    if (rest) blocks.unshift(rest);
  },
};

/** @type {Reader} */
const empty = {
  test: (_parent, block) => !block || block.startsWith("\n"),
  run(_parent, blocks) {
    const rest = String(blocks.shift()).slice(1);
    if (rest) blocks.unshift(rest);
  },
};

/** @type {Reader} */
const code = {
  test: (_parent, block) => block.startsWith(" ".repeat(TAB)),
  run(parent, blocks) {
    const [inside, rest] = detabbed(String(blocks.shift()));
    add(add(parent, "pre"), "code", `${inside.replace(/\s+$/, "")}\n`);
    if (rest) blocks.unshift(rest);
  },
};

/**
 * A heading, and the anchor its writer gave it.
 * @param {Part} parent
 * @param {string} tag
 * @param {string} title
 */
function addHeading(parent, tag, title) {
  const anchor = /\{[^}]*#([^\s}]+)[^}]*\}$/.exec(title);
  const made = add(parent, tag, title.replace(NAMED, ""));
  if (anchor) made.attrs["data-anchor"] = anchor[1];
}

/** @type {Reader} */
const heading = {
  test: (_parent, block) => HEADING.test(block),
  run(parent, blocks, reading) {
    const block = String(blocks.shift());
    const found = /** @type {RegExpExecArray} */ (HEADING.exec(block));
    const after = block.slice(found.index + found[0].length);
    if (found.index > 0) reading.read(parent, [block.slice(0, found.index)]);
    addHeading(parent, `h${found[1].length}`, found[2].trim());
    if (after) blocks.unshift(after);
  },
};

/** @type {Reader} */
const underlined = {
  test: (_parent, block) => /^.*?\n(?:=+|-+)[ ]*(\n|$)/.test(block),
  run(parent, blocks) {
    const [title, line, ...rest] = String(blocks.shift()).split("\n");
    addHeading(parent, line.startsWith("=") ? "h1" : "h2", title.trim());
    if (rest.length) blocks.unshift(rest.join("\n"));
  },
};

/** @type {Reader} */
const ruler = {
  test: (_parent, block) => RULER.test(block),
  run(parent, blocks, reading) {
    const block = String(blocks.shift());
    const found = /** @type {RegExpExecArray} */ (RULER.exec(block));
    const before = block.slice(0, found.index).replace(/\n+$/, "");
    const after = block.slice(found.index + found[0].length).replace(/^\n+/, "");
    if (before) reading.read(parent, [before]);
    add(parent, "hr");
    if (after) blocks.unshift(after);
  },
};

/**
 * The terms of a paragraph above, which becomes a part of the list.
 * @param {Part} parent
 * @returns {[string[], string]}
 */
function namesBefore(parent) {
  const last = lastOf(parent);
  if (!last || last.tag !== "p") return [[], "list"];
  parent.nodes.pop();
  return [last.text.split("\n"), "looselist"];
}

/** @type {Reader} */
const terms = {
  test: (_parent, block) => TERM.test(block),
  run(parent, blocks, reading) {
    const block = String(blocks.shift());
    const found = /** @type {RegExpExecArray} */ (TERM.exec(block));
    const above = block.slice(0, found.index).split("\n").map((name) => name.trim()).filter(Boolean);
    if (!above.length && !lastOf(parent)) {
      blocks.unshift(block);
      return false;
    }
    const after = block.slice(found.index + found[0].length);
    const [inside, rest] = /^ {0,3}[^ :]/.test(after) ? [after, ""] : detabbed(after);
    const [names, state] = above.length ? [above, "list"] : namesBefore(parent);
    const last = lastOf(parent);
    const whole = last && last.tag === "dl" ? last : add(parent, "dl");
    for (const name of names) add(whole, "dt", name);
    within(reading, state, () => reading.read(add(whole, "dd"), [inside ? `${found[2]}\n${inside}` : found[2]]));
    if (rest) blocks.unshift(rest);
    return true;
  },
};

/** @param {string} line */
function withoutSign(line) {
  const found = QUOTE.exec(line);
  return line.trim() === ">" ? "" : found ? found[2] : line;
}

/** @type {Reader} */
const quotation = {
  test: (_parent, block) => QUOTE.test(block),
  run(parent, blocks, reading) {
    const block = String(blocks.shift());
    const found = /** @type {RegExpExecArray} */ (QUOTE.exec(block));
    reading.read(parent, [block.slice(0, found.index)]);
    const inside = block.slice(found.index).split("\n").map(withoutSign).join("\n");
    const last = lastOf(parent);
    const whole = last && last.tag === "blockquote" ? last : add(parent, "blockquote");
    within(reading, "blockquote", () => reading.read(whole, inside.split("\n\n")));
  },
};

/** @type {Reader} */
const paragraph = {
  test: () => true,
  run(parent, blocks, reading) {
    const block = String(blocks.shift());
    const last = lastOf(parent);
    if (!block.trim()) return;
    if (block.startsWith(FIGURE)) {
      add(parent, "div").attrs["data-figure"] = block.slice(1);
    } else if (stateOf(reading) !== "list") {
      add(parent, "p", block.replace(/^\s+/, ""));
    } else if (last) {
      last.tail = last.tail ? `${last.tail}\n${block}` : `\n${block}`;
    } else {
      Object.assign(parent, { text: parent.text ? `${parent.text}\n${block}` : block.replace(/^\s+/, "") });
    }
  },
};

const READERS = [
  note, empty, INDENTED, DEFINED, code, TABLE_READER, heading, underlined, ruler, NUMBERED, BULLETED, terms, quotation,
  paragraph,
];

/** @param {string} line */
function withBlanks(line) {
  const plain = line.replace(/[^\t]*\t/g, (piece) => piece.slice(0, -1).padEnd(Math.ceil(piece.length / TAB) * TAB));
  return plain.replace(/^\[figure:\s*([a-z0-9-]+)\s*\]\s*$/, `\n\n${FIGURE}$1\n\n`);
}

/**
 * A text as the parts it shows.
 * @param {string} text
 */
export function partsOf(text) {
  const whole = part("div");
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map(withBlanks).join("\n").replace(/\n +(?=\n)/g, "\n");
  /** @type {import("./lists.js").Reading} */
  const reading = {
    state: [""],
    read(parent, blocks) {
      while (blocks.length) {
        READERS.some(({ test, run }) => test(parent, blocks[0], reading) && run(parent, blocks, reading) !== false);
      }
    },
  };
  reading.read(whole, `${lines}\n\n`.split("\n\n"));
  return whole.nodes;
}
