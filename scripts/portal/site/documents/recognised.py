"""Articles of known documents in a text: what names a law and an article of it leads to that article."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from portal.site.documents.known import KnownDocument
from portal.site.documents.names_in_texts import MARK, NamedDocuments, named_in

FRONT: Final = ""
"""The part that stands for a document as a whole."""

_TOKEN: Final = re.compile(r"(<[^>]+>)")
_TAG: Final = re.compile(r"</?([a-z0-9]+)")
_CLOSED: Final = frozenset(("a", "h1", "h2", "h3", "h4", "code", "pre", "q", "cite", "blockquote"))
"""What takes no links."""
_INSIDE: Final = frozenset(("abbr", "b", "em", "i", "small", "span", "strong", "time"))
"""Tags within which a sentence goes on; any other ends it."""
_MARK: Final = '<span class="cite"'
_MARKED: Final = re.compile(r'href="#nguon-(\d+)"')
_NUMBER: Final = re.compile(rf"{MARK}|\d+[^\W\d_]?")


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
class _Sentence:
    """Where a reading stands: the document named last, whether the sentence names any, how deep in closed elements."""

    current: str = ""
    is_named: bool = False
    closed: int = 0

    def after(self, tag: str) -> "_Sentence":
        found = _TAG.match(tag)
        name = found[1] if found else ""
        if name in _CLOSED:
            return replace(self, closed=self.closed + (-1 if tag.startswith("</") else 1))
        return self if name in _INSIDE else replace(self, current="", is_named=False)

    def naming(self, document: str) -> "_Sentence":
        return replace(self, current=document, is_named=True)


@dataclass(frozen=True)
class Recogniser:
    """Finds in texts of one language the articles of some documents."""

    documents: Mapping[str, KnownDocument]
    lang: str

    @cached_property
    def named(self) -> NamedDocuments:
        """What is looked for."""
        return named_in(self.lang, self.documents.values())

    def pieces(self, html: str, around: Around) -> Iterator[Piece]:
        """The HTML in pieces, those that name a document or an article of it with where they lead."""
        tokens, state = _TOKEN.split(html), _Sentence()
        for at, token in enumerate(tokens):
            if token.startswith("<"):
                state = state.after(token)
                yield Piece(token)
            elif state.closed or not token:
                yield Piece(token)
            else:
                found, state = self._of_text(token, state, _bare(_marks(tokens, at), around))
                yield from found

    def _of_text(self, text: str, state: _Sentence, bare: str) -> tuple[list[Piece], _Sentence]:
        pieces, done = list[Piece](), 0
        for found in self.named.pattern.finditer(text):
            pieces.append(Piece(text[done : found.start()]))
            done = found.start()
            if found["name"]:
                state, done = state.naming(self.named.names[found["name"]]), found.end()
                pieces.append(Piece(found["name"], state.current))
            elif found["other"]:
                state = state.naming("")
            elif found["stop"]:
                state = replace(state, current="", is_named=False)
            else:
                done = found.end("articles")
                pieces += self._articles(found["articles"], self._owner(found, text, state, bare))
        return [*pieces, Piece(text[done:])], state

    def _owner(self, found: re.Match[str], text: str, state: _Sentence, bare: str) -> str:
        """The document that articles are of, "" where nobody can know."""
        if found["owner"] or found["strange"]:
            return self.named.names.get(found["owner"] or "", "")
        if state.current or state.is_named:
            return state.current
        behind = (one for one in self.named.pattern.finditer(text, found.end()) if not one["articles"])
        after = next(behind, None)  # a sentence that names a document further on says no more whose its articles are
        return bare if after is None or after["stop"] else ""

    def _articles(self, text: str, document: str) -> Iterator[Piece]:
        done, known = 0, self.documents[document].parts if document else {}
        for at, found in enumerate(_NUMBER.finditer(text)):
            part = f"dieu-{found[0]}" if found[0][0].isdigit() else found[0].lower().replace(".", "-")
            if part in known:
                start = found.start() if at else 0  # the first takes its word along, which says what it is
                yield Piece(text[done:start])
                yield Piece(text[start : found.end()], document, part)
                done = found.end()
        yield Piece(text[done:])


def as_links(pieces: Iterable[Piece], href: Callable[[str, str], str], whole: bool = False) -> str:
    """The pieces as HTML, each article a link; names of documents too, where they are asked for `whole`."""
    return "".join(
        f'<a href="{href(one.document, one.part)}">{one.html}</a>' if one.document and (one.part or whole) else one.html
        for one in pieces
    )


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
