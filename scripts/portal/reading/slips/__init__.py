"""Slips people make in what they write, and what they meant by it."""
