// @ts-check
// The last step: the files as they will be, and the ways to hand them over: GitHub's page for a file, a ZIP, copies.

import { slugOf } from "./files.js";
import { asked, house, make, say } from "./page.js";
import { zipped } from "./packing.js";

/** Signs an address may have before servers refuse it; GitHub's ends at about eight thousand bytes. */
const MOST_OF_AN_ADDRESS = 8000;

/**
 * GitHub's page for a new file, filled in where that fits into an address.
 * @param {string} path
 * @param {string} text
 */
export function newFileAddress(path, text) {
  const { repository, branch } = asked();
  const empty = `${repository}/new/${branch}?filename=${encodeURIComponent(path)}`;
  const whole = `${empty}&value=${encodeURIComponent(text)}`;
  return whole.length <= MOST_OF_AN_ADDRESS ? { address: whole, fits: true } : { address: empty, fits: false };
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} path */
function nameOf(path) {
  return say(path.startsWith("content_en/") ? "name_en" : "name_vi");
}

/**
 * Have the browser save a file.
 * @param {string} name
 * @param {Uint8Array[]} parts
 */
function save(name, parts) {
  const url = URL.createObjectURL(new Blob(/** @type {BlobPart[]} */ (parts), { type: "application/zip" }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** @typedef {() => { [path: string]: string }} Fresh the files as they are when a button is pressed */

/**
 * @param {string} path
 * @param {Fresh} fresh
 * @param {HTMLElement} status
 */
function openButton(path, fresh, status) {
  const attrs = { href: newFileAddress(path, fresh()[path]).address, target: "_blank", rel: "noopener noreferrer" };
  const link = make("a", { ...attrs, class: "hand" }, say("open", { name: nameOf(path) }));
  link.addEventListener("click", () => {
    const text = fresh()[path] || "";
    const { address, fits } = newFileAddress(path, text);
    link.href = address;
    if (!fits) copied(text).then((done) => (status.textContent = say(done ? "too_long" : "too_long_by_hand")));
  });
  return link;
}

/**
 * @param {string} path
 * @param {Fresh} fresh
 * @param {HTMLElement} status
 */
function copyButton(path, fresh, status) {
  const shown = make("pre", { tabindex: 0, "aria-label": path, lang: house()[0] }, fresh()[path]);
  const button = make("button", { type: "button", class: "tool" }, say("copy", { name: nameOf(path) }));
  button.addEventListener("click", async () => {
    const done = await copied(fresh()[path] || "");
    if (done) status.textContent = say("copied", { name: nameOf(path) });
    else /** @type {Selection} */ (getSelection()).selectAllChildren(shown);
  });
  const title = say(path.startsWith("content_en/") ? "file_en" : "file_vi", { path });
  return make("details", { class: "file" }, make("summary", {}, title), button, shown);
}

/** @param {Fresh} fresh @param {HTMLElement} status */
function zipButton(fresh, status) {
  const button = make("button", { type: "button", class: "more-results" }, say("download"));
  button.addEventListener("click", () => {
    const files = fresh();
    const name = `${(/([^/]+)\.md$/.exec(Object.keys(files)[0]) || ["", "bai"])[1]}.zip`;
    save(name, zipped(files));
    status.textContent = say("downloaded", { name });
  });
  return button;
}

/** @param {Fresh} fresh @param {HTMLElement} status */
function ways(fresh, status) {
  const paths = Object.keys(fresh());
  const zip = make("p", { class: "ways" }, zipButton(fresh, status));
  const download = [zip, make("p", { class: "small" }, say("download_note"))];
  const copies = paths.map((path) => copyButton(path, fresh, status));
  if (!asked().repository) return [make("p", { class: "missing" }, say("no_repository")), ...download, ...copies];
  const opens = paths.map((path) => openButton(path, fresh, status));
  const upload = make("a", { href: `${asked().repository}/upload/${asked().branch}`, rel: "external" }, say("upload"));
  const second = paths.length > 1 ? [make("p", { class: "small" }, say("open_second"))] : [];
  return [
    make("p", { class: "ways" }, ...opens),
    make("p", { class: "small" }, say("open_note")),
    ...second,
    ...download,
    make("p", { class: "small" }, upload),
    ...copies,
  ];
}

function nameBox() {
  const attrs = { type: "text", id: "o-ten-tep", autocomplete: "off", "aria-describedby": "o-ten-tep-giup" };
  const name = make("input", attrs);
  name.addEventListener("blur", () => (name.value = slugOf(name.value)));
  const help = make("p", { class: "small", id: "o-ten-tep-giup" }, say("name_help"));
  return { name, box: make("div", { class: "asked" }, make("label", { for: "o-ten-tep" }, say("name")), help, name) };
}

/**
 * The last step of the form: `show` says which files there are, and how much is left to mend.
 * @param {(name: string) => { [path: string]: string }} filesNamed the files of the draft under a name
 */
export function lastStep(filesNamed) {
  const { name, box } = nameBox();
  const left = make("p", { class: "notice" });
  const holder = make("div", { class: "handing" });
  const status = make("p", { role: "status", class: "handed" });
  const title = make("h2", { id: "buoc-5" }, say("step_hand"));
  const element = make("section", { class: "step", "aria-labelledby": "buoc-5" }, title, left, box, holder, status);
  const fresh = () => filesNamed(name.value);
  let before = "";
  /** @param {number} count */
  function show(count) {
    left.textContent = count ? say("not_yet", { count }) : `${say("none_left")} ${say("rest")}`;
    const files = fresh();
    if (JSON.stringify(files) === before) return;
    before = JSON.stringify(files);
    const open = [...holder.querySelectorAll("details")].map((one) => one.open);
    holder.textContent = "";
    if (Object.keys(files).length) holder.append(...ways(fresh, status));
    [...holder.querySelectorAll("details")].forEach((one, place) => (one.open = Boolean(open[place])));
  }
  return { element, name, show };
}
