// @ts-check
// Bold and slanted: runs of stars or of lines below, paired from the inside out (Python-Markdown's delimiters).

/**
 * @typedef {{ tag: string, attrs: { [name: string]: string }, inside: Inline[] }} Element
 * @typedef {string | Element} Inline
 */

/**
 * @param {string} tag
 * @param {Inline[]} inside
 * @param {{ [name: string]: string }} [attrs]
 * @returns {Element}
 */
export function element(tag, inside, attrs = {}) {
  return { tag, attrs, inside };
}

/**
 * The words of parts, without what they are marked as.
 * @param {Inline[]} parts
 * @returns {string}
 */
export function plainText(parts) {
  return parts.map((one) => (typeof one === "string" ? one : plainText(one.inside))).join("");
}

/**
 * A run of stars or lines below, that may open or close emphasis.
 * @typedef {{ sign: string, count: number, opens: boolean, closes: boolean }} Run
 */

/**
 * @param {string} text
 * @param {number} start
 * @returns {Run}
 */
export function runAt(text, start) {
  const sign = text[start];
  let end = start;
  while (text[end] === sign) end += 1;
  const [before, after] = [text[start - 1] || " ", text[end] || " "];
  const inWord = sign === "_" && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return { sign, count: end - start, opens: !/\s/.test(after) && !inWord, closes: !/\s/.test(before) && !inWord };
}

/**
 * @param {Inline | Run | undefined} one
 * @returns {Run | null}
 */
function runOf(one) {
  return typeof one === "object" && "sign" in one ? one : null;
}

/**
 * @param {(Inline | Run)[]} parts
 * @param {number} close
 */
function openerFor(parts, close) {
  const run = /** @type {Run} */ (parts[close]);
  if (!run.closes || !run.count) return -1;
  for (let place = close - 1; place >= 0; place -= 1) {
    const one = runOf(parts[place]);
    if (one && one.sign === run.sign && one.opens && one.count) return place;
  }
  return -1;
}

/**
 * Runs paired from the inside out; those without a partner are letters.
 * @param {(Inline | Run)[]} given
 * @returns {Inline[]}
 */
export function emphasised(given) {
  let parts = given;
  for (let place = 0; place < parts.length; place += 1) {
    const run = runOf(parts[place]);
    const start = run ? openerFor(parts, place) : -1;
    const opener = runOf(parts[start]);
    if (!run || !opener || start === place - 1) continue;
    const size = run.count > 2 && opener.count > 2 ? 1 : Math.min(2, run.count, opener.count);
    const inside = settled(parts.slice(start + 1, place));
    const left = [{ ...opener, count: opener.count - size }, element(size === 2 ? "strong" : "em", inside)];
    parts = [...parts.slice(0, start), ...left, { ...run, count: run.count - size }, ...parts.slice(place + 1)];
    place = start + 1;
  }
  return settled(parts);
}

/**
 * @param {(Inline | Run)[]} parts
 * @returns {Inline[]}
 */
function settled(parts) {
  /** @type {Inline[]} */
  const found = [];
  for (const one of parts) {
    const plain = typeof one === "object" && "sign" in one ? one.sign.repeat(one.count) : one;
    const last = found.length - 1;
    if (typeof plain === "string" && typeof found[last] === "string") found[last] += plain;
    else if (plain !== "") found.push(plain);
  }
  return found;
}
