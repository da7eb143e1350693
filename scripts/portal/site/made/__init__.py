"""Pages that nobody wrote: lists, bodies, fronts of sections."""
