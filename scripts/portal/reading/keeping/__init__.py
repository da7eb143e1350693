"""What is worked out once: digests that tell values apart, and what is kept under them from one run to the next."""
