"""Bytes become pictures, or what is wrong with them."""
