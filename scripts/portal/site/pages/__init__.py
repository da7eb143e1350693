"""One page as values."""
