"""Share cards: the picture, 1200 × 630, that other sites show beside a link to a page.

The letters are Be Vietnam Pro SemiBold (SIL Open Font Licence, fonts/OFL.txt), merged from the Latin and Vietnamese
parts of @fontsource/be-vietnam-pro 5.3.0.
"""

import io
import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.places import HOME, front_of
from portal.site.drawings.threads import HEIGHT, thread

CARDS_FOLDER: Final = "the"
WIDTH, HIGH = 1200, 630
MARGIN: Final = 80
TITLE_TOP, TITLE_BOTTOM = 175, 470
SIZES: Final = range(76, 36, -4)
LEADING: Final = 1.42  # of the letters' size: room for stacked marks such as Ễ and ộ
FINE: Final = 2  # shapes are drawn this many times larger, then made smaller, so that edges are smooth
COLOURS: Final = 64
GROUND, INK, PETAL, LIT, DIM, NOTICE, GOLD = "#1b2461", "#f6f1e6", "#f4c6db", "#ff9cc7", "#56356b", "#ffd9e8", "#f2c66d"
FONT: Final = Path(__file__).parent / "fonts" / "BeVietnamPro-SemiBold.ttf"
OUTLINE: Final = ((0, -5, -10, -12, -19, -27, -13, -39), (-13, -39, -9, -47, -3, -44, 0, -47))
"""Half a petal as two curves of four points; the other half is its mirror."""


@dataclass(frozen=True)
class ShareCard:
    """What a card shows. `petal` is the lit one, None for all; `code` is the convention whose thread it carries."""

    title: str
    portal: str
    notice: str
    petal: int | None = None
    code: str | None = None


def card_place(story: Story, every_story: bool) -> str:
    """The place whose card a page shows: its own, else its section's. Stories have their own when publishing;
    one in a language that borrows its frame's words has none: the letters of a card may lack its script."""
    is_own = story.lang in LANGUAGES and (
        story.is_index or story.front.kind == "convention" or (every_story and story.front.is_story)
    )
    if is_own and story.section != vocabulary.LISTS:
        return story.place
    return front_of(story.section) if story.section in vocabulary.SECTIONS else HOME


def card_path(lang: str, place: str) -> str:
    """Where a card stands in the site: the/vi/cong-uoc-crc.png."""
    return f"{CARDS_FOLDER}/{lang}/{place.removesuffix('/index').replace('/', '-')}.png"


def laid_out(title: str) -> tuple[int, tuple[str, ...]]:
    """(size of the letters, lines): the largest size at which the title fits, its lines of like length."""
    for size in SIZES:
        lines = _balanced(title, size)
        if len(lines) * size * LEADING <= TITLE_BOTTOM - TITLE_TOP:
            return size, lines
    return SIZES[-1], lines


def drawn(card: ShareCard) -> bytes:
    """The card as PNG; the same card gives the same bytes."""
    picture = _ground(card.petal, card.code).copy()
    pen = ImageDraw.Draw(picture)
    pen.text((MARGIN + 88, 92), card.portal, INK, _font(28), anchor="lm")
    size, lines = laid_out(card.title)
    for number, line in enumerate(lines):
        pen.text((MARGIN, TITLE_TOP + (number + 0.75) * size * LEADING), line, INK, _font(size), anchor="ls")
    pen.text((MARGIN, 516), card.notice, NOTICE, _font(24), anchor="lm")
    packed = io.BytesIO()
    picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def _lines(title: str, size: int, width: float) -> list[str]:
    """The title broken where a line would be wider than `width` pixels."""
    lines: list[str] = []
    for word in re.split(r" (?!%)", title):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(title: str, size: int) -> tuple[str, ...]:
    """The fewest lines, each as short as that number of lines allows."""
    widest = WIDTH - 2 * MARGIN
    fewest = len(_lines(title, size, widest))
    for width in range(widest // 2, widest, 20):
        lines = _lines(title, size, width)
        if len(lines) == fewest and max(_font(size).getlength(line) for line in lines) <= width:
            return tuple(lines)
    return tuple(_lines(title, size, widest))


@cache
def _ground(petal: int | None, code: str | None) -> Image.Image:
    """Everything but the words: the ground, the mark, a large flower behind, the band at the foot."""
    large = Image.new("RGB", (WIDTH * FINE, HIGH * FINE), GROUND)
    pen = ImageDraw.Draw(large)
    _flower(pen, WIDTH - 120, HIGH - 150, 5.2, petal, faint=True)
    _flower(pen, MARGIN + 32, 92, 0.78, petal)
    _band(pen, code)
    return large.resize((WIDTH, HIGH), Image.Resampling.LANCZOS)


def _flower(pen: ImageDraw.ImageDraw, x: float, y: float, scale: float, petal: int | None, faint: bool = False) -> None:
    for number in range(1, 6):
        turn = math.radians((number - 1) * 72)
        points = [_turned(px, py, turn, x, y, scale) for px, py in _petal()]
        lit = petal in (None, number)
        pen.polygon(points, "#2a3475" if faint and not lit else "#3a3f86" if faint else LIT if lit else DIM)
    heart = 4 * scale * FINE
    cx, cy = x * FINE, y * FINE
    pen.ellipse((cx - heart, cy - heart, cx + heart, cy + heart), "#2a3475" if faint else GOLD)


def _turned(px: float, py: float, turn: float, x: float, y: float, scale: float) -> tuple[float, float]:
    sin, cos = math.sin(turn), math.cos(turn)
    return (x + scale * (px * cos - py * sin)) * FINE, (y + scale * (px * sin + py * cos)) * FINE


@cache
def _petal() -> tuple[tuple[float, float], ...]:
    """The outline of a petal as points."""
    half = [_on_curve(curve, step / 12) for curve in OUTLINE for step in range(13)]
    return (*half, *((-x, y) for x, y in reversed(half)))


def _on_curve(curve: tuple[int, ...], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(weight * point for weight, point in zip(weights, curve[0::2], strict=True)),
        sum(weight * point for weight, point in zip(weights, curve[1::2], strict=True)),
    )


def _band(pen: ImageDraw.ImageDraw, code: str | None) -> None:
    """A convention's woven thread along the foot; a plain edge for every other page."""
    if code is None:
        pen.rectangle((0, (HIGH - 24) * FINE, WIDTH * FINE, HIGH * FINE), LIT)
        return
    woven, stitch = thread(code), 6 * FINE
    top = HIGH * FINE - HEIGHT * stitch
    for start in range(0, WIDTH * FINE, woven.width * stitch):
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)", woven.path):
            left, upper = start + int(x) * stitch, top + int(y) * stitch
            pen.rectangle((left, upper, left + int(length) * stitch - 1, upper + stitch - 1), LIT)
