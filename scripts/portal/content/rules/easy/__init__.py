"""Rules for easy versions: how each line reads, what a page is beside its full one and its other language."""
