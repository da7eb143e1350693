"""Papers that are filled in or read in Word and Excel: forms, and what a Word file is made of."""
