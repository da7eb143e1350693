"""The tables of the open data."""
