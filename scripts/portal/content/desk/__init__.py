"""Lists of work for editors, made from the library."""
