"""What pasting and typing leave behind: what is mended, what is told."""
