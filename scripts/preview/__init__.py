"""The preview: a page made when it is asked for, made anew when a file changes, and what is wrong said on it."""
