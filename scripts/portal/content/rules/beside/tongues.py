"""A page in a language that the office does not read: who translated it, who of its speakers read it, what it keeps."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.kinds import said_fields
from portal.content.stories import Story
from portal.content.translating.changed import digest_of_part
from portal.content.translating.kept import Changed, changed_marks, changed_numbers
from portal.content.translating.parts import PagePart, parts_to_translate
from portal.language.folding import fold
from portal.language.locales import LANGUAGES
from portal.reading.problems import Problem

_MACHINE: Final = re.compile(
    r"\b(?:google|deepl|chatgpt|gpt|gemini|copilot|claude|bing|ai|may dich|dich may|tri tue nhan tao|"
    r"machine|translate|automatic)\b"
)
"""What is written where a machine translated; folded."""


def tongue_problems(story: Story, original: Story | None) -> Iterator[Problem]:
    """Whatever a page beyond the two languages lacks. A page of its own, which translates none, needs its reader."""
    if story.lang in LANGUAGES:
        return
    is_own = original is None or original is story or story.original == story.lang
    yield from _names(story, is_own)
    if original is not None and not is_own:
        yield from _kept(story, original)
        yield from _behind(story, original)


def _names(story: Story, is_own: bool) -> Iterator[Problem]:
    front = story.front
    named = {"translator": front.translator, "native_reviewer": front.native_reviewer}
    if not front.translator and not is_own:
        yield _at(story, 1, "translator-missing", "translator")
    if not front.native_reviewer:
        yield _at(story, 1, "native-reviewer-missing", "native_reviewer")
    for name, said in named.items():
        if _MACHINE.search(fold(said or "")):
            yield _at(story, story.document.line((name,)), "translated-by-machine", name, value=said)
    if front.translator and front.native_reviewer and fold(front.translator) == fold(front.native_reviewer):
        line = story.document.line(("native_reviewer",))
        yield _at(story, line, "native-reviewer-same", "native_reviewer", value=front.native_reviewer)


def page_parts(story: Story) -> list[PagePart]:
    """The parts of a story's page, each on its line."""
    document = story.document
    lines = {**document.lines, ("body",): document.body_line}
    return parts_to_translate(document.front or {}, document.body, said_fields(type(story.front)), lines)


def _kept(story: Story, original: Story) -> Iterator[Problem]:
    """Numbers, marks and links that are not the original's: part beside part, or the whole where it has others."""
    own, other = page_parts(story), page_parts(original)
    pairs = list(zip(other, own, strict=False)) if len(own) == len(other) else [(_whole(other), _whole(own))]
    for before, after in pairs:
        for code, values in (*changed_numbers(before.text, after.text), *_marks(before, after)):
            yield Problem(story.document.path, after.line, "", code, values)


def _marks(before: PagePart, after: PagePart) -> Iterator[Changed]:
    """Of links only where they are lost: a translation may lead to more, as to what its own language has."""
    return (told for told in changed_marks(before.text, after.text) if told[0] != "translated-link-new")


def _whole(parts: list[PagePart]) -> PagePart:
    return PagePart("", 1, "\n".join(part.text for part in parts))


def _behind(story: Story, original: Story) -> Iterator[Problem]:
    """A doubt where the original says other things than when it was translated by the kit."""
    known = (story.front.original_parts or "").split()
    now = [digest_of_part(part.text) for part in page_parts(original)]
    if changed := sum(one not in known for one in now) if known else 0:
        line = story.document.line(("original_parts",))
        yield _at(story, line, "translated-behind", "original_parts", count=changed, locale=story.lang)


def _at(story: Story, line: int, code: str, field: str, **values: object) -> Problem:
    return Problem(story.document.path, line, field, code, {"name": field, **values})
