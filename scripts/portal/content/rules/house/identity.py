"""A portal's own identity: no colour is missing, what is read stands out from its ground, the flower has its parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.content.known.house.colours import DARK, LEAST_CONTRAST, NAMES, READ, ROOT, Colours, contrast, read_colours
from portal.content.known.house.identity import COLOURS, FLOWER, FLOWER_PARTS, IDENTITY, IDENTITY_FILES, read_flower
from portal.content.rules.house.docs_folder import published_bytes
from portal.reading.files import files_below, is_link
from portal.reading.problems import Problem

MOST_BYTES_OF_IDENTITY: Final = 32 * 1024
"""Of one file: the mark stands inside every page."""


def identity_problems(root: Path) -> Iterator[Problem]:
    """What is wrong below docs/identity/ of a corpus; that it can be read and published is told elsewhere."""
    present, _ = files_below(root, IDENTITY)
    for file in present:
        path = file.relative_to(root).as_posix()
        name = path.removeprefix(f"{IDENTITY}/")
        if name not in IDENTITY_FILES:
            yield Problem(path, 1, "", "identity-file", {"choices": [f"{IDENTITY}/{one}" for one in IDENTITY_FILES]})
        elif not is_link(file) and (data := published_bytes(root, file)) is not None:
            yield from _of_file(path, name, data)


def _of_file(path: str, name: str, data: bytes) -> Iterator[Problem]:
    if len(data) > MOST_BYTES_OF_IDENTITY:
        yield Problem(path, 1, "", "too-large", {"size": len(data) // 1024, "most": MOST_BYTES_OF_IDENTITY // 1024})
        return
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if name == FLOWER and read_flower(text) is None:
        yield Problem(path, 1, "", "identity-flower", {"parts": [*FLOWER_PARTS, "heart"]})
    if name == COLOURS:
        yield from colour_problems(path, read_colours(text))


def colour_problems(path: str, colours: Colours) -> Iterator[Problem]:
    """What is wrong with the colours of a file, each on its line; a colour that is missing, on the first."""
    for line, value in colours.strange:
        yield Problem(path, line, "", "colour-strange", {"value": value, "parts": list(NAMES)})
    for one in colours.declared:
        if one.name not in NAMES[one.part]:
            yield Problem(path, one.line, one.name, "colour-unknown", {"part": one.part, "choices": NAMES[one.part]})
        elif colours.value(one.part, one.name) is None:
            yield Problem(path, one.line, one.name, "colour-nowhere", {"value": one.value})
    given = {(one.part, one.name) for one in colours.declared}
    for part, names in NAMES.items():
        missing = [name for name in names if (part, name) not in given]
        if missing:
            yield Problem(path, 1, "", "colour-missing", {"part": part, "names": [f"--{name}" for name in missing]})
    yield from _faint(path, colours)


def _faint(path: str, colours: Colours) -> Iterator[Problem]:
    """Text that does not stand out enough from what is behind it."""
    for part in NAMES:
        for name, ground in READ[ROOT if part == DARK else part]:
            one, other = colours.value(part, name), colours.value(part, ground)
            told = colours.found(part, name) or colours.found(part, ground)
            if one and other and told and contrast(one, other) < LEAST_CONTRAST:
                yield Problem(path, told.line, name, "colour-contrast", {"part": part, "ground": ground})
