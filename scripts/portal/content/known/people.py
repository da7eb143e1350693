"""Who may be named, and what may be called: people in office or who consented, and the public numbers of bodies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from pydantic import Field, field_validator

from portal.content.front_matter import NamedPerson
from portal.content.sources import Source
from portal.content.strict import Both, Strict
from portal.language.folding import fold
from portal.reading.fields import Text, problem
from portal.reading.personal.details import Personal

PEOPLE_PATH: Final = "data/people.yml"
"""People named in data files and in the officer's own sentences; a page names its own in its `people`."""
NUMBERS_PATH: Final = "data/public_numbers.yml"
_LEAST_DIGITS: Final = 3


class PublicNumber(Strict):
    """A telephone number that a body gives to everybody, with the sources that print it. `short` stands on the button
    that calls it; a number without it is on no button."""

    number: Text
    what: Both
    short: Both | None = None
    sources: list[Source] = Field(min_length=1)

    @field_validator("number")
    @classmethod
    def _is_a_number(cls, value: str) -> str:
        if len(_digits(value)) < _LEAST_DIGITS or value.strip("+()0123456789 .-"):
            raise problem("not-a-public-number", value=value)
        return value


@dataclass(frozen=True)
class Allowed:
    """What is about a person and may stand all the same. `numbers` are digits as `_digits` gives them, `mails` are in
    small letters."""

    people: tuple[NamedPerson, ...] = ()
    numbers: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()

    def only(self, people: Iterable[NamedPerson]) -> "Allowed":
        """The same numbers with these people: a page names its own."""
        return replace(self, people=tuple(people))

    def allows(self, found: Personal) -> bool:
        """Whether what was found is one of these. Nobody's papers and account are."""
        if found.kind == "phone":
            return _digits(found.said) in self.numbers
        if found.kind == "mail":
            return found.said.lower() in self.mails
        return found.kind in ("name", "plight") and any(_is_named(found.said, one.name) for one in self.people)


def allowed(people: Iterable[NamedPerson], numbers: Iterable[str | None], mails: Iterable[str | None] = ()) -> Allowed:
    """What a portal's data allow: numbers and addresses as people write them."""
    digits = frozenset(_digits(one) for one in numbers if one)
    return Allowed(tuple(people), digits, frozenset(one.strip().lower() for one in mails if one))


def _digits(number: str) -> str:
    """A number as dialled in this country: +84 215 3 825 678 and (0215) 3825.678 are one."""
    digits = "".join(filter(str.isdecimal, number))
    bare = digits.removeprefix("00") if digits.startswith("0084") else digits
    return f"0{bare[2:].removeprefix('0')}" if bare.startswith("84") and len(bare) > _LONGEST_AT_HOME else digits


_LONGEST_AT_HOME: Final = 10


def _is_named(said: str, name: str) -> bool:
    """Whether the words found are a name, a part of it (Mr. X), or begin with it, as capitals go on behind a name."""
    found, known = fold(said).split(), fold(name).split()
    parts = [known[start : start + len(found)] for start in range(len(known))]
    return found in parts or found[: len(known)] == known


NOBODY: Final = Allowed()
"""Where nobody may be named and no number stand."""
