"""The register of products: rows, what may stand in them, what they count for."""
