"""Rules for what is taught: lessons and units, each by itself, and what both are held to alike."""
