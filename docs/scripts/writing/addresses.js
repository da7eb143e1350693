// @ts-check
// Addresses on the web by their form (scripts/portal/reading/addresses/web_address.py): whole ones, how to write
// others, samples.

import { asked } from "./page.js";

const SAMPLES = [".example", ".invalid", ".test", ".localhost", ".example.com", ".example.net"];

/** @param {string} text */
function hostIn(text) {
  const found = /^https?:\/\/([^/?#\s]+)\S*$/i.exec(text);
  return found ? found[1].replace(/^[^@]*@/, "").replace(/:\d*$/, "").toLowerCase() : "";
}

/**
 * How to write an address that is not whole: what was meant, where that is plain, else one that is.
 * @param {string} text
 */
function wholeAddress(text) {
  const bare = text.replace(/^[<>“”"' ]+|[<>“”"' ]+$/g, "").replace(/h?t{1,3}ps?\s*[:;：]?\s*[/\\]*\s*/i, "");
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$/i.test(bare) ? `https://${bare}` : asked().rules.wholeAddress;
}

/**
 * What is wrong with an address; nothing where it is whole and nobody's sample.
 * @param {string} value
 * @returns {[string, { [name: string]: string }] | null}
 */
export function wrongAddress(value) {
  const host = hostIn(value);
  const labels = host.replace(/\.$/, "").split(".");
  const hasName = labels.length > 1 && labels.every(Boolean) && !/^\d+$/.test(labels[labels.length - 1]);
  if (!hasName) return ["not-a-url", { value, now: wholeAddress(value) }];
  const named = `.${host.replace(/\.$/, "")}`;
  const isBare = /^https?:\/\/[^/?#]+\/?(?:#.*)?$/i.test(value);
  const isSample = SAMPLES.some((end) => named.endsWith(end)) || (isBare && named.endsWith(".example.org"));
  return isSample ? ["url-placeholder", { value }] : null;
}
