"""The report: values, parts, files."""
