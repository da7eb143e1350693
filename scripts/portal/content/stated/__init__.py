"""Facts with a number that pages share: data/facts.yml, and the marks by which a text takes a number from there."""
