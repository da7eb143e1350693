"""The files by which programs find and take the open data."""
