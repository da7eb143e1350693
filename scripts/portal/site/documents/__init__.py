"""Documents told part by part: what is known of each, where texts name their parts, which pages rest on which part."""
