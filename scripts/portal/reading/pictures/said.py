"""The types of what an editor says of a picture: where it lies, how it may be used, who can be recognised in it."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from portal.language import vocabulary
from portal.reading.fields import Text, problem


def _below_the_folder(value: str) -> str:
    """Below docs/hinh/, whatever somebody who looks at the whole path would write before it."""
    below = re.sub(r"^(?:\.{0,2}/)*(?:docs/)?(?:hinh/)?", "", value.replace("\\", "/"))
    if value != below or "//" in value or ".." in value.split("/"):
        raise problem("picture-path", value=value, instead=below)
    return value


PicturePath = Annotated[Text, AfterValidator(_below_the_folder)]
PictureLicence = Literal[*vocabulary.PICTURE_LICENCES]  # type: ignore[valid-type]
PeopleSeen = Literal[*vocabulary.PEOPLE_SEEN]  # type: ignore[valid-type]
