// @ts-check
// The form on which a page is written: what it is told by the build, and the words it says. Loaded on that page alone.
// What is asked and the sentences of problems come from the models and words of the portal, as JSON; nothing is sent.

/**
 * A field as the models ask for it (scripts/portal/content/asking/values.py).
 * @typedef {{ key: string, control: string, label: string, help: string, required?: boolean, isSaid?: boolean,
 *   isPast?: boolean, instead?: [string, string], least?: number, most?: number, each?: string, choices?: number,
 *   fields?: number[], fold?: string }} Field
 * @typedef {{ name: string, label: string, use: string, sections: string[], isIndex: boolean, isStory: boolean,
 *   fields: number[] }} Kind
 * @typedef {{ withoutVerdict: string[], private: string[], social: string[],
 *   praise: { [lang: string]: string[] }, motives: { [lang: string]: string[] }, threats: { [lang: string]: string[] },
 *   mostWords: number, fewestSentences: number, tags: string[], frameIds: string[], wholeAddress: string,
 *   frameFamilies: string, sheet: string }} Rules
 * @typedef {{ lang: string, house: string[], kinds: Kind[], fields: Field[], lists: [string, string][][],
 *   sections: Named, languages: [string, string][], words: Named, problems: Named, rules: Rules, net: Net,
 *   repository: string, branch: string }} Asked
 * @typedef {{ forms: { [name: string]: [string, string] }, lists: { [name: string]: string[] }, numbers: string[],
 *   mails: string[] }} Net
 * @typedef {{ [name: string]: string }} Named
 * A problem of `check`: where it is ("sources[2].url", "body:4"), its code, what its sentence needs.
 * @typedef {{ place: string, code: string, values: { [name: string]: string | number | string[] }, english?: boolean
 *   }} Fault
 */

/** @type {{ asked: Asked | null }} */
const told = { asked: null };

/** @param {Asked} given */
export function tell(given) {
  told.asked = given;
}

/** @returns {Asked} */
export function asked() {
  if (!told.asked) throw new Error("nothing was asked yet");
  return told.asked;
}

/** The languages a page is written in, the original first. */
export function house() {
  return asked().house;
}

/**
 * A sentence with its blanks filled: "{name}" by its value, a doubled brace by one.
 * @param {string} sentence
 * @param {{ [name: string]: string | number | string[] }} values
 */
export function filled(sentence, values) {
  return sentence.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, name) => {
    if (!name) return found[0];
    const value = values[name];
    return Array.isArray(value) ? value.join(", ") : String(value === undefined ? "" : value);
  });
}

/**
 * @param {string} name
 * @param {{ [name: string]: string | number }} [values]
 */
export function say(name, values = {}) {
  return filled(asked().words[name] || name, values);
}

/**
 * The fields of a kind, or of a group.
 * @param {{ fields?: number[] }} owner
 * @returns {Field[]}
 */
export function fieldsOf(owner) {
  return (owner.fields || []).map((number) => asked().fields[number]);
}

/**
 * What may be chosen in a field.
 * @param {Field} field
 * @returns {[string, string][]}
 */
export function choicesOf(field) {
  if (field.control === "language" || field.each === "language") return asked().languages;
  return field.choices === undefined ? [] : asked().lists[field.choices];
}

/**
 * An element with its attributes and what stands in it.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{ [name: string]: string | number | boolean | undefined }} attrs
 * @param {(Node | string)[]} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attrs = {}, ...inside) {
  const made = document.createElement(tag);
  for (const name of Object.keys(attrs)) {
    const value = attrs[name];
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...inside);
  return made;
}
