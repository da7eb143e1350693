"""The page of a recording says whose voice it is, what it says, what each file weighs; its list is honest."""

import json
import re

import pytest

import sounds
from conftest import MADE_UP, SITE, TODAY, Corpus, Site
from portal.content.library import open_library
from portal.plan.ledger import open_registers
from portal.site.built import build_of
from portal.site.site import Settings

PAGE = "nghe/buoc-mau-hmn/"
FILM = "nghe/phim-mau/"


def test_the_files_of_the_small_site_are_of_our_own_making() -> None:
    assert (MADE_UP / "docs/nghe/buoc-mau-hmn.opus").read_bytes() == sounds.opus(6)
    assert (MADE_UP / "docs/nghe/phim-mau.mp3").read_bytes() == sounds.mp3(4)
    assert (MADE_UP / "docs/nghe/phim-mau.mp4").read_bytes() == sounds.mp4(4)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("", ("Người nói mẫu", "Người dịch mẫu", "Người duyệt mẫu", "1/11/2026", "6 giây", "15,6 KB", "24 KB")),
        ("en/", ("Người nói mẫu", "Người dịch mẫu", "Người duyệt mẫu", "1 November 2026", "6 s", "15.6 KB", "24 KB")),
    ],
)
def test_it_says_who_spoke_translated_and_reviewed_and_what_each_file_weighs(
    site: Site, lang: str, said: tuple[str, ...]
) -> None:
    page = site.pages[lang + PAGE]
    shown = re.sub(r"<script.*?</script>", "", page, flags=re.S).replace("\u00a0", " ")
    assert [words for words in said if words not in shown] == []
    assert "Tủ mẫu" not in page  # where the paper is kept is nobody's business


def test_the_transcript_is_in_the_language_one_hears_on_both_pages(site: Site) -> None:
    for lang in ("", "en/"):
        block = re.search(r'<section class="transcript".*?</section>', site.pages[lang + PAGE], re.S)
        assert block is not None
        assert '<div lang="hmn">' in block[0]
        assert "Lời mẫu ở đoạn đầu" in block[0]


def test_the_page_it_says_leads_to_it_and_no_machine_reads_it(site: Site) -> None:
    assert 'href="../../nghe/buoc-mau-hmn/"' in site.pages["tro-giup/buoc-mau/"]
    assert 'href="../../nghe/buoc-mau-hmn/"' in site.pages["en/tro-giup/buoc-mau/"]
    assert "data-read-aloud" not in site.pages[PAGE]


def test_pages_without_a_recording_load_nothing_of_it(site: Site) -> None:
    with_it = {path for path, page in site.pages.items() if "recording.js" in page}
    assert with_it == {lang + path for lang in ("", "en/") for path in (PAGE, FILM)}


def test_machines_are_told_each_file_once(site: Site) -> None:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.pages[FILM], re.S)
    (film,) = (node for node in map(json.loads, found) if node["@type"] == "VideoObject")
    assert film["contentUrl"].endswith("nghe/phim-mau.mp4")
    assert film["duration"] == "PT0M4S"
    assert [one["@type"] for one in film["encoding"]] == ["AudioObject", "AudioObject"]


def test_the_list_names_languages_without_a_recording_and_what_one_needs(site: Site) -> None:
    page = site.pages["nghe/"]
    assert page.index("Tiếng Mông") < page.index("Tiếng Việt") < page.index("tiếng Thái Đen")
    assert "người dịch có tên" in page
    assert "podcast-hmn.xml" in page


def told_site(corpus: Corpus, **fields: str) -> frozenset[str]:
    """The files of a site with one recording."""
    page = {"kind": "page", "agency": "", "sources": ""}
    waits = {key: value for key, value in fields.items() if key == "publish_after"}
    corpus.story("tro-giup/viec", title='"Trang đầy đủ"', body="Chữ.\n", **page, **waits)
    said = {
        **{"kind": "recording", "sources": "", "records": "tro-giup/viec", "medium": "sound", "voice": "human"},
        **{"speaker": '"Người nói"', "consent": '{given: 2026-01-10, note: "Tủ"}', "transcript": '["Lời."]'},
    }
    corpus.story("nghe/viec", title='"Bản ghi thử"', body="\n", spoken="vi", **said, **fields)
    sounds.put(corpus.root, "nghe/viec", 3)
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    build = build_of(open_registers(library, TODAY), Settings(SITE, ""), TODAY)
    return frozenset(build.beside_pages.files)


def test_sound_is_published_with_its_page_and_not_before(corpus: Corpus) -> None:
    assert {"nghe/viec.opus", "nghe/viec.mp3", "nghe/podcast-vi.xml"} <= told_site(corpus)


def test_sound_of_a_page_that_waits_is_not_there_yet(corpus: Corpus) -> None:
    assert not [path for path in told_site(corpus, publish_after="2027-01-01") if path.startswith("nghe/viec")]
