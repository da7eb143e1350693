"""The annexes of the report."""
