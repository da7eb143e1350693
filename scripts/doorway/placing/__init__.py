"""How files and folders take their place on a disk: whole, one at a time, or not at all."""
