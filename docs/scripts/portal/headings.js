// @ts-check
// A link at the end of each heading that has an address, to send somebody to that very place.

import { find, start } from "./root.js";

start(() => {
  const main = find("[data-heading-link]");
  /** @type {NodeListOf<HTMLElement>} */
  const headings = document.querySelectorAll(".prose h2[id], .prose h3[id], article > section > h2[id]");
  for (const heading of headings) {
    const name = heading.textContent || "";
    const link = document.createElement("a");
    link.className = "anchor";
    link.href = `#${heading.id}`;
    link.textContent = "#";
    link.setAttribute("aria-label", `${(main && main.dataset.headingLink) || ""}: ${name}`);
    // What is pressed to open a fold holds no link of its own.
    const summary = heading.closest("summary");
    if (summary) summary.after(link);
    else {
      // Its name, and that of a section it names, stay without the link's.
      heading.setAttribute("aria-label", name);
      heading.append(" ", link);
    }
  }
});
