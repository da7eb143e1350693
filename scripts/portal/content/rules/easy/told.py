"""An easy version as its rules meet it: the story with its own model, and where each of its lines stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.fronts.easy import Easy
from portal.content.stories import Story
from portal.language.places import full_place
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted


@dataclass(frozen=True)
class EasyStory:
    """A story that is an easy version."""

    story: Story
    front: Easy

    @property
    def full(self) -> str:
        """The place of its full page, "" where its name tells none."""
        return full_place(self.story.place)

    def told(self, place: Location, code: str, **values: object) -> Problem:
        """A problem at a field of its front matter."""
        document = self.story.document
        return Problem(document.path, document.line(place), dotted(place), code, values)

    def lines(self) -> Iterator[tuple[Location, str]]:
        """Every line with its marks, and where it stands."""
        for number, part in enumerate(self.front.parts):
            yield from ((("parts", number, "lines", index), line) for index, line in enumerate(part.lines))

    def headings(self) -> Iterator[tuple[Location, str]]:
        """The heading of every part, and where it stands."""
        yield from ((("parts", number, "heading"), part.heading) for number, part in enumerate(self.front.parts))
