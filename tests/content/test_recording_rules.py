"""A recording names real people who agreed, says a page there is, and has files that a phone and an old player take."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

import sounds
from conftest import TODAY, Corpus
from portal.content.library import Library, open_library

PAGE = "tro-giup/viec"
PLACE = "nghe/viec-hmn"
SECONDS = 6
SOUND = {
    "kind": "recording",
    "date": "2026-02-01",
    "sources": "",
    "records": PAGE,
    "medium": "sound",
    "spoken": "hmn",
    "voice": "human",
    "speaker": '"Một người nói"',
    "consent": '{given: 2026-01-20, note: "Tủ giấy tờ"}',
    "script_translator": '"Người dịch"',
    "script_reviewer": '"Người duyệt"',
    "transcript": '["Lời một.", "Lời hai."]',
    "title": '"Bản ghi thử"',
}
FILM = {"medium": "film"}


def opened(corpus: Corpus, fields: Mapping[str, str] = MappingProxyType({}), files: bool = True) -> Library:
    if not (corpus.root / f"content_vi/{PAGE}.md").exists():
        corpus.story(PAGE, title='"Trang đầy đủ"', body="Chữ.\n", kind="page", agency="", sources="")
    corpus.story(PLACE, body="\n", **{**SOUND, **fields})
    if files:
        sounds.put(corpus.root, PLACE, SECONDS, film=fields.get("medium") == "film", tag=fields.get("spoken", "hmn"))
    return open_library(corpus.root, TODAY)


def told(corpus: Corpus, /, **fields: str) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in opened(corpus, fields).problems]


def lay(corpus: Corpus, ending: str, data: bytes) -> Path:
    return corpus.write(f"docs/{PLACE}{ending}", data)


def test_a_recording_with_both_qualities_and_its_people_passes(corpus: Corpus) -> None:
    assert told(corpus) == []


def test_a_film_with_captions_passes_and_has_its_sound_too(corpus: Corpus) -> None:
    assert told(corpus, medium="film") == []
    (corpus.root / f"docs/{PLACE}.opus").unlink()
    assert [one.code for one in open_library(corpus.root, TODAY).problems] == ["recording-file-missing"]


def test_in_vietnamese_nobody_has_to_have_translated(corpus: Corpus) -> None:
    assert told(corpus, spoken="vi", script_translator="", script_reviewer="") == []


@pytest.mark.parametrize("name", ["consent", "speaker", "transcript", "records", "voice", "medium", "spoken", "agency"])
def test_what_a_recording_cannot_do_without_is_told(corpus: Corpus, name: str) -> None:
    assert told(corpus, **{name: ""}) == [(name, "missing-field")]


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"script_translator": ""}, "script_translator", "recording-nobody-named"),
        ({"script_reviewer": ""}, "script_reviewer", "recording-nobody-named"),
        ({"spoken": "en", "script_reviewer": ""}, "script_reviewer", "recording-nobody-named"),
        ({"voice": "synthetic"}, "voice", "recording-synthetic"),
        ({"script_translator": '"Google Dịch"'}, "script_translator", "recording-by-machine"),
        ({"script_reviewer": '"máy dịch"'}, "script_reviewer", "recording-by-machine"),
        ({"script_reviewer": '"người dịch"'}, "script_reviewer", "recording-one-person"),
        ({"consent": '{given: 2026-02-02, note: "Tủ"}'}, "consent", "recording-consent-late"),
        ({"records": "tro-giup/khong-co"}, "records", "recording-of-nothing"),
        ({"records": PLACE}, "records", "recording-of-nothing"),
        ({"records": f"loa/{PAGE}"}, "records", "recording-of-no-script"),
        ({"spoken": "mn"}, "spoken", "not-a-language"),
        ({"voice": "robot"}, "voice", "not-a-choice"),
        ({"machine_translated": "true"}, "machine_translated", "field-strange"),
    ],
)
def test_who_and_what_is_told_at_its_field(corpus: Corpus, fields: dict[str, str], field: str, code: str) -> None:
    assert told(corpus, **fields) == [(field, code)]


@pytest.mark.parametrize("tag", ["blt", "twh", "hmn", "hnj", "mww", "kjg", "lo", "hmn-Hmng"])
def test_no_machine_speaks_a_language_of_the_peoples(corpus: Corpus, tag: str) -> None:
    assert ("voice", "recording-synthetic") in told(corpus, voice="synthetic", spoken=tag)


def test_a_machine_may_read_vietnamese_where_the_page_says_so(corpus: Corpus) -> None:
    assert told(corpus, voice="synthetic", spoken="vi", script_translator="", script_reviewer="") == []


def test_files_that_are_missing_are_told_with_where_to_put_them(corpus: Corpus) -> None:
    problems = opened(corpus, files=False).problems
    assert [one.code for one in problems] == ["recording-file-missing"] * 2
    assert {one.values["value"] for one in problems} == {f"docs/{PLACE}.opus", f"docs/{PLACE}.mp3"}
    assert {one.line for one in problems} == {_line(corpus, "medium")}


def _line(corpus: Corpus, name: str) -> int:
    rows = (corpus.root / f"content_vi/{PLACE}.md").read_text("utf-8").splitlines()
    return next(number for number, row in enumerate(rows, 1) if row.startswith(f"{name}:"))


@pytest.mark.parametrize(
    ("ending", "data", "code"),
    [
        (".opus", sounds.opus(SECONDS, 40), "recording-bits"),
        (".opus", sounds.opus(SECONDS, 8), "recording-bits"),
        (".mp3", sounds.mp3(SECONDS, 128), "recording-bits"),
        (".mp3", sounds.mp3(SECONDS + 2), "recording-lengths"),
        (".opus", sounds.opus(SECONDS)[:60], "recording-unplayable"),
        (".mp3", b"\xff\xf3" + bytes(3000), "recording-unplayable"),
    ],
)
def test_a_file_nobody_can_well_hear_is_told(corpus: Corpus, ending: str, data: bytes, code: str) -> None:
    opened(corpus)
    lay(corpus, ending, data)
    assert [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems] == [("medium", code)]


def test_an_hour_in_one_file_is_too_heavy(corpus: Corpus) -> None:
    opened(corpus)
    lay(corpus, ".opus", sounds.opus(1100, 24))
    lay(corpus, ".mp3", sounds.mp3(1100))
    codes = {one.code for one in open_library(corpus.root, TODAY).problems}
    assert codes == {"recording-heavy"}


def test_a_file_that_is_not_what_its_ending_says_is_told_once(corpus: Corpus) -> None:
    opened(corpus)
    lay(corpus, ".mp3", b"<html>")
    assert [one.code for one in open_library(corpus.root, TODAY).problems] == ["published-not-as-named"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:03.000\nA\n\n00:00.500 --> 00:04.000\nB\n", "captions-times", 6),
        ("WEBVTT\n\n00:01,000 --> 00:03,000\nA\n", "captions-times", 3),
        ("WEBVTT\n\n00:01.000 --> 00:59.000\nA\n", "captions-behind", 3),
        ("WEBVTT\n\nA\n", "captions-none", 1),
    ],
)
def test_captions_that_do_not_fit_are_told_at_their_line(corpus: Corpus, text: str, code: str, line: int) -> None:
    opened(corpus, FILM)
    lay(corpus, ".hmn.vtt", text.encode())
    (problem,) = open_library(corpus.root, TODAY).problems
    assert (problem.path, problem.line, problem.code) == (f"docs/{PLACE}.hmn.vtt", line, code)


def test_a_film_without_captions_in_what_is_spoken_is_told(corpus: Corpus) -> None:
    opened(corpus, FILM)
    file = corpus.root / f"docs/{PLACE}.hmn.vtt"
    file.rename(file.with_name("viec-hmn.vi.vtt"))
    assert [one.code for one in open_library(corpus.root, TODAY).problems] == ["recording-no-captions"]


@pytest.mark.parametrize("path", ["nghe/khac.mp3", "tai-lieu/hat.opus", "nghe/khac.vi.vtt", "nghe/khac.mp4"])
def test_sound_that_belongs_to_no_page_is_told(corpus: Corpus, path: str) -> None:
    opened(corpus)
    data = {"mp3": sounds.mp3(1), "opus": sounds.opus(1), "mp4": sounds.mp4(1), "vtt": sounds.captions(1).encode()}
    corpus.write(f"docs/{path}", data[path.rpartition(".")[2]])
    assert [(one.path, one.code) for one in open_library(corpus.root, TODAY).problems] == [
        (f"docs/{path}", "recording-file-of-nobody")
    ]


def test_captions_say_their_language(corpus: Corpus) -> None:
    opened(corpus)
    lay(corpus, ".vtt", sounds.captions(2).encode())
    assert [one.code for one in open_library(corpus.root, TODAY).problems] == ["captions-language"]


def test_a_tag_that_names_somebody_and_a_spot_are_told(corpus: Corpus) -> None:
    opened(corpus, FILM)
    lay(corpus, ".mp3", sounds.mp3(SECONDS, artist="Lò Văn Mẫu"))
    lay(corpus, ".mp4", sounds.mp4(SECONDS, where=True))
    codes = {(one.path, one.code) for one in open_library(corpus.root, TODAY).problems}
    assert codes == {(f"docs/{PLACE}.mp3", "file-author"), (f"docs/{PLACE}.mp4", "file-place")}


def test_names_of_who_spoke_and_translated_need_no_second_declaration(corpus: Corpus) -> None:
    names = {"speaker": '"Lò Thị Mẫu"', "script_translator": '"Giàng A Mẫu"', "script_reviewer": '"Vừ Thị Mẫu"'}
    assert told(corpus, **names) == []
    assert told(corpus, transcript='["Tôi là Lò Thị Mẫu."]') == [("transcript[1]", "private-name")]


def test_a_page_that_changed_since_is_a_doubt_and_stops_nothing(corpus: Corpus) -> None:
    corpus.story(PAGE, title='"Trang đầy đủ"', body="Chữ.\n", kind="page", agency="", sources="", updated="2026-03-01")
    (problem,) = opened(corpus).problems
    assert (problem.code, problem.is_doubt) == ("recording-older", True)
    assert told(corpus, updated="2026-03-02") == []


def test_it_waits_with_the_page_it_says(corpus: Corpus) -> None:
    page = {"kind": "page", "agency": "", "sources": "", "publish_after": "2027-01-01"}
    corpus.story(PAGE, title='"Trang đầy đủ"', body="Chữ.\n", **page)
    assert told(corpus) == [("publish_after", "recording-before-page")]
    assert told(corpus, publish_after="2027-01-01") == []


def test_it_stands_in_its_own_section_alone(corpus: Corpus) -> None:
    opened(corpus)
    file = corpus.root / f"content_vi/{PLACE}.md"
    corpus.write("content_vi/tro-giup/ban-ghi.md", file.read_bytes())
    codes = [(one.path, one.code) for one in open_library(corpus.root, TODAY).problems]
    assert ("content_vi/tro-giup/ban-ghi.md", "kind-in-section") in codes


def test_an_english_file_repeats_none_of_its_facts(corpus: Corpus) -> None:
    opened(corpus)
    corpus.english(PLACE, body="\n", transcript='["One."]')
    assert [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems] == [
        ("transcript", "repeated-field")
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_message_says_what_to_do(corpus: Corpus, lang: str) -> None:
    for problem in opened(corpus, {"script_translator": "", "voice": "synthetic"}, files=False).problems:
        assert ";" in problem.message(lang) or ":" in problem.message(lang)
