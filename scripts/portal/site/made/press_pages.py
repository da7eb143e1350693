"""The pages below the press desk, where a page is one: each month's sheet, the spokespersons, what may be used."""

from collections.abc import Callable, Iterator
from datetime import date

from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.language.places import PRESS_PICTURES, SPOKESPERSONS, press_sheet_place
from portal.language.words import Words
from portal.language.written import month_name
from portal.site.made.unwritten import unwritten, with_made
from portal.site.press.sheets import month_name_in_address, press_months


def with_press(library: Library, as_of: date, words_of: Callable[[str], Words]) -> Library:
    """The library with these pages in every language. What an editor wrote at such a place stays."""
    months = press_months(library, as_of)
    made = [page for lang in LANGUAGES if months for page in _pages(lang, months, words_of(lang))]
    return with_made(library, {(page.lang, page.place): page for page in made})


def _pages(lang: str, months: tuple[date, ...], text: Words) -> Iterator[Story]:
    for name, place, shows in (
        ("speakers", SPOKESPERSONS, "spokespersons"),
        ("pictures", PRESS_PICTURES, "press_pictures"),
    ):
        title, about = text.say(f"press.{name}_title"), text.say(f"press.{name}_about")
        yield unwritten(lang, place, title, about, shows, lead=text.say(f"press.{name}_lead"))
    for month in months:
        place, said = press_sheet_place(month_name_in_address(month)), {"month": month_name(month, text)}
        title, about = text.say("press.sheet_title", **said), text.say("press.sheet_about", **said)
        yield unwritten(lang, place, title, about, "press_sheet", lead=text.say("press.sheet_lead"))
