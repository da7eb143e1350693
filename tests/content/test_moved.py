"""Addresses live for ever: where pages went, what was published, and what check says where one would vanish."""

import shutil
from pathlib import Path

import pytest

from conftest import MADE_UP, ROOT, TODAY, Corpus, run
from doorway.publication import lists_of
from gzip_server import served
from portal.content.desk.address import PUBLISHED_PATH
from portal.content.known.moved import MOVED_PATH, lines_to_add, place_of_address
from portal.plan.corpus import open_corpus
from portal.reading.problems import Problem
from portal.site.files.manifest import MANIFEST
from portal.site.files.offline_copy import as_file
from portal.site.gate import gate_problems

OLD, NEW = "thanh-tuu/2026/bai-cu", "thanh-tuu/2026/bai"
GONE = "danh-sach/nhom/moi-nguoi/trang-7"
WHY = "why: {vi: Vì sao, en: Why}"


def problems(corpus: Corpus) -> list[Problem]:
    told = gate_problems(open_corpus(corpus.root, TODAY), TODAY, TODAY)
    return [one for one in told if one.path in (MOVED_PATH, PUBLISHED_PATH)]


def moved(corpus: Corpus, *arguments: str) -> tuple[int, str]:
    done = run("scripts/moved.py", "--root", str(corpus.root), "--lang", "en", *arguments)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (f"- {{place: {NEW}, to: {OLD}}}", "moved-still-there"),
        (f"- {{place: {OLD}, to: thanh-tuu/2026/bau}}", "moved-nowhere"),
        (f"- {{place: {OLD}, to: {NEW}}}\n- {{place: thanh-tuu/xa, to: {OLD}}}", "moved-again"),
        (f"- {{place: en/{OLD}, to: {NEW}}}", "moved-with-language"),
        (f"- {{place: {OLD}}}", "moved-one-of-both"),
        (f"- {{place: {OLD}, to: {NEW}, withdrawn: {{date: 2026-01-02, {WHY}}}}}", "moved-one-of-both"),
        (f"- {{place: {OLD}, withdrawn: {{date: 2026-01-02, {WHY}, instead: thanh-tuu/2026/bau}}}}", "moved-nowhere"),
        (f"- {{place: ../../{OLD}, to: {NEW}}}", "not-a-place-of-a-page"),
        (f"- {{place: /{OLD}/, to: {NEW}}}", "not-a-place-of-a-page"),
        (f"- {{place: {OLD}, to: {NEW}}}\n- {{place: {OLD}, to: {NEW}}}", "id-twice"),
        (f"- {{place: {OLD}, to: {NEW}, because: x}}", "field-strange"),
    ],
)
def test_an_entry_that_would_lead_a_reader_astray_is_told(corpus: Corpus, entry: str, code: str) -> None:
    corpus.story(NEW)
    corpus.english(NEW)
    corpus.write(MOVED_PATH, f"{entry}\n")
    found = problems(corpus)
    assert code in [one.code for one in found]
    assert all(one.line in (1, 2) for one in found)


def test_entries_that_lead_to_a_page_or_say_why_there_is_none_are_right(corpus: Corpus) -> None:
    corpus.story(NEW)
    corpus.write(MOVED_PATH, f"- {{place: {OLD}, to: {NEW}}}\n- {{place: x, withdrawn: {{date: 2026-01-02, {WHY}}}}}\n")
    assert problems(corpus) == []


def test_an_address_that_was_published_and_is_gone_is_told_once_with_the_line_to_add(corpus: Corpus) -> None:
    corpus.story(NEW)
    corpus.write(PUBLISHED_PATH, f"# published\n/{NEW}/\n/{OLD}/\n/en/{OLD}/\n/en/{NEW}/\n")
    (told,) = problems(corpus)
    assert (told.line, told.code, told.values["value"]) == (3, "address-gone", f"/{OLD}/")
    assert told.values["line"] == f"- {{place: {OLD}, to: {NEW}}}"
    corpus.write(MOVED_PATH, f"{told.values['line']}\n")
    assert problems(corpus) == []


def test_a_page_of_a_list_that_is_gone_is_for_no_editor_to_write_down(corpus: Corpus) -> None:
    corpus.story(NEW)
    lists = ("danh-sach/nhom/moi-nguoi/trang-7", "danh-sach/nhom/moi-nguoi/2", "danh-sach/noi/khong-con")
    corpus.write(PUBLISHED_PATH, "".join(f"/{place}/\n/en/{place}/\n" for place in lists))
    assert problems(corpus) == []
    corpus.write(PUBLISHED_PATH, "/danh-sachkhac/nhom/2/\n")
    assert [one.code for one in problems(corpus)] == ["address-gone"]


def test_a_page_is_renamed_in_every_language_and_its_address_leads_on_also_from_earlier_ones(corpus: Corpus) -> None:
    corpus.story(OLD)
    corpus.english(OLD)
    assert moved(corpus, OLD, NEW)[0] == 0
    assert [(corpus.root / f"content_{lang}" / f"{NEW}.md").is_file() for lang in ("vi", "en")] == [True, True]
    assert not (corpus.root / "content_vi" / f"{OLD}.md").exists()
    assert moved(corpus, f"https://a.vn/en/{NEW}/", "content_vi/thanh-tuu/2026/ba.md")[0] == 0
    text = (corpus.root / MOVED_PATH).read_text("utf-8")
    assert text.count("to: thanh-tuu/2026/ba\n") == 2
    assert problems(corpus) == []
    assert moved(corpus, "thanh-tuu/2026/ba", OLD)[0] == 0  # back where it was
    assert f"place: {OLD}\n" not in (corpus.root / MOVED_PATH).read_text("utf-8")
    assert problems(corpus) == []


def test_what_cannot_be_so_is_refused_and_nothing_is_written(corpus: Corpus) -> None:
    corpus.story(NEW)
    corpus.story("thanh-tuu/2026/khac", title='"Một bài viết khác hẳn"')
    for arguments, code, why in (
        ((), 2, "write: python scripts moved"),
        ((NEW, "--withdrawn"), 2, "say why"),
        (("thanh-tuu/x", "thanh-tuu/2026/baj"), 1, f"did you mean: {NEW}?"),
        ((NEW, "thanh-tuu/2026/khac"), 1, "delete or withdraw the old one first"),
        ((NEW, NEW), 2, "are the same"),
        (("../x", NEW), 2, "no place of a page"),
        (("--record", str(corpus.root)), 1, ""),
    ):
        done, said = moved(corpus, *arguments)
        assert (done, why in said) == (code, True), said
    assert not (corpus.root / MOVED_PATH).exists()
    corpus.write(MOVED_PATH, "- {place: [x]}\n")
    assert moved(corpus, "thanh-tuu/cu", NEW)[0] == 1
    assert (corpus.root / MOVED_PATH).read_text("utf-8") == "- {place: [x]}\n"


def test_what_is_published_is_written_down_from_its_address_and_before_the_first_time_there_is_nothing(
    corpus: Corpus, tmp_path: Path
) -> None:
    corpus.story(NEW)
    site = tmp_path / "published"
    (site / "thanh-tuu/cu").mkdir(parents=True)
    with served(site) as server:
        assert moved(corpus, "--record", server.base())[0] == 0
        assert not (corpus.root / PUBLISHED_PATH).exists()
        (site / "thanh-tuu/cu/index.html").write_text("<p>Một trang</p>")
        (site / MANIFEST).write_bytes(lists_of(site)[MANIFEST])
        assert moved(corpus, "--record", server.base())[0] == 0
    assert moved(corpus, "--record", server.base())[0] == 1  # nobody answers any more
    assert (corpus.root / PUBLISHED_PATH).read_text("utf-8").splitlines()[1:] == ["/thanh-tuu/cu/"]
    assert [one.code for one in problems(corpus)] == ["address-gone"]


def test_a_page_that_still_waits_for_its_day_is_renamed_and_leaves_no_entry(corpus: Corpus) -> None:
    corpus.story(OLD, publish_after="2099-01-01")
    assert moved(corpus, OLD, NEW)[0] == 0
    assert not (corpus.root / MOVED_PATH).exists()
    assert (corpus.root / "content_vi" / f"{NEW}.md").is_file()


def test_places_are_found_behind_addresses_of_every_language() -> None:
    assert [place_of_address(one) for one in ("/en/a/b/", "a/b/", "/", "en/")] == ["a/b", "a/b", "", ""]
    assert lines_to_add(["a/", "en/a/", "b/"]) == "- {place: a, to: …}\n- {place: b, to: …}\n"


@pytest.fixture
def led(tmp_path: Path) -> Path:
    """The small site, in which two addresses lead on and one tells why there is no page; two lists were longer."""
    shutil.copytree(MADE_UP, tmp_path / "corpus")
    (tmp_path / "corpus" / MOVED_PATH).write_text(
        "- {place: cu, to: thanh-tuu/2026/so-lieu-mau}\n- {place: thanh-tuu/cu, to: thanh-tuu/2026/chi-tieng-anh}\n"
        "- place: thanh-tuu/2026/bo\n  withdrawn: {date: 2026-01-02, why: {vi: 'Vì <sao>', en: Why}}\n",
        encoding="utf-8",
    )
    (tmp_path / "corpus" / PUBLISHED_PATH).write_text(f"/{GONE}/\n/danh-sach/noi/khong-con/\n", "utf-8")
    done = run("scripts/build.py", "--root", str(tmp_path / "corpus"), "--site", str(tmp_path / "site"), cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path / "site"


def test_old_addresses_lead_on_without_a_script_or_say_why_not_and_no_machine_lists_them(led: Path) -> None:
    page, english = (led / "cu/index.html").read_text("utf-8"), (led / "en/cu/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../thanh-tuu/2026/so-lieu-mau/">' in page
    assert '<link rel="canonical" href="https://example.org/thanh-tuu/2026/so-lieu-mau/">' in page
    assert '<a class="more" href="../thanh-tuu/2026/so-lieu-mau/">' in page
    assert "<script" not in page
    assert (
        'href="../../en/thanh-tuu/2026/so-lieu-mau/"' in english or 'href="../thanh-tuu/2026/so-lieu-mau/"' in english
    )
    assert 'url=../../en/thanh-tuu/2026/chi-tieng-anh/"' in (led / "thanh-tuu/cu/index.html").read_text("utf-8")
    gone = (led / "thanh-tuu/2026/bo/index.html").read_text("utf-8")
    assert "Vì &lt;sao&gt;" in gone
    assert 'http-equiv="refresh"' not in gone
    assert (led / "thanh-tuu/2026/bo/410.txt").is_file()  # a server answers that it has gone
    assert not (led / "cu/410.txt").exists()
    copy = as_file(page, "cu/")  # from a USB stick
    assert 'content="0; url=../thanh-tuu/2026/so-lieu-mau/index.html"' in copy
    assert "style-src file:" in copy
    assert "/cu/" not in (led / "sitemap.xml").read_text("utf-8")
    assert "2026/bo/" not in (led / "sitemap.xml").read_text("utf-8")


def test_a_page_of_a_list_that_is_gone_leads_to_its_list_and_a_list_that_is_gone_to_all_of_them(led: Path) -> None:
    for place, goal in ((GONE, "../"), (f"en/{GONE}", "../"), ("danh-sach/noi/khong-con", "../../")):
        page = (led / place / "index.html").read_text("utf-8")
        assert f'<meta http-equiv="refresh" content="0; url={goal}">' in page
        assert (led / place / goal / "index.html").is_file()
        assert f"/{place}/" not in (led / "sitemap.xml").read_text("utf-8")
