"""Addresses live for ever: where pages went (data/moved.yml), which addresses were published (data/published.txt)."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Annotated, Final

from pydantic import AfterValidator, model_validator

from portal.content.front_matter import Withdrawal
from portal.content.strict import Strict
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.reading.fields import Text, matching, problem

MOVED_PATH: Final = "data/moved.yml"
PLACE_FORM: Final = r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*"

MovedFrom = Annotated[Text, AfterValidator(matching("not-a-place-of-a-page", PLACE_FORM))]


class MovedPage(Strict):
    """A place where a page stood, in every language: the place it has now, or that it was taken back and why."""

    place: MovedFrom
    to: MovedFrom | None = None
    withdrawn: Withdrawal | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "MovedPage":
        if (self.to is None) == (self.withdrawn is None):
            raise problem("moved-one-of-both", value=self.place)
        return self


def lines_to_add(addresses: Iterable[str]) -> str:
    """What to write into data/moved.yml for pages that are gone, a place a line: whoever writes it puts in where each
    went."""
    return "".join(f"{line_to_add(place)}\n" for place in dict.fromkeys(map(place_of_address, addresses)))


def line_to_add(place: str, near: Sequence[str] = ()) -> str:
    """The entry for one place; "…" stands for what nobody but its writer can know."""
    return f"- {{place: {place}, to: {near[0] if near else '…'}}}"


def place_of_address(address: str, locales: Container[str] = LANGUAGES) -> str:
    """The place behind an address of a page, in whichever language: "/en/cong-uoc/crc/" is "cong-uoc/crc"."""
    parts = address.strip("/").split("/")
    return "/".join(parts[1:] if parts[0] in locales and parts[0] != ORIGINAL else parts)


def published_addresses(text: str) -> Iterator[tuple[int, str]]:
    """(line, address) of each address of data/published.txt, as "" for the home page and "en/cong-uoc/" for others."""
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()
        if said and not said.startswith("#"):
            yield number, said.removeprefix("/")
