"""Nothing about one person is published."""
