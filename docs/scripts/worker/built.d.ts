/** What the build writes before the worker's parts (scripts/portal/site/dress/assets.py). */

/** The addresses of the page for times without a network in each language; the most particular first. */
declare const OFFLINE_PAGES: readonly string[];

/** How the SHA-256 of each style and script of this release begins, by its path in the site. */
declare const RELEASE: Readonly<Record<string, string>>;

/** What a page of the site may load and run. */
declare const POLICY: string;
