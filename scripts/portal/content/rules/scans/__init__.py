"""Rules for digitised documents: the file, its pages beside the text, who answers for both."""
