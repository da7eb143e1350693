"""The files that tell what is new: feeds, digests, pages that changed."""
