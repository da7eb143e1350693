// @ts-check
// Front matter as text: words in double quotation marks, days and known words bare, parts of parts indented.

/**
 * What a field may hold; a part without anything in it is left out of the file.
 * @typedef {string | number | boolean | Value[] | { [name: string]: Value }} Value
 */

const BARE = /^(?:[a-z][a-z0-9_-]*|\d{4}-\d\d-\d\d)$/;
const READ_OTHERWISE = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
/** @type {{ [sign: string]: string }} */
const ESCAPED = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };

/** @param {string} text */
function quoted(text) {
  return `"${text.replace(/[\\"\n\t]/g, (sign) => ESCAPED[sign])}"`;
}

/** @param {string} text */
function isBare(text) {
  return BARE.test(text) && !READ_OTHERWISE.includes(text);
}

/** @param {string | number | boolean} value */
function scalar(value) {
  return typeof value === "string" && !isBare(value) ? quoted(value) : String(value);
}

/**
 * Whether nothing stands in a value.
 * @param {Value | undefined} value
 * @returns {boolean}
 */
export function isEmpty(value) {
  if (value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === "object" && Object.keys(value).every((name) => isEmpty(value[name]));
}

/**
 * Whether a list fits on the line of its name: numbers and known words do.
 * @param {Value[]} values
 */
function isShort(values) {
  return values.every((one) => typeof one === "number" || (typeof one === "string" && isBare(one)));
}

/**
 * The lines of a list, each of its parts after a dash.
 * @param {Value[]} values
 * @param {string} indent
 * @returns {string[]}
 */
function listed(values, indent) {
  const lines = [];
  for (const one of values) {
    if (isEmpty(one)) continue;
    if (typeof one !== "object") {
      lines.push(`${indent}- ${scalar(one)}`);
    } else if (!Array.isArray(one)) {
      const [first, ...more] = named(one, `${indent}  `);
      lines.push(`${indent}- ${first.trim()}`, ...more);
    }
  }
  return lines;
}

/**
 * The lines of a value by its name.
 * @param {string} name
 * @param {Value} value
 * @param {string} indent
 * @returns {string[]}
 */
function entry(name, value, indent) {
  if (typeof value !== "object") return [`${indent}${name}: ${scalar(value)}`];
  if (!Array.isArray(value)) return [`${indent}${name}:`, ...named(value, `${indent}  `)];
  if (isShort(value)) return [`${indent}${name}: [${value.join(", ")}]`];
  return [`${indent}${name}:`, ...listed(value, `${indent}  `)];
}

/**
 * @param {{ [name: string]: Value }} values
 * @param {string} indent
 * @returns {string[]}
 */
function named(values, indent) {
  const names = Object.keys(values).filter((name) => !isEmpty(values[name]));
  return names.reduce((lines, name) => lines.concat(entry(name, values[name], indent)), /** @type {string[]} */ ([]));
}

/**
 * A whole file: the fields between two lines of dashes, then the text.
 * @param {{ [name: string]: Value }} front
 * @param {string} body
 */
export function fileOf(front, body) {
  return `---\n${named(front, "").join("\n")}\n---\n${body.trim()}\n`;
}
