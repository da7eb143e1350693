"""A page out to whoever translates it, and back: the workbook, what is looked at in it, what becomes of it."""
