"""Share cards: the picture, 1200 × 630, that other sites show beside a link: its title, its figure or verdict."""

import io
import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

from portal.content.known.house.colours import CARD, OF_A_CARD
from portal.content.known.house.identity import Identity
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.made_files import CARDS_FOLDER
from portal.language.places import HOME, front_of
from portal.site.drawings.lettering import broken_into_lines, font
from portal.site.drawings.threads import HEIGHT, thread

WIDTH, HIGH = 1200, 630
MARGIN: Final = 80
TITLE_TOP, TITLE_BOTTOM = 175, 470
SIZES: Final = range(76, 36, -4)
LEADING: Final = 1.42  # of the letters' size: room for stacked marks such as Ễ and ộ
NOTICE: Final = 24
SAID_SIZES: Final = range(60, NOTICE, -4)
SAID_WIDTH: Final = 380
FINE: Final = 2  # shapes are drawn this many times larger, then made smaller, so that edges are smooth
COLOURS: Final = 64


@dataclass(frozen=True)
class CardLook:
    """The colours of a card as #rrggbb, the outline of a petal as an SVG path, and how its flower's parts are told
    apart: `lit` and `dim` petals, `faint` and `faint_lit` ones in the large flower behind the words."""

    petal: str
    ground: str
    ink: str
    notice: str
    lit: str
    dim: str
    gold: str
    faint: str
    faint_lit: str


def card_look(identity: Identity) -> CardLook:
    """The look of the cards of a portal. Where a preview has no such colour, letters are white and all else black."""
    white = ("ink", "notice")
    colours = {
        name: identity.colours.value(CARD, name) or ("#ffffff" if name in white else "#000000") for name in OF_A_CARD
    }
    return CardLook(identity.flower.petal, **{name.replace("-", "_"): value for name, value in colours.items()})


@dataclass(frozen=True)
class ShareCard:
    """What a card shows. `petal` is the lit one, None for all; `code` is the convention whose thread it carries; `said`
    is the one figure of a story or the verdict of an answer, "" without."""

    title: str
    portal: str
    notice: str
    look: CardLook
    petal: int | None = None
    code: str | None = None
    said: str = ""


def card_place(story: Story, every_story: bool) -> str:
    """The place whose card a page shows: its own, else its section's. Stories have their own when publishing;
    one in a language that borrows its frame's words has none: the letters of a card may lack its script. Nor has one
    that was taken back."""
    is_own = story.lang in LANGUAGES and (
        story.is_index or story.front.kind == "convention" or (every_story and story.front.is_story)
    )
    is_own = is_own and not story.withdrawn
    if is_own and story.section not in vocabulary.WITH_MADE[len(vocabulary.SECTIONS) :]:
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
    picture = _ground(card.look, card.petal, card.code).copy()
    pen, look = ImageDraw.Draw(picture), card.look
    pen.text((MARGIN + 88, 92), card.portal, look.ink, font(28), anchor="lm")
    size, lines = laid_out(card.title)
    for number, line in enumerate(lines):
        pen.text((MARGIN, TITLE_TOP + (number + 0.75) * size * LEADING), line, look.ink, font(size), anchor="ls")
    if large := fitting(card.said):
        pen.text((MARGIN, 520), card.said, look.gold, font(large), anchor="lm")
        pen.text((WIDTH - MARGIN, 520), card.notice, look.notice, font(NOTICE), anchor="rm")
    else:
        pen.text((MARGIN, 516), card.notice, look.notice, font(NOTICE), anchor="lm")
    packed = io.BytesIO()
    picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def fitting(said: str) -> int:
    """The largest size at which a figure or a verdict leaves the right side of its line to the notice; 0 for nothing
    said, or what is too long for a card."""
    return next((size for size in SAID_SIZES if said and font(size).getlength(said) <= SAID_WIDTH), 0)


def flower_picture(look: CardLook, size: int) -> bytes:
    """The flower on its ground as a square PNG of `size` points a side, with the room phones cut away around it."""
    large = Image.new("RGB", (size * FINE, size * FINE), look.ground)
    middle = size / 2
    _flower(ImageDraw.Draw(large), look, (middle, middle, size / 140), [1, 2, 3, 4, 5], (look.lit, look.dim, look.gold))
    packed = io.BytesIO()
    large.resize((size, size), Image.Resampling.LANCZOS).quantize(COLOURS).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _balanced(title: str, size: int) -> tuple[str, ...]:
    """The fewest lines, each as short as that number of lines allows."""
    widest = WIDTH - 2 * MARGIN
    fewest = len(broken_into_lines(title, size, widest))
    for width in range(widest // 2, widest, 20):
        lines = broken_into_lines(title, size, width)
        if len(lines) == fewest and max(font(size).getlength(line) for line in lines) <= width:
            return tuple(lines)
    return tuple(broken_into_lines(title, size, widest))


@cache
def _ground(look: CardLook, petal: int | None, code: str | None) -> Image.Image:
    """Everything but the words: the ground, the mark, a large flower behind, the band at the foot."""
    large = Image.new("RGB", (WIDTH * FINE, HIGH * FINE), look.ground)
    pen = ImageDraw.Draw(large)
    petals = [number for number in range(1, 6) if petal in (None, number)]
    _flower(pen, look, (WIDTH - 120, HIGH - 150, 5.2), petals, (look.faint_lit, look.faint, look.faint))
    _flower(pen, look, (MARGIN + 32, 92, 0.78), petals, (look.lit, look.dim, look.gold))
    _band(pen, look.lit, code)
    return large.resize((WIDTH, HIGH), Image.Resampling.LANCZOS)


def _flower(
    pen: ImageDraw.ImageDraw,
    look: CardLook,
    where: tuple[float, float, float],
    petals: list[int],
    colours: tuple[str, str, str],
) -> None:
    """A flower at (x, y, scale); its colours are those of the `petals` that are lit, of the others, of its heart."""
    (x, y, scale), (lit, dim, middle) = where, colours
    for number in range(1, 6):
        turn = math.radians((number - 1) * 72)
        points = [_turned(px, py, turn, x, y, scale) for px, py in outline(look.petal)]
        pen.polygon(points, lit if number in petals else dim)
    heart = 4 * scale * FINE
    cx, cy = x * FINE, y * FINE
    pen.ellipse((cx - heart, cy - heart, cx + heart, cy + heart), middle)


def _turned(px: float, py: float, turn: float, x: float, y: float, scale: float) -> tuple[float, float]:
    sin, cos = math.sin(turn), math.cos(turn)
    return (x + scale * (px * cos - py * sin)) * FINE, (y + scale * (px * sin + py * cos)) * FINE


@cache
def outline(petal: str) -> tuple[tuple[float, float], ...]:
    """The outline of a petal as points: M x y, then curves C of three points each, which go on where the last ended."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", petal)]
    curves = [numbers[at : at + 8] for at in range(0, len(numbers) - 7, 6)]
    return tuple(_on_curve(curve, step / 12) for curve in curves for step in range(13))


def _on_curve(curve: list[float], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(weight * point for weight, point in zip(weights, curve[0::2], strict=True)),
        sum(weight * point for weight, point in zip(weights, curve[1::2], strict=True)),
    )


def _band(pen: ImageDraw.ImageDraw, lit: str, code: str | None) -> None:
    """A convention's woven thread along the foot; a plain edge for every other page."""
    if code is None:
        pen.rectangle((0, (HIGH - 24) * FINE, WIDTH * FINE, HIGH * FINE), lit)
        return
    woven, stitch = thread(code), 6 * FINE
    top = HIGH * FINE - HEIGHT * stitch
    for start in range(0, WIDTH * FINE, woven.width * stitch):
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)", woven.path):
            left, upper = start + int(x) * stitch, top + int(y) * stitch
            pen.rectangle((left, upper, left + int(length) * stitch - 1, upper + stitch - 1), lit)
