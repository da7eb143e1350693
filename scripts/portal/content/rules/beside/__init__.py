"""Pages beside what they belong to: their original, their sources, the calendar."""
