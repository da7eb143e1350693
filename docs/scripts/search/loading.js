// @ts-check
// Loads the files of the index, each once. They are scripts, so that they come from a folder or a USB stick as well.

/** A file of another release than the first one: the search begins anew. */
export class Stale extends Error {}

/** @type {Map<string, Promise<any>>} */
let asked = new Map();
/** @type {Map<string, { mark: string, value: any }>} */
const come = new Map();
let release = "";

self.portalSearch = (name, mark, value) => come.set(name, { mark, value });

/**
 * @param {string} url
 * @param {string} name
 * @returns {Promise<{ mark: string, value: any }>}
 */
function arrived(url, name) {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => {
      const file = come.get(name);
      script.remove();
      if (file) done(file);
      else fail(new Error(url));
    };
    script.onerror = () => fail(new Error(url));
    document.head.append(script);
  });
}

/**
 * The first file of the index, which tells the mark of all others.
 * @param {string} url
 */
async function first(url) {
  const { mark, value } = await arrived(release ? `${url}?v=${release}` : url, "index");
  release = mark;
  return value;
}

/**
 * @param {string} url
 * @param {string} name
 */
async function other(url, name) {
  const { mark, value } = await arrived(`${new URL(`${name}.js`, url).href}?v=${release}`, name);
  if (mark === release) return value;
  release = mark;
  asked = new Map();
  throw new Stale(name);
}

/**
 * A file of the index whose first file stands at `url`. What failed is asked for again the next time.
 * @param {string} url
 * @param {string} name
 * @returns {Promise<any>}
 */
export function load(url, name) {
  let file = asked.get(name);
  if (!file) {
    file = name === "index" ? first(url) : other(url, name);
    asked.set(name, file);
    file.catch(() => asked.delete(name));
  }
  return file;
}
