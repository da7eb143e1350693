"""Pictures of texts: made in sizes a screen may ask for, and shown with who made them."""
