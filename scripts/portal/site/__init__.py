"""What a reader gets: pages as values, and the files beside them."""
