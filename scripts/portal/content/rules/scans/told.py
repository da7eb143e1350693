"""A digitised document as its rules meet it: the story with its own model, and where each of its fields stands."""

from dataclasses import dataclass

from portal.content.fronts.scans import Scan
from portal.content.stories import Story
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted


@dataclass(frozen=True)
class ScanStory:
    """A story that is a digitised document, in the file that holds its facts."""

    story: Story
    front: Scan

    def told(self, place: Location, code: str, **values: object) -> Problem:
        """A problem at a place of its front matter."""
        document = self.story.document
        return Problem(document.path, document.line(place), dotted(place), code, values)
