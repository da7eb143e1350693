// @ts-check
// Letters as the portal keeps them: what pasting leaves behind is mended as `check --fix` mends it (the row steps of
// scripts/portal/content/rules/hygiene/mended_rows.py; a test holds both to one table of cases).

/** Blanks that YAML and Markdown take for letters, as a part of a pattern. */
export const BLANKS = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
const UNSEEN = new RegExp(
  "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f" +
    "\\u200b-\\u200d\\u2060-\\u2065\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]",
  "gu",
);
const LINE_ENDS = /[\u2028\u2029\v\f]/g;
/** @type {{ [alike: string]: string }} */
const OWN = { "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ" };

const OLD_FONTS = [
  /[a-z][À-ÖØ-Þ]|\p{L}[¨©ª«¬\u00ad®°±²³´µ¶¸¹»½¾¦§−]+\p{L}|(?:^|[^\p{L}\p{N}_])[§®][¹¸µ¶·©ªcihnoAEIOUa-z]{1,2}\p{L}?/gu,
  /[aeouy][ïøåäëûü]|a[ùõâêáàã]|e[ùõâáàã]|[öô][ôïùøûõ]|\bñ[aeiouöô]|[AEOUY][ÏØÅÄËÛ]|A[ÙÕÂÊÁÀÃ]|\bÑ[AEIOUÖÔaeiouö]/g,
];

/**
 * Whether a line was typed for a font of TCVN3 or VNI, whose signs are letters: "TØnh §iÖn Biªn".
 * @param {string} line
 */
export function isOfOldFont(line) {
  return OLD_FONTS.some((pattern) => (line.match(pattern) || []).length > 1);
}

/**
 * Composed, with the letters of Vietnamese, without what nobody sees.
 * @param {string} text
 */
function seen(text) {
  if (isOfOldFont(text)) return text;
  const plain = text.replace(UNSEEN, "").replace(LINE_ENDS, " ");
  return plain.normalize("NFC").replace(/[ÐƉðɖ]/g, (letter) => OWN[letter]);
}

const ADDRESS = /https?:\/\/(?:[^\s<>"“”()[\]{}`|\\]|\([^\s<>()]*\))+/gi;
const STOPS = /[.,;:!?'*…]+$/;
const TRACKING = new RegExp(
  "^(?:utm_\\w*|(?:fb|g|d|ms|y|tw|tt|ig|sc|yandex_?|rb_|irc)clid|gclsrc|gbraid|wbraid|_g[al]|mc_[ce]id" +
    "|igsh(?:id)?|zarsrc|li_fat_id|mkt_tok|mibextid|__tn__|__cft__(?:\\[\\d+\\]|%5b\\d+%5d)?|ref_src|_hs(?:enc|mi)" +
    "|hsctatracking|vero_id|oly_(?:anon|enc)_id|wickedid|fb_(?:action_ids|action_types|source|ref)|gad_source" +
    "|srsltid)$",
  "i",
);

/**
 * An address without what only counts readers. An archive's copy keeps the whole address that it is the copy of.
 * @param {string} address
 */
function untracked(address) {
  const target = address.replace(STOPS, "");
  const mark = target.indexOf("?");
  if (mark < 0 || target.slice(8).includes("://")) return address;
  const [query, ...fragment] = target.slice(mark + 1).split("#");
  const parts = query.split(/(&amp;|&)/);
  let kept = "";
  for (let place = 0; place < parts.length; place += 2) {
    const counts = TRACKING.test(parts[place].split("=")[0]);
    if (!counts) kept += kept ? parts[place - 1] + parts[place] : parts[place];
  }
  if (kept === query) return address;
  const behind = fragment.length ? `#${fragment.join("#")}` : "";
  return target.slice(0, mark) + (kept && `?${kept}`) + behind + address.slice(target.length);
}

/**
 * A text with its letters and addresses as the portal keeps them.
 * @param {string} text
 */
export function cleaned(text) {
  return seenLines(text).replace(ADDRESS, untracked);
}

/**
 * A text with its letters alone as the portal keeps them.
 * @param {string} text
 */
export function seenLines(text) {
  return text.split("\n").map(seen).join("\n");
}

/**
 * A value of a field on one line: blanks of any kind are blanks, and none stand around it.
 * @param {string} text
 */
export function cleanedLine(text) {
  return cleanedLines(text).replace(/\s+/g, " ");
}

/**
 * The same for a value that may have several lines.
 * @param {string} text
 */
export function cleanedLines(text) {
  return cleaned(text).replace(new RegExp(`[${BLANKS}]`, "g"), " ").replace(/\r\n?/g, "\n").trim();
}
