"""What pages show of documents told part by part."""
