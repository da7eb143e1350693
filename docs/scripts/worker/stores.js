// Keeps for reading without a network: the pages read, the help pages and the conventions. Nothing leaves the device.
const READ = "portal-read";
const KEPT = "portal-kept";
const PARTS = "portal-parts";
const MOST_READ = 60; // pages; the one read longest ago goes first
const PATIENCE = 4000; // milliseconds a slow network has before a kept page is shown

