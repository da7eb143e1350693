// @ts-check
// Reads what the files of the index are written in (scripts/portal/site/search/written.py, facets.py).

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
// One more than the largest impact.
const IMPACTS = 32;

/**
 * A term of the index: in how many passages it stands, and for each form of it [passage, impact].
 * @typedef {{ count: number, forms: { form: string, postings: [number, number][] }[] }} Entry
 */

/**
 * Whole numbers, five bits a letter, the lowest first.
 * @param {string} text
 */
export function numbers(text) {
  const found = [];
  let value = 0;
  let scale = 1;
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    value += (digit % 32) * scale;
    scale *= 32;
    if (digit >= 32) continue;
    found.push(value);
    value = 0;
    scale = 1;
  }
  return found;
}

/**
 * @param {string} text
 * @returns {[number, number][]}
 */
function postings(text) {
  let passage = -1;
  return numbers(text).map((one) => {
    passage += Math.floor(one / IMPACTS) + 1;
    return [passage, one % IMPACTS];
  });
}

/**
 * The terms of a shard by their keys, each still as its line.
 * @param {string[]} lines
 * @returns {Map<string, string>}
 */
export function linesOf(lines) {
  return new Map(lines.map((line) => [line.slice(0, line.indexOf("|")), line]));
}

/**
 * @param {string} line
 * @returns {Entry}
 */
export function entryOf(line) {
  const [key, count, ...forms] = line.split("|");
  const read = forms.map((one) => {
    const [form, found] = one.split(":");
    return { form: form || key, postings: postings(found) };
  });
  return { count: numbers(count)[0], forms: read };
}

/**
 * Whether a page has a value, by the bits of all pages.
 * @param {string | undefined} bits
 * @param {number} page
 */
export function hasBit(bits, page) {
  const letter = (bits || "")[Math.floor(page / 6)];
  return letter ? Math.floor(DIGITS.indexOf(letter) / 2 ** (page % 6)) % 2 === 1 : false;
}

/**
 * The day of a page as a number, 0 without one.
 * @param {string} days
 * @param {number} page
 */
export function dayNumber(days, page) {
  return [...days.slice(3 * page, 3 * page + 3)].reduce((sum, letter) => sum * 64 + DIGITS.indexOf(letter), 0);
}

/**
 * For each page its first passage and how many it has.
 * @param {number[]} pages
 */
export function startsOf(pages) {
  let start = 0;
  return pages.map((count) => {
    const own = start;
    start += count;
    return own;
  });
}

/**
 * The page each passage stands on.
 * @param {number[]} pages
 */
export function pageOf(pages) {
  /** @type {number[]} */
  const found = [];
  pages.forEach((count, page) => {
    for (let one = 0; one < count; one += 1) found.push(page);
  });
  return found;
}
