// @ts-check
// Markdown's lists as the site reads them (Python-Markdown with sane_lists and def_list): an item holds blocks, four
// blanks lead into it. Part of the small renderer that shows a page while it is written.

/**
 * A part of a page: its words as written, then the parts in it, then words behind it.
 * @typedef {{ tag: string, attrs: { [name: string]: string }, text: string, nodes: Part[], tail: string }} Part
 * What goes on while blocks are read: where the reader is, and the reading itself.
 * @typedef {{ state: string[], read: (parent: Part, blocks: string[]) => void }} Reading
 * @typedef {{ test: (parent: Part, block: string, reading: Reading) => boolean,
 *   run: (parent: Part, blocks: string[], reading: Reading) => boolean | void }} Reader
 */

export const TAB = 4;
const SPACES = " ".repeat(TAB);

/**
 * A new part, at the end of another.
 * @param {Part} parent
 * @param {string} tag
 * @param {string} [text]
 */
export function add(parent, tag, text = "") {
  const made = part(tag, text);
  parent.nodes.push(made);
  return made;
}

/**
 * @param {string} tag
 * @param {string} [text]
 * @returns {Part}
 */
export function part(tag, text = "") {
  return { tag, attrs: {}, text, nodes: [], tail: "" };
}

/**
 * @param {Part} parent
 * @returns {Part | undefined}
 */
export function lastOf(parent) {
  return parent.nodes[parent.nodes.length - 1];
}

/** @param {Reading} reading */
export function stateOf(reading) {
  return reading.state[reading.state.length - 1];
}

/**
 * Read blocks in a state.
 * @param {Reading} reading
 * @param {string} state
 * @param {() => void} read
 */
export function within(reading, state, read) {
  reading.state.push(state);
  read();
  reading.state.pop();
}

/**
 * The lines that are indented, without their indent, and the rest.
 * @param {string} text
 */
export function detabbed(text) {
  const lines = text.split("\n");
  let end = lines.findIndex((line) => !line.startsWith(SPACES) && line.trim());
  if (end < 0) end = lines.length;
  const inside = lines.slice(0, end).map((line) => (line.startsWith(SPACES) ? line.slice(TAB) : ""));
  return [inside.join("\n"), lines.slice(end).join("\n")];
}

/**
 * @param {string} text
 * @param {number} level
 */
function looselyDetabbed(text, level) {
  const indent = SPACES.repeat(level);
  return text.split("\n").map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
}

/**
 * The words of an item as a paragraph, once more follows them.
 * @param {Part} item
 */
function withParagraph(item) {
  if (!item.text) return;
  item.nodes.unshift(part("p", item.text));
  item.text = "";
}

/**
 * How deep a block leads into the lists of a part, and the part it leads to.
 * @param {Part} parent
 * @param {string} block
 * @param {Reading} reading
 * @param {string[]} items
 * @param {string[]} lists
 * @returns {[number, Part]}
 */
function levelOf(parent, block, reading, items, lists) {
  const found = /^( {4})+/.exec(block);
  const deep = found ? found[0].length / TAB : 0;
  let level = stateOf(reading) === "list" ? 1 : 0;
  let inside = parent;
  while (deep > level) {
    const child = lastOf(inside);
    if (!child || !(lists.includes(child.tag) || items.includes(child.tag))) break;
    if (lists.includes(child.tag)) level += 1;
    inside = child;
  }
  return [level, inside];
}

/**
 * What belongs to an item above: blocks that are indented.
 * @param {string[]} items
 * @param {string[]} lists
 * @param {string} fresh the item that is made where the list has none
 * @returns {Reader}
 */
function indented(items, lists, fresh) {
  /** @param {Part} parent @param {Part} inside @param {string} block @returns {[Part, string[]]} */
  function goal(parent, inside, block) {
    const isItem = items.includes(parent.tag);
    const last = lastOf(isItem ? parent : inside);
    if (isItem) return [last && lists.includes(last.tag) ? last : parent, [block]];
    if (items.includes(inside.tag)) return [inside, [block]];
    if (!last || !items.includes(last.tag)) return [add(inside, fresh), [block]];
    withParagraph(last);
    return [last, block.split("\n\n")];
  }
  return {
    test(parent, block, reading) {
      const last = lastOf(parent);
      const holds = items.includes(parent.tag) || Boolean(last && lists.includes(last.tag));
      return block.startsWith(SPACES) && stateOf(reading) !== "detabbed" && holds;
    },
    run(parent, blocks, reading) {
      const [level, inside] = levelOf(parent, blocks[0], reading, items, lists);
      const block = looselyDetabbed(String(blocks.shift()), level);
      within(reading, "detabbed", () => reading.read(...goal(parent, inside, block)));
    },
  };
}

const NESTED = /^ {4,7}(?:\d+\.|[*+-]) +.*/;

/**
 * The items of a block, nested ones still indented.
 * @param {string} block
 * @param {RegExp} starts
 */
function itemsOf(block, starts) {
  /** @type {string[]} */
  const items = [];
  for (const line of block.split("\n")) {
    const found = starts.exec(line);
    const before = items.length - 1;
    if (found) items.push(found[2]);
    else if (NESTED.test(line) && !items[before].startsWith(SPACES)) items.push(line);
    else items[before] += `\n${line}`;
  }
  return items;
}

/**
 * The list that items go on, or a new one. An item that follows a blank line is a paragraph, as the one before it.
 * @param {string} tag
 * @param {Part} parent
 * @param {string} block
 * @param {string[]} items
 * @param {Reading} reading
 */
function listFor(tag, parent, block, items, reading) {
  const last = lastOf(parent);
  if (last && last.tag === tag) {
    const item = lastOf(last);
    if (item) withParagraph(item);
    within(reading, "looselist", () => reading.read(add(last, "li"), [String(items.shift())]));
    return last;
  }
  if (parent.tag === "ol" || parent.tag === "ul") return parent;
  const made = add(parent, tag);
  const first = Number.parseInt(block.trim(), 10);
  if (tag === "ol" && first !== 1) made.attrs.start = String(first);
  return made;
}

/**
 * @param {string} tag
 * @param {string} mark a pattern of what stands before an item
 * @returns {Reader}
 */
function list(tag, mark) {
  const starts = new RegExp(`^ {0,3}(${mark}) +(.*)`);
  return {
    test: (_parent, block) => starts.test(block),
    run(parent, blocks, reading) {
      const block = String(blocks.shift());
      const items = itemsOf(block, starts);
      const whole = listFor(tag, parent, block, items, reading);
      within(reading, "list", () => {
        for (const item of items) {
          const last = lastOf(whole);
          reading.read(item.startsWith(SPACES) && last ? last : add(whole, "li"), [item]);
        }
      });
    },
  };
}

export const INDENTED = indented(["li"], ["ul", "ol"], "li");
export const DEFINED = indented(["dd", "li"], ["dl", "ol", "ul"], "dd");
export const NUMBERED = list("ol", "\\d+\\.");
export const BULLETED = list("ul", "[*+-]");
