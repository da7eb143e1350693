/** What the build writes before the parts of the search script (scripts/portal/site/dress/assets.py). */

/** The language whose syllables folding.js knows. */
declare const SYLLABIC: string;
