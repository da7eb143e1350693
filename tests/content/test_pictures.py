"""Pictures of texts: where they lie, what is said of them, what stands for them in words, what they may not be."""

import io
from typing import Any

import pytest
from PIL import Image

from check import main as check
from conftest import TODAY, Corpus
from portal.content.library import open_library
from portal.reading.problems import Problem

ENTRY = "{file: 2026/be-nuoc.jpg, maker: 'Cơ quan', licence: portal, people: nobody}"
SHOWN = "Chữ [1].\n\n![Một bể nước bên nhà sàn]({})\n"
RIGHT = SHOWN.format("../../hinh/2026/be-nuoc.jpg")


def picture(form: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **more)
    return out.getvalue()


def moving(form: str) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def problems(corpus: Corpus) -> tuple[Problem, ...]:
    return open_library(corpus.root, TODAY).problems


def codes(corpus: Corpus) -> list[str]:
    return [problem.code for problem in problems(corpus)]


def shown(corpus: Corpus, body: str = RIGHT, entries: str = f"[{ENTRY}]", **files: bytes) -> list[str]:
    """The codes of a story with this text and these entries, beside a picture that is right."""
    corpus.write("docs/hinh/2026/be-nuoc.jpg", picture())
    corpus.story(body=body, pictures=entries)
    return codes(corpus)


def test_a_picture_with_its_entry_passes_in_every_form(corpus: Corpus) -> None:
    assert shown(corpus) == []
    for ending, form in (("jpeg", "JPEG"), ("png", "PNG"), ("webp", "WEBP"), ("avif", "AVIF")):
        corpus.write(f"docs/hinh/a.{ending}", picture(form))
        entry = f"[{{file: a.{ending}, maker: {{vi: 'Cơ quan', en: 'Body'}}, licence: cc_by, people: nobody}}]"
        body = SHOWN.format(f"../../hinh/a.{ending}")
        corpus.story(f"thanh-tuu/2026/{ending}", body, pictures=entry, title=f'"Bài {ending}"')
    corpus.write(
        "docs/hinh/b.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    )
    entry = "[{file: b.svg, maker: 'Cơ quan', licence: portal, people: nobody}]"
    corpus.story("thanh-tuu/2026/ve", SHOWN.format("../../hinh/b.svg"), pictures=entry, title='"Bài có hình vẽ"')
    assert codes(corpus) == []


@pytest.mark.parametrize("people", ["office", "consent"])
def test_whoever_can_be_recognised_needs_a_note_why(corpus: Corpus, people: str) -> None:
    entry = ENTRY.replace("nobody", people)
    assert shown(corpus, entries=f"[{entry}]") == ["picture-note"]
    assert shown(corpus, entries=f"[{entry.replace('}', ', note: phiếu số 3}')}]") == []


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (ENTRY.replace("portal", "google"), "not-a-choice"),
        (ENTRY.replace("nobody", "everybody"), "not-a-choice"),
        (ENTRY.replace(", licence: portal", ""), "missing-field-in"),
        (ENTRY.replace(", people: nobody", ""), "missing-field-in"),
        (ENTRY.replace("maker: 'Cơ quan', ", ""), "missing-field-in"),
        (ENTRY.replace("2026/", "docs/hinh/2026/"), "picture-path"),
        (ENTRY.replace("2026/", "hinh/2026/"), "picture-path"),
        (ENTRY.replace("2026/", "../../hinh/2026/"), "picture-path"),
        (ENTRY.replace("2026/", "/2026/"), "picture-path"),
        (ENTRY.replace("2026/", "2026\\\\"), "picture-path"),
        (ENTRY.replace("2026/", "a/../2026/"), "picture-path"),
    ],
)
def test_an_entry_that_is_not_right_is_told(corpus: Corpus, entry: str, code: str) -> None:
    assert code in shown(corpus, entries=f"[{entry}]")


def test_a_picture_without_an_entry_an_entry_without_a_picture_and_one_said_twice_are_told(corpus: Corpus) -> None:
    assert shown(corpus, entries="[]") == ["picture-undeclared"]
    assert shown(corpus, "Chữ [1].\n") == ["picture-unused"]
    assert shown(corpus, entries=f"[{ENTRY}, {ENTRY}]") == ["picture-twice"]
    assert shown(corpus, "Chữ [1].\n", "[]") == ["picture-nobodys"]


def test_both_languages_share_the_entries_and_one_may_show_what_the_other_does_not(corpus: Corpus) -> None:
    shown(corpus)
    corpus.english(body="Text [1].\n\n![A water tank beside a house on stilts](../../hinh/2026/be-nuoc.jpg)\n")
    assert codes(corpus) == []
    corpus.story(pictures=f"[{ENTRY}]")
    assert codes(corpus) == []
    corpus.story(body=RIGHT)
    (problem,) = problems(corpus)
    assert (problem.path, problem.code) == ("content_vi/thanh-tuu/2026/bai.md", "picture-undeclared")
    corpus.story()
    (problem,) = problems(corpus)
    assert problem.path.startswith("content_en/")
    assert problem.values["path"] == "content_vi/thanh-tuu/2026/bai.md"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("![Một bể nước đầy](../../tai-lieu/a.png)", "picture-place"),
        ("[hình bể nước](../../hinh/2026/be-nuoc.jpg)", "picture-linked"),
        ("![Một bể nước đầy](../../hinh/2026/khong-co.jpg)", "file-broken"),
        ("![Một bể nước đầy](https://bao.example.vn/a.jpg)", "picture-outside"),
        ("![Một bể nước đầy](http://bao.example.vn/a.jpg)", "picture-outside"),
        ("![Một bể nước đầy][a]\n\n[a]: https://bao.example.vn/a.jpg", "picture-outside"),
        ("![Một bể nước đầy]\n\n[Một bể nước đầy]: http://bao.example.vn/a.jpg", "picture-outside"),
        ("![Một bể nước đầy](//bao.example.vn/a.jpg)", "link-no-scheme"),
        ("![Một bể nước đầy](data:image/png;base64,iVBORw0KGgo=)", "link-scheme"),
        ("![Một bể nước đầy](C:\\anh\\be-nuoc.jpg)", "link-scheme"),
        ('<img src="../../hinh/2026/be-nuoc.jpg" alt="Một bể nước đầy">', "link-in-html"),
        ("[![Một bể nước đầy](../../hinh/2026/be-nuoc.jpg)](../index.md)", "picture-within"),
        ("## Mục ![Một bể nước đầy](../../hinh/2026/be-nuoc.jpg)", "picture-within"),
        ("![Một bể nước đầy](../../hinh/2026/be-nuoc.jpg){: width=4000 }", "html-attribute"),
    ],
)
def test_a_picture_shown_in_another_way_is_told(corpus: Corpus, body: str, code: str) -> None:
    corpus.write("docs/tai-lieu/a.png", picture("PNG"))
    corpus.story("thanh-tuu/index", kind="theme", title='"Chủ đề thử"')
    assert shown(corpus, f"{RIGHT}\n{body}\n") == [code]


@pytest.mark.parametrize(
    "words",
    [
        "be-nuoc", "be nuoc", "Bể nước", "BỂ-NƯỚC", "be_nuoc.jpg", "Bể nước.JPG", "Ảnh-bể-nước.jpg", "anh.heic",
        "IMG_20261128", "IMG 20261128 0012", "DSC_0042", "DSCN0042", "20261128_101500", "z5123456789012_0a1b2c3d4e5f",
        "Ảnh", "ảnh 1", "Hình 2", "hình ảnh", "Ảnh chụp màn hình 2026-11-28", "Screenshot 2026-11-28 at 10.15.00",
        "image", "Image (3)", "picture1", "photo", "Untitled", "Ảnh minh họa", "Hình minh hoạ 2", "1", "…",
        "WhatsApp Image", "FB_IMG_1606500000000", "a1b2c3d4e5f60718", "IMG_1234 (1) - Copy",
    ],
)  # fmt: skip
def test_what_a_file_is_called_is_no_description(corpus: Corpus, words: str) -> None:
    assert shown(corpus, RIGHT.replace("Một bể nước bên nhà sàn", words)) == ["picture-named"]


@pytest.mark.parametrize(
    "words",
    [
        "Bể nước ở bản", "Ảnh hoa ban trắng", "Hình chữ S trên bản đồ", "Màn hình tìm kiếm của cổng",
        "Ba người ký văn bản năm 2026", "Bảng số 3 cho thấy số hộ tăng", "Bản đồ tỉnh Điện Biên", "Cổng trường",
    ],
)  # fmt: skip
def test_what_can_be_seen_is_one(corpus: Corpus, words: str) -> None:
    assert shown(corpus, RIGHT.replace("Một bể nước bên nhà sàn", words)) == []


def test_a_description_may_not_be_a_text_of_its_own(corpus: Corpus) -> None:
    assert shown(corpus, RIGHT.replace("Một bể nước bên nhà sàn", "Một bể nước " * 20)) == ["picture-told-long"]


@pytest.mark.parametrize(
    "way", ["../hinh/2026/be-nuoc.jpg", "hinh/2026/be-nuoc.jpg", "../../../docs/hinh/2026/be-nuoc.jpg"]
)
def test_a_way_to_a_picture_that_is_not_right_is_one_mistake_with_the_right_way(corpus: Corpus, way: str) -> None:
    assert shown(corpus, SHOWN.format(way)) == ["picture-way"]
    (problem,) = problems(corpus)
    assert problem.values["instead"] == "../../hinh/2026/be-nuoc.jpg"


def test_a_picture_of_texts_is_nothing_a_publication_offers(corpus: Corpus) -> None:
    fields = {
        "kind": "publication",
        "title": '"Ấn phẩm thử"',
        "product": "{formats: [leaflet], channels: [print], languages: [vi], audiences: [everyone]}",
        "files": "[{path: hinh/2026/be-nuoc.jpg, lang: vi}]",
    }
    shown(corpus)
    corpus.story("an-pham/2026/to-roi", **fields)
    assert codes(corpus) == ["picture-offered"]


def huge() -> bytes:
    """A PNG of a few hundred bytes whose head says that it is 60,000 by 60,000."""
    plain = picture("PNG")
    import zlib

    head = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + plain[24:29]
    return plain[:12] + head + zlib.crc32(head).to_bytes(4, "big") + plain[33:]


NOISE = Image.effect_noise((64, 64), 90).convert("RGB")


def noisy(form: str) -> bytes:
    out = io.BytesIO()
    NOISE.save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0 not a picture", "picture-broken"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "picture-broken"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture-broken"),
        ("a.jpg", noisy("JPEG")[:-400], "picture-broken"),
        ("a.png", noisy("PNG")[:-4000], "picture-broken"),
        ("a.jpg", noisy("PNG"), "published-not-as-named"),
        ("a.png", moving("PNG"), "picture-moves"),
        ("a.webp", moving("WEBP"), "picture-moves"),
        ("a.png", huge(), "picture-pixels"),
        ("a.png", picture("PNG", size=(10_000, 5_001)), "picture-pixels"),
        ("a.jpg", picture("JPEG", "CMYK"), "picture-colours"),
        ("a.png", picture("PNG", "I;16"), "picture-colours"),
        ("a.heic", b"\0\0\0\x20ftypheic", "picture-form"),
        ("a.HEIC", b"\0\0\0\x20ftypheic", "picture-form"),
        ("a.gif", b"GIF89a", "picture-form"),
        ("a.tiff", b"II*\0", "picture-form"),
        ("a.JPG", picture(), "published-ending"),
        ("a.pdf", b"%PDF-1.4\n", "picture-folder"),
        ("a.csv", b"a,b\n", "picture-folder"),
        ("IMG 0012.jpg", picture(), "published-name"),
        ("ảnh.jpg", picture(), "published-name"),
    ],
    ids=str,
)  # fmt: skip
def test_a_file_that_is_no_picture_for_a_page_is_told_once(corpus: Corpus, name: str, data: bytes, code: str) -> None:
    corpus.write(f"docs/hinh/{name}", data)
    assert [code for code in codes(corpus) if code != "picture-nobodys"] == [code]


def test_a_large_photograph_is_right(corpus: Corpus) -> None:
    corpus.write("docs/hinh/2026/lon.jpg", picture(size=(4000, 3000)))
    entry = ENTRY.replace("be-nuoc", "lon")
    assert shown(corpus, RIGHT + SHOWN.format("../../hinh/2026/lon.jpg"), f"[{ENTRY}, {entry}]") == []


def test_a_picture_shown_nowhere_or_not_there_is_one_mistake(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    shown(
        corpus,
        SHOWN.format("../../hinh/2026/khac.jpg"),
        "[{file: 2026/khac.jpg, maker: A, licence: cc0, people: nobody}]",
    )
    assert check(["--root", str(corpus.root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "content_vi/thanh-tuu/2026/bai.md:12", "docs/hinh/2026/be-nuoc.jpg:1",
    ]  # fmt: skip
