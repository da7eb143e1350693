"""What the plan asks, what was made and reported, what it comes to, and the report on it."""
