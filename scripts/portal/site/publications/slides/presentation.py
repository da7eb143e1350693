"""The slides of a lesson as PPTX: real titles, notes, alternative texts; the same bytes for the same slides."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any, Final

from fontTools.ttLib import TTFont
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.text.text import Font
from pptx.util import Inches, Mm, Pt

from portal.plan.bodies.office import moment_of, without_clock
from portal.site.drawings.lettering import FONT
from portal.site.publications.jobs import SHEET_FONTS, SheetView
from portal.site.publications.measured import layout_of
from portal.site.publications.rasters import as_picture, packed_picture
from portal.site.publications.slides.slides import SlideRoom, SlideView

OUR_LETTERS: Final = "Be Vietnam Pro"
INSTEAD: Final = "Arial"
"""What a machine without our letters shows Vietnamese in: it is on every machine, or has a twin of its widths, and is
narrower than ours, so that what fits in ours fits."""
_WIDE, _HIGH = Inches(40 / 3), Inches(7.5)
_DOTS: Final = 144
_COLOUR: Final = re.compile(r"--([a-z-]{1,40}):#([0-9a-f]{6});")
_BARS: Final = (("deep", 0, 5), ("honey", 5, 4))
_FOOT: Final = {"ftr": SlideRoom(20, 176, 240, 9), "sldNum": SlideRoom(278, 176, 40, 9)}
_APPLICATION: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_BAR: Final = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="{id}" name="Bar {id}"/>'
    '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="{top}"/><a:ext cx="{width}" '
    'cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/>'
    '</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:p><a:endParaRPr lang="{lang}"/></a:p>'
    "</p:txBody></p:sp>"
)


def presentation_of(view: SheetView) -> bytes:
    """A file of slides, whose letters have been found to fit."""
    made = Presentation()
    size = made.part._element.sldSz
    size.cx, size.cy = _WIDE, _HIGH
    size.attrib.pop("type", None)  # what it was begun with has another shape
    colours = {name: _coloured(value) for name, value in _COLOUR.findall(view.colours)}
    _dressed(made, view, colours)
    for slide in view.slides:
        _slide(made, view, slide, colours)
    _said_of_it(made, view)
    out = BytesIO()
    made.save(out)
    return without_clock(out.getvalue())


def _coloured(value: str) -> RGBColor:
    return RGBColor.from_string(value.upper())  # type: ignore[no-untyped-call,no-any-return]


def _dressed(made: Any, view: SheetView, colours: dict[str, RGBColor]) -> None:
    """The master and the two layouts that are used: our letters, our ground, two bars, the foot in its place."""
    for layout in list(made.slide_layouts)[2:]:
        made.slide_layouts.remove(layout)
    master = made.slide_master
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = colours["paper"]
    for number, (name, top, height) in enumerate(_BARS):
        sizes = {"top": Mm(top), "width": _WIDE, "height": Mm(height), "colour": colours[name]}
        master.shapes._spTree.insert(2 + number, parse_xml(_BAR.format(id=100 + number, lang=view.locale, **sizes)))
    for part in (master, *made.slide_layouts):
        for shape in part.placeholders:
            kind = shape.element.ph.get("type")
            _put(shape, _FOOT.get(kind) or view.slides[part is not made.slide_layouts[0]].text_room)
            if kind in ("title", "ctrTitle"):
                _put(shape, view.slides[part is not made.slide_layouts[0]].title_room)
            if kind == "dt":
                shape.element.getparent().remove(shape.element)
    theme = next(one.target_part for one in master.part.rels.values() if one.reltype.endswith("/theme"))
    theme._blob = _in_our_letters(theme.blob.decode()).encode()


def _in_our_letters(theme: str) -> str:
    ours = f'<a:latin typeface="{OUR_LETTERS}" panose="{_panose()}" pitchFamily="34" charset="0"/>'
    named = re.sub(r'<a:latin typeface="[^"]*"/>', ours, theme)
    return re.sub(r'(<a:font script="Viet" typeface=")[^"]*', rf"\g<1>{INSTEAD}", named)


@cache
def _panose() -> str:
    """How our letters look, in ten numbers: what a program chooses others by."""
    found = TTFont(FONT.with_name(SHEET_FONTS[400]))["OS/2"].panose
    return "".join(f"{value:02X}" for value in vars(found).values())


def _slide(made: Any, view: SheetView, slide: SlideView, colours: dict[str, RGBColor]) -> None:
    page = made.slides.add_slide(made.slide_layouts[0 if slide.is_opening else 1])
    title, body = page.shapes.title, page.placeholders[1]
    _put(title, slide.title_room)
    _put(body, slide.text_room)
    frame = _frame(title, MSO_ANCHOR.BOTTOM if slide.is_opening else MSO_ANCHOR.MIDDLE)
    _paragraph(frame.paragraphs[0], slide.title, slide.title_size, view.locale, colours["indigo"], is_bold=True)
    _text(_frame(body, MSO_ANCHOR.TOP), slide, view.locale, colours)
    if slide.picture:
        room = slide.picture_room
        picture = page.shapes.add_picture(BytesIO(_drawn(slide.picture, room)), *_measures(room))
        picture._element.nvPicPr.cNvPr.set("descr", slide.picture_label)
    for foot in _foot(page, slide, view, colours["ink"]):
        page.shapes._spTree.append(foot)
    if slide.note:
        notes = page.notes_slide.notes_text_frame
        notes.text = "\n".join(slide.note)
        for paragraph in notes.paragraphs:
            _in_language(paragraph, view.locale)


def _text(frame: Any, slide: SlideView, lang: str, colours: dict[str, RGBColor]) -> None:
    kicker = [slide.kicker] if slide.kicker else []
    for number, line in enumerate([*kicker, *slide.lines]):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if kicker and number == 0:
            _paragraph(paragraph, line, slide.size * 0.72, lang, colours["orchid"], is_bold=True)
            continue
        _paragraph(paragraph, line, slide.size, lang, colours["ink"])
        if number:
            paragraph.space_before = Pt(slide.size * 0.45)
        if slide.numbered:
            _numbered(paragraph, slide)


def _paragraph(paragraph: Any, words: str, size: float, lang: str, colour: RGBColor, is_bold: bool = False) -> None:
    """A line without a bullet, in letters of a size and a language."""
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(size), is_bold
    run.font.color.rgb = colour
    paragraph.alignment = PP_ALIGN.LEFT
    about = paragraph._p.get_or_add_pPr()
    about.set("marL", "0")
    about.set("indent", "0")
    about.insert_element_before(parse_xml(_bullet("buNone")), *_AFTER_BULLET)
    _in_language(paragraph, lang)


_AFTER_BULLET: Final = ("a:tabLst", "a:defRPr", "a:extLst")


def _bullet(name: str, more: str = "") -> str:
    return f'<a:{name} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"{more}/>'


def _numbered(paragraph: Any, slide: SlideView) -> None:
    """The line's number is the program's own: a line put between two is counted, too."""
    about, indent = paragraph._p.pPr, Pt(slide.size * 1.5)
    about.set("marL", str(indent))
    about.set("indent", str(-indent))
    numbering = parse_xml(_bullet("buAutoNum", f' type="arabicPeriod" startAt="{slide.numbered}"'))
    about.replace(about.find(qn("a:buNone")), numbering)


def _in_language(paragraph: Any, lang: str) -> None:
    for run in paragraph.runs:
        run._r.get_or_add_rPr().set("lang", lang)


def _foot(page: Any, slide: SlideView, view: SheetView, colour: RGBColor) -> Iterator[Any]:
    """The foot as the program knows it: who speaks and that it is a draft; the number of the slide."""
    carried = view.page.carried
    words = {"ftr": " · ".join(filter(None, (carried.portal, carried.draft))), "sldNum": str(slide.number)}
    for shape in page.slide_layout.placeholders:
        if (kind := shape.element.ph.get("type")) in words:
            foot = deepcopy(shape.element)
            foot.nvSpPr.cNvPr.set("id", str(1 + max(map(int, page.shapes._spTree.xpath(".//@id")))))
            paragraph = foot.txBody.p_lst[0]
            if kind == "ftr":
                paragraph.add_r()
            for one in (
                *paragraph.iter(qn("a:rPr"), qn("a:endParaRPr")),
                *(run.get_or_add_rPr() for run in paragraph.r_lst),
            ):
                one.set("lang", view.locale)
                if one.tag == qn("a:rPr"):
                    Font(one).color.rgb = colour
            next(paragraph.iter(qn("a:t"))).text = words[kind]
            yield foot


def _frame(shape: Any, anchor: Any) -> Any:
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def _put(shape: Any, room: SlideRoom) -> None:
    shape.left, shape.top, shape.width, shape.height = _measures(room)


def _measures(room: SlideRoom) -> tuple[int, int, int, int]:
    return Mm(room.left), Mm(room.top), Mm(room.width), Mm(room.height)


@cache
def _drawn(picture: str, room: SlideRoom) -> bytes:
    """A picture given as a data address, as PNG of the size it is shown in."""
    size = f"{room.width}mm {room.height}mm"
    style = f"@page{{size:{size};margin:0}}body{{margin:0}}img{{display:block;width:{room.width}mm}}"
    document = layout_of(f'<html><title>–</title><style>{style}</style><img alt="–" src="{picture}"></html>')
    return packed_picture(as_picture(document.write_pdf(), _DOTS))


def _said_of_it(made: Any, view: SheetView) -> None:
    """What the file says of itself; nothing of the template it was begun with."""
    about, package = made.core_properties, made.part.package
    about.title, about.author, about.language = view.page.title, view.page.carried.portal, view.locale
    about.last_modified_by, about.revision = view.page.carried.portal, 1
    about.subject = about.keywords = about.comments = ""
    about.created = about.modified = moment_of(date.fromisoformat(view.day))
    for owner, names in ((package._rels, ("/thumbnail",)), (made.part.rels, ("/printerSettings",))):
        for name in [key for key, one in owner.items() if one.reltype.endswith(names)]:
            owner.pop(name)
    for part in package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _APPLICATION
