"""What stands between the draft and the public: what only the owner can give, and sources nobody recorded reading."""

from collections.abc import Iterator

from portal.content.fronts.rebuttals import Rebuttal
from portal.content.fronts.scans import Scan
from portal.content.known.claims_received import RECEIVED_CLAIMS_PATH
from portal.content.library import Library
from portal.content.stories import Story
from portal.reading.addresses.web_address import is_sample_address
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location

OWNER = "data/owner.yml"


def release_problems(library: Library) -> Iterator[Problem]:
    """A problem for each thing the owner has still to give and for each source whose reading nobody recorded."""
    yield from _owner_problems(library)
    yield from _claims_problems(library)
    yield from _sources_to_mend(library)
    yield from _scans_unsigned(library)


def _scans_unsigned(library: Library) -> Iterator[Problem]:
    """Digitised documents of which nobody said who scanned and who looked through them."""
    for story in library.whole.stories.values():
        if isinstance(story.front, Scan) and story.lang == story.original and not story.front.is_signed_for:
            yield Problem(story.document.path, story.document.line(("kind",)), "", "scan-unsigned")


def _sources_to_mend(library: Library) -> Iterator[Problem]:
    """Sources of which nobody recorded the reading, or where they were opened; those at an address kept for samples."""
    for story in library.whole.stories.values():
        if story.lang == story.original and not story.withdrawn:
            for number, source in enumerate(story.front.references, 1):
                path, line = story.document.path, story.document.line(_place(story, number))
                if source.accessed is None:
                    yield Problem(path, line, "accessed", "source-not-read", {"number": number})
                if source.opened == "not_recorded":
                    yield Problem(path, line, "opened", "source-not-opened", {"number": number})
                if source.url and is_sample_address(source.url, whole=True):
                    yield Problem(path, line, "url", "url-placeholder", {"value": source.url})


def _claims_problems(library: Library) -> Iterator[Problem]:
    """A portal that answers claims says how many came in: nothing entered is no zero."""
    answers = any(isinstance(story.front, Rebuttal) for story in library.stories.values())
    data = library.data
    if answers and not (data.claims and data.claims.entered):
        yield Problem(RECEIVED_CLAIMS_PATH, data.claims_lines.get("periods", 1), "periods", "claims-not-entered")


def _place(story: Story, number: int) -> Location:
    """Where source `number` stands: a rebuttal counts its evidence first."""
    evidence = len(story.front.references) - len(story.front.sources)
    return ("evidence", number - 1) if number <= evidence else ("sources", number - 1 - evidence)


def _owner_problems(library: Library) -> Iterator[Problem]:
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
