"""What becomes of a text once it is HTML: names kept whole, tables named, terms explained, conventions in layers."""
