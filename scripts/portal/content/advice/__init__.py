"""Advice on plain language: what could be said more simply or more alike. Never a problem, never a reason to stop."""
