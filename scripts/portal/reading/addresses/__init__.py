"""Addresses of the web: how they are written, whose they are."""
