"""Pages nobody wrote: one way to make them, and none ever takes the place of what an editor wrote."""

import pytest

from conftest import Corpus, portal_of
from portal.language.locales import LANGUAGES
from portal.language.places import BODIES, RECOMMENDATIONS, document_place, pair_place
from portal.site.made.unwritten import unwritten, with_made


@pytest.mark.parametrize("place", [BODIES, RECOMMENDATIONS, document_place("luat-thu"), pair_place("cat", "crc")])
def test_what_an_editor_wrote_stays_in_every_language(corpus: Corpus, place: str) -> None:
    corpus.story("tro-giup/noi-thu", title='"Do người viết"', kind="page", date="", agency="", sources="")
    library = portal_of(corpus).library
    written = with_made(library, {("vi", place): library.stories["vi", "tro-giup/noi-thu"]})
    made = {(lang, place): unwritten(lang, place, "Made", "About", "section") for lang in LANGUAGES}
    kept = with_made(written, {**made, ("vi", "gioi-thieu/khac"): made["vi", place]})
    assert kept.stories["vi", place].front.title == "Do người viết"
    assert ("en", place) not in kept.stories
    assert kept.stories["vi", "gioi-thieu/khac"].front.title == "Made"
