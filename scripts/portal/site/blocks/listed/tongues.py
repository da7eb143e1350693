"""What there is in each language of the province's peoples, and what is still needed: as it is, nought included."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.fronts.recordings import Recording
from portal.content.nearby import recordings
from portal.language.locales import LANGUAGES, Locale
from portal.language.places import CONTACT, HOME, front_of
from portal.language.vocabulary import RECORDINGS
from portal.site.addresses import address, relative
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class TongueView:
    """A language: its name, how many pages and scripts for loudspeakers are in it, the way to its pages and to what can
    be heard; None where there is nothing."""

    name: str
    pages: int
    scripts: int
    read: Link | None
    heard: Link | None


@dataclass(frozen=True)
class TonguesBlock:
    """The languages the plan counts as those of the province's peoples, then others the portal has, in which there is
    something; `none` names those in which there is nothing, "" where there is none such; `missing` says what is
    needed."""

    tongues: tuple[TongueView, ...]
    none: str
    missing: str
    contact: Link


def tongues_block(spot: Spot) -> TonguesBlock:
    """The languages in the words of the frame."""
    text, owner = spot.words, spot.site.owner
    is_known = bool(owner and (owner.email or owner.telephone or owner.address[text.lang]))
    said = text.say("tongues.owner_known" if is_known else "tongues.owner_unknown")
    every = tuple(_views(spot))
    some = tuple(one for one in every if one.pages or one.heard)
    names = ", ".join(one.name for one in every if one not in some)
    return TonguesBlock(
        tongues=some,
        none=text.say("tongues.none", names=names) if names else "",
        missing=text.say("tongues.missing", owner=said),
        contact=Link(text.say("tongues.contact"), spot.to(CONTACT)),
    )


def tongue_codes(spot: Spot) -> tuple[str, ...]:
    """The codes of the languages: those of the plan, then those of the table that it does not name."""
    ledger = spot.site.registers.ledger
    planned = ledger.plan.ethnic_languages if ledger else ()
    further = (code for code in spot.library.data.locales if code not in LANGUAGES)
    return tuple(dict.fromkeys((*planned, *further)))


def _views(spot: Spot) -> Iterator[TongueView]:
    locales = spot.library.data.locales
    for code in tongue_codes(spot):
        stories = [story for (lang, _), story in spot.library.stories.items() if lang == code]
        name = spot.language(code) if code in locales else spot.words.language_name(code)
        scripts = sum(getattr(story.front, "radio", None) is not None for story in stories)
        read = _way_to(spot, locales[code], name) if stories else None
        yield TongueView(name, len(stories), scripts, read, recordings_in(spot, code, name))


def _way_to(spot: Spot, locale: Locale, name: str) -> Link:
    title = spot.words.say("tongues.all_pages", name=name)
    return Link(title, relative(spot.address, address(locale.code, HOME)))


def recordings_in(spot: Spot, code: str, name: str) -> Link | None:
    """The way to what can be heard in a language; None where nothing is recorded in it."""
    heard = (one.front for one in recordings(spot.library, spot.lang))
    has = any(isinstance(front, Recording) and front.spoken.partition("-")[0] == code for front in heard)
    return Link(spot.words.say("tongues.heard", name=name), spot.to(front_of(RECORDINGS))) if has else None
