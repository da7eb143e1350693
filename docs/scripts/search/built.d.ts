/** What the build writes before the parts of the search script (scripts/portal/site/dress/assets.py). */

/** The language whose syllables folding.js knows. */
declare const SYLLABIC: string;
/** The language whose plurals words.js takes off. */
declare const INFLECTED: string;

/** What each file of the index calls when it has come (scripts/portal/site/search/written.py). */
interface Window {
  portalSearch: (name: string, mark: string, value: any) => void;
}
