"""Print products of a page: leaflets, posters, notices, pictures and banner text from the fields written for them."""
