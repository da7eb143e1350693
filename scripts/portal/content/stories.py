"""A story: one page in one language, its own words and the facts it shares with its other language, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, Final

from portal.content.front_matter import Front, StoryFront, Withdrawal
from portal.content.kinds import KINDS, MODELS, inherited_fields, kinds_in, required_fields, said_fields
from portal.language import vocabulary
from portal.language.locales import ORIGINAL
from portal.reading.documents import Document
from portal.reading.fields import Context
from portal.reading.problems import Problem
from portal.reading.slips.choices import field_list
from portal.reading.slips.looks import Expected, looked_at
from portal.reading.validation import validate
from portal.reading.yaml_reader import Reading

_MOST_OFFERED: Final = 3
CHECKED = "translation_checked"
"""The day a translation was compared with its original: nothing a page that is its own original can say."""


@dataclass(frozen=True)
class Story:
    """A page as the site and the counters read it. `front` is the model of its kind; `original` is the language of
    the file that holds its facts."""

    document: Document = field(repr=False)
    front: Front
    original: str

    @property
    def place(self) -> str:
        return self.document.place

    @property
    def lang(self) -> str:
        return self.document.lang

    @property
    def section(self) -> str:
        return self.document.section

    @property
    def theme(self) -> int | None:
        """The plan's theme, 1 to 5, or None outside the five themes."""
        if self.section not in vocabulary.THEMES:
            return None
        return vocabulary.THEMES.index(self.section) + 1

    @property
    def withdrawn(self) -> Withdrawal | None:
        """When and why it was taken back; None where it was not."""
        return self.front.withdrawn if isinstance(self.front, StoryFront) else None

    @property
    def is_index(self) -> bool:
        return self.document.slug == "index"


def as_shown(story: Story) -> Story:
    """The story as readers get it: of one that was taken back the text is gone."""
    return replace(story, document=replace(story.document, body="")) if story.withdrawn else story


def read_original(
    document: Document, context: Context, untranslated: Sequence[str] = ()
) -> tuple[Story | None, list[Problem]]:
    """A file that holds its own facts: every Vietnamese one, and one in another language where there is none.
    `untranslated` are the Vietnamese files that such a one may be the translation of."""
    if document.front is None:
        return None, []
    if document.lang != ORIGINAL and "kind" not in document.front:
        return None, [_translation_of_none(document, untranslated)]
    model, problem = _model(document, document.front)
    if problem:
        return None, [problem]
    front, problems = validate(model, dict(document.front), context, _reading(document), document.path)
    misplaced = _misplaced(document, model, context)
    if CHECKED in document.front:
        problems.append(Problem(document.path, document.line((CHECKED,)), CHECKED, "checked-original"))
    problems = [*misplaced, *_alone(document, model, problems)]
    if misplaced:
        return None, problems
    return (Story(document, front, document.lang) if front else None), problems


def untranslated(document: Document, documents: Mapping[tuple[str, str], Document]) -> list[str]:
    """The original files that have no version in a document's language and that it may be one of: those of a name like
    its own, then the others of its folder. None for an original itself."""
    if document.lang == ORIGINAL:
        return []
    alone = {place for lang, place in documents if lang == ORIGINAL and (document.lang, place) not in documents}
    folder = document.place.rpartition("/")[0]
    near = [*get_close_matches(document.place, sorted(alone), n=_MOST_OFFERED, cutoff=0.8)]
    near += sorted(place for place in alone if place.rpartition("/")[0] == folder)
    return [f"content_{ORIGINAL}/{place}.md" for place in dict.fromkeys(near)][:_MOST_OFFERED]


def read_translation(document: Document, original: Document, context: Context) -> tuple[Story | None, list[Problem]]:
    """A file that says a story in another language: its own words over the original's facts."""
    if document.front is None or original.front is None:
        return None, []
    model, problem = _model(original, original.front)
    if problem:
        return None, []  # the original's problem, told there
    said = said_fields(model)
    repeated = [_repeated(document, name) for name in document.front if name in inherited_fields(model)]
    inherited = {name: value for name, value in original.front.items() if name not in said}
    own = {name: value for name, value in document.front.items() if name not in inherited_fields(model)}
    front, problems = validate(model, {**inherited, **own}, context, _reading(document), document.path)
    mine = [p for p in problems if _top(p.field) in said or _top(p.field) in document.front]
    if _misplaced(original, model, context):
        return None, repeated + mine
    return (Story(document, front, original.lang) if front else None), repeated + mine


def _top(field_name: str) -> str:
    return field_name.split(".")[0].split("[")[0]


def _reading(document: Document) -> Reading:
    return Reading(lines=dict(document.lines))


def _model(document: Document, front: Mapping[str, Any]) -> tuple[type[Front], Problem | None]:
    kind = front.get("kind")
    if isinstance(kind, str) and kind in MODELS:
        return MODELS[kind], None
    if "kind" not in front:
        return Front, _no_kind(document, front)
    code, values = looked_at("not-a-choice", ("kind",), {"value": kind}, Expected(KINDS))
    return Front, Problem(document.path, document.line(("kind",)), "kind", code, {"value": kind, **values})


def _no_kind(document: Document, front: Mapping[str, Any]) -> Problem:
    """A file without a kind; of one that calls it otherwise, what it is called."""
    known = field_list(tuple(sorted(Front.model_fields)))
    for name in (one for one in front if one not in Front.model_fields):
        if (meant := known.meant(name)) and str(meant[0]) == "kind":
            values: dict[str, Any] = {"name": name, "choices": meant[:1]}
            return Problem(document.path, document.line((name,)), name, "unknown-field", values)
    return Problem(document.path, 1, "kind", "missing-field", {"name": "kind", "around": ""})


def _misplaced(document: Document, model: type[Front], context: Context) -> list[Problem]:
    """A kind that does not belong into the section, or only at its head. Unknown sections are told as such."""
    kind, line = str((document.front or {}).get("kind")), document.line(("kind",))
    allowed = kinds_in(context.section)
    if allowed and kind not in allowed:
        values: dict[str, Any] = {"value": kind, "section": context.section, "choices": allowed}
        return [Problem(document.path, line, "kind", "kind-in-section", values)]
    if model.only_index and context.slug != "index":
        return [Problem(document.path, line, "kind", "theme-not-index")]
    return []


def _repeated(document: Document, name: str) -> Problem:
    return Problem(document.path, document.line((name,)), name, "repeated-field", {"name": name})


def _translation_of_none(document: Document, untranslated: Sequence[str]) -> Problem:
    """A file in another language that says no kind: a translation, whose original has another name or is not there."""
    values: dict[str, Any] = {"original": f"content_{ORIGINAL}/{document.place}.md"}
    if untranslated:
        return Problem(document.path, 1, "", "translation-of", {"choices": untranslated, **values})
    names = [name for name in required_fields(StoryFront) if name not in (document.front or {})]
    return Problem(document.path, 1, "", "translation-alone", {"names": names, **values})


def _alone(document: Document, model: type[Front], problems: list[Problem]) -> list[Problem]:
    """An English file that stands alone needs the full set: say so once, not field by field."""
    if document.lang == ORIGINAL or document.front is None:
        return problems
    missing = [name for name in required_fields(model) if name not in document.front]
    if not missing:
        return problems
    values = {"names": missing, "original": f"content_{ORIGINAL}/{document.place}.md"}
    others = [p for p in problems if p.code != "missing-field"]
    return [Problem(document.path, 1, "", "english-alone", values), *others]
