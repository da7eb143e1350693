"""Rules for what surrounds the texts: pages that have to be there, the home page, search, identity, files of docs/."""
