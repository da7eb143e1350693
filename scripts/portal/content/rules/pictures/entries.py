"""What a page says of its pictures: each that a text shows has its entry, each entry is of one that is shown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import basename, normpath
from typing import Final
from urllib.parse import unquote, urlsplit

from portal.content.rules.links import PICTURES_FOLDER, has_file, place_of
from portal.content.rules.pictures.all_around import panorama_of
from portal.content.rules.telling import tell
from portal.content.stories import Story
from portal.reading.documents import Document
from portal.reading.markdown.text import TextLink, WrittenText, text_of
from portal.reading.problems import Problem

_MAY_SHOW: Final = re.compile(r"!\[|<img", re.IGNORECASE)
_WITHIN: Final = re.compile(r"<(a|h[1-6]|dt|summary)\b(?:(?!</\1>).)*?<img ", re.DOTALL)


def shown_pictures(document: Document) -> Mapping[str, TextLink]:
    """The pictures of docs/hinh/ that a text shows, by their paths below it, each where it stands first."""
    found: dict[str, TextLink] = {}
    for link in _pictures(document):
        place = _picture_place(document, link)
        if place.startswith(f"{PICTURES_FOLDER}/"):
            found.setdefault(place.removeprefix(f"{PICTURES_FOLDER}/"), link)
    return found


def lost_pictures(document: Document) -> frozenset[str]:
    """The names of pictures that a text shows by a way that leads elsewhere, which is told with the links."""
    astray = (
        link for link in _pictures(document) if not _picture_place(document, link).startswith(f"{PICTURES_FOLDER}/")
    )
    return frozenset(basename(unquote(link.target)) for link in astray)


def _pictures(document: Document) -> list[TextLink]:
    """The pictures of a text; most have none, and not the letters of one, and need not be read for it."""
    may_show = _MAY_SHOW.search(document.body)
    return [link for link in text_of(document.body).links if link.picture] if may_show else []


def entry_problems(root: Path, story: Story, texts: Iterable[Document]) -> Iterator[Problem]:
    """What is wrong with the entries of a story, whose `texts` are those of all its languages, its own first."""
    entries = {one.file for one in story.front.pictures}
    view = panorama_of(story)
    shown: set[str] = set(view.files if view else ())
    for document in texts:
        lost = lost_pictures(document)
        shown |= {file for file in entries if basename(file) in lost}
        for file, link in shown_pictures(document).items():
            if file not in {*entries, *shown} and has_file(root, f"{PICTURES_FOLDER}/{file}"):
                path = story.document.path
                yield tell(document, link.line, "picture-undeclared", file=file, path=path)
            shown.add(file)
    yield from _unused(story, shown)


def within_problems(document: Document, text: WrittenText) -> Iterator[Problem]:
    """Pictures inside a link or a heading, where what stands below them has no place."""
    found = list(_WITHIN.finditer(text.html))
    pictures = [link for link in text.links if link.picture] if found else []
    for one in found:
        link = pictures[text.html.count("<img ", 0, one.end()) - 1]
        yield tell(document, link.line, "picture-within", target=link.target)


def _unused(story: Story, shown: set[str]) -> Iterator[Problem]:
    told: set[str] = set()
    for number, one in enumerate(story.front.pictures):
        place, name = ("pictures", number, "file"), f"pictures[{number + 1}].file"
        code = "picture-twice" if one.file in told else "" if one.file in shown else "picture-unused"
        told.add(one.file)
        if code:
            values = {"file": one.file}
            yield Problem(story.document.path, story.document.line(place), name, code, values)


def _picture_place(document: Document, link: TextLink) -> str:
    """Where a picture lies below docs/; "" for one that is nowhere there."""
    try:
        parts = urlsplit(link.target.strip())
    except ValueError:
        return ""
    inside = not parts.scheme and not parts.netloc and not parts.path.startswith("/")
    return normpath(place_of(document, unquote(parts.path))) if inside and parts.path else ""
