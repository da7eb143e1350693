"""Articles of known documents in a text: "Luật Trẻ em năm 2016, Điều 13" leads to that article wherever it stands."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from portal.language.locales import ENGLISH
from portal.site.documents.known import KnownDocument

_TOKEN: Final = re.compile(r"(<[^>]+>)")
_TAG: Final = re.compile(r"</?([a-z0-9]+)")
_CLOSED_TO_LINKS: Final = frozenset(("a", "h1", "h2", "h3", "h4", "code", "pre", "q", "cite", "blockquote"))
_INSIDE: Final = frozenset(("abbr", "b", "em", "i", "small", "span", "strong", "time"))
"""Tags within which a sentence goes on; any other ends it."""
_MARK: Final = '<span class="cite"'
_MARKED: Final = re.compile(r'href="#nguon-(\d+)"')
_NUMBER: Final = re.compile(r"\d+[a-zđ]?")
_NUMBERS: Final = r"\d+[a-zđ]?(?:(?:, | và | hoặc | and | or |, and |–)\d+[a-zđ]?\b(?! *%))*"
_WORD: Final = {"vi": r"[Đđ]iều", ENGLISH: r"[Aa]rticles?"}
_STEP: Final = {"vi": r"(?:,? (?:khoản|điểm) [\w.]+)* (?:của )?", ENGLISH: r"(?:,? paragraph [\w.]+)* of (?:the )?"}
"""What may stand between an article and the document it is of."""
_OTHERS: Final = {
    "vi": r"Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Hiến pháp|Pháp lệnh|Quyết định|Công ước|Tuyên ngôn|Hiến chương"
    r"|Kế hoạch|Chỉ thị|Công văn|Bình luận|Nghị định thư",
    ENGLISH: r"Code|Laws?|Act|Decree|Resolution|Circular|Constitution|Ordinance|Decision|Convention|Covenant"
    r"|Declaration|Charter|Plan|Directive|Comment|Protocol",
}
"""Words with which a document begins that nobody told: what is said of its articles leads nowhere."""
_YEAR: Final = re.compile(r"(?: năm|,)? \d{4}$")
_NOT_ANOTHER: Final = r"(?! năm \d|,? \d{4}| số \d| sửa đổi)"
"""What may not follow a name without its year: then another year's is meant."""

FRONT: Final = ""
"""The part that stands for a document as a whole."""


@dataclass(frozen=True)
class Piece:
    """A piece of HTML; where it names a document, that and the part, FRONT for the whole."""

    html: str
    document: str = ""
    part: str = FRONT


@dataclass(frozen=True)
class Around:
    """What a text stands in: which document each of its sources is ("" for none) by the number in its mark; the numbers
    of sources that are laws; the document its articles are of where it names none."""

    sources: Mapping[str, str] = field(default_factory=dict)
    laws: frozenset[str] = frozenset()
    own: str = ""


@dataclass(frozen=True)
class Recogniser:
    """Finds in texts of one language the articles of some documents."""

    documents: Mapping[str, KnownDocument]
    lang: str

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Each name with the id of the document it is of; a name that two have is of none."""
        every = [(form, one.id) for one in self.documents.values() for form in _forms(one.names(self.lang))]
        count = Counter(form for form, _ in every)
        return {form: name for form, name in every if count[form] == 1}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Everything in a text that matters here, as it comes."""
        names = "|".join(map(_guarded, sorted(self.names, key=len, reverse=True))) or "(?!)"
        others, step, word = _OTHERS[self.lang], _STEP[self.lang], _WORD[self.lang]
        owner = rf"(?:{step}(?:(?P<owner>{names})|(?P<strange>{others})\b))?"
        articles = rf"(?P<articles>\b{word} {_NUMBERS}){owner}"
        stop = r"(?P<stop>[.!?](?=\s|$)|;(?! (?:Điều|Article)))"
        return re.compile(rf"{articles}|(?<!\w)(?:(?P<name>{names})|(?P<other>(?:{others})\b))|{stop}")

    def pieces(self, html: str, around: Around) -> Iterator[Piece]:
        """The HTML in pieces, those that name a document or an article of it with where they lead."""
        tokens, state = _TOKEN.split(html), _Sentence()
        for at, token in enumerate(tokens):
            if token.startswith("<"):
                state.step(token)
                yield Piece(token)
            elif state.closed or not token:
                yield Piece(token)
            else:
                yield from self._of_text(token, state, _bare(_marks(tokens, at), around))

    def _of_text(self, text: str, state: "_Sentence", bare: str) -> Iterator[Piece]:
        done = 0
        for found in self.pattern.finditer(text):
            yield Piece(text[done : found.start()])
            done = found.start()
            if found["name"]:
                state.current, state.is_named = self.names[found["name"]], True
                yield Piece(found["name"], state.current)
                done = found.end()
            elif found["other"]:
                state.current, state.is_named = "", True
            elif found["stop"]:
                state.current, state.is_named = "", False
            else:
                document = self._owner(found, state, self._alone(text[found.end() :], bare))
                yield from self._articles(found["articles"], document)
                done = found.end("articles")
        yield Piece(text[done:])

    def _owner(self, found: re.Match[str], state: "_Sentence", bare: str) -> str:
        """The document that articles are of, "" where nobody can know."""
        if found["owner"] or found["strange"]:
            return self.names.get(found["owner"] or "", "")
        return state.current or ("" if state.is_named else bare)

    def _alone(self, rest: str, bare: str) -> str:
        """`bare` where the rest of the sentence names no document."""
        after = next((one for one in self.pattern.finditer(rest) if not one["articles"]), None)
        return bare if after is None or after["stop"] else ""

    def _articles(self, text: str, document: str) -> Iterator[Piece]:
        done, known = 0, self.documents[document].parts if document else {}
        for found in _NUMBER.finditer(text):
            part = f"dieu-{found[0]}"
            if part in known:
                yield Piece(text[done : found.start()])
                yield Piece(found[0], document, part)
                done = found.end()
        yield Piece(text[done:])


@dataclass
class _Sentence:
    """Where a reading stands: the document named last, whether the sentence names any, how deep in closed elements."""

    current: str = ""
    is_named: bool = False
    closed: int = 0

    def step(self, tag: str) -> None:
        found = _TAG.match(tag)
        name = found[1] if found else ""
        if name in _CLOSED_TO_LINKS:
            self.closed += -1 if tag.startswith("</") else 1
        elif name not in _INSIDE:
            self.current, self.is_named = "", False


def linked(pieces: Iterable[Piece], href: Callable[[str, str], str], whole: bool = False) -> str:
    """The pieces as HTML, each article a link; names of documents too, where they are asked for `whole`."""
    return "".join(
        f'<a class="part" href="{href(one.document, one.part)}">{one.html}</a>'
        if one.document and (one.part or whole)
        else one.html
        for one in pieces
    )


def _forms(names: Iterable[str]) -> Iterator[str]:
    """Each name, and those that end in a year without it."""
    yield from dict.fromkeys(form for name in names for form in (name, _YEAR.sub("", name)))


def _guarded(name: str) -> str:
    return re.escape(name) + (r"(?!\w)" if _YEAR.search(name) else rf"(?!\w){_NOT_ANOTHER}")


def _marks(tokens: list[str], at: int) -> tuple[str, ...]:
    """The numbers of the sources that are marked right behind a text."""
    if at + 1 >= len(tokens) or not tokens[at + 1].startswith(_MARK):
        return ()
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n] == "</span>"), len(tokens))
    return tuple(_MARKED.findall("".join(tokens[at + 1 : end])))


def _bare(marks: tuple[str, ...], around: Around) -> str:
    """The document of articles whose sentence names none: that of the sources marked behind it, else the text's own."""
    said = {around.sources.get(one, "") for one in marks}
    if len(said) == 1 and "" not in said:
        return said.pop()
    return "" if set(marks) & around.laws else around.own
