"""Every fixed word of the portal, once: sections, kinds, conventions, groups, verdicts, products."""

from typing import Final

THEMES: Final = ("cong-uoc", "chinh-sach", "thanh-tuu", "phan-bac", "doi-ngoai")
"""The plan's five themes, in the plan's order: theme n is THEMES[n - 1]."""

LISTED: Final = ("an-pham", "su-kien")
"""The sections of stories that are none of a theme: their fronts list what there is, as the themes' fronts do."""

RECORDINGS: Final = "nghe"
"""The section of what people said for others to hear: recorded sound and film."""
SCHOOL: Final = "truong-hoc"
"""The section of lessons for schools."""
SCANS: Final = "tu-lieu"
"""The section of digitised documents: papers that were scanned, with their text."""
TRAINING: Final = "tap-huan"
"""The section of the training desk: a course for those who work on human rights, classes offered and held."""
EXHIBITIONS: Final = "trien-lam"
"""The section of exhibitions."""

SECTIONS: Final = (
    *THEMES,
    *LISTED,
    RECORDINGS,
    "ke-hoach",
    "tro-giup",
    SCHOOL,
    TRAINING,
    EXHIBITIONS,
    SCANS,
    "gioi-thieu",
)
LISTS: Final = "danh-sach"
"""The section of lists of stories, which the portal makes itself."""
DOCUMENTS: Final = "van-ban"
"""The section of documents told part by part, which it makes of data/documents/."""
LOUDSPEAKER: Final = "loa"
"""The section of scripts for village loudspeakers, which it makes of what pages say in their heads."""
QUIZZES: Final = "cau-do"
"""The section of quizzes, which it makes of data/quizzes/."""
WITH_MADE: Final = (*SECTIONS, DOCUMENTS, QUIZZES, LOUDSPEAKER, LISTS)
"""Every section that can have pages, those made by the portal last."""
DOCUMENT_KINDS: Final = ("plan", "decision", "law", "treaty", "un")
"""What a document is, in the order the front of that section tells them."""
CONVENTIONS: Final = ("iccpr", "icescr", "cedaw", "icerd", "crc", "crpd", "cat")

GROUPS: Final = (
    "children",
    "women",
    "ethnic_minorities",
    "persons_with_disabilities",
    "older_persons",
    "workers",
    "poor_households",
    "prisoners",
    "migrants",
    "everyone",
)

REVIEW: Final = "upr"
"""The review of a State by all others, beside the committees of the conventions."""
EXPERTS: Final = "experts"
"""Independent experts of the Human Rights Council, who visit a State and report."""
MECHANISMS: Final = (*CONVENTIONS, REVIEW, EXPERTS)
"""What tells a State what it should do: a committee, by its convention, the periodic review, an expert who came."""
RIGHTS: Final = (
    "equality",
    "life",
    "torture",
    "liberty",
    "fair_trial",
    "expression",
    "religion",
    "assembly",
    "public_life",
    "privacy",
    "nationality",
    "family",
    "violence",
    "work",
    "social_security",
    "health",
    "education",
    "culture",
    "land",
    "carrying_out",
)
"""What a recommendation is about; `carrying_out` is what makes all rights real: laws, institutions, treaties, data."""
SAID_KINDS: Final = ("praise", "concern", "recommendation", "question")
SAID_IN: Final = ("conclusions", "dialogue", "list")
"""Whether a body said something as a whole, in writing, its experts did in the room, or it was asked before."""
HOW_READ: Final = ("text", "extract", "report")
"""Whether the document itself was read, what somebody else quotes of it, or only what somebody else tells."""
POSITIONS: Final = ("accepted", "partly", "noted", "unknown")
"""What a State answered in the review to one recommendation."""
HAPPENINGS: Final = ("law", "policy", "result")
CARRIED_OUT: Final = ("unknown", "begun", "done")

REASONS_TO_NAME: Final = ("office", "consent")
"""Why a person may be named: in office, or with consent in writing."""
PICTURE_LICENCES: Final = ("portal", "permission", "cc_by", "cc_by_sa", "cc0", "public_domain")
"""Under what a picture is shown: as the portal's own content, by a permission in writing, a licence, no right left."""
PEOPLE_SEEN: Final = ("nobody", *REASONS_TO_NAME)
"""Who can be recognised in a picture: nobody, or people whom the same reasons allow to name."""
CORRECTION_KINDS: Final = ("typo", "clarification", "correction", "verdict_change")
RETRACTION: Final = "retraction"
"""The change of a page that was taken back: said by its `withdrawn`, told among the corrections."""

VERDICTS: Final = ("true", "mostly_true", "missing_context", "misleading", "false", "unproven", "outdated")

CLAIM_KINDS: Final = ("factual", "statistic", "quote", "image", "video")

CLAIM_NATURES: Final = ("statement", "date_or_status", "opinion", "call", "finding", "recommendation")
WITHOUT_VERDICT: Final = frozenset(("opinion", "call", "finding", "recommendation"))
"""What is reported beside Viet Nam's answer and never gets a verdict."""

CLAIMANT_TYPES: Final = (
    "state_body",
    "state_media",
    "media",
    "un_body",
    "state",
    "ngo",
    "public_figure",
    "online",
    "unknown",
)

SOURCE_TYPES: Final = (
    "un_document",
    "treaty_collection",
    "law",
    "government",
    "statistics",
    "press",
    "ngo",
    "academic",
    "other",
)

HOW_FAR: Final = ("original", "official_copy", "copy", "report")
"""How far a source carries: the publisher's own file, a public body's copy of it, a copy of anybody else, or only what
somebody tells about the matter."""
HOW_MUCH: Final = ("whole", "parts", "opening", "excerpt")
"""How much of a source was read."""
OPENED_AT: Final = ("home_page", "not_recorded")
"""What was opened, where the address does not say it: the home page is the document; nobody recorded where."""

FORMATS: Final = (
    "article",
    "reportage",
    "photo",
    "video",
    "audio",
    "leaflet",
    "poster",
    "infographic",
    "book",
    "banner",
    "script",
    "quiz",
    "exhibition",
    "dataset",
    "lesson",
)

CHANNELS: Final = tuple(
    (
        "portal website facebook zalo youtube tiktok other_digital newspaper radio tv loudspeaker print "
        "notice_board led_board exhibition event"
    ).split()
)

AUDIENCES: Final = ("officials", "residents", "press", "foreign", "children", "everyone")

AGENCY_KINDS: Final = ("administrative", "party", "organisation", "press", "collective", "former")
"""What a body is, which says what it reports on. A collective names many bodies together, a former body has given its
tasks to others: neither reports."""


DIGITAL_CHANNELS: Final = frozenset(("portal", "website", "facebook", "zalo", "youtube", "tiktok", "other_digital"))

STATUSES: Final = (
    "met",
    "on_track",
    "behind",
    "nothing_arose",
    "counted",
    "too_few_reports",
    "portal_only",
    "no_data",
    "not_computable",
)
UNDECIDED: Final = ("too_few_reports", "portal_only", "no_data")
"""Statuses of targets that others have still to report on: nothing can be said of them yet."""

TALLIES: Final = (
    "quarter",
    "theme",
    "content",
    "kind",
    "format",
    "channel",
    "language",
    "audience",
    "agency",
)
"""What products are counted by."""

COVERAGE: Final = ("convention", "group", "place")
"""What the portal's stories are counted by, to see what is missing."""

SENT_STATES: Final = ("on_time", "late", "in", "waiting", "overdue", "excused")
"""Where a body's yearly report is: in (before the day, after it, on a day nobody wrote down), not in yet, not in after
the day, not asked of it this year."""

REPORT_KINDS: Final = ("annual", "interim", "final")

LEARNERS: Final = ("officials", "reporters", "criers")
"""For whom a unit of the training course is: officials, reporters, those who read on village loudspeakers."""

EVENT_TYPES: Final = ("training", "workshop", "contest", "exhibition", "press_briefing", "award", "campaign")
EVENT_STATES: Final = ("planned", "held", "cancelled")

BLOCKS: Final = tuple(
    (
        "home section conventions site_map contact search glossary laws progress claims corrections standard listing "
        "offline sent bodies body open_data writing accessibility pair recommendations un_document recommendation "
        "documents document columns loudspeaker script publications events recordings lessons tongues "
        "quizzes quiz scans press press_sheet spokespersons press_pictures training exhibitions"
    ).split()
)
"""What a page may show under its text, made from the portal's own data (field `shows`)."""
