"""Tables as officers keep them: CSV in any encoding, heads, lines, records."""
