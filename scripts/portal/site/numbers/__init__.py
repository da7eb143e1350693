"""Numbers as readers see them: a figure with its chart, counts with their bars."""
