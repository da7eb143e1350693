"""What is derived from a page, for paper, boards and loudspeakers, says no more than the page."""
