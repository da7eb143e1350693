"""What there is to print: for each page and sheet everything it is made of, and a key of all that."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.lessons import Lesson
from portal.content.fronts.taught import Taught
from portal.content.fronts.units import Unit
from portal.content.known.house.colours import ROOT
from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.language.made_files import PRINTED_FOLDER
from portal.reading.keeping.kept import made_of
from portal.site.drawings import lettering
from portal.site.pages.heading import drawing_of
from portal.site.publications import drawn
from portal.site.publications.deck import DeckSheet, deck_sheets
from portal.site.publications.exhibition_sheets.hung import HungSheet, hung_sheets
from portal.site.publications.running import card_foot, deck_foot, sheet_head, slide_foot
from portal.site.publications.said import PanelView, PrintedPage, printed_page, shared_panels
from portal.site.publications.sheets import PRINT_SHEETS, TEST_KEY, PrintSheet
from portal.site.publications.shelf import PRINTED_WITH, products_folder
from portal.site.publications.slides.slides import SlideView, placed_slides, slides_of
from portal.site.publications.unit_test import UnitTest, unit_test
from portal.site.site import Site

SHEET_FONTS: Final = {400: "BeVietnamPro-Regular.ttf", 800: "BeVietnamPro-ExtraBold.ttf"}

_MIDDLE: Final = 24
_SUNNY: Final = 32
_SUNLESS: Final = 44


@dataclass(frozen=True)
class SheetFace:
    """A face of the letters: its weight, the address of its file."""

    weight: int
    file: str


@dataclass(frozen=True)
class SheetView:
    """All a template of a sheet is given. Measures are in millimetres, `headline` and `size` in points,
    `headline_width` in letters of that size; `letters` is the size all others are measured by, `spare` what the
    words leave empty of their room; pictures are data addresses. `locale` is the language as programs name it (vi-VN),
    `day` that of the page; of a lesson its `slides`, its `deck`, the pictures of what stands at the foot of a card, of
    a sheet of cards; of a unit its `slides`, its `test`; of an exhibition what is `hung`."""

    page: PrintedPage
    width: float
    height: float
    bleed: float
    slug: float
    is_upright: bool
    columns: tuple[tuple[PanelView, ...], ...]
    colours: str
    faces: tuple[SheetFace, ...]
    scene: str
    landscape: str
    mark: str
    band: str
    code: str
    code_label: str
    locale: str
    day: str
    slides: tuple[SlideView, ...]
    deck: tuple[DeckSheet, ...]
    test: UnitTest | None
    hung: tuple[HungSheet, ...]
    card_foot: str
    deck_foot: str
    headline: float = 0
    headline_width: float = 0
    size: float = 0
    letters: str = ""
    spare: int = 0

    @property
    def larger(self) -> int:
        """Millimetres by which a leaflet's picture may be higher: so many that its sun is whole, or out of sight."""
        return _SUNLESS if self.spare >= _SUNLESS else min(self.spare, _SUNNY)

    @property
    def is_shifted(self) -> bool:
        """Whether that picture has to show more of its right for the sun to be whole."""
        return _MIDDLE < self.larger < _SUNLESS


@dataclass(frozen=True)
class PrintJob:
    """A product of a page in one language: where it will stand in the site, and all it is made of."""

    path: str
    place: str
    sheet: PrintSheet
    page: PrintedPage
    view: SheetView
    key: str
    document: str

    @property
    def picture(self) -> str:
        """Where its small picture will stand; "" for words alone, and where another edition shows the same."""
        has_none = self.sheet.form in ("txt", "pptx") or self.sheet.for_printers
        return "" if has_none else f"{self.path.rpartition('.')[0]}-nho.webp"


def print_jobs(site: Site) -> tuple[PrintJob, ...]:
    """Everything to be printed, by page, language and sheet."""
    printer = _Printer(site)
    stories = site.library.stories
    places = dict.fromkeys(place for _, place in stories)
    found = (stories.get((lang, place)) for place in places for lang in LANGUAGES)
    return tuple(job for story in found if story for job in printer.jobs(story))


class _Printer:
    """What all jobs of a site share: its colours, mark, letters, and the digest of the code that draws."""

    def __init__(self, site: Site) -> None:
        self._site, self._house, self._identity = site, site.settings.house, site.dress.identity
        self._colours = drawn.colour_rules(self._identity.colours)
        self._faces = tuple(
            SheetFace(weight, (lettering.FONT.parent / name).as_uri()) for weight, name in SHEET_FONTS.items()
        )

    def jobs(self, story: Story) -> Iterator[PrintJob]:
        page = printed_page(self._site, story)
        for sheet in PRINT_SHEETS if page else ():
            if page and _has_for(self._site, story, sheet):
                yield self._job(story, page, sheet)

    def _job(self, story: Story, page: PrintedPage, sheet: PrintSheet) -> PrintJob:
        view = self._view(story, page, sheet)
        plain = repr(view).replace(self._house.absolute().as_uri(), "")
        key = made_of(self._code, plain.encode(), repr(sheet).encode())
        folder = story.place.removesuffix("/index")
        path = f"{PRINTED_FOLDER}/{story.lang}/{folder}/{sheet.file}"
        return PrintJob(path, story.place, sheet, page, view, key, story.document.path)

    def _view(self, story: Story, page: PrintedPage, sheet: PrintSheet) -> SheetView:
        code = next(iter(story.front.conventions), "") if story.front.kind in ("convention", "lesson") else ""
        return SheetView(
            page=page,
            width=sheet.width,
            height=sheet.height,
            bleed=sheet.bleed,
            slug=sheet.slug,
            is_upright=sheet.height > sheet.width,
            columns=shared_panels(page.panels, sheet.columns, sheet.row) if sheet.columns else (),
            colours=self._colours,
            faces=self._faces,
            scene=self._scene(story, sheet.scene),
            landscape=self._landscape if sheet.columns else "",
            mark=self._mark,
            band=drawn.band_address(code, self._band),
            code=drawn.code_address(self._house, page.carried.url),
            code_label=self._site.words(page.lang).say("print_code"),
            locale=self._site.library.data.locales[story.lang].og.replace("_", "-"),
            day=story.front.changed.isoformat() if story.front.changed else "",
            slides=self._slides(story, page, sheet),
            deck=self._deck(story, sheet),
            test=_test_on(self._site, story, sheet),
            hung=hung_sheets(self._site, story, page.carried, partial(self._drawing, sheet.scene)),
            card_foot=card_foot(self._identity.colours, page.carried) if sheet.needs == "cards" else "",
            deck_foot=deck_foot(self._identity.colours, page.carried) if sheet.needs == "cards" else "",
        )

    def _slides(self, story: Story, page: PrintedPage, sheet: PrintSheet) -> tuple[SlideView, ...]:
        if not isinstance(story.front, Taught) or sheet.needs != "course":
            return ()
        slides = slides_of(self._site, story, story.front, page.carried)
        code = drawn.code_address(self._house, page.carried.url)
        scene, foot = partial(self._drawing, sheet.scene), partial(slide_foot, self._identity.colours, page.carried)
        return placed_slides(slides, scene, self._site.words(story.lang), code, foot)

    def _deck(self, story: Story, sheet: PrintSheet) -> tuple[DeckSheet, ...]:
        if not isinstance(story.front, Lesson) or sheet.needs != "cards":
            return ()
        scene, head = partial(self._drawing, sheet.scene), partial(sheet_head, self._identity.colours)
        return deck_sheets(self._site, story, story.front, scene, head)

    def _drawing(self, box: str, name: str) -> str:
        return drawn.scene_address(self._house, self._identity, name, box)

    def _scene(self, story: Story, box: str) -> str:
        return self._drawing(box, drawing_of(story)) if box and not isinstance(story.front, Taught | Exhibition) else ""

    @cached_property
    def _code(self) -> bytes:
        """All that draws: templates, the letters, this folder and those in it, the programs."""
        folder = Path(__file__).parent
        files = [*sorted(folder.rglob("*.py")), *sorted((self._house / "overrides/publications").iterdir())]
        files += [lettering.FONT.parent / name for name in SHEET_FONTS.values()]
        files += [self._house / PRINTED_WITH]
        return made_of(*(file.read_bytes() for file in files if file.is_file())).encode()

    @cached_property
    def _landscape(self) -> str:
        return drawn.landscape_address(self._house, self._identity)

    @cached_property
    def _mark(self) -> str:
        return drawn.mark_address(self._identity)

    @cached_property
    def _band(self) -> str:
        return self._identity.colours.value(ROOT, "honey") or "#000000"


def _has_for(site: Site, story: Story, sheet: PrintSheet) -> bool:
    """Whether a page has what a sheet needs; there is no test on paper where no quiz belongs to a unit."""
    has = bool(getattr(story.front, sheet.needs, None))
    return has and (sheet.template != TEST_KEY.template or story.place in site.quizzes)


def _test_on(site: Site, story: Story, sheet: PrintSheet) -> UnitTest | None:
    is_one = isinstance(story.front, Unit) and sheet.template == TEST_KEY.template
    return unit_test(site, story, sheet == TEST_KEY) if is_one else None


def kept_product(house: Path, job: PrintJob) -> Path:
    """Where a product is kept."""
    return products_folder(house) / f"{job.key}.{job.sheet.form}"


def kept_picture(house: Path, job: PrintJob) -> Path:
    """Where the small picture of a product is kept."""
    return products_folder(house) / f"{job.key}.webp"
