"""An easy version of a page: short sentences, one idea a line, a drawing beside every few of them."""

import re
from typing import Annotated, Final, Literal

from pydantic import Field

from portal.content.front_matter import Front
from portal.content.publishing import PublicDay
from portal.content.strict import Strict
from portal.language import drawing_names, vocabulary
from portal.language.places import HELP, section_of
from portal.reading.fields import AgencyId, Said, Text
from portal.reading.markdown.markup import CITATION

EasyPicture = Literal[*drawing_names.DRAWINGS]  # type: ignore[valid-type]
_MARK: Final = re.compile(rf"(?<!\s)\s*{CITATION}")


class EasyPart(Strict):
    """A drawing, a heading and the sentences beside it, one a line. Each line ends with the marks of its sources, which
    are numbers of the full page's own and stand on no page: a reader meets the sentence alone."""

    picture: EasyPicture
    heading: Text
    lines: list[Text] = Field(min_length=1)

    @property
    def cited(self) -> frozenset[int]:
        """The full page's sources this part rests on."""
        return frozenset(number for line in self.lines for number in cited_in(line))


class Easy(Front):
    """What a full page says, for whoever reads little. It has no source of its own: it says nothing the full page does
    not say, and rests on the same. Its file is named after the full page's."""

    sections = (vocabulary.THEMES[0], vocabulary.THEMES[1], section_of(HELP))
    template = "easy.html"

    kind: Literal["easy"]
    date: PublicDay
    agency: AgencyId
    parts: Annotated[list[EasyPart], Said()] = Field(min_length=1)

    @property
    def cited(self) -> tuple[int, ...]:
        """The full page's sources that the page rests on, in their order there."""
        return tuple(sorted(frozenset[int]().union(*(part.cited for part in self.parts))))


def cited_in(line: str) -> tuple[int, ...]:
    """The numbers in the marks of a line: "Em được học [1, 8]." has 1 and 8."""
    return tuple(int(number) for found in _MARK.findall(line) for number in found.split(","))


def bare(line: str) -> str:
    """A line as it is read, without its marks."""
    return " ".join(_MARK.sub("", line).split())
