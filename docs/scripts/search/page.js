// The search page: asks Pagefind, narrows, sorts and shows. Loaded on that page alone.
// The index holds the texts without marks (scripts/portal/search_texts.py), so what is typed is folded the same way.
const form = document.querySelector("[data-search-form]");
const results = document.querySelector("[data-search-results]");
const status = document.querySelector("[data-search-status]");
const more = document.querySelector("[data-search-more]");
const help = document.querySelector("[data-search-help]");
const other = document.querySelector("[data-search-other]");
const choices = [...form.querySelectorAll("select[data-filter]")];
const FIRST = 6; // a result costs a file; the reader asks for the rest

let pagefind;
let facets;
let asked = 0;

