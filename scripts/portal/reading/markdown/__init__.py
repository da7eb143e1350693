"""Markdown becomes HTML and a text that rules can ask."""
