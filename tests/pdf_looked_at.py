"""A printed PDF as its readers' programs meet it: its tags in order, its letters, what stands where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

POINT = 25.4 / 72
_PAINTS = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"Tj", b"TJ", b"'", b'"', b"BI"}


@dataclass(frozen=True)
class Tag:
    """An element of the tree of tags: its type, and what stands for it in words."""

    name: str
    alternative: str


def root_of(reader: PdfReader) -> Any:
    """What a PDF says of itself as a whole."""
    return reader.trailer["/Root"]


def tags(reader: PdfReader) -> list[Tag]:
    """Every element of the tree in its order."""
    return list(_below(root_of(reader)["/StructTreeRoot"].get("/K")))


def _below(element: Any) -> Iterator[Tag]:
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for one in element:
            yield from _below(one)
    elif isinstance(element, dict) and "/S" in element:
        yield Tag(element["/S"], str(element.get("/Alt", "")))
        yield from _below(element.get("/K"))


def unmarked(reader: PdfReader) -> list[str]:
    """What is painted outside of every tag and every mark of what means nothing: (page, operator)."""
    found = []
    for number, page in enumerate(reader.pages):
        depth = 0
        for _, operator in ContentStream(page.get_contents(), reader).operations:
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            if operator in _PAINTS and not depth:
                found.append(f"{number}: {operator!r}")
    return found


def fonts(reader: PdfReader) -> dict[str, bool]:
    """Every font of every page and of every drawing on it, by its name: whether its letters come along."""
    return {name: embedded for page in reader.pages for name, embedded in _fonts(page.get("/Resources", {}))}


def _fonts(resources: Any) -> Iterator[tuple[str, bool]]:
    resources = resources.get_object()
    for font in resources.get("/Font", {}).values():
        one = font.get_object()
        below = one["/DescendantFonts"][0].get_object() if "/DescendantFonts" in one else one
        described = below.get("/FontDescriptor", {}).get_object()
        embedded = any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))
        yield str(one["/BaseFont"]).split("+")[-1], embedded and "/ToUnicode" in one
    for drawn in resources.get("/XObject", {}).values():
        yield from _fonts(drawn.get_object().get("/Resources", {})) if "/Resources" in drawn.get_object() else ()


def words_of(reader: PdfReader) -> str:
    """The text of every page, its blanks made alike."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def places(reader: PdfReader) -> list[tuple[float, float]]:
    """Where each run of letters begins, from the left and the lower edge of the cut page, in points."""
    found = []
    for page in reader.pages:
        left, lower = float(page.trimbox.left), float(page.trimbox.bottom)

        def note(text: str, matrix: Any, place: Any, *_: Any, at: tuple[float, float] = (left, lower)) -> None:
            if text.strip():
                x, y = place[4], place[5]
                down = matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
                found.append((down[0] - at[0], down[1] - at[1]))

        page.extract_text(visitor_text=note)
    return found
