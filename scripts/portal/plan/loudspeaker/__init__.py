"""The loudspeaker kit for a commune: a week's scripts, reading cards, the log that comes back as register rows."""
