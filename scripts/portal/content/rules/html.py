"""Raw HTML and attributes: what the page would not show as it was written is told, and so are names it has already."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from portal.content.rules.telling import tell
from portal.reading.documents import Document
from portal.reading.markdown.markup import OWN
from portal.reading.markdown.rendered import Tag
from portal.reading.markdown.sanitiser import ALLOWED_SCHEMES, ALLOWED_TAGS, may_have
from portal.reading.markdown.text import WrittenText
from portal.reading.problems import Problem
from portal.reading.source_lines import SourceLines

FRAME_IDS: Final = frozenset(
    (
        "ai-da-gui ba-con-so bai-moi ban-tin bao-cao bay-cong-uoc boi-canh ca-goi cac-bai cac-bang cac-buoc cac-dieu "
        "can-bao-cao can-cu cau-gap cau-gap-goi-y chan-chuyen-muc chan-trang chan-ve-cong chi-tieu chia-se "
        "chon-hai chon-loai chu-quan chua-biet chua-gui co-ai-thay cua-ai da-giu da-lam da-nhan da-sua da-tra-loi "
        "dan-nguon danh-cho-ban doc-tiep gom hien-thi ket-luan ket-qua khac-nhau khong-doi lhq-biet-gi lhq-noi-gi "
        "lhq-tra-loi lhq-van-ban luon-giu mau moi-lan-sua mot-phut muc-luc nguon nhan-xet-tra-loi noi-dung "
        "noi-va-tra-loi o-dau phan-dung q q-goi-y q-home q-top quyen-tra-loi san-pham sau-do sdg tai-so-lieu "
        "tai-ve thong-tin thuc-don tien-do trang-khac tung-co-quan tung-nam tung-quy-tac vai-tro viec "
        "kem-theo viec-cua-ban xep bai-doc tieu-pham cach-doc lich-doc gui-nhat-ky loi-noi ve-ban-ghi "
        "con-thieu muc-tieu chuan-bi tien-trinh bo-the cau-hoi tung-thu-tieng cuoc-thi dap-an "
        "chu-trong-van-ban ve-tu-lieu chua-co-tu-lieu gui-tu-lieu "
        "dieu-can-biet tinh-huong kiem-tra ai-can sap-mo da-mo "
        "ban-bao-chi-ba-su-viec ban-bao-chi-bieu-trung ban-bao-chi-cam-tay ban-bao-chi-chua-bao ban-bao-chi-da-bao "
        "ban-bao-chi-dan-lai ban-bao-chi-giay-phep ban-bao-chi-hinh-ve ban-bao-chi-mot-dinh-chinh "
        "ban-bao-chi-mot-ngay ban-bao-chi-nhung ban-bao-chi-the-chia-se ban-bao-chi-to-thang ban-bao-chi-truoc "
        "in-de-treo nhin-quanh nhin-quanh-ten"
    ).split()
)
"""Ids that the templates write around a text (a test holds them to overrides/): a text that takes one leads astray."""
FRAME_ID_FAMILIES: Final = re.compile(
    r"(?:nguon|phan-bo|quy-tac)-[0-9]+|mau-[a-z]+|viec-[ivx]+-[0-9a-z-]{1,4}|ten-k[0-9][a-z]?|k[0-9][a-z]?|su-kien-[a-z]+"
    r"|trang-giay-[0-9]+|tam-[0-9]+(?:-ten)?|tieng-[a-z]{2,3}(?:-[A-Za-z]+)*|loai-[0-9]+|theo-(?:verdict|convention|group|date)|ban-bao-chi-[a-z0-9-]+|loc-(?:section|kind|convention|group|year|verdict)|soi-[a-z]+[0-9]*"
)
"""Ids of the frame that end in a name or a number: of a source, a filter, a target, a task, a convention."""
KNOWN_CLASSES: Final = frozenset("admonition admonition-title cite note quote table tip warning".split())
"""Classes a text may have; others would take the look of another part of the page, or hide."""
EXPLAINING: Final = frozenset(
    "hashtag heading-first html-attribute html-comment html-tag link-own-computer link-scheme link-unread "
    "picture-inline".split()
)
"""Problems whose cause the sanitiser takes out."""

_ID = re.compile(r"[a-z0-9-]*(?:_\d+)?")
_LANGUAGE = re.compile(r"language-[\w+-]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x20]+")


def html_problems(document: Document, text: WrittenText) -> Iterator[Problem]:
    """Tags, attributes, ids and classes that do not belong on a page."""
    lines = text.lines()
    yield from _tags(document, text, lines)
    yield from _own_marks(document, lines)
    yield from (tell(document, lines.of(f"<!{one[:20]}", "<!", "<?"), "html-comment") for one in text.rendered.comments)
    yield from _ids(document, text, lines)


def changed_problem(document: Document, text: WrittenText, told: Iterable[Problem]) -> Iterator[Problem]:
    """What the sanitiser changes for a reason that no other rule has told: tags that cross, a paragraph in another."""
    if text.changed and not any(problem.code in EXPLAINING for problem in told):
        lines, piece = text.lines(), text.changed
        line = lines.of(piece, piece.rstrip(">")) or lines.of_words(piece)
        yield tell(document, line, "html-changed", piece=piece)


def scheme_of(target: str) -> str:
    """The scheme a browser sees in an address, in small letters; "" for an address without one."""
    found = _SCHEME.match(_UNSEEN.sub("", target))
    return found[1].lower() if found else ""


def _tags(document: Document, text: WrittenText, lines: SourceLines) -> Iterator[Problem]:
    for tag in text.rendered.tags:
        if tag.name not in ALLOWED_TAGS and tag.name != "h1":
            yield tell(document, lines.matching(rf"<{re.escape(tag.name)}(?![\w-])"), "html-tag", tag=tag.name)
            continue
        for name, value in tag.attributes:
            if name not in OWN:
                yield from _attribute(document, tag, name, value, lines)


def _attribute(document: Document, tag: Tag, name: str, value: str, lines: SourceLines) -> Iterator[Problem]:
    written = re.escape(name)
    if not may_have(tag.name, name):
        line = lines.matching(rf"<{tag.name}\b[^<>]*?\b{written}|\b{written}(?=\s*=)")
        yield tell(document, line, "html-attribute", attribute=name, tag=tag.name)
    elif name == "cite" and scheme_of(value) not in {"", *ALLOWED_SCHEMES}:
        yield tell(document, lines.of(value), "link-scheme", scheme=scheme_of(value))
    elif name == "class":
        for one in value.split():
            if one not in KNOWN_CLASSES and not _LANGUAGE.fullmatch(one):
                yield tell(document, lines.of(one), "class-unknown", name=one, known=sorted(KNOWN_CLASSES))


def _own_marks(document: Document, lines: SourceLines) -> Iterator[Problem]:
    """The marks the portal makes for itself may not be written by hand."""
    for name in sorted(OWN):
        if name in lines.text:
            yield tell(document, lines.of(name), "html-attribute", attribute=name, tag="…")


def _ids(document: Document, text: WrittenText, lines: SourceLines) -> Iterator[Problem]:
    places = {heading.anchor: heading.line for heading in text.headings}
    for one, count in Counter(text.ids).items():
        line = places[one] if one in places else lines.of(f"#{one}", one)
        if not _ID.fullmatch(one):
            yield tell(document, line, "anchor-form", anchor=one)
        elif one in FRAME_IDS or FRAME_ID_FAMILIES.fullmatch(one):
            yield tell(document, line, "anchor-taken", anchor=one)
        elif count > 1:
            yield tell(document, line, "anchor-twice", anchor=one)
