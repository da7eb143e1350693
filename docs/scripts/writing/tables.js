// @ts-check
// Markdown's tables as the site reads them: a head, a row of dashes, rows; each cell knows its column.

import { add } from "./lists.js";

/** @typedef {import("./lists.js").Part} Part */

/**
 * The cells of a row; a "|" after a backslash or inside code parts none.
 * @param {string} row
 */
function cellsOf(row) {
  let whole = row;
  if (whole.startsWith("|")) whole = whole.slice(1);
  if (/(?:^|[^\\])(?:\\\\)*\|$/.test(whole)) whole = whole.slice(0, -1);
  const cells = [""];
  for (const [piece] of pieces(whole)) {
    if (piece === "|") cells.push("");
    else cells[cells.length - 1] += piece;
  }
  return cells.map((cell) => cell.trim());
}

/** @param {string} row */
function pieces(row) {
  /** @type {string[][]} */
  const found = [];
  row.replace(/\\[\s\S]|(`+)[^`][\s\S]*?\1|[\s\S]/g, (piece) => String(found.push([piece])));
  return found;
}

/** @param {string} row */
function hasBorder(row) {
  return row.startsWith("|") || /(?:^|[^\\])(?:\\\\)*\|$/.test(row);
}

/** @param {string} block */
function isTable(block) {
  const rows = block.split("\n").map((row) => row.trim());
  if (rows.length < 2) return false;
  const head = cellsOf(rows[0]);
  if (head.length < 2 && !(hasBorder(rows[0]) && rows.every(hasBorder))) return false;
  return cellsOf(rows[1]).length === head.length && /^[|:\- ]+$/.test(rows[1]);
}

/** @param {string} cell */
function alignment(cell) {
  const [left, right] = [cell.startsWith(":"), cell.endsWith(":")];
  return left && right ? "center" : left ? "left" : right ? "right" : "";
}

/**
 * @param {Part} into
 * @param {"th" | "td"} tag
 * @param {string[]} cells
 * @param {string[]} sides
 */
function addRow(into, tag, cells, sides) {
  const row = add(into, "tr");
  sides.forEach((side, column) => {
    const cell = add(row, tag, cells[column] || "");
    if (side) cell.attrs.align = side;
  });
  return row.nodes;
}

/** @type {import("./lists.js").Reader} */
export const TABLE_READER = {
  test: (_parent, block) => isTable(block),
  run(parent, blocks) {
    const [head, dashes, ...rows] = String(blocks.shift()).split("\n").map((row) => row.trim());
    const sides = cellsOf(dashes).map(alignment);
    const frame = add(parent, "div");
    frame.attrs.class = "table";
    const table = add(frame, "table");
    const heads = addRow(add(table, "thead"), "th", cellsOf(head), sides);
    for (const cell of heads) cell.attrs.scope = "col";
    const body = add(table, "tbody");
    for (const row of rows.length ? rows : [""]) {
      addRow(body, "td", cellsOf(row), sides).forEach((cell, column) => {
        cell.attrs["data-label"] = heads[column].text;
      });
    }
  },
};
