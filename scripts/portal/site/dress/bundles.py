"""Every style and script of the site by the name of its file, and the parts under docs/ each is joined of."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PORTAL_CSS: Final = "assets/portal.css"
PORTAL_SCRIPT: Final = "assets/portal.js"
WORKER: Final = "sw.js"
SEARCH_SCRIPT: Final = "assets/search.js"
CLAIMS_SCRIPT: Final = "assets/claims.js"
TOOLS_SCRIPT: Final = "assets/tools.js"
"""What comes when it is first called: how pages look, reading aloud, leaving rows out."""
PLAIN_CSS: Final = "assets/plain.css"
"""Of the pages that ask, list and explain: help, search, lists of everything, the glossary."""
MORE_CSS: Final = "assets/more.css"
"""Whatever some page needs beside the style of all: of every page that is not known to need less."""
TOOLS_CSS: Final = "assets/tools.css"
"""What comes with the script of tools."""
EARLY: Final = "early/look"
"""The script that stands in the head of every page itself."""

BUNDLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        PORTAL_CSS: (
            "tokens", "base", "frame", "bar", "heading", "parts", "themes", "text", "tables", "pictures", "sections",
            "lists", "calls", "foot", "layers", "paper", "palettes", "old",
        ),
        PLAIN_CSS: ("drawings", "verdicts", "cards", "search", "ways", "listings", "definitions", "lost"),
        MORE_CSS: (
            "drawings", "verdicts", "cards", "kickers", "tasks", "search", "ways", "listings", "definitions", "lost",
            "figures", "plan", "claims", "pairs", "products", "dated",
        ),
        "assets/pairs.css": ("pairs",),
        TOOLS_CSS: ("display",),
        "assets/writing.css": ("writing",),
        "assets/steps.css": ("drawings", "figures", "steps"),
        "assets/easy.css": ("drawings", "figures", "easy"),
        "assets/lesson.css": ("drawings", "plan", "dated", "lesson", "training"),
        "assets/exhibition.css": ("drawings", "figures", "exhibition"),
        "assets/home.css": ("drawings", "verdicts", "cards", "home", "welcome"),
        # Of the pages made from data/: documents part by part, what the UN said.
        "assets/told.css": ("documents", "recommended"),
        # Of the loudspeaker kit: its front, its scripts and their reading cards.
        "assets/loudspeaker.css": ("drawings", "cards", "loudspeaker"),
        "assets/recording.css": ("drawings", "cards", "recording"),
        "assets/scan.css": ("drawings", "cards", "scan"),
        "assets/quizzes.css": ("quizzes",),
        "assets/press.css": ("drawings", "press"),
        "assets/quiz.js": ("portal/quiz",),
        "assets/exhibition.js": ("portal/around", "portal/exhibition"),
        PORTAL_SCRIPT: (
            "portal/root", "portal/menu", "portal/folding", "portal/tools", "portal/voice", "portal/share",
            "portal/own", "portal/keeping", "portal/headings", "portal/marks", "portal/paper", "portal/contents",
            "portal/folds", "portal/leaving",
        ),
        TOOLS_SCRIPT: ("portal/aloud", "portal/display", "portal/filter"),
        # Of a recording alone: keeps its sound on the device, where somebody asks for it.
        "assets/recording.js": ("common/stores", "recordings/sound"),
        # Of the two pages whose lists a script fills or narrows.
        "assets/lists.js": ("common/stores", "portal/kept", "portal/choosing"),
        SEARCH_SCRIPT: (
            "search/page", "search/folding", "search/clusters", "search/words", "search/loading", "search/reading",
            "search/spelling", "search/raising", "search/ranking", "search/asking", "search/excerpts", "search/entries",
            "search/narrowing", "search/calling", "search/showing", "search/listening",
        ),
        CLAIMS_SCRIPT: ("search/folding", "search/clusters", "search/words", "claims/matching"),
        "assets/writing.js": (
            "search/folding", "writing/page", "writing/letters", "writing/yaml", "writing/packing", "writing/lists",
            "writing/tables", "writing/blocks", "writing/emphasis", "writing/inline", "writing/paragraphs",
            "writing/word_rules", "writing/marks", "writing/mending", "writing/drawing", "writing/pasted",
            "writing/sheets", "writing/values", "writing/files", "writing/addresses", "writing/field_rules",
            "writing/model_rules", "writing/answer_rules", "writing/hygiene", "writing/text_rules", "writing/links",
            "writing/net", "writing/names", "writing/persons", "writing/checking", "writing/controls",
            "writing/groups", "writing/editor", "writing/telling", "writing/steps", "writing/handing",
            "writing/keeping",
            "writing/opening",
        ),
        WORKER: (
            "common/stores", "worker/scope", "worker/trusting", "worker/storing", "worker/searching", "worker/sounding",
            "worker/renewing", "worker/keeping", "worker/answering",
        ),
    }
)  # fmt: skip
"""Each file of the site and its parts in their order: in a style a later rule wins, in a script a name is used after
it is made."""

PREVIEW: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"preview.css": ("preview",), "preview.js": ("preview/following",), WORKER: ("worker/leaving",)}
)
"""What the preview adds to the site: no site has it."""
