"""What the head of a file may say, kind by kind: a module for each kind that asks much of its own."""
