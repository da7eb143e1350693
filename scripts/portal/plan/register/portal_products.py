"""The portal's own pages as products: what they are, in which languages they really exist, what claims more."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from portal.content.front_matter import Front, PrintedFront
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.lessons import Lesson
from portal.content.fronts.recordings import Recording
from portal.content.fronts.scans import Scan
from portal.content.fronts.taught import Taught
from portal.content.fronts.units import Unit
from portal.content.kinds import Event, Publication
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.plan.register.products import Product
from portal.reading.problems import Problem


def portal_products(library: Library, taken_back_by: date = date.min) -> tuple[Product, ...]:
    """The portal's own pages as products, each once: a translation is the same product in one more language. A story of
    one of the five themes is one, and so is a publication or an event that says what product it is, and a page of help
    that has words for leaflets, posters or banners: what is printed of a page are forms of that one product, however
    many files there are. A recording is one in the language that is spoken, in how many qualities it may be there and
    in how many languages its page may stand. A lesson is one, with its slides and cards, and so is a unit of the
    training course, with its slides and test; an exhibition, with its sheets. A digitised document is one only where it
    says what product it is, and who scanned and read it: no archive was made for the plan. None that was taken back
    by a day."""
    stories = (one for one in _counted_stories(library) if not (one.withdrawn and one.withdrawn.date <= taken_back_by))
    return tuple(_of_story(library, story) for story in stories)


def claimed_languages(library: Library) -> Iterator[Problem]:
    """A problem for each language a page says it is a product in, and does not exist in."""
    for story in _originals(library.whole):
        own, real = story.front.product, _languages(library.whole, story)
        for index, language in enumerate(own.languages if own else ()):
            if language not in real:
                place = ("product", "languages", index)
                values = {"value": language, "place": story.place, "choices": real}
                path, line = story.document.path, story.document.line(place)
                yield Problem(path, line, f"product.languages[{index + 1}]", "language-without-page", values)


def _originals(library: Library) -> Iterator[Story]:
    """Every page once, as the file that holds its facts."""
    found = (library.read_in(ORIGINAL, place) for place in library.places)
    return (story for story in found if story)


def _counted_stories(library: Library) -> Iterator[Story]:
    """An event that has not taken place, or never will, has made nothing yet."""
    for story in _originals(library):
        front = story.front
        if isinstance(front, Event) and front.state != "held":
            continue
        is_made = story.theme or (front.product and isinstance(front, Publication | Event))
        is_heard = isinstance(front, Recording)
        is_shown = isinstance(front, Scan) and front.product and front.is_signed_for
        if (front.is_story and is_made) or (front.published and (is_heard or is_shown or _printed_in(library, story))):
            yield story


def _printed_in(library: Library, story: Story) -> dict[str, tuple[str, ...]]:
    """The languages in which a page has words for print, each with the forms these are printed in."""
    every = {lang: library.stories[lang, story.place].front for lang in library.languages(story.place)}
    found = {
        lang: front.printed for lang, front in every.items() if isinstance(front, PrintedFront | Taught | Exhibition)
    }
    return {lang: forms for lang, forms in found.items() if forms}


def _languages(library: Library, story: Story) -> tuple[str, ...]:
    """The languages a page really exists in: those of its texts, and of the files a publication hands out."""
    if isinstance(story.front, Recording):
        return (story.front.spoken,)
    files = story.front.files if isinstance(story.front, Publication) else []
    return tuple(dict.fromkeys((*library.languages(story.place), *(file.lang for file in files))))


def _of_story(library: Library, story: Story) -> Product:
    front, own, printed = story.front, story.front.product, _printed_in(library, story)
    assert front.published
    forms = (*(own.formats if own else _made_as(front)), *chain(*printed.values()))
    return Product(
        id=story.place,
        date=front.published,
        title=front.title,
        agency=front.agency or "",
        theme=story.theme,
        formats=tuple(dict.fromkeys(forms)),
        channels=tuple(own.channels) if own else ("portal",),
        languages=tuple(printed) if printed and not front.is_story else _languages(library, story),
        audiences=tuple(own.audiences) if own else _audiences(front),
        path=story.document.path,
        line=1,
        from_portal=True,
        kind=front.kind,
    )


def _made_as(front: Front) -> tuple[str, ...]:
    """What a page is that does not say what product it is."""
    if isinstance(front, Recording):
        return ("video",) if front.is_film else ("audio",)
    return ("article",) if front.is_story else ()


def _audiences(front: Front) -> tuple[str, ...]:
    """For whom a page is that does not say what product it is. Who reads on a loudspeaker is a resident."""
    if isinstance(front, Unit):
        known = {"officials": "officials", "reporters": "press", "criers": "residents"}
        return tuple(known[one] for one in front.learners)
    return ("children",) if isinstance(front, Lesson) else ("everyone",)
