"""What the pages of the loudspeaker kit show: the kit with its calendar, and each script."""
