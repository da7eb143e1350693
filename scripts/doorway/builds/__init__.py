"""What a build does: look whether anything has to be made, check, make, keep for the next one."""
