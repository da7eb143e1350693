"""The house itself: files become stories, problems, figures; it knows no framework, command line or clock."""
