"""The letter that goes with a body's form, in the form of Decree 30/2020/NĐ-CP as far as the owner has given values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from portal.content.known.agencies import Agency
from portal.content.known.house.owner import Owner, ReportBlocks
from portal.language.words import Words
from portal.plan.bodies.office import docx_bytes, filled_layout
from portal.plan.forms.desk import plan_words
from portal.plan.forms.sheets import form_for
from portal.plan.ledger import Ledger

LETTER_LAYOUT: Final = Path(__file__).parent / "layouts" / "letter.docx"
"""Edited in Word; what stands in {{ }} and {% %} is filled in."""


@dataclass(frozen=True)
class LetterLine:
    """A paragraph of the letter, or the head of some."""

    shape: Literal["heading", "sentence"]
    text: str


@dataclass(frozen=True)
class Letter:
    """What stands in a letter, from its head to its foot; what the owner has not given is marked, and the number and
    the day stay open until it is signed."""

    parent: str
    owner: str
    number: str
    about: str
    place_day: str
    to: str
    lines: tuple[LetterLine, ...]
    recipients: tuple[str, ...]
    authority: str
    signatory_title: str
    signatory: str


def letter_of(ledger: Ledger, agency: Agency, year: int, form: str, text: Words, layout: Path = LETTER_LAYOUT) -> bytes:
    """The letter to one body as DOCX; `form` is the file name of its form. The same bytes for the same ledger. Raises
    BrokenLayout where what somebody wrote into the layout cannot be filled in."""
    about = text.say("forms.letter.about", **plan_words(ledger, year, text))
    letter = letter_to(ledger, agency, year, about, _lines(ledger, agency, year, form, text), text)
    return letter_file(letter, ledger.plan.full_window(year).start, text, layout)


def letter_file(letter: Letter, day: date, text: Words, layout: Path = LETTER_LAYOUT) -> bytes:
    """A letter as DOCX, a file of that day. Raises BrokenLayout."""
    template = filled_layout(layout, {"letter": letter, "said": text.family("forms.letter")})
    return docx_bytes(template, letter.about, text.lang, day)


def letter_to(
    ledger: Ledger, agency: Agency, year: int, about: str, lines: Iterable[LetterLine], text: Words
) -> Letter:
    """A letter of the owner's to one body, its head and foot as far as the owner has given them."""
    owner = ledger.library.data.owner
    blocks = (owner and owner.report) or ReportBlocks()
    place = _given(blocks.place[text.lang], "place", text)
    return Letter(
        parent=_given(owner.parent[text.lang] if owner else None, "parent", text).upper(),
        owner=_owner(owner, text).upper(),
        number=text.say("forms.letter.number"),
        about=about,
        place_day=text.say("forms.letter.place_day", place=place, year=year),
        to=text.say("forms.letter.to", body=agency.called(text.lang)),
        lines=tuple(lines),
        recipients=text.listed("forms.letter.copies"),
        authority=_given(blocks.authority[text.lang], "authority", text).upper(),
        signatory_title=_given(blocks.signatory_title[text.lang], "signatory_title", text).upper(),
        signatory=_given(blocks.signatory, "signatory", text),
    )


def _given(value: str | None, what: str, text: Words) -> str:
    return value or text.say("report.empty", what=text.say(f"report.blanks.{what}"))


def _owner(owner: Owner | None, text: Words) -> str:
    return _given(owner.name[text.lang] if owner else None, "owner", text)


def _lines(ledger: Ledger, agency: Agency, year: int, form: str, text: Words) -> Iterator[LetterLine]:
    """Why it is written, what is asked sheet by sheet, of which days, how to fill in, by when and to whom."""
    named = {**plan_words(ledger, year, text), "form": form, "body": agency.called(text.lang)}

    def said(name: str) -> str:
        return text.say(f"forms.letter.{name}", **named)

    yield LetterLine("sentence", said("opening"))
    for name in ("what", "how", "back"):
        yield LetterLine("heading", said(f"{name}_title"))
        yield LetterLine("sentence", said(name))
        if name == "what":
            yield from (LetterLine("sentence", line) for line in _asked(ledger, agency, year, text))
    yield LetterLine("sentence", said("closing"))


def _asked(ledger: Ledger, agency: Agency, year: int, text: Words) -> Iterator[str]:
    """A line for each sheet: what stands on it, as this body is asked it."""
    for sheet in form_for(ledger.plan, agency, year, text).sheets:
        parts = "; ".join(f"{title[:1].lower()}{title[1:]}" for title in sheet.asked)
        yield text.say("forms.letter.sheet", sheet=sheet.title, parts=parts)
