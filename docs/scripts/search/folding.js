function fold(text) {
  return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
}

// Vietnamese syllables, without marks: where no space was typed, this is where one belongs.
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:uye|uya|oai|oay|uoi|uou|ieu|yeu|uay|uyu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ng|nh|ch|[cmnpt])?$/;

function split(word) {
  if (word.length < 5 || word.length > 30 || SYLLABLE.test(word)) return [word];
  const best = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      if (before && SYLLABLE.test(piece) && (!best[end] || before.length + 1 < best[end].length)) {
        best[end] = [...before, piece];
      }
    }
  }
  return best[word.length] ?? [word];
}

function wordsOf(query) {
  return fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

