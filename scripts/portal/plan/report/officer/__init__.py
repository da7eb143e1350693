"""The officer's own sentences in the report."""
