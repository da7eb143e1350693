"""How a text is said aloud: numbers, days and abbreviations in words, and how long that takes."""
