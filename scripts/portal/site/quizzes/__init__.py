"""Quizzes on pages: which belong to a page, how a source of an answer is named."""
