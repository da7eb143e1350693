// @ts-check
// The field for a text: a few tools above it, paste that cleans, the page as it is written below it.

import { idOf } from "./controls.js";
import { drawn } from "./drawing.js";
import { mended } from "./mending.js";
import { make, say } from "./page.js";
import { pastedText } from "./pasted.js";

/**
 * @param {HTMLTextAreaElement} area
 * @param {string} text
 * @param {number} [selected] how many signs at its end to select
 */
function insert(area, text, selected = 0) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.setSelectionRange(area.selectionEnd - selected, area.selectionEnd);
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * A block of its own needs a blank line before it.
 * @param {HTMLTextAreaElement} area
 */
function gapBefore(area) {
  const before = area.value.slice(0, area.selectionStart);
  return !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
}

/** @param {HTMLTextAreaElement} area */
function selectedIn(area) {
  return area.value.slice(area.selectionStart, area.selectionEnd);
}

/** @type {{ [name: string]: (area: HTMLTextAreaElement) => void }} */
const TOOLS = {
  heading(area) {
    const words = selectedIn(area) || say("heading_sample");
    insert(area, `${gapBefore(area)}## ${words}`, words.length);
  },
  list(area) {
    const items = (selectedIn(area) || say("list_sample")).split("\n").map((line) => `- ${line.trim()}`);
    insert(area, gapBefore(area) + items.join("\n"));
  },
  bold(area) {
    insert(area, `**${selectedIn(area).trim() || say("bold")}**`);
  },
  link(area) {
    const chosen = selectedIn(area);
    insert(area, say("link_sample").replace(/^\[[^\]]*/, (words) => (chosen ? `[${chosen}` : words)));
  },
};

/**
 * The toolbar: one button a tool, and one for each source there is.
 * @param {HTMLTextAreaElement} area
 */
function toolbar(area) {
  const tools = Object.keys(TOOLS).map((name) => {
    const button = make("button", { type: "button", class: "tool" }, say(name));
    button.addEventListener("click", () => TOOLS[name](area));
    return button;
  });
  const marks = make("span", { class: "marks" });
  /** @param {number} count */
  function offer(count) {
    const most = Math.max(1, Math.min(count, 99));
    if (marks.childElementCount === most) return;
    marks.textContent = "";
    for (let number = 1; number <= most; number += 1) {
      const name = say("source_which", { number });
      const button = make("button", { type: "button", class: "tool", "aria-label": name }, `[${number}]`);
      button.addEventListener("click", () => insert(area, ` [${number}]`));
      marks.append(button);
    }
  }
  offer(1);
  const element = make("div", { class: "toolbar", role: "group", "aria-label": say("tools") }, ...tools, marks);
  return { element, offer };
}

/**
 * Paste what the clipboard has, cleaned; one press takes it back.
 * @param {HTMLTextAreaElement} area
 */
function pasting(area) {
  const status = make("span", { role: "status" });
  const undo = make("button", { type: "button", class: "tool", hidden: true }, say("undo_paste"));
  let before = "";
  area.addEventListener("paste", (event) => {
    const given = event.clipboardData;
    if (!given) return;
    const html = given.getData("text/html");
    const text = html ? pastedText(html) : mended(given.getData("text/plain"));
    if (!text) return;
    event.preventDefault();
    before = area.value;
    insert(area, text.includes("\n") && html ? gapBefore(area) + text : text);
    undo.hidden = false;
    status.textContent = say("pasted", { signs: text.length });
  });
  undo.addEventListener("click", () => {
    area.value = before;
    undo.hidden = true;
    status.textContent = "";
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return make("p", { class: "small pasted" }, status, " ", undo);
}

/**
 * The page as it is written, under its title and lead, with its sources below.
 * @param {HTMLElement} shown
 * @param {string} text
 * @param {{ title: string, lead: string, sources: string[] }} about
 */
function showPage(shown, text, { title, lead, sources }) {
  Object.assign(shown, { textContent: "" });
  if (title) shown.append(make("p", { class: "preview-title" }, title));
  if (lead) shown.append(make("p", { class: "lead" }, lead));
  shown.append(...drawn(mended(text)));
  if (sources.length) {
    const list = sources.map((name) => make("li", {}, name));
    shown.append(make("p", { class: "preview-sources" }, say("sources_title")), make("ol", {}, ...list));
  }
  shown.append(make("p", { class: "small" }, shown.childElementCount ? say("preview_note") : say("preview_empty")));
}

/**
 * The field for a text. `show` draws the page below it.
 * @param {string} place
 * @param {string} label
 * @param {string} lang
 */
export function editor(place, label, lang) {
  const area = make("textarea", { id: idOf(place), rows: 14, lang, "aria-describedby": `${place}-giup ${place}-loi` });
  const tools = toolbar(area);
  const faults = make("ul", { class: "faults", id: `${place}-loi` });
  const shown = make("div", { class: "prose", lang });
  const preview = make("details", { class: "preview", open: true }, make("summary", {}, say("preview")), shown);
  const name = make("label", { for: idOf(place) }, label);
  const help = make("p", { class: "small", id: `${place}-giup` }, say("text_help"));
  const inside = [name, help, tools.element, area, pasting(area), faults, preview];
  const element = make("div", { class: "asked text", "data-place": place }, ...inside);
  /** @param {{ title: string, lead: string, sources: string[] }} about */
  function show(about) {
    tools.offer(about.sources.length);
    showPage(shown, area.value, about);
  }
  return { element, area, faults, show };
}
