"""Workbooks of every kind become rows of cells, or a problem."""
