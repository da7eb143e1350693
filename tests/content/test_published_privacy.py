"""What pictures and PDF files say of themselves: where they were taken, who made them, whom they speak of."""

import io
import time
import zlib
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from conftest import TODAY, Corpus
from portal.content.library import open_library
from portal.reading.metadata.pdf import pdf_metadata

XMP = (
    '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r" xmlns:dc="d">'
    '<rdf:Description {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def xmp(inside: str = "", attributes: str = "") -> bytes:
    return XMP.format(inside=inside, attributes=attributes).encode()


def picture(form: str, exif: Image.Exif | None = None, **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, form, **({"exif": exif} if exif is not None else {}), **more)
    return out.getvalue()


def exif_of(
    tags: Mapping[int, object] | None = None,
    gps: Mapping[int, object] | None = None,
    own: Mapping[int, object] | None = None,
) -> Image.Exif:
    exif = Image.Exif()
    for tag, value in (tags or {}).items():
        exif[tag] = value
    if gps:
        exif[0x8825] = dict(gps)
    if own:
        exif[0x8769] = dict(own)
    return exif


PLACE = {1: "N", 2: (21.0, 23.0, 10.0), 3: "E", 4: (103.0, 1.0, 5.0)}


def chunks(**texts: str) -> PngImagePlugin.PngInfo:
    made = PngImagePlugin.PngInfo()
    for name, text in texts.items():
        made.add_itxt(name, text)
    return made


def late_chunk(name: str, text: str) -> bytes:
    """A PNG whose text stands behind its picture."""
    plain, body = picture("PNG"), f"{name}\0{text}".encode()
    chunk = len(body).to_bytes(4, "big") + b"tEXt" + body + zlib.crc32(b"tEXt" + body).to_bytes(4, "big")
    return plain[:-12] + chunk + plain[-12:]


def iptc(record: int, text: str) -> bytes:
    said = text.encode()
    data = b"\x1c\x02" + bytes([record]) + len(said).to_bytes(2, "big") + said
    block = b"8BIM\x04\x04\0\0" + len(data).to_bytes(4, "big") + data + (b"\0" if len(data) % 2 else b"")
    segment = b"Photoshop 3.0\0" + block
    jpeg = picture("JPEG")
    return jpeg[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + jpeg[2:]


def utf16(text: str) -> bytes:
    raw = b"\xfe\xff" + text.encode("utf-16-be")
    return b"(" + b"".join(b"\\" + bytes([one]) if one in b"()\\" else bytes([one]) for one in raw) + b")"


def as_hex(text: str) -> bytes:
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


def pdf(info: bytes = b"", more: bytes = b"", trailer: bytes = b"") -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<<" + info + b">>\nendobj\n" + more + b"trailer\n<</Info 1 0 R" + trailer + b">>\n%%EOF\n"
    )


def packed(inside: bytes, kind: bytes = b"ObjStm", how: bytes = b"/FlateDecode", data: bytes | None = None) -> bytes:
    stream = zlib.compress(inside) if data is None else data
    head = b"<</Type /" + kind + b" /N 1 /First 4 /Filter " + how + b" /Length " + str(len(stream)).encode() + b">>"
    return b"5 0 obj\n" + head + b"\nstream\r\n" + stream + b"\nendstream\nendobj\n"


def xp(text: str) -> bytes:
    return (text + "\0").encode("utf-16-le")


PERSON = "Lò Thị Mai"
CREATOR = f"<dc:creator><rdf:Seq><rdf:li>{PERSON}</rdf:li></rdf:Seq></dc:creator>"
PICTURES: tuple[tuple[str, bytes, str], ...] = (
    ("a.jpg", picture("JPEG", exif_of(gps=PLACE)), "file-place"),
    ("a.webp", picture("WEBP", exif_of(gps=PLACE)), "file-place"),
    ("a.png", picture("PNG", exif_of(gps=PLACE)), "file-place"),
    ("a.jpg", picture("JPEG", exif_of(gps={28: b"ASCII\0\0\0Huoi Lech"})), "file-place"),
    ("a.jpg", picture("JPEG", exif_of(gps=PLACE))[:-40], "file-place"),
    ("a.jpg", picture("JPEG", xmp=xmp(attributes='exif:GPSLatitude="21,23.1N"')), "file-place"),
    ("a.webp", picture("WEBP", xmp=xmp("<exif:GPSLongitude>103,1E</exif:GPSLongitude>")), "file-place"),
    ("a.jpg", iptc(92, "Huổi Lếch"), "file-place"),
    ("a.jpg", picture("JPEG", exif_of({0x013B: "Lo Van Panh"})), "file-author"),
    ("a.jpg", picture("JPEG", exif_of({0x9C9D: xp("Minh Đức")})), "file-author"),
    ("a.jpg", picture("JPEG", exif_of(own={0xA430: "Quang Anh"})), "file-author"),
    ("a.jpg", iptc(80, "Panh"), "file-author"),
    ("a.jpg", picture("JPEG", xmp=xmp(CREATOR)), "file-author"),
    ("a.png", picture("PNG", pnginfo=chunks(Author="Hoàng Yến")), "file-author"),
    ("a.png", late_chunk("Author", "Hoang Yen"), "file-author"),
    ("a.png", picture("PNG", pnginfo=chunks(Comment=f"chị {PERSON}, 0912 345 678")), "file-personal"),
    ("a.jpg", picture("JPEG", comment=b"CCCD 011093001234"), "file-personal"),
    ("a.jpg", picture("JPEG", exif_of({0x010E: "Goi 0912 345 678"})), "file-personal"),
    ("a.jpg", picture("JPEG", exif_of({0x9C9C: xp(f"nhà bà {PERSON}")})), "file-personal"),
    ("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><title>Chị {PERSON}</title></svg>'.encode(), "private-name"),
    ("a.csv", "tên,số\na,0912 345 678\n".encode(), "private-phone"),
)  # fmt: skip
PDFS: tuple[tuple[str, bytes, str], ...] = (
    ("a.pdf", pdf(b"/Author (Lo Van Panh)"), "file-author"),
    ("a.pdf", pdf(b"/Author" + utf16("Nguyễn Thu Hà")), "file-author"),
    ("a.pdf", pdf(b"/Author " + as_hex("Trương Quốc Bảo")), "file-author"),
    ("a.pdf", pdf(b"/Author 7 0 R", b"7 0 obj\n(Panh \\(Sin Thau\\))\nendobj\n"), "file-author"),
    ("a.pdf", pdf(more=packed(b"1 0 <</Author (Panh)>>")), "file-author"),
    ("a.pdf", pdf(more=packed(xmp("<dc:creator>Thu Hà</dc:creator>"), b"Metadata")), "file-author"),
    ("a.pdf", pdf(more=xmp("<dc:creator>Thu Hà</dc:creator>")), "file-author"),
    ("a.pdf", pdf(b"/Author (UBND)") + pdf(b"/Author (Panh)"), "file-author"),
    ("a.pdf", pdf(b"/Title" + utf16(f"Đơn của chị {PERSON}")), "file-personal"),
    ("a.pdf", pdf(b"/Keywords (0912 345 678)"), "file-personal"),
    ("a.pdf", pdf(b"/Creator (panh@gmail.com)"), "file-personal"),
    ("a.pdf", pdf(trailer=b"/Encrypt 9 0 R"), "file-unread"),
    ("a.pdf", pdf(more=packed(b"", how=b"/LZWDecode")), "file-unread"),
    ("a.pdf", pdf(more=packed(b"", data=b"broken")), "file-unread"),
    ("a.pdf", pdf(b"/Author 8 0 R"), "file-unread"),
)  # fmt: skip
HARMLESS: tuple[tuple[str, bytes], ...] = (
    ("a.jpg", picture("JPEG")),
    ("a.jpg", picture("JPEG", exif_of({0x0110: "Canon EOS 80D", 0x0132: "2026:01:05 09:12:34"}))),
    ("a.jpg", picture("JPEG", exif_of({0x013B: "UBND tỉnh Điện Biên"}))),
    ("a.jpg", picture("JPEG", exif_of({0x010E: "Bể nước ở bản, 1.200 hộ, 815.000.000 đồng"}))),
    ("a.jpg", picture("JPEG", exif_of(gps={0: b"\2\3\0\0"}))),
    ("a.jpg", iptc(80, "Cơ quan")),
    ("a.png", picture("PNG", pnginfo=chunks(Software="Inkscape", Author="Sở Tư pháp"))),
    ("a.webp", picture("WEBP", xmp=xmp("<dc:creator>Department of Justice</dc:creator>"))),
    ("a.jpg", b"\xff\xd8\xff\xe0"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(20)),
    ("a.pdf", b"%PDF-1.7\n"),
    ("a.pdf", pdf(b"/Author (Co quan) /Creator (Microsoft Word 2016) /Producer (LibreOffice 7.4)")),
    ("a.pdf", pdf(b"/Author (Admin) /CreationDate (D:20260912345678+07'00')")),
    ("a.pdf", pdf(b"/Author () /Title" + utf16("Kế hoạch số 3112/KH-UBND ngày 12/7/2024"))),
    ("a.pdf", pdf(b"/Author" + utf16("Ủy ban nhân dân tỉnh Điện Biên"))),
    ("a.pdf", pdf(more=packed(b"1 0 <</Author (HP) /Title (ISBN 978-604-0-12345-6)>>"))),
    ("a.pdf", pdf(more=b"6 0 obj\n<</Filter /DCTDecode /Length 3>>\nstream\nabc\nendstream\nendobj\n")),
    ("a.csv", "xã,số hộ\nMường Nhé,1.200\n".encode()),
)  # fmt: skip


def told(corpus: Corpus) -> list[str]:
    return [one.code for one in open_library(corpus.root, TODAY).problems]


@pytest.mark.parametrize(("name", "data", "code"), [*PICTURES, *PDFS])
def test_what_a_file_says_of_a_person_is_refused(corpus: Corpus, name: str, data: bytes, code: str) -> None:
    corpus.write(f"docs/tai-lieu/{name}", data)
    assert code in told(corpus)


@pytest.mark.parametrize(("name", "data"), HARMLESS)
def test_what_a_file_says_of_nobody_passes(corpus: Corpus, name: str, data: bytes) -> None:
    corpus.write(f"docs/tai-lieu/{name}", data)
    assert told(corpus) == []


def test_an_author_who_may_be_named_passes(corpus: Corpus) -> None:
    corpus.write("docs/tai-lieu/a.pdf", pdf(b"/Author (Lo Van Panh)"))
    corpus.write("data/people.yml", '- {name: "Lò Văn Panh", why: consent, note: "Giấy ngày 2/1/2026"}\n')
    assert told(corpus) == []


def test_a_name_is_not_printed_whole(corpus: Corpus) -> None:
    corpus.write("docs/tai-lieu/a.pdf", pdf(b"/Author (Lo Van Panh)"))
    (problem,) = open_library(corpus.root, TODAY).problems
    assert (problem.path, problem.line) == ("docs/tai-lieu/a.pdf", 1)
    for lang in ("vi", "en"):
        assert "Lo V…" in problem.message(lang)
        assert "Panh" not in problem.message(lang)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b"<<" * 200_000,
        b"%PDF-1.7\n/Author (" + b"(" * 200_000,
        b"%PDF-1.7\n/Author <" + b"0" * 400_000,
        pdf(more=packed(bytes(40 * 1024 * 1024))),
        pdf(more=b"<</Type /ObjStm " * 20_000),
        b"%PDF-1.7\n<x:xmpmeta>" + b"<dc:creator>" * 100_000,
        b"%PDF-1.7\n" + b"<x:xmpmeta" * 100_000,
        pdf(b"/T 5 0 R" * 50_000, b"5 0 obj (a) endobj " * 2),
        b"%PDF-1.7\n" + b"<</Type/ObjStm/Filter/FlateDecode>>stream\nx" * 40_000,
    ],
    ids=[
        "dictionaries", "parentheses", "digits", "a bomb", "open heads", "open creators", "open packets", "pointers",
        "open streams",
    ],
)  # fmt: skip
def test_a_pdf_made_to_hang_takes_little_time(data: bytes) -> None:
    started = time.process_time()
    pdf_metadata(data)
    assert time.process_time() - started < 5
