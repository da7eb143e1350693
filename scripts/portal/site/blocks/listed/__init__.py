"""What a page that lists shows: everything of a kind there is, and what is still missing."""
