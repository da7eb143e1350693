"""What stands between the draft and the public: everything only the owner can give."""

from collections.abc import Iterator

from portal.library import Library
from portal.problems import Problem

OWNER = "data/owner.yml"


def release_problems(library: Library) -> Iterator[Problem]:
    """A problem for each thing the owner has still to give, and one while the owner has not approved."""
    owner = library.data.owner
    if owner is None:
        yield Problem(OWNER, 1, "", "owner-file-missing")
        return
    lines = library.data.owner_lines
    if not owner.approved:
        yield Problem(OWNER, lines.get("approved", 1), "approved", "owner-not-approved")
    for name in owner.missing():
        line = lines.get(name, lines.get(name.partition(".")[0], 1))
        yield Problem(OWNER, line, name, "owner-missing", {"name": name})
