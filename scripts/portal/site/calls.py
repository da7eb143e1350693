"""Numbers that can be called: on the buttons of a page, and wherever its words tell the reader to call one."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from portal.content.fronts.easy import Easy
from portal.content.fronts.steps import Steps
from portal.content.kinds import PlainPage
from portal.content.known.people import PublicNumber
from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.language.places import CALLED_FROM, HELP, full_place, quiz_of_place, section_of
from portal.language.words import words
from portal.site.spot import Spot

_PART: Final = re.compile(r"(<[^>]+>)")
_TAG: Final = re.compile(r"<(/?)([a-z0-9]+)")
_CLOSED: Final = frozenset(
    ("a", "button", "cite", "code", "label", "legend", "pre", "q", "script", "style", "svg", "textarea")
)
"""What is no text to be tapped, or would be a link within a link."""


@dataclass(frozen=True)
class Call:
    """A number on a button: as it is dialled, and who answers."""

    number: str
    href: str
    who: str


def calls_of(spot: Spot, story: Story) -> tuple[Call, ...]:
    """The numbers a page offers: those its steps name, the most urgent first; every one on pages of help that name none
    and on those that people in danger may come to, with their easy versions; none elsewhere."""
    known = spot.library.data.numbers
    if story.withdrawn:
        return ()
    named = dict.fromkeys(number for one in steps_of(spot, story) for number in one.call if number in known)
    if named:
        return calls((known[number] for number in named), spot.words.lang)
    place = full_place(spot.place) if isinstance(story.front, Easy) else spot.place
    helping = spot.section == section_of(HELP) or place in CALLED_FROM
    return calls(known.values(), spot.words.lang) if helping else ()


def steps_of(spot: Spot, story: Story) -> tuple[Steps, ...]:
    """The steps a page tells itself, or those of the pages to which it leads whoever answers what it asks; of a quiz
    those of the page it belongs to."""
    told = _asked_about(spot) or story
    read = (told, *_led_to(spot, told))
    return tuple(one.front for one in read if isinstance(one.front, Steps))


def is_discreet(spot: Spot, story: Story) -> bool:
    """Whether others should not see that somebody read the page: as it says itself, as its full page does, as the page
    a quiz belongs to, or as a page to which it leads whoever answers what it asks."""
    full = spot.library.read_in(spot.lang, full_place(spot.place)) if isinstance(story.front, Easy) else None
    told = _asked_about(spot) or story
    read = (story, told, *((full,) if full else ()), *_led_to(spot, told))
    return not story.withdrawn and any(one.front.discreet for one in read)


def _led_to(spot: Spot, story: Story) -> Iterator[Story]:
    ways = story.front.ways if isinstance(story.front, PlainPage) else []
    read = (spot.library.read_in(spot.lang, way.to) for way in ways)
    return (one for one in read if one)


def _asked_about(spot: Spot) -> Story | None:
    """The page that a quiz belongs to; None on any other page."""
    name = quiz_of_place(spot.place)
    quiz = spot.library.data.quizzes.get(name) if name else None
    return spot.library.read_in(spot.lang, quiz.about) if quiz else None


def calls(numbers: Iterable[PublicNumber], lang: str) -> tuple[Call, ...]:
    """Those numbers that have a button."""
    return tuple(Call(one.number, href(one.number), one.short[lang]) for one in numbers if one.short)


def href(number: str) -> str:
    """The link that calls a number."""
    return "tel:" + "".join(sign for sign in number if sign.isdecimal() or sign == "+")


def with_calls(page: str, numbers: Collection[str]) -> str:
    """A whole page with a link on each public number that its words tell somebody to call; its head stays as it is."""
    head, body, text = page.partition("<body")
    return head + body + _linked(text, _pattern(tuple(sorted(numbers)))) if numbers else page


@cache
def _pattern(numbers: tuple[str, ...]) -> re.Pattern[str]:
    """A number and the word before it that tells to call; behind any other word digits are a count."""
    number = "|".join(re.escape(one) for one in sorted(numbers, key=len, reverse=True))
    told = rf"(?P<before>(?<!\w)(?:{_any_of('told')})\s+)?"
    return re.compile(rf"{told}(?<![\w/.,–\u2060-])(?P<number>{number})(?![\w/–%-]|[.,]\d)", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    """A sentence so far that names a law or an article: digits in it are no telephone."""
    return re.compile(rf"(?<!\w)(?:{_any_of('counted')})\s[^.;]*$", re.IGNORECASE)


def _any_of(key: str) -> str:
    said = (words(lang).say(f"calls.{key}") for lang in LANGUAGES)
    return "|".join(re.escape(one.strip()) for text in said for one in text.split(","))


def _linked(html: str, pattern: re.Pattern[str]) -> str:
    parts, closed, strong = [], 0, False
    for part in _PART.split(html):
        if part.startswith("<"):
            closed += _step(part)
            strong = part == "<strong>"
        elif part and not closed:
            part = pattern.sub(lambda found, strong=strong: _link(found, strong), part)
        parts.append(part)
    return "".join(parts)


def _link(found: re.Match[str], is_strong: bool) -> str:
    """A number is linked behind a word that tells to call it, or where it stands alone in bold."""
    before, number = found["before"] or "", found["number"]
    stands_alone = is_strong and found[0] == found.string.strip()
    if not (before or stands_alone) or _counted().search(found.string[: found.start()]):
        return found[0]
    return f'{before}<a class="call" href="{href(number)}">{number}</a>'


def _step(tag: str) -> int:
    """+1 where a part begins that takes no links, -1 where it ends, 0 otherwise."""
    found = _TAG.match(tag)
    if not found or found[2] not in _CLOSED or tag.endswith("/>"):
        return 0
    return -1 if found[1] else 1
