"""A page for each body of the plan, and one that leads to them all: made from data/, not written."""

from collections.abc import Callable, Mapping

from portal.content.known.agencies import Agency
from portal.content.library import Library
from portal.content.sources import Source
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.made_files import DATA_FOLDER
from portal.language.places import BODIES, body_place
from portal.language.words import Words, words
from portal.plan.bodies.bodies import Body
from portal.plan.forms.sending import form_name
from portal.site.made.unwritten import unwritten, with_made


def with_bodies(library: Library, bodies: Mapping[str, Body], words_of: Callable[[str], Words]) -> Library:
    """The library with a page for each body in every language, and the page that leads to them where nobody wrote one.
    What an editor wrote at such a place stays."""
    made = {}
    for lang in LANGUAGES if bodies else ():
        say = words_of(lang).say
        made[lang, BODIES] = unwritten(lang, BODIES, say("bodies.title"), say("bodies.about"), "bodies")
        for body in bodies.values():
            name, place = body.agency.called(lang), body_place(body.agency.id)
            lead = say("bodies.lead_due" if body.is_due else "bodies.lead_not_due")
            fields = {"lead": lead, "sources": sources_of(body), "search_words": say("bodies.search_words").split(", ")}
            made[lang, place] = unwritten(lang, place, name, f"{name}. {lead}", "body", **fields)
    return with_made(library, made)


def sources_of(body: Body) -> list[Source]:
    """What says that there is such a body; of one without a source of its own, what says it of its group."""
    return body.agency.sources or _first(body.groups)


def blank_form_path(agency: Agency, year: int) -> str:
    """Where the form a body fills in for a year stands in the site: it is in the language of the original."""
    return f"{DATA_FOLDER}/bieu/{form_name(agency, year, words(ORIGINAL))}"


def _first(groups: tuple[Agency, ...]) -> list[Source]:
    return next((group.sources for group in groups if group.sources), [])
