"""What in a text is about one person: names, numbers, plight."""
