"""What stands behind several doors: the environment they start in, the console, and files put whole on disk."""
