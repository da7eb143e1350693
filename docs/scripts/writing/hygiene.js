// @ts-check
// What Word, Excel and haste leave that no program may mend alone (scripts/portal/content/rules/hygiene/hygiene.py).

import { isOfOldFont } from "./letters.js";

/** @typedef {import("./page.js").Fault} Fault */

const QUOTED = /<q\b.*?<\/q>|<https?:[^>]*>|https?:\/\/\S+/g;
/** @type {{ [lang: string]: RegExp }} */
const WRONG_SIGN = {
  vi: /(?:^|[^\d.,])(\d{1,3}\.\d{1,2}\s?(?:%|‰|phần trăm|điểm phần trăm|nghìn|ngàn|triệu|tỷ|tỉ|km|ha\b))/,
  en: new RegExp(
    "(?:^|[^\\d.,])(\\d{1,3},\\d{1,2}\\s?" +
      "(?:%|‰|per ?cent|percentage points?|thousand|million|billion|km|ha\\b|hectares?))",
    "i",
  ),
};
const NOTES = [
  /\b(?:TODO|FIXME|TBD|TBC)\b|\?{3,}|\bX{4,}\b|\b[Ll]orem ipsum\b/,
  new RegExp(
    "\\[\\s*(?:cần|chưa|kiểm tra|xem lại|rà soát|bổ sung|sẽ|đang chờ|chờ|điền|ghi rõ|ghi thêm|thêm|hỏi lại|sửa|" +
      "CẦN|CHƯA|KIỂM TRA|XEM LẠI|BỔ SUNG|CHECK|TO)(?![\\p{L}\\p{N}])[^\\]\\n]*\\](?![(\\[:])",
    "u",
  ),
  new RegExp(
    "\\[\\s*(?:to (?:be|check|do|confirm)|check|verify|confirm|needs?|add|insert|fill in|citation needed|pending)\\b" +
      "[^\\]\\n]*\\](?![(\\[:])",
  ),
];
const TABS = /^ *(?![-*+•·▪‣◦–—]\t|[0-9]{1,3}[.)]\t)[^\s|][^\t|]*\t(?=[ \t]*\S)/;
const AROUND = /^[“”"'‘’()[\]*_#.:!?]+|[“”"'‘’()[\]*_#.:!?]+$/g;
const LATIN = "A-Za-zÀ-ɏḀ-ỿ";
const FOREIGN = new RegExp(`[${LATIN}][\\u0370-\\u03ff\\u0400-\\u052f]|[\\u0370-\\u03ff\\u0400-\\u052f][${LATIN}]`);

/** @param {string} line */
function capitals(line) {
  /** @type {string[]} */
  let run = [];
  for (const word of [...line.split(/\s+/), ""]) {
    const bare = word.replace(AROUND, "");
    if (bare.length > 1 && /^\p{L}+$/u.test(bare) && bare === bare.toUpperCase() && bare !== bare.toLowerCase()) {
      run.push(bare);
      if (!/[.:!?]$/.test(word)) continue;
    }
    if (run.length >= 4 && run.join("").length >= 12) return run.join(" ");
    run = [];
  }
  return "";
}

/** @type {{ [code: string]: (line: string, lang: string) => string }} */
const LOOKS = {
  "text-old-font": (line) => (isOfOldFont(line) ? line.trim().slice(0, 40) : ""),
  "table-tabs": (line) => (TABS.test(line) ? line.split("\t").join(" | ").trim() : ""),
  capitals: (line) => capitals(line),
  "decimal-sign": (line, lang) => ((WRONG_SIGN[lang] || WRONG_SIGN.en).exec(line) || [])[1] || "",
  "note-to-self": (line) => (NOTES.map((one) => one.exec(line)).find(Boolean) || [])[0] || "",
  "letter-lost": (line) => (/[\ufffd\ue000-\uf8ff]/.exec(line) || [])[0] || "",
  "letter-foreign": (line) => (FOREIGN.exec(line) || [])[0] || "",
};
/** What one paste brings over many lines is told at the first. */
const ONCE_A_RUN = ["table-tabs", "text-old-font"];
const OF_ANY_FIELD = ["text-old-font", "note-to-self", "letter-lost", "letter-foreign"];
const OF_A_PAPER = OF_ANY_FIELD.filter((code) => code !== "note-to-self");

/**
 * @param {string} code
 * @param {string} line
 * @param {string} lang
 */
function found(code, line, lang) {
  const plain = code.startsWith("letter") ? line : line.replace(QUOTED, (piece) => " ".repeat(piece.length));
  return LOOKS[code](plain, lang);
}

/**
 * @param {string} code
 * @param {string} place
 * @param {string} value
 * @returns {Fault}
 */
function faultOf(code, place, value) {
  return { place, code, values: { value, character: value } };
}

/**
 * What is left in the lines of a text; what one paste brings over many lines is told at the first.
 * @param {string} source
 * @param {string} lang
 * @returns {Fault[]}
 */
export function lineFaults(source, lang) {
  /** @type {Fault[]} */
  const faults = [];
  for (const code of Object.keys(LOOKS)) {
    let before = false;
    source.split("\n").forEach((line, place) => {
      const value = found(code, line, lang);
      if (value && !(before && ONCE_A_RUN.includes(code))) faults.push(faultOf(code, `body:${place + 1}`, value));
      before = Boolean(value);
    });
  }
  return faults;
}

/**
 * What may stand in no field; on a page of a paper a note is the copyist's.
 * @param {string} place
 */
function looksAt(place) {
  return /^text\[/.test(place) ? OF_A_PAPER : OF_ANY_FIELD;
}

/**
 * The same in fields: in all of what the page itself says, in others only what may stand nowhere.
 * @param {{ [name: string]: any }} front
 * @param {string} lang
 * @returns {Fault[]}
 */
export function frontFaults(front, lang) {
  /** @type {Fault[]} */
  const faults = [];
  /** @param {any} value @param {string} place @param {boolean} own */
  const walk = (value, place, own) => {
    if (typeof value === "string") {
      for (const code of own ? Object.keys(LOOKS) : looksAt(place)) {
        const wrong = found(code, value, lang);
        if (wrong) faults.push(faultOf(code, place, wrong));
      }
    } else if (Array.isArray(value)) {
      value.forEach((one, number) => walk(one, `${place}[${number + 1}]`, place === "summary"));
    } else if (value && typeof value === "object") {
      for (const name of Object.keys(value)) walk(value[name], place ? `${place}.${name}` : name, !place);
    }
  };
  walk(front, "", false);
  return faults;
}
