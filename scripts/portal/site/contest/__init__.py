"""The kit for a contest: questions drawn by a seed, a paper, a key, rules to fill in, a marking sheet without names."""
