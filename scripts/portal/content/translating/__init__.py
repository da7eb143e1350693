"""Translating page by page: the parts a page is translated in, what each has to keep, what changed since."""
