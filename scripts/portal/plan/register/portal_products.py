"""The portal's own pages as products: what they are, in which languages they really exist, what claims more."""

from collections.abc import Iterator
from datetime import date

from portal.content.kinds import Event, Publication
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.plan.register.products import Product
from portal.reading.problems import Problem


def portal_products(library: Library, taken_back_by: date = date.min) -> tuple[Product, ...]:
    """The portal's own pages as products, each once: a translation is the same product in one more language. A story of
    one of the five themes is one, and so is a publication or an event that says what product it is; none that was taken
    back by a day."""
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
        if not front.is_story or (isinstance(front, Event) and front.state != "held"):
            continue
        if story.theme or (front.product and isinstance(front, Publication | Event)):
            yield story


def _languages(library: Library, story: Story) -> tuple[str, ...]:
    """The languages a page really exists in: those of its texts, and of the files a publication hands out."""
    files = story.front.files if isinstance(story.front, Publication) else []
    return tuple(dict.fromkeys((*library.languages(story.place), *(file.lang for file in files))))


def _of_story(library: Library, story: Story) -> Product:
    front, own = story.front, story.front.product
    assert front.published
    return Product(
        id=story.place,
        date=front.published,
        title=front.title,
        agency=front.agency or "",
        theme=story.theme,
        formats=tuple(own.formats) if own else ("article",),
        channels=tuple(own.channels) if own else ("portal",),
        languages=_languages(library, story),
        audiences=tuple(own.audiences) if own else ("everyone",),
        path=story.document.path,
        line=1,
        from_portal=True,
        kind=front.kind,
    )
