"""`check --fix` and pictures: what they say of themselves goes, what they show stays, pixel by pixel."""

import io
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from check import main as check
from conftest import Corpus, run
from portal.reading.metadata.of_files import Metadata
from portal.reading.metadata.pictures import picture_metadata
from portal.reading.metadata.stripped import without_metadata

PLACE = {1: "N", 2: (21.0, 23.0, 10.0), 3: "E", 4: (103.0, 1.0, 5.0)}
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Lo Van A</dc:creator></x:xmpmeta>'
NOISE = Image.effect_noise((90, 60), 80).convert("RGB")
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0e\x1c\x02\x50\0\x08Lo Van A"


def said(turned: int = 6) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x8825] = turned, "Lo Van A", PLACE
    return exif


def chunks() -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Lo Van A")
    texts.add_itxt("Comment", "Mường Nhé", zip=True)
    return texts


def picture(form: str, **more: Any) -> bytes:
    out = io.BytesIO()
    settings: dict[str, Any] = {"exif": said(), "icc_profile": PROFILE, "xmp": XMP, **more}
    if form == "PNG":
        settings |= {"pnginfo": chunks()}
    NOISE.save(out, form, **settings)
    return out.getvalue()


def with_more(jpeg: bytes) -> bytes:
    """What telephones and editors add: IPTC, a comment, and a second picture with a place of its own behind."""
    segment = b"\xff\xed" + (len(IPTC) + 2).to_bytes(2, "big") + IPTC + b"\xff\xfe\0\x0aLo Van A"
    return jpeg[:2] + segment + jpeg[2:] + picture("JPEG") + b"SEFH a trailer of Lo Van A"


PICTURES = {
    "a.jpg": with_more(picture("JPEG", comment=b"Lo Van A")),
    "b.jpg": picture("JPEG", progressive=True, restart_marker_rows=1),
    "c.jpeg": picture("JPEG", quality=100, subsampling=0, exif=said(1)),
    "d.png": picture("PNG") + b"Lo Van A",
    "e.webp": picture("WEBP", lossless=True),
    "f.webp": picture("WEBP", quality=50),
}


def shows(data: bytes) -> tuple[Any, ...]:
    with Image.open(io.BytesIO(data)) as opened:
        turned = opened.getexif().get(0x0112, 1)
        return opened.mode, opened.size, opened.tobytes(), opened.info.get("icc_profile"), turned


@pytest.mark.parametrize("name", PICTURES)
def test_what_a_picture_says_of_itself_goes_and_what_it_shows_stays(name: str) -> None:
    data = PICTURES[name]
    bare = without_metadata(data)
    assert picture_metadata(data).has_place
    assert picture_metadata(bare) == Metadata()
    assert b"Lo Van" not in bare
    assert shows(bare) == shows(data)
    assert without_metadata(bare) == bare


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x04\0\0\0WEBP", b"GIF89a", b"%PDF-1.4\n",
        *(data[: len(data) // 2] for data in PICTURES.values()),
    ],
    ids=range(12),
)  # fmt: skip
def test_what_is_no_whole_picture_stays_as_it_is(data: bytes) -> None:
    assert without_metadata(data) == data


def corpus_with(corpus: Corpus) -> Corpus:
    entries = "".join(f"\n  - {{file: {name}, maker: A, licence: portal, people: nobody}}" for name in PICTURES)
    body = "Chữ [1].\n" + "".join(f"\n![Những chấm đen và trắng](../../hinh/{name})\n" for name in PICTURES)
    corpus.story(body=body, pictures=entries)
    for name, data in PICTURES.items():
        corpus.write(f"docs/hinh/{name}", data)
    return corpus


def test_the_net_refuses_a_picture_with_a_place_and_says_what_takes_it_out(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(corpus_with(corpus).root)
    assert check(["--root", root]) == 1
    told = capsys.readouterr()
    assert all(f"docs/hinh/{name}:1: tệp ghi nơi chụp" in told.out for name in PICTURES)
    assert "make fix" in told.out
    assert f"{len(PICTURES)} chỗ trong {len(PICTURES)} tệp máy tự sửa được: make fix" in told.err


def test_a_dry_run_shows_every_picture_and_touches_none(corpus: Corpus) -> None:
    root = corpus_with(corpus).root
    done = run("scripts/check.py", "--root", str(root), "--fix", "--dry-run")
    assert done.returncode == 1
    rows = [line for line in done.stdout.splitlines() if line.startswith("docs/hinh/")]
    assert [row.partition(": ")[0] for row in rows] == [f"docs/hinh/{name}:1" for name in PICTURES]
    assert all("xóa nơi chụp, người chụp" in row for row in rows)
    assert {name: (root / "docs/hinh" / name).read_bytes() for name in PICTURES} == PICTURES


def test_fix_takes_it_out_and_then_nothing_is_wrong(corpus: Corpus) -> None:
    root = corpus_with(corpus).root
    done = run("scripts/check.py", "--root", str(root), "--fix")
    assert done.returncode == 0, done.stdout
    for name, data in PICTURES.items():
        assert shows((root / "docs/hinh" / name).read_bytes()) == shows(data), name
    again = run("scripts/check.py", "--root", str(root), "--fix", "--dry-run")
    assert (again.returncode, again.stdout) == (0, "")


def test_a_picture_that_leads_elsewhere_is_left_alone(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("ngoai") / "a.jpg"
    elsewhere.write_bytes(PICTURES["a.jpg"])
    corpus.write("docs/hinh/b.jpg", PICTURES["b.jpg"])
    (corpus.root / "docs/hinh/a.jpg").symlink_to(elsewhere)
    run("scripts/check.py", "--root", str(corpus.root), "--fix")
    assert elsewhere.read_bytes() == PICTURES["a.jpg"]
    assert (corpus.root / "docs/hinh/a.jpg").is_symlink()
