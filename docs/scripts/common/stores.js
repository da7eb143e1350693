// @ts-check
// What is kept on the device, by its names: the worker keeps it, the page for times without a network shows it.

/** Pages that were read. */
export const READ = "portal-read";
/** Pages kept for everyone: help, conventions, the page for times without a network. */
export const KEPT = "portal-kept";
/** Files of the search index. */
export const FOUND = "portal-search";
/** Styles and scripts of the pages in both. */
export const PARTS = "portal-parts";
/** Pictures of pages that were read, each in the one size this device showed. */
export const PICTURES = "portal-pictures";
/** Sound that a reader asked to keep. */
export const SOUND = "portal-sound";
