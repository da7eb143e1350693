"""What lies on a day: events, and days that are marked."""
