"""Search: the pages cut into passages, their words weighed, and all of it in small files that a phone can ask for."""
