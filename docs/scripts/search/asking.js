async function ask(words) {
  return words.length ? (await pagefind.search(words.join(" "))).results : [];
}

// What was typed, with the missing spaces; else as it was typed. (Pagefind leaves out a word that stands nowhere.)
async function find(query) {
  const typed = wordsOf(query);
  const spaced = document.documentElement.lang === "vi" ? typed.flatMap(split) : typed;
  const found = await ask(spaced);
  return found.length || spaced.length === typed.length
    ? { found, words: spaced }
    : { found: await ask(typed), words: typed };
}

