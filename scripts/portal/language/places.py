"""The places the portal itself leads to, by name: those of the frame, the home page, the blocks and answers."""

from typing import Final

from portal.language.vocabulary import DOCUMENTS, LISTS, LOUDSPEAKER, QUIZZES, SECTIONS, THEMES

ANSWERS: Final = THEMES[3]
"""The section of answers to claims."""

ALL_ANSWERS: Final = f"{ANSWERS}/tong-hop"
SEND_CLAIM: Final = f"{ANSWERS}/gui-thong-tin"
"""How a claim is sent to be checked."""

HOME: Final = "index"
GLOSSARY: Final = "thuat-ngu"
QUESTIONS: Final = "hoi-dap"
SEARCH: Final = "tim-kiem"
OFFLINE: Final = "mat-mang"
TONGUES: Final = "tieng-noi"
"""What there is in each language of the province's peoples."""
WRITING: Final = "viet-bai"
"""The form on which a page is written: made by the portal, for editors."""
HELP: Final = "tro-giup/index"
LIBRARY: Final = "an-pham/index"
"""The library of what was printed."""
IN_DANGER: Final = ("cong-uoc/crc", "cong-uoc/cedaw", HELP)
"""Pages to which children and women in danger may come first: each says whether it has to be discreet."""
CALLED_FROM: Final = (OFFLINE, SEARCH, *IN_DANGER)
"""Pages beside those of help that offer to call."""
EASY: Final = "de-doc"
"""How the file of an easy version is named, after the name of its full page."""
CONTACT: Final = "gioi-thieu/lien-he"
SITE_MAP: Final = "gioi-thieu/so-do"
CORRECTIONS: Final = "gioi-thieu/dinh-chinh"
STANDARD: Final = "gioi-thieu/tieu-chuan-bien-tap"
OPEN_DATA: Final = "gioi-thieu/du-lieu-mo"
DATA_COLUMNS: Final = f"{OPEN_DATA}/cot"
"""What each column of the open tables means."""
PRESS: Final = "gioi-thieu/bao-chi"
"""The press desk: what is made for it stands below it."""
SPOKESPERSONS: Final = f"{PRESS}/nguoi-phat-ngon"
PRESS_PICTURES: Final = f"{PRESS}/hinh-va-bieu-do"
COMPARISON: Final = "cong-uoc/so-sanh"
RECOMMENDATIONS: Final = f"{THEMES[4]}/khuyen-nghi"
"""The table of what the UN told Viet Nam; each document and each recommendation has its own page below it."""
PLAN_SECTION: Final = "ke-hoach"
"""The section of the plan: which of its pages explains it, data/portal.yml says."""
PROGRESS: Final = f"{PLAN_SECTION}/tien-do"
BODIES: Final = f"{PLAN_SECTION}/co-quan"
"""The page that leads to every body; each body's own stands below it."""
RECEIVED: Final = f"{PLAN_SECTION}/bao-cao"
"""Who has sent what."""

TOP_PAGES: Final = (HOME, GLOSSARY, QUESTIONS, SEARCH, OFFLINE, TONGUES)
"""The single pages at the top, in the order the footer names them."""


def front_of(section: str) -> str:
    """The place of a section's own page."""
    return f"{section}/index"


def section_of(place: str) -> str:
    """The section a place lies in: "cong-uoc/crc" in "cong-uoc", "thuat-ngu" in ""."""
    return place.partition("/")[0] if "/" in place else ""


def body_place(body: str) -> str:
    """The place of a body's page: "ke-hoach/co-quan/so-y-te"."""
    return f"{BODIES}/{body}"


def pair_place(first: str, second: str) -> str:
    """The place of the page that puts two conventions side by side: "cong-uoc/so-sanh/crc-cat"."""
    return f"{COMPARISON}/{first}-{second}"


def recommendation_place(name: str) -> str:
    """The place of a UN document's page, or of one of its recommendations: "doi-ngoai/khuyen-nghi/cat-2018"."""
    return f"{RECOMMENDATIONS}/{name}"


def document_place(document: str) -> str:
    """The place of the page that tells a document part by part: "van-ban/luat-tre-em-2016"."""
    return f"{DOCUMENTS}/{document}"


def document_of_place(place: str) -> str:
    """The id of the document that a place tells; "" where it tells none."""
    section, _, name = place.partition("/")
    return name if section == DOCUMENTS and name != "index" else ""


def press_sheet_place(month: str) -> str:
    """The place of the press sheet of a month: "gioi-thieu/bao-chi/2026-11"."""
    return f"{PRESS}/{month}"


def quiz_place(quiz: str) -> str:
    """The place of a quiz: "cau-do/cedaw"."""
    return f"{QUIZZES}/{quiz}"


def quiz_of_place(place: str) -> str:
    """The id of the quiz at a place; "" where there is none."""
    section, _, name = place.partition("/")
    return name if section == QUIZZES and name != "index" else ""


def tells_again(place: str) -> bool:
    """Whether a place is of a page that the build makes of what other pages tell: a quiz, a loudspeaker script, the
    press sheet of a month."""
    section, _, name = place.partition("/")
    month = place.removeprefix(f"{PRESS}/")
    return (section in {QUIZZES, LOUDSPEAKER} and name != "index") or (month != place and month[:1].isdigit())


def script_place(place: str) -> str:
    """The place of the page with the loudspeaker script of another: "loa/cong-uoc/crc"."""
    return f"{LOUDSPEAKER}/{place}"


def scripted_place(place: str) -> str:
    """The place of the page whose script stands at a place; "" where none does."""
    section, _, scripted = place.partition("/")
    return scripted if section == LOUDSPEAKER and "/" in scripted else ""


def parent_of(place: str) -> str:
    """The place a page stands below, "" at the top: "ke-hoach/co-quan" for "ke-hoach/co-quan/so-y-te", "cong-uoc/crc"
    for its easy version. There need not be a page."""
    beside = place.removesuffix(f"-{EASY}")
    return place.rpartition("/")[0] if beside == place else beside


def easy_place(full: str) -> str:
    """The place of a page's easy version: "cong-uoc/crc-de-doc" for "cong-uoc/crc", "tro-giup/de-doc" for the front of
    help."""
    folder, _, name = full.rpartition("/")
    return f"{folder}/{EASY}" if name == "index" else f"{full}-{EASY}"


def full_place(easy: str) -> str:
    """The place of the page of which one at a place is the easy version; "" where its name does not say so."""
    folder, _, name = easy.rpartition("/")
    if name == EASY:
        return front_of(folder)
    return easy.removesuffix(f"-{EASY}") if name.endswith(f"-{EASY}") else ""


def is_made(place: str) -> bool:
    """Whether the portal itself makes pages at such a place: lists, bodies, documents, the form, the front of a section
    without its own. Which of them there are, the whole site knows."""
    made = (LISTS, DOCUMENTS, QUIZZES, LOUDSPEAKER, BODIES, COMPARISON, RECOMMENDATIONS, PRESS)
    return place.startswith(tuple(f"{one}/" for one in made)) or place in (
        BODIES,
        RECOMMENDATIONS,
        WRITING,
        DATA_COLUMNS,
        *map(front_of, SECTIONS),
    )


def convention_page(code: str) -> str:
    """The place of the page that explains a convention."""
    return f"{THEMES[0]}/{code}"


NEEDED: Final = (
    HOME,
    SEARCH,
    GLOSSARY,
    OFFLINE,
    HELP,
    CONTACT,
    SITE_MAP,
    CORRECTIONS,
    STANDARD,
    COMPARISON,
    PROGRESS,
    *(front_of(theme) for theme in THEMES),
)
"""What a whole site cannot do without: the frame, the home page and answers to claims lead there on their own."""
