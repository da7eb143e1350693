// @ts-check
// What is typed, folded as the index is (scripts/portal/language/folding.py; tests/corpora/foldings.json holds both
// to one table), and Vietnamese syllables parted where no space was typed.

// Marks, and tones that are letters; not the vowels that Thai, Lao and Tai Viet write as marks.
const FOLDED =
  /(?![\u0e31-\u0e3a\u0e47\u0e4c-\u0e4e\u0eb1-\u0ebc\u0ecc-\u0ece\uaab0-\uaab8\uaabe])\p{M}|[\uaac0\uaac2]/gu;

/**
 * Lower case without marks: "Lao động" becomes "lao dong".
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().replace(/[đð]/g, "d").normalize("NFD").replace(FOLDED, "");
}

// Vietnamese syllables, without marks: where no space was typed, this is where one belongs.
const START = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?";
const THREE = "uye|uya|oai|oay|uoi|uou|ieu|yeu|uay|uyu";
const TWO = "ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye";
const SYLLABLE = new RegExp(`^${START}(?:${THREE}|${TWO}|[aeiouy])(?:ng|nh|ch|[cmnpt])?$`);
// Letters of the longest syllable: "nghieng".
const LONGEST = 7;

/**
 * The fewest syllables that make the word up to each of its letters, [] up to the first; nothing where none do.
 * @param {string} word
 */
function syllablesUpTo(word) {
  /** @type {string[][]} */
  const best = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let begin = Math.max(0, end - LONGEST); begin < end; begin += 1) {
      const before = best[begin];
      const piece = word.slice(begin, end);
      const fewer = before && (!best[end] || before.length + 1 < best[end].length);
      if (fewer && SYLLABLE.test(piece)) best[end] = [...before, piece];
    }
  }
  return best;
}

/**
 * A folded word as the fewest syllables it can be made of; itself where it is one, or cannot be parted.
 * @param {string} word
 */
export function split(word) {
  if (word.length < 5 || word.length > 30 || SYLLABLE.test(word)) return [word];
  return syllablesUpTo(word)[word.length] || [word];
}
