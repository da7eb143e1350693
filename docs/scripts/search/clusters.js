// @ts-check
// Thai, Lao and Tai Viet put no space between words: a word as clusters, as the index has them
// (scripts/portal/language/clusters.py; tests/corpora/terms.json holds both to one table).

const BEFORE = "\\u0e40-\\u0e44\\u0ec0-\\u0ec4\\uaab5\\uaab6\\uaab9\\uaabb\\uaabc";
const AFTER =
  "\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e\\u0eb0-\\u0ebd\\u0ec8-\\u0ece" +
  "\\uaab0-\\uaab4\\uaab7\\uaab8\\uaaba\\uaabd-\\uaac2";
const UNSPACED = /([\u0e01-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\uaa80-\uaac2\uaadb-\uaadd]+)/;
const CLUSTER = new RegExp(`[${BEFORE}]?[^${BEFORE}${AFTER}][${AFTER}]*|[${BEFORE}${AFTER}]+`, "g");

/**
 * A word cut into clusters where its script asks for it; any other as it is.
 * @param {string} word
 * @returns {string[]}
 */
export function clusters(word) {
  const runs = word.split(UNSPACED);
  return runs.flatMap((run, place) => (place % 2 ? run.match(CLUSTER) || [] : run || []));
}
