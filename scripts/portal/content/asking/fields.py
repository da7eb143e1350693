"""The fields of a model as an editor is asked for them: the type says how, the words say what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from portal.content.asking.values import Control, PageChoice, PageField
from portal.content.fronts.recordings import MEDIA, VOICES
from portal.content.fronts.scans import READINGS
from portal.content.strict import Both
from portal.language import drawing_names, vocabulary
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.reading.fields import Asked, Said

HEAD: Final = "page"
"""Where the words of the fields of a page itself stand; those of a group stand under the name of its model."""
_FIXED: Final = frozenset(("kind",))  # of a page: the kind itself; of a group it is a field like any other
_SINGLE: Final[Mapping[type, Control]] = {str: "text", bool: "yes_no", int: "whole", date: "day"}
KnownChoices = Mapping[str, tuple[PageChoice, ...]]
"""What may be chosen of what data/ names, by the name of its list: {"agencies": …, "laws": …}."""
CHOICE_FAMILIES: Final[Mapping[tuple[str, ...], str]] = {
    vocabulary.CONVENTIONS: "convention_names",
    vocabulary.GROUPS: "groups",
    vocabulary.VERDICTS: "verdicts",
    vocabulary.SOURCE_TYPES: "source_types",
    vocabulary.HOW_FAR: "how_far",
    vocabulary.HOW_MUCH: "how_much",
    vocabulary.OPENED_AT: "opened_at",
    vocabulary.CLAIM_KINDS: "claim_kinds",
    vocabulary.CLAIM_NATURES: "claim_natures",
    vocabulary.CLAIMANT_TYPES: "claimant_types",
    vocabulary.FORMATS: "formats",
    vocabulary.CHANNELS: "channels",
    vocabulary.AUDIENCES: "audiences",
    vocabulary.CORRECTION_KINDS: "correction_kinds",
    vocabulary.REASONS_TO_NAME: "reasons_to_name",
    vocabulary.PICTURE_LICENCES: "picture_licences",
    vocabulary.PEOPLE_SEEN: "people_seen",
    vocabulary.LEARNERS: "learners",
    vocabulary.EVENT_TYPES: "event_types",
    vocabulary.EVENT_STATES: "event_states",
    vocabulary.BLOCKS: "blocks_shown",
    drawing_names.DRAWINGS: "drawings",
    MEDIA: "media",
    VOICES: "voices",
    READINGS: "scan_readings",
    ("not_known",): "not_known_words",
}
"""For each closed list of words the family of labels that names them."""


@dataclass(frozen=True)
class _Opened:
    """A type without what stands around it, and the marks that stood there, the outermost first."""

    type: Any
    marks: tuple[Any, ...]

    def mark(self, kind: type) -> Any:
        return next((one for one in self.marks if isinstance(one, kind)), None)


def asked_fields(model: type[BaseModel], known: KnownChoices, group: str = "") -> Iterator[PageField]:
    """The fields of a model in its order."""
    for key, info in model.model_fields.items():
        if group or key not in _FIXED:
            yield _field(model, key, info, known, group)


def _field(model: type[BaseModel], key: str, info: FieldInfo, known: KnownChoices, group: str) -> PageField:
    opened = _open(info.annotation, tuple(reversed(info.metadata)))
    asked = opened.mark(Asked) or Asked()
    one = _open(get_args(opened.type)[0]) if get_origin(opened.type) is list else opened
    place = f"{_owner(model, key) if group else HEAD}.{key}"
    below = one.type if _is_group(one.type) else None
    return PageField(
        key=key,
        words=place,
        control=_control(opened, one, asked),
        label=in_every_language(f"page_fields.{place}.label"),
        help=in_every_language(f"page_fields.{place}.help"),
        required=info.is_required(),
        is_said=opened.mark(Said) is not None,
        is_past=asked.past,
        instead=_word("instead_words", asked.instead) if asked.instead else None,
        least=_bound(opened, MinLen, "min_length", asked.least),
        most=_bound(opened, MaxLen, "max_length", asked.most),
        choices=_choices(one, known),
        each=(one.mark(Asked) or Asked()).control or "text",
        fields=tuple(asked_fields(below, known, below.__name__)) if below else (),
    )


def _control(opened: _Opened, one: _Opened, asked: Asked) -> Control:
    if opened.type is not one.type:  # a list of these
        if _is_group(one.type):
            return "rows"
        return "choices" if _is_chosen(one) else "texts"
    if get_origin(opened.type) is dict:
        return "articles"
    if opened.type is Both:
        return "both"
    if _is_group(opened.type):
        return "group"
    return "choice" if _is_chosen(opened) else asked.control or _SINGLE[opened.type]


def _is_chosen(one: _Opened) -> bool:
    asked = one.mark(Asked)
    return get_origin(one.type) is Literal or bool(asked and asked.known)


def _is_group(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, BaseModel) and found is not Both


def _choices(one: _Opened, known: KnownChoices) -> tuple[PageChoice, ...]:
    asked = one.mark(Asked)
    if asked and asked.known:
        return known.get(asked.known, ())
    if get_origin(one.type) is not Literal:
        return ()
    family = CHOICE_FAMILIES[get_args(one.type)]
    return tuple(_word(family, str(value)) for value in get_args(one.type))


def _word(family: str, value: str) -> PageChoice:
    return PageChoice(value, in_every_language(f"{family}.{value}"))


def _bound(opened: _Opened, kind: type, name: str, own: int | None) -> int | None:
    mark = opened.mark(kind)
    return int(getattr(mark, name)) if mark and own is None and get_origin(opened.type) is list else own


def _owner(model: type[BaseModel], key: str) -> str:
    """The name of the first model in a family that has the field: what a source is asked, evidence is asked alike."""
    family = [one for one in model.__mro__ if issubclass(one, BaseModel) and key in one.model_fields]
    return family[-1].__name__


def _open(annotation: Any, marks: tuple[Any, ...] = ()) -> _Opened:
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            marks = (*marks, *reversed(inner))
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return _Opened(annotation, marks)


def in_every_language(path: str) -> dict[str, str]:
    """The word at a path of `ui` in every language that has words. Raises MissingWord where one lacks it."""
    return {lang: words(lang).say(path) for lang in LANGUAGES}
