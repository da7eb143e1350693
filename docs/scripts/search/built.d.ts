/** What the build writes before the parts of the search script (scripts/portal/site/files/assets.py). */

/** The language whose syllables folding.js knows. */
declare const SYLLABIC: string;
