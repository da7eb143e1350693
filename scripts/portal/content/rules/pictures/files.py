"""The files of docs/hinh/: each a whole still picture, and each shown by some page."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from portal.content.rules.house.docs_folder import ENDINGS, FOLDER, published_bytes
from portal.content.rules.links import PICTURES, PICTURES_FOLDER
from portal.reading.files import files_below
from portal.reading.pictures.whole import FORMS, seen_picture
from portal.reading.problems import Problem

OF_PICTURES: Final = f"{FOLDER}/{PICTURES_FOLDER}"


def picture_file_problems(root: Path, known: frozenset[str], lost: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with the files of docs/hinh/; those that `known`, by their paths below it, does not have are
    nobody's, but for those whose names stand in a text with a way that leads elsewhere (`lost`)."""
    for file in files_below(root, OF_PICTURES)[0]:
        path = file.relative_to(root).as_posix()
        if file.suffix not in PICTURES:
            if file.suffix in ENDINGS:
                yield Problem(path, 1, "", "picture-folder", {"endings": sorted(PICTURES)})
            continue
        code, values = _wrong(root, file)
        if code:
            yield Problem(path, 1, "", code, values)
        elif path.removeprefix(f"{OF_PICTURES}/") not in known and file.name not in lost:
            yield Problem(path, 1, "", "picture-nobodys", {"file": path.removeprefix(f"{OF_PICTURES}/")})


def _wrong(root: Path, file: Path) -> tuple[str, Mapping[str, Any]]:
    """The code of what is wrong with the bytes of a picture, and what its sentence needs. What docs/ refuses of any
    file is told there."""
    data = published_bytes(root, file)
    if data is None or file.suffix not in FORMS or ENDINGS[file.suffix](data):
        return "", {}
    seen = seen_picture(data, file.suffix)
    return seen.fault, seen.values
