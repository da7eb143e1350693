"""Everything a build writes that is no page."""
