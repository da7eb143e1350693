"""Who owns the portal, and what the owner has still to give."""

from dataclasses import dataclass

from portal.content.known.house.owner import Owner
from portal.language.words import Words
from portal.site.spot import Spot
from portal.site.values import FactRow, OpenRow


@dataclass(frozen=True)
class ContactBlock:
    """What is known of the owner; a value is None where the owner has not given it."""

    owner: tuple[OpenRow, ...]


def contact_block(spot: Spot) -> ContactBlock:
    """The owner in the reader's language."""
    return ContactBlock(owner_rows(spot.site.owner, spot.words))


@dataclass(frozen=True)
class OwnerLines:
    """The owner at the foot of each page: what it has given, and one sentence of what it has still to give, "" where
    nothing is missing."""

    given: tuple[FactRow, ...]
    open: str


def owner_lines(owner: Owner | None, text: Words) -> OwnerLines:
    """The owner in few lines."""
    rows = owner_rows(owner, text)
    missing = ", ".join(row.label[:1].lower() + row.label[1:] for row in rows if row.value is None)
    given = tuple(FactRow(row.label, row.value) for row in rows if row.value is not None)
    return OwnerLines(given, text.say("welcome.owner_open", names=missing) if missing else "")


def owner_rows(owner: Owner | None, text: Words) -> tuple[OpenRow, ...]:
    """Everything an owner gives, in the order of the words; None for what is still missing."""
    return tuple(OpenRow(text.label("owner", name), _given(owner, name, text.lang)) for name in text.family("owner"))


def _given(owner: Owner | None, name: str, lang: str) -> str | None:
    value = getattr(owner, name, None)
    return value if value is None or isinstance(value, str) else value[lang]
