"""What data/ says of the portal itself: its names, look, languages, owner, home page, search."""
