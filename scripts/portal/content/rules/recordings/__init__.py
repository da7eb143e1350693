"""Rules for recordings: who spoke and agreed, what is recorded, the files, the captions."""
