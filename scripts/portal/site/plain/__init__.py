"""Pages as plain text: Markdown beside each page, made from the finished page."""
