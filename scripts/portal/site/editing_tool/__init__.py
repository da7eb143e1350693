"""The editing tool at /quan-tri/: Sveltia CMS as it is, with a configuration made from the models."""
