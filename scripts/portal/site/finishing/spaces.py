"""Line breaks that no reader sees: they keep templates legible, and every phone would pay for them."""

import re
from typing import Final

_BLOCKS: Final = (
    "article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|"
    "html|li|link|main|meta|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
"""Elements before which white space is not drawn."""
_DRAWN: Final = "svg|g|path|circle|rect|line|ellipse"
"""What stands in a drawing: nothing between its parts is a space."""
_BREAK: Final = re.compile(rf"(?<!\s)\s++(?=</?(?:{_BLOCKS})[\s>])|(?<=/>)\s++(?=</?(?:{_DRAWN})[\s/>])")
_KEPT: Final = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)


def without_unseen_breaks(page: str) -> str:
    """A whole page without the line breaks before its blocks; what stands as it was typed stays."""
    parts = _KEPT.split(page)
    return "".join(part if n % 3 else _BREAK.sub(_kept, part) for n, part in enumerate(parts) if n % 3 != 2)


def _kept(found: re.Match[str]) -> str:
    return "" if "\n" in found[0] else found[0]
