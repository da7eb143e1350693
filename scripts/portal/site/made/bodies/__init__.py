"""Pages made for each body, and for what it reported."""
