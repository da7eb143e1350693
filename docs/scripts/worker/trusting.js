// @ts-check
// Any document of this origin could write into the stores. Nothing of what is kept runs but what this release knows:
// its own styles and scripts by their bytes, the search index as mere data, pages under the site's policy.

import { worker } from "./scope.js";

const DATA = /^portalSearch\("\w+","\w*",([^]*)\);\n$/;

/** @param {ArrayBuffer} bytes */
async function sumOf(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Whether this is a part as this release has it. A picture is looked at, and cannot run.
 * @param {string} url
 * @param {Response} response
 */
export async function isOfRelease(url, response) {
  const path = url.slice(worker.registration.scope.length).split("?")[0];
  const known = RELEASE[path];
  if (!known) return !/\.(css|js)$/.test(path);
  return (await sumOf(await response.clone().arrayBuffer())).startsWith(known);
}

/**
 * Whether a kept part bears the mark of this release, and not its bytes.
 * @param {string} url
 * @param {Response} response
 */
export async function isReplaced(url, response) {
  const [path, mark] = url.slice(worker.registration.scope.length).split("?v=");
  return Boolean(mark) && (RELEASE[path] || "").startsWith(mark) && !(await isOfRelease(url, response));
}

/**
 * A kept file of the index, if it is a list and nothing else.
 * @param {Response | undefined} response
 * @returns {Promise<Response | undefined>}
 */
export async function dataAlone(response) {
  if (!response) return undefined;
  try {
    const text = await response.text();
    const said = DATA.exec(text);
    if (!said) return undefined;
    JSON.parse(said[1]);
    return new Response(text, { headers: { "Content-Type": "text/javascript; charset=utf-8" } });
  } catch {
    return undefined;
  }
}

/**
 * A kept page as it is shown: whatever stands in it, only our own scripts run.
 * @param {BodyInit | null} html
 */
export function underPolicy(html) {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY };
  return new Response(html, { headers });
}
