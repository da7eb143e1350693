// @ts-check
// Several files as one ZIP, stored as they are: the paths are right once it is unpacked. It holds no time of day.

const UTF8_NAMES = 0x0800;
/** The first day a ZIP can name, so that the same files give the same bytes. */
const DAY = 0x0021;

/** @type {number[]} */
const TABLE = [];
for (let number = 0; number < 256; number += 1) {
  let sum = number;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  TABLE.push(sum >>> 0);
}

/** @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * Numbers as a ZIP writes them, each with how many bytes it takes.
 * @param {[number, number][]} numbers
 */
function written(numbers) {
  const bytes = [];
  for (const [number, size] of numbers) {
    for (let place = 0; place < size; place += 1) bytes.push((number >>> (8 * place)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/**
 * What both heads of a file say of it.
 * @param {Uint8Array} name
 * @param {Uint8Array} data
 * @returns {[number, number][]}
 */
function facts(name, data) {
  const sizes = /** @type {[number, number][]} */ ([[data.length, 4], [data.length, 4], [name.length, 2], [0, 2]]);
  return [[20, 2], [UTF8_NAMES, 2], [0, 2], [0, 2], [DAY, 2], [checksum(data), 4], ...sizes];
}

/**
 * The parts of a ZIP of texts by their paths.
 * @param {{ [path: string]: string }} files
 */
export function zipped(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const index = [];
  let at = 0;
  for (const path of Object.keys(files)) {
    const [name, data] = [encoder.encode(path), encoder.encode(files[path])];
    const head = written([[0x04034b50, 4], ...facts(name, data)]);
    parts.push(head, name, data);
    const rest = /** @type {[number, number][]} */ ([[0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]);
    index.push(written([[0x02014b50, 4], [20, 2], ...facts(name, data), ...rest]), name);
    at += head.length + name.length + data.length;
  }
  const size = index.reduce((sum, part) => sum + part.length, 0);
  const count = Object.keys(files).length;
  const end = written([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]]);
  return [...parts, ...index, end];
}
