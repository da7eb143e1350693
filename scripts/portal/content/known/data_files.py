"""Which files of data/ are read as what is known once: the lists by their models, and every other file."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from portal.content.desk.address import PUBLISHED_PATH
from portal.content.front_matter import NamedPerson
from portal.content.known.accepted_words import ACCEPTED_PATH, AcceptedWord
from portal.content.known.agencies import AGENCIES_PATH, Agency
from portal.content.known.claims_received import RECEIVED_CLAIMS_PATH
from portal.content.known.communes import COMMUNES_PATH, Commune
from portal.content.known.figures import figure_files
from portal.content.known.glossary import GLOSSARY_PATH, Term
from portal.content.known.house.home import HOME_PATH
from portal.content.known.house.locales import LOCALES_PATH, FurtherLocale
from portal.content.known.house.owner import OWNER_PATH
from portal.content.known.house.portal import PORTAL_PATH
from portal.content.known.house.search import SEARCH_PATH
from portal.content.known.law.conventions import CONVENTIONS_PATH, ConventionFacts
from portal.content.known.law.documents import walked_files
from portal.content.known.law.laws import LAWS_PATH, Law
from portal.content.known.law.recommendations import document_files
from portal.content.known.moved import MOVED_PATH, MovedPage
from portal.content.known.named_files import Keyed
from portal.content.known.observances import OBSERVANCES_PATH, Observance
from portal.content.known.people import NUMBERS_PATH, PEOPLE_PATH, PublicNumber
from portal.content.known.quizzes import quiz_files
from portal.content.stated.facts import FACTS_PATH, Fact

DATA_LISTS: Final[Mapping[str, Keyed]] = {
    "agencies": Keyed(AGENCIES_PATH, Agency, must=True, points=("successor", "member_of")),
    "laws": Keyed(LAWS_PATH, Law),
    "conventions": Keyed(CONVENTIONS_PATH, ConventionFacts, key="code"),
    "glossary": Keyed(GLOSSARY_PATH, Term),
    "facts": Keyed(FACTS_PATH, Fact),
    "communes": Keyed(COMMUNES_PATH, Commune, once=("row", "column")),
    "people": Keyed(PEOPLE_PATH, NamedPerson, key="name"),
    "numbers": Keyed(NUMBERS_PATH, PublicNumber, key="number"),
    "accepted": Keyed(ACCEPTED_PATH, AcceptedWord, key="word"),
    "observances": Keyed(OBSERVANCES_PATH, Observance),
    "moved": Keyed(MOVED_PATH, MovedPage, key="place"),
    "further": Keyed(LOCALES_PATH, FurtherLocale, key="code", folder="content_{}"),
}
"""The fields of ReferenceData that are such lists."""


def reference_files(root: Path) -> Iterable[Path]:
    """Every file below data/ that is read here."""
    return (
        *(root / one.path for one in DATA_LISTS.values()),
        root / OWNER_PATH,
        root / PORTAL_PATH,
        root / SEARCH_PATH,
        root / HOME_PATH,
        root / RECEIVED_CLAIMS_PATH,
        root / PUBLISHED_PATH,
        *figure_files(root),
        *document_files(root),
        *walked_files(root),
        *quiz_files(root),
    )
