"""The pictures of texts as files of the site: made once and kept, as cards and charts are."""

from collections.abc import Iterator
from functools import partial

from portal.reading.keeping.kept import CACHE, kept
from portal.site.files.output import Output
from portal.site.pictures.made import picture_key, sizes_of
from portal.site.site import Site


def picture_files(site: Site) -> Iterator[Output]:
    """Every size and form of every picture."""
    for picture in site.dress.pictures.values():
        key = picture_key(picture)
        for size, make in sizes_of(picture):
            name = f"{key}-{size.width}.{size.form}"
            draw = partial(kept, site.settings.house / CACHE / "pictures" / name, make)
            yield Output(size.path, f"{key}-{size.width}", draw, f"docs/{picture.path}")
