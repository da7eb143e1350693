"""The tables of the editors' guide as Markdown pages: every field of each kind, every word a field may have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from portal.content.asking.values import PageField, PageKind
from portal.language.words import Words

FIELDS_PAGE: Final = "huong-dan/16-cac-truong.md"
WORDS_PAGE: Final = "huong-dan/17-cac-tu.md"
_Row = Sequence[str]


def guide_pages(kinds: Sequence[PageKind], text: Words) -> dict[str, str]:
    """The made pages of the guide by their paths, in one language."""
    pages = {FIELDS_PAGE: _fields_page(kinds, text), WORDS_PAGE: _words_page(kinds, text)}
    return {path: "\n".join((*lines, "")) for path, lines in pages.items()}


def _fields_page(kinds: Sequence[PageKind], text: Words) -> Iterator[str]:
    yield from _head("fields", text)
    yield from _table("kinds", (_kind_row(one, text) for one in kinds), text)
    shared = [one for one in kinds[0].fields if all(one.key in _keys(kind) for kind in kinds)]
    yield from _table("shared", (_field_row(one, text) for one in shared), text)
    known = {one.key for one in shared}
    yield from _table("own", (_own_row(one, kinds, text) for one in _every(kinds) if one.key not in known), text)
    yield from _table("grouped", _group_rows(kinds, text), text)


def _words_page(kinds: Sequence[PageKind], text: Words) -> Iterator[str]:
    yield from _head("words", text)
    yield from _table("sections", _sections(kinds, text), text)
    yield from _table("choices", _choice_rows(kinds, text), text)
    yield from _table("languages", ([_code(tag), name] for tag, name in text.family("languages").items()), text)


def _head(page: str, text: Words) -> Iterator[str]:
    yield f"# {text.say(f'guide.{page}.title')}"
    yield ""
    yield text.say("guide.made")
    yield ""
    yield text.say(f"guide.{page}.about")


def _table(name: str, rows: Iterable[_Row], text: Words) -> Iterator[str]:
    """A section with its heading, what to know of it, and its table."""
    columns = text.listed(f"guide.{name}.columns")
    yield from ("", f"## {text.say(f'guide.{name}.title')}", "")
    about = text.say(f"guide.{name}.about")
    yield from (about, "") if about else ()
    yield _row(columns)
    yield _row(["---"] * len(columns))
    yield from (_row(row) for row in rows)


def _row(cells: _Row) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _code(word: str) -> str:
    return f"`{word}`"


def _keys(kind: PageKind) -> Mapping[str, PageField]:
    return {one.key: one for one in kind.fields}


def _every(kinds: Iterable[PageKind]) -> tuple[PageField, ...]:
    """Every field of a page's head once, in the order in which kinds have them."""
    return tuple({one.key: one for kind in kinds for one in kind.fields}.values())


def _groups(fields: Iterable[PageField]) -> Iterator[PageField]:
    """The fields that have fields of their own."""
    for field in fields:
        if field.fields:
            yield field
            yield from _groups(field.fields)


def _kind_row(kind: PageKind, text: Words) -> _Row:
    needed = [_code(one.key) for one in kind.fields if one.required]
    sections = [_code(one) for one in kind.sections if one]
    where = text.say("guide.anywhere") if "" in kind.sections else ", ".join(sections)
    where = text.say("guide.only_index", where=where) if kind.only_index else where
    return _code(kind.name), kind.label[text.lang], kind.use[text.lang], where, ", ".join(needed)


def _field_row(field: PageField, text: Words) -> tuple[str, str, str]:
    marks = [text.say("guide.in_each")] if field.is_said else []
    return _code(field.key), ", ".join([field.label[text.lang], *marks]), field.help[text.lang]


def _own_row(field: PageField, kinds: Sequence[PageKind], text: Words) -> _Row:
    having = {kind.name: _keys(kind)[field.key] for kind in kinds if field.key in _keys(kind)}
    stories = {kind.name for kind in kinds if kind.is_story}
    named = text.say("guide.every_story") if set(having) == stories else ", ".join(map(_code, having))
    return *_field_row(field, text), named


def _group_rows(kinds: Sequence[PageKind], text: Words) -> Iterator[_Row]:
    """A row for each part of a field; parts that another field told before are said to be as there."""
    told: dict[str, str] = {}
    for group in _groups(_every(kinds)):
        as_in = {told[one.words] for one in group.fields if one.words in told}
        rows = [("…", text.say("guide.as_in", field=field), "", "") for field in sorted(as_in)]
        rows += [_part_row(one, text) for one in group.fields if one.words not in told]
        told |= {one.words: group.key for one in group.fields if one.words not in told}
        yield from ((_code(group.key) if not number else "", *row) for number, row in enumerate(rows))


def _part_row(part: PageField, text: Words) -> tuple[str, str, str, str]:
    name, label, about = _field_row(part, text)
    return name, label, about, text.say("guide.required") if part.required else ""


def _sections(kinds: Sequence[PageKind], text: Words) -> Iterator[_Row]:
    for section in dict.fromkeys(one for kind in kinds for one in kind.sections if one):
        holding = [kind.label[text.lang] for kind in kinds if section in kind.sections]
        yield _code(section), text.label("sections", section), ", ".join(holding)


def _choice_rows(kinds: Sequence[PageKind], text: Words) -> Iterator[_Row]:
    """A row for each closed list of words: the fields that take one, and its words with what they mean."""
    taking: dict[tuple[str, ...], dict[str, PageField]] = {}
    for kind in kinds:
        for place, field in kind.walk():
            if field.choices:
                taking.setdefault(tuple(one.value for one in field.choices), {})[place] = field
    for fields in taking.values():
        first = next(iter(fields.values()))
        told = ", ".join(f"{_code(one.value)} {one.label[text.lang]}" for one in first.choices)
        yield ", ".join(map(_code, fields)), first.label[text.lang], told
