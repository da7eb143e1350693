/** What the build writes before the worker's parts (scripts/portal/site/dress/assets.py). */

/** The addresses of the page for times without a network in each language; the most particular first. */
declare const OFFLINE_PAGES: readonly string[];
