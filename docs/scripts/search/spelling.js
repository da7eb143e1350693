// @ts-check
// Words of the index that look like one that was typed and stands nowhere: one letter other, missing, too many or two
// in each other's place; else a word that begins so.

// Letters of the shortest word that stands for those that begin with it.
const BEGINNING = 4;
// The first letter is seldom wrong; a letter is left out more often than another is taken for it.
const SAME_START = 4;
const OTHER_LENGTH = 2;

// Vietnamese syllables as they are really written, without marks, with "y" where it stands: what is one of these is no
// slip of the hand.
const RHYME =
  "a(?:ch?|i|m|nh?|ng|[optuy])?|e(?:ch?|m|nh?|ng|[optu])?|i(?:a|ch?|e(?:[cmptu]|ng?)|m|nh?|[ptu])?|" +
  "o(?:a(?:ch?|i|m|ng?|nh|[opty])?|ch?|e[mnot]?|i|m|ng?|o(?:c|ng)|[pt])?|" +
  "u(?:a(?:ng?|[ty])?|c|e(?:ch|n|nh)?|i|m|ng?|o(?:[cimptu]|ng?)|[ptu]|y(?:a|ch|e[nt]|nh|[tu])?)?|y";
const WRITTEN = new RegExp(
  "^(?:(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdghklmnrstvx])?" +
    `(?:${RHYME})|qu(?:a(?:ch|i|ng?|nh|[tuy])?|e(?:n|o|t|nh)?|oc|y(?:e[nt]|nh|t)?|i[t]?)|y(?:em|en|eng|et|eu))$`,
);

/**
 * Whether a folded word is one that Vietnamese may have.
 * @param {string} word
 */
export function isSyllable(word) {
  return WRITTEN.test(word);
}

/**
 * Whether two words differ in one such place.
 * @param {string} one
 * @param {string} two
 */
export function isNear(one, two) {
  if (Math.abs(one.length - two.length) > 1) return false;
  let begin = 0;
  while (begin < one.length && one[begin] === two[begin]) begin += 1;
  const restOne = one.slice(begin);
  const restTwo = two.slice(begin);
  if (restOne.slice(1) === restTwo.slice(1)) return true;
  if (restOne.slice(1) === restTwo || restOne === restTwo.slice(1)) return true;
  return restOne[0] === restTwo[1] && restOne[1] === restTwo[0] && restOne.slice(2) === restTwo.slice(2);
}

/**
 * The word that stands most often among those that look like a strange one; "" where none does.
 * @param {string} strange
 * @param {string[]} known each "word count"
 * @param {Set<string>} common words that tell nothing
 */
export function likeWord(strange, known, common) {
  let found = "";
  let most = 0;
  for (const [word, count] of known.map((line) => line.split(" "))) {
    if (common.has(word) || !isLike(strange, word)) continue;
    const start = word[0] === strange[0] ? SAME_START : 1;
    const weight = Number(count) * start * (word.length === strange.length ? 1 : OTHER_LENGTH);
    if (weight > most) found = word;
    most = Math.max(most, weight);
  }
  return found;
}

/**
 * @param {string} typed
 * @param {string} word
 */
function isLike(typed, word) {
  const begins = typed.length >= BEGINNING && word.startsWith(typed);
  return word.length > 1 && word !== typed && (begins || isNear(typed, word));
}
