"""The sizes a picture is published in: never larger than it is, upright, silent, alike each time."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from conftest import Corpus
from portal.language.words import words
from portal.reading.metadata.pictures import picture_metadata
from portal.site.pictures.made import MadePicture, made_pictures, picture_key, sizes_of
from portal.site.pictures.shown import TextOfPage, weight_of, with_weights


def made(corpus: Corpus, picture: Image.Image, name: str = "a.jpg", **settings: Any) -> MadePicture:
    out = io.BytesIO()
    picture.save(out, {"jpg": "JPEG", "png": "PNG"}[name.rpartition(".")[2]], **settings)
    corpus.write(f"docs/hinh/2026/{name}", out.getvalue())
    return made_pictures(corpus.root)[f"hinh/2026/{name}"]


def opened(picture: MadePicture) -> dict[str, Image.Image]:
    return {size.path: Image.open(io.BytesIO(make())) for size, make in sizes_of(picture)}


def spoken_of(exif: dict[int, object], place: bool = True) -> Image.Exif:
    said = Image.Exif()
    for tag, value in exif.items():
        said[tag] = value
    if place:
        said[0x8825] = {1: "N", 2: (21.0, 23.0, 10.0), 3: "E", 4: (103.0, 1.0, 5.0)}
    return said


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), [480, 800, 1200, 1600]),
        ((3000, 4000), [480, 800, 1200]),
        ((1000, 500), [480, 800, 1000]),
        ((300, 200), [300]),
        ((4000, 10), [480, 800, 1200, 1600]),
        ((10, 4000), [4]),
    ],
)
def test_a_picture_is_made_in_sizes_up_to_1600_pixels_and_never_larger(
    corpus: Corpus, size: tuple[int, int], widths: list[int]
) -> None:
    picture = made(corpus, Image.new("RGB", size, "teal"))
    assert [one.width for one in picture.sizes if one.form == "avif"] == widths
    assert [one.width for one in picture.sizes if one.form == "webp"] == widths
    for path, found in opened(picture).items():
        named = next(one for one in (*picture.sizes, picture.plain) if one.path == path)
        assert found.size == (named.width, named.height)
        assert max(found.size) <= min(1600, max(size))
        assert found.format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[named.form]


def test_a_picture_stands_upright_and_says_nothing_of_itself(corpus: Corpus) -> None:
    stored = Image.new("RGB", (90, 60), "white")
    stored.paste("red", (0, 0, 90, 20))  # its upper third; held upright, that is the right
    exif = spoken_of({0x0112: 6, 0x013B: "Lò Văn A", 0x010F: "Camera"})
    picture = made(corpus, stored, exif=exif, xmp=b"<x:xmpmeta>Lo</x:xmpmeta>", comment=b"Lo Van A", quality=95)
    assert (picture.widest.width, picture.widest.height) == (60, 90)
    for path, found in opened(picture).items():
        assert found.size == (60, 90), path
        right, left = (found.convert("RGB").getpixel((x, 45)) for x in (57, 3))
        assert isinstance(right, tuple)
        assert right[0] > 200 > 100 > right[1], path
        assert isinstance(left, tuple)
        assert min(left) > 200, path
        assert dict(found.getexif()) == {}
        assert not {"xmp", "exif", "comment", "icc_profile", "photoshop"} & set(found.info), path
    for _, make in sizes_of(picture):
        assert picture_metadata(make()) == picture_metadata(b"")


def test_what_is_behind_a_picture_still_shows_through(corpus: Corpus) -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    clear.paste((200, 0, 0, 255), (0, 0, 20, 40))
    picture = made(corpus, clear, "a.png")
    assert picture.plain.form == "png"
    for path, found in opened(picture).items():
        assert found.convert("RGBA").getpixel((35, 20))[3] < 20, path  # type: ignore[index]
        assert found.convert("RGBA").getpixel((5, 20))[3] > 235, path  # type: ignore[index]


def test_the_colours_of_another_space_become_those_every_browser_shows(corpus: Corpus) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = made(corpus, Image.new("RGB", (20, 20), (200, 100, 50)), "a.png", icc_profile=profile)
    for found in opened(picture).values():
        assert "icc_profile" not in found.info
        shown = found.convert("RGB").getpixel((9, 9))
        assert isinstance(shown, tuple)
        assert all(abs(a - b) <= 6 for a, b in zip(shown, (200, 100, 50), strict=True))


def test_the_same_picture_gives_the_same_bytes_and_another_other_names(corpus: Corpus) -> None:
    noise = Image.effect_noise((700, 500), 60).convert("RGB")
    first = made(corpus, noise)
    bytes_of = {size.path: make() for size, make in sizes_of(first)}
    again = made(corpus, noise)
    assert {size.path: make() for size, make in sizes_of(again)} == bytes_of
    assert picture_key(again) == picture_key(first)
    key = picture_key(first)
    other = made(corpus, noise.rotate(180))
    assert not {size.path for size in other.sizes} & set(bytes_of)
    assert picture_key(other) != key


def test_what_is_no_picture_and_what_lies_elsewhere_is_not_made(corpus: Corpus) -> None:
    corpus.write("docs/hinh/hong.jpg", b"\xff\xd8\xff\xe0")
    corpus.write("docs/tai-lieu/a.png", b"\x89PNG\r\n\x1a\n")
    assert made_pictures(corpus.root) == {}
    assert made_pictures(Path(corpus.root / "khong-co")) == {}


PAGE = TextOfPage("thanh-tuu/2026/bai/", "vi", words("vi"))
FILES = {"tai-lieu/a.pdf": bytes(1_234_567), "tai-lieu/b.csv": bytes(12_340), "c.json": bytes(980)}


@pytest.mark.parametrize(
    ("link", "words_now"),
    [
        ('<a href="../../../tai-lieu/a.pdf">tờ rơi</a>', "tờ rơi (PDF, 1,2 MB)"),
        ('<a href="../../../tai-lieu/a.pdf#page=3">trang 3</a>', "trang 3 (PDF, 1,2 MB)"),
        (
            '<a title="x" href="../../../tai-lieu/b.csv"><strong>bảng</strong></a>',
            "<strong>bảng</strong> (CSV, 12,3 KB)",
        ),
        ('<a href="../../../c.json">số liệu</a>', "số liệu (JSON, 980 byte)"),
        ('<a href="../../../tai-lieu/a.pdf">tờ rơi PDF</a>', "tờ rơi PDF (1,2 MB)"),
        ('<a href="../../../tai-lieu/a.pdf">tờ rơi (PDF, 1,2 MB)</a>', "tờ rơi (PDF, 1,2 MB)"),
        ('<a href="../khac/">trang khác</a>', "trang khác"),
        ('<a href="https://example.org/tai-lieu/a.pdf">nơi khác</a>', "nơi khác"),
        ('<a href="#nguon-1">1</a>', "1"),
    ],
)
def test_a_link_to_a_file_says_what_it_is_and_what_it_weighs(link: str, words_now: str) -> None:
    start = link[: link.index(">") + 1]
    assert with_weights(f"<p>Xem {link}.</p>", PAGE, FILES) == f"<p>Xem {start}{words_now}</a>.</p>"


def test_each_language_writes_a_weight_in_its_own_way() -> None:
    said = {lang: weight_of("tai-lieu/a.pdf", 1_234_567, words(lang)) for lang in ("vi", "en")}
    assert said == {"vi": "(PDF, 1,2 MB)", "en": "(PDF, 1.2 MB)"}
