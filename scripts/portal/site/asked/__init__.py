"""What one page asks of all others while it is made, noted, so that the next build can ask the same again."""
