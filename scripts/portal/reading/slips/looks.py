"""A closer look at a value that a model refuses: what was meant by it, and the sentence that says so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from portal.language.folding import fold
from portal.language.letters import code_point
from portal.reading.slips.choices import LANGUAGES_CALLED, ClosedList, field_list, fixed_list
from portal.reading.slips.yaml_causes import looks_tight, quoted
from portal.reading.yaml_reader import Location

Seen = tuple[str, Mapping[str, Any]]
"""The code of a problem, and what its sentence needs."""

_FAR: Final = {"unknown-agency": "unknown-agency-far", "unknown-law": "unknown-law-far"}
"""What is said of an id where no name is near."""
_NOTHING: Final = frozenset(("khong", "khong co", "chua", "chua co", "none", "no", "nothing", "n/a"))
_WIDE_COMMAS: Final = "，、；"
_DASHES: Final = tuple("–—−‐‑•·*+▪‣◦")


@dataclass(frozen=True)
class Expected:
    """What a model takes at a place: the words of the value, of an entry of its list, the fields beside it; and the
    lists of data/ by their names."""

    choices: Sequence[str]
    inner: Sequence[str] = ()
    fields: Sequence[str] = ()
    lists: Mapping[str, ClosedList] = field(default_factory=dict)


_Look = Callable[[str, Location, Mapping[str, Any], Expected], Seen]


def looked_at(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    """The problem as an editor can mend it: `code` or a closer one, and what the sentence needs beside `values`."""
    look = _LOOKS.get(code)
    return look(code, place, values, known) if look else (code, {})


def _choice(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    """A word that a closed list does not have: the nearest of the list, or all of it."""
    said, words = values["value"], fixed_list(tuple(known.choices))
    if said is None:
        return "choice-empty", {"choices": words.whole}
    if isinstance(said, list):
        meant = [one for part in said for one in words.meant(part)[:1]]
        return ("one-only", {"now": meant}) if meant else (code, {"choices": words.whole})
    if sign := next((sign for sign in _WIDE_COMMAS if sign in str(said)), ""):
        several = words.several(str(said).replace(sign, ","))
        return "comma-wide", {"character": code_point(sign), "now": ", ".join(several) or str(said).replace(sign, ", ")}
    meant = words.meant(said)
    return ("choice-meant", {"choices": meant}) if meant else (code, {"choices": words.whole})


def _field(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    name = str(place[-1])
    meant = field_list(tuple(known.fields)).meant(name)
    return (
        (code, {"name": name, "choices": meant})
        if meant
        else ("field-strange", {"name": name, "choices": known.fields})
    )


def _id(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    """An id of a list of data/ that is not there: those that were meant, with their names."""
    meant = known.lists.get(str(values.get("known")), ClosedList({})).meant(values["value"])
    return (code, {"choices": meant}) if meant else (_FAR[code], {})


def _list(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    """A text where a list is asked for: nothing, codes without brackets, or a dash that Word made."""
    if values["value"] is None:
        return "empty-text", {}
    text = values["value"].strip() if isinstance(values["value"], str) else ""
    if fold(text).strip(" .") in _NOTHING:
        return "list-none", {}
    if several := _several(text, place, known):
        return "list-meant", {"now": f"[{', '.join(several)}]"}
    if text.startswith("-"):
        return "dash-tight", {}
    if text.startswith(_DASHES):
        return "list-dash", {"character": code_point(text[0])}
    return code, {}


def _several(text: str, place: Location, known: Expected) -> Sequence[str]:
    if text and place[-1] == "languages":
        found = LANGUAGES_CALLED.several(text)
        return found if isinstance(found, tuple) else ()
    return fixed_list(tuple(known.inner)).several(text) if text and known.inner else ()


def _fields(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    """A text where fields are asked for: one whose colon has no blank behind it."""
    now = looks_tight(values["value"]) if isinstance(values["value"], str) else None
    return ("colon-tight", {"now": now}) if now else (code, {})


def _text(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    """Fields where a text is asked for: a colon in a sentence without quotation marks."""
    said = values["value"]
    if said is None:
        return "empty-text", {}
    if isinstance(said, list) and said and all(isinstance(one, str) for one in said):
        return "one-only", {"now": said}
    if not isinstance(said, dict) or len(said) != 1:
        return code, {}
    name, rest = next(iter(said.items()))
    return "yaml-colon", {"now": quoted(f"{name}: {'' if rest is None else rest}".strip())}


def _language(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    named = LANGUAGES_CALLED.find(str(values["value"]))
    return code, {"choices": [named] if named else LANGUAGES_CALLED.near(str(values["value"]))}


def _yes_no(code: str, place: Location, values: Mapping[str, Any], known: Expected) -> Seen:
    return ("yes-no-empty" if values["value"] is None else code), {}


_LOOKS: Final[Mapping[str, _Look]] = {
    "not-a-choice": _choice,
    "unknown-field": _field,
    "unknown-agency": _id,
    "unknown-law": _id,
    "not-a-list": _list,
    "not-fields": _fields,
    "not-text": _text,
    "not-a-language": _language,
    "not-yes-no": _yes_no,
}
