"""Bytes become values; what is wrong in them becomes problems."""
