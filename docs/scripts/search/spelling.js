// @ts-check
// Words of the index that look like one that was typed and stands nowhere: one letter other, missing, too many or two
// in each other's place; else a word that begins so.

// Letters of the shortest word that stands for those that begin with it.
const BEGINNING = 4;
// Letters of the shortest word that may be typed wrongly.
const SHORTEST = 3;
// The first letter is seldom wrong.
const SAME_START = 4;

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
 * For each strange word the one that stands most often among those that look like it.
 * @param {string[]} strange
 * @param {string[]} known each "word count"
 * @returns {Map<string, string>}
 */
export function likeWords(strange, known) {
  const words = known.map((line) => line.split(" "));
  const found = new Map();
  for (const one of strange.filter((typed) => typed.length >= SHORTEST)) {
    let most = 0;
    for (const [word, count] of words.filter(([other]) => isLike(one, other))) {
      const weight = Number(count) * (word[0] === one[0] ? SAME_START : 1);
      if (weight > most) found.set(one, word);
      most = Math.max(most, weight);
    }
  }
  return found;
}

/**
 * @param {string} typed
 * @param {string} word
 */
function isLike(typed, word) {
  return word.length > 1 && ((typed.length >= BEGINNING && word.startsWith(typed)) || isNear(typed, word));
}
