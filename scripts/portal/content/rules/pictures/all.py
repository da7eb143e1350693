"""Every rule for pictures that asks of more than one file: pages, their other languages, and docs/hinh/."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from portal.content.rules.pictures.all_around import around_problems
from portal.content.rules.pictures.entries import entry_problems, lost_pictures, shown_pictures
from portal.content.rules.pictures.files import picture_file_problems
from portal.content.stories import Story
from portal.reading.documents import Document
from portal.reading.problems import Problem


def all_picture_problems(
    root: Path, stories: Mapping[tuple[str, str], Story], documents: Mapping[tuple[str, str], Document]
) -> Iterator[Problem]:
    """The problems of every page's entries and of every file. `stories` and `documents` are by (language, place)."""
    texts = defaultdict[str, list[Document]](list)
    for (_, place), document in documents.items():
        texts[place].append(document)
    known = {file for document in documents.values() for file in shown_pictures(document)}
    for story in stories.values():
        if story.lang == story.original:
            yield from around_problems(root, story)
            yield from entry_problems(root, story, sorted(texts[story.place], key=lambda one: one.lang != story.lang))
            known |= {one.file for one in story.front.pictures}
    lost = frozenset(name for document in documents.values() for name in lost_pictures(document))
    yield from picture_file_problems(root, frozenset(known), lost)
