"""What editors write, what is known once, and the rules both keep."""
