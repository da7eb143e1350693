"""What a page shows of its own kind: a module for each kind that asks much, one for all others."""
