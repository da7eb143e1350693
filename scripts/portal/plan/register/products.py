"""A product, and the files in which bodies enter theirs: the register, kept in a spreadsheet."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portal.language import vocabulary
from portal.reading.files import files_named

PRODUCTS_FOLDER = "data/products"


@dataclass(frozen=True, slots=True)
class Product:
    """One product of one body. `id` is <year>/<agency>/<what its row says>, of a page of the portal its place. `theme`
    is 1 to 5, None of a page that belongs to no theme; `path` and `line` say where it was entered. `kind` is that of
    the portal's own page, "" of what bodies entered."""

    id: str
    date: date
    title: str
    agency: str
    theme: int | None
    formats: tuple[str, ...]
    channels: tuple[str, ...]
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    path: str
    line: int
    places: tuple[str, ...] = ()
    quantity: int | None = None
    url: str = ""
    from_portal: bool = False
    kind: str = ""

    @property
    def is_digital(self) -> bool:
        """Whether it was shown on a digital platform."""
        return not vocabulary.DIGITAL_CHANNELS.isdisjoint(self.channels)


def register_files(root: Path) -> list[Path]:
    """The files of the register: data/products/*.csv."""
    return files_named(root / PRODUCTS_FOLDER, "*.csv")
