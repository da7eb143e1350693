"""Which built pages a change of files shows on: those of the places whose text changed, in every language."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from portal.language.locales import CODE
from portal.site.addresses import address

_TEXT: Final = re.compile(rf"content_{CODE}/(?P<place>.+)\.md")


def changed_pages(paths: Iterable[str], languages: Iterable[str], built: Collection[str]) -> tuple[str, ...]:
    """The addresses of the places whose file is among `paths` (relative to the root, with forward slashes), a place's
    languages together, in the order of places; of them those that were `built`, as a file that is gone has no page. A
    text changes its page in every language: facts are inherited, and a page says which languages it has. Lists that
    show a story are not among them."""
    codes = tuple(languages)
    places = sorted({found["place"] for path in paths if (found := _TEXT.fullmatch(path))})
    pages = (address(lang, place) for place in places for lang in codes)
    return tuple(dict.fromkeys(page for page in pages if page in built))
