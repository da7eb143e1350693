"""The files below data/: whether each is read by someone, what each may say."""
