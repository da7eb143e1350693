// @ts-check
// The number of a source in a text says to those who listen that it is one: alone, "1" is just a number.

import { start } from "./root.js";

start(() => {
  for (const mark of document.querySelectorAll(".cite a")) mark.setAttribute("role", "doc-noteref");
});
