"""The loudspeaker kit as values: scripts with their breaths and times, the days of the year they fit."""
