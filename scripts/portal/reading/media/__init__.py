"""Sound, film and scanned papers: what their files say of themselves."""
