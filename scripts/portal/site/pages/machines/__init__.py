"""What a page says to machines: schema.org in JSON-LD."""
