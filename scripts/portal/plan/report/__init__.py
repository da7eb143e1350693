"""The report: what it is written from, its parts, its files."""
