"""What somebody says of a new page, understood: its kind, section, name and body, by word or by Vietnamese name."""

from collections.abc import Mapping

from portal.content.asking.new_page import is_slug, names_to_choose, slug_from, tidy_title
from portal.content.asking.values import PageKind
from portal.content.known.agencies import body_labels
from portal.content.known.reference import ReferenceData
from portal.language.locales import LANGUAGES
from portal.language.words import Words, words
from portal.reading.cells import Unclear
from portal.reading.fields import TITLE_LENGTH
from portal.reading.labels import Labels

TOP = "."
"""How the top is called where sections are: outside all of them."""


class Unusable(Exception):
    """What was said makes no page; its text is the sentence that says why, and what can be said."""


def kind_meant(said: str, kinds: Mapping[str, PageKind], text: Words) -> PageKind:
    """A kind by its word or its name. Raises Unusable."""
    found = Labels({name: one.label.values() for name, one in kinds.items()}).find(said)
    if found is None:
        choices = ", ".join(f"{name} ({one.label[text.lang]})" for name, one in kinds.items())
        raise Unusable(text.say("new_page.no_kind", value=said, choices=choices))
    return kinds[found]


def section_meant(said: str, kind: PageKind, text: Words) -> str:
    """One of the kind's sections by its folder or its name, "" for the top. Raises Unusable."""
    called = {one or TOP: [section_called(one, words(lang)) for lang in LANGUAGES] for one in kind.sections}
    found = TOP if said in ("", TOP) and TOP in called else Labels(called).find(said)
    if found is None:
        choices = ", ".join(f"{one or TOP} ({section_called(one, text)})" for one in kind.sections)
        raise Unusable(text.say("new_page.no_section", kind=kind.name, value=said or TOP, choices=choices))
    return "" if found == TOP else found


def section_called(section: str, text: Words) -> str:
    """The name of a section, or of the top."""
    return text.label("sections", section) if section else text.say("new_page.top")


def title_meant(said: str, text: Words) -> str:
    """A title somebody typed, of a length a page may have. Raises Unusable."""
    title, (least, most) = tidy_title(said), TITLE_LENGTH
    if not least <= len(title) <= most:
        raise Unusable(text.say("new_page.title_length", length=len(title), least=least, most=most))
    return title


def agency_meant(said: str, data: ReferenceData, text: Words) -> str:
    """The id of a body by its id or any of its names; "" where nothing was said. Raises Unusable with those meant."""
    found = body_labels(data.agencies).one(said) if said.strip() else ""
    if isinstance(found, Unclear):
        choices = ", ".join(map(str, found.values["choices"]))
        raise Unusable(text.say("new_page.no_agency", value=said, choices=choices))
    return found


def name_meant(said: str, title: str, kind: PageKind, text: Words) -> str:
    """The name of both files: the one said, else one made from the title. Raises Unusable."""
    codes = names_to_choose(kind)
    slug = said or ("" if codes else slug_from(title))
    if codes and slug not in codes:
        raise Unusable(text.say("new_page.convention_name", choices=", ".join(codes)))
    if not is_slug(slug):
        raise Unusable(text.say("new_page.no_name", value=said or title))
    return slug
