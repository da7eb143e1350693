"""A recording as its rules meet it: the story with its own model, and where each of its fields stands."""

from dataclasses import dataclass

from portal.content.fronts.recordings import Recording
from portal.content.stories import Story
from portal.reading.problems import Problem


@dataclass(frozen=True)
class RecordingStory:
    """A story that is a recording, in the file that holds its facts."""

    story: Story
    front: Recording

    def told(self, field: str, code: str, **values: object) -> Problem:
        """A problem at a field of its front matter."""
        document = self.story.document
        return Problem(document.path, document.line((field,)), field, code, values)
