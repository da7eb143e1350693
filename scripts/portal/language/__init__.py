"""The words and the ways of writing them: nothing below."""
