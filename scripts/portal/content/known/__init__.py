"""data/ as read: one module for each thing that is known once."""
