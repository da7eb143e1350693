"""The template contract: follows what templates ask of their values through the types of those values.

Jinja itself notices a misspelled attribute only when a page that has it is drawn. Here its parser gives the tree of
each template, and every `page.a.b`, loop, macro and word is followed through the annotations of the values' classes and
both files of words: what is not there, may be None where it is used, or has no type, is a complaint.
"""

import string
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, nodes

Type = Any
"""A class, an annotation, or one of the shapes below: what is known of a value before there is one."""

LOOP: Mapping[str, Type] = {"first": bool, "last": bool, "index": int, "index0": int}
FILTERS: Mapping[str, Type] = {"safe": str, "urlencode": str, "lower": str, "upper": str, "replace": str, "join": str}
MANY: tuple[Type, ...] = (tuple, list, frozenset, set)
UNIONS: tuple[Type, ...] = (typing.Union, types.UnionType)


@dataclass(frozen=True)
class Refined:
    """A class of which more is known: some fields have narrower types."""

    cls: type
    fields: Mapping[str, Type]


@dataclass(frozen=True, eq=False)
class Said:
    """A part of the words: the same place in the words of each language."""

    parts: tuple[Any, ...]


@dataclass(frozen=True)
class Items:
    """A literal of several values, each with its own type."""

    types: tuple[Type, ...]


@dataclass(frozen=True)
class Library:
    """A template imported for its macros."""

    template: str
    scope: "Scope"


@dataclass(frozen=True)
class MacroOf:
    """A macro and the names around it."""

    template: str
    node: nodes.Macro
    scope: "Scope"


@dataclass(frozen=True)
class Scope:
    """The names a place of a template knows, and the expressions that are there for certain."""

    template: str
    names: dict[str, Type]
    sure: frozenset[str] = frozenset()
    parents: tuple[tuple[str, nodes.Block], ...] = ()  # what super() stands for

    def inner(self, **more: Any) -> "Scope":
        return replace(self, **{"names": dict(self.names), **more})


@dataclass(frozen=True)
class Tree:
    """A template as Jinja reads it, its blocks, the template it extends."""

    whole: nodes.Template
    blocks: tuple[nodes.Block, ...]
    extends: str | None


class Noticed(Exception):
    """The first complaint, where one is enough."""


@dataclass
class Contract:
    """Walks templates and gathers complaints. `dynamic` gives, for an include whose name is worked out, the templates
    it may be with the names they know."""

    folder: Path
    dynamic: Any = None
    complaints: list[str] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)
    trees: dict[str, "Tree"] = field(default_factory=dict)
    stops: bool = False

    def __post_init__(self) -> None:
        self.env = Environment(loader=FileSystemLoader(self.folder), autoescape=True)

    # -- templates ---------------------------------------------------------------------------------------------------

    def tree(self, name: str) -> "Tree":
        if name not in self.trees:
            whole = self.env.parse((self.folder / name).read_text(encoding="utf-8"))
            parent = next(whole.find_all(nodes.Extends), None)
            extends = parent.template.value if parent and isinstance(parent.template, nodes.Const) else None
            self.trees[name] = Tree(whole, tuple(whole.find_all(nodes.Block)), extends)
        return self.trees[name]

    def check(self, name: str, names: Mapping[str, Type]) -> list[str]:
        """What a template asks of these names that is not there."""
        self.complaints.clear()
        self.draw(Scope(name, dict(names)), {})
        return list(self.complaints)

    def notices(self, name: str, names: Mapping[str, Type]) -> bool:
        """Whether there is anything to complain about; the first complaint is enough."""
        self.stops = True
        try:
            return bool(self.check(name, names))
        except Noticed:
            return True
        finally:
            self.stops = False

    def draw(self, scope: Scope, blocks: dict[str, list[tuple[str, nodes.Block]]]) -> None:
        self.visited.add(scope.template)
        tree = self.tree(scope.template)
        for block in tree.blocks:
            blocks.setdefault(block.name, []).append((scope.template, block))
        if tree.extends is None:
            self.walk(tree.whole.body, scope, blocks)
            return
        self.walk([node for node in tree.whole.body if isinstance(node, nodes.Import | nodes.Assign)], scope, blocks)
        self.draw(replace(scope, template=tree.extends), blocks)

    def walk(self, body: Iterable[nodes.Node], scope: Scope, blocks: dict[str, Any]) -> None:
        for node in body:
            getattr(self, f"on_{type(node).__name__.lower()}")(node, scope, blocks)

    # -- statements --------------------------------------------------------------------------------------------------

    def on_extends(self, node: nodes.Extends, scope: Scope, blocks: dict[str, Any]) -> None:
        """Followed by draw."""

    def on_output(self, node: nodes.Output, scope: Scope, blocks: dict[str, Any]) -> None:
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                continue
            if isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name) and part.node.name == "super":
                (template, block), *rest = scope.parents
                self.walk(block.body, scope.inner(template=template, parents=tuple(rest)), blocks)
                continue
            self.printed(part, self.of(part, scope), scope)

    def printed(self, node: nodes.Node, found: Type, scope: Scope) -> None:
        """Only text and numbers may reach a page."""
        for one in alternatives(found):
            is_text = isinstance(one, Said) and all(isinstance(part, str) for part in one.parts)
            if one is not UNKNOWN and not is_text and plain(one) not in (str, int, float):
                self.complain(node, scope, f"{shown(one)} cannot be printed")

    def on_if(self, node: nodes.If, scope: Scope, blocks: dict[str, Any]) -> None:
        for branch in (node, *node.elif_):
            self.of(branch.test, scope)
            self.walk(branch.body, replace(scope, sure=scope.sure | sure_of(branch.test)), blocks)
        self.walk(node.else_, scope, blocks)

    def on_for(self, node: nodes.For, scope: Scope, blocks: dict[str, Any]) -> None:
        inner = scope.inner()
        inner.names["loop"] = Refined(object, LOOP)
        self.bind(node.target, self.each(node.iter, self.of(node.iter, scope), scope), inner)
        self.walk(node.body, inner, blocks)
        self.walk(node.else_, scope, blocks)

    def on_assign(self, node: nodes.Assign, scope: Scope, blocks: dict[str, Any]) -> None:
        self.bind(node.target, self.of(node.node, scope), scope)

    def on_macro(self, node: nodes.Macro, scope: Scope, blocks: dict[str, Any]) -> None:
        scope.names[node.name] = MacroOf(scope.template, node, scope)

    def on_block(self, node: nodes.Block, scope: Scope, blocks: dict[str, Any]) -> None:
        (template, block), *rest = blocks[node.name]
        self.walk(block.body, scope.inner(template=template, parents=tuple(rest)), blocks)

    def on_import(self, node: nodes.Import, scope: Scope, blocks: dict[str, Any]) -> None:
        assert isinstance(node.template, nodes.Const)
        name = node.template.value
        inside = Scope(name, dict(scope.names) if node.with_context else {})
        self.visited.add(name)
        self.walk([n for n in self.tree(name).whole.body if not isinstance(n, nodes.Output)], inside, {})
        scope.names[node.target] = Library(name, inside)

    def on_include(self, node: nodes.Include, scope: Scope, blocks: dict[str, Any]) -> None:
        if isinstance(node.template, nodes.Const):
            self.draw(scope.inner(template=node.template.value), {})
            return
        self.of(node.template, scope)
        found = self.in_folder(node.template) or self.dynamic(scope)
        for name, names in found:
            self.draw(scope.inner(template=name, names={**scope.names, **names}), {})

    def in_folder(self, name: nodes.Node) -> list[tuple[str, Mapping[str, Type]]]:
        """The templates that "folder/" ~ … may name."""
        first = name.nodes[0] if isinstance(name, nodes.Concat) else None
        files = (self.folder / str(first.value)).glob("*") if isinstance(first, nodes.Const) else ()
        return [(file.relative_to(self.folder).as_posix(), {}) for file in sorted(files)]

    # -- expressions -------------------------------------------------------------------------------------------------

    def of(self, node: nodes.Node, scope: Scope) -> Type:
        """The type of an expression, without None where the template has made sure of it."""
        found = getattr(self, f"of_{type(node).__name__.lower()}")(node, scope)
        return without_none(found) if path_of(node) in scope.sure else found

    def of_const(self, node: nodes.Const, scope: Scope) -> Type:
        return type(node.value)

    def of_name(self, node: nodes.Name, scope: Scope) -> Type:
        if node.name not in scope.names:
            return self.complain(node, scope, f"nothing is called {node.name}")
        return scope.names[node.name]

    def of_getattr(self, node: nodes.Getattr, scope: Scope) -> Type:
        return self.part(node, self.of(node.node, scope), node.attr, scope)

    def of_getitem(self, node: nodes.Getitem, scope: Scope) -> Type:
        base = self.of(node.node, scope)
        if isinstance(base, Said) and not isinstance(node.arg, nodes.Const):
            self.of(node.arg, scope)
            return one_of(base_part for _, base_part in children(base))
        if isinstance(base, Said) and isinstance(node.arg, nodes.Const):
            return self.part(node, base, node.arg.value, scope)
        return self.complain(node, scope, f"{shown(base)} is asked for by number or key; give it a name")

    def part(self, node: nodes.Node, base: Type, name: str, scope: Scope) -> Type:
        return one_of([self.part_of(node, one, name, scope) for one in alternatives(base)])

    def part_of(self, node: nodes.Node, base: Type, name: str, scope: Scope) -> Type:
        if base is UNKNOWN:
            return UNKNOWN
        if base is type(None):
            return self.complain(node, scope, f"may be None where .{name} is asked of it")
        if isinstance(base, Said):
            if all(isinstance(part, Mapping) and name in part for part in base.parts):
                return Said(tuple(part[name] for part in base.parts))
            return self.complain(node, scope, f"the words have no {name} here, or not in every language")
        if isinstance(base, Library):
            return base.scope.names.get(name) or self.complain(node, scope, f"{base.template} has no {name}")
        fields = fields_of(base)
        if name not in fields:
            return self.complain(node, scope, f"{shown(base)} has no {name}")
        if fields[name] is Any:
            return self.complain(node, scope, f"{shown(base)}.{name} may be anything")
        return fields[name]

    def of_call(self, node: nodes.Call, scope: Scope) -> Type:
        if isinstance(node.node, nodes.Getattr) and node.node.attr in ("format", "items"):
            base = self.of(node.node.node, scope)
            if isinstance(base, Said):
                return self.method(node, node.node.attr, base, scope)
            if all(isinstance(one, Said) for one in alternatives(base)):
                return one_of([self.method(node, node.node.attr, one, scope) for one in alternatives(base)])
        if isinstance(node.node, nodes.Name) and node.node.name == "range":
            return tuple[int, ...]
        called = self.of(node.node, scope)
        if isinstance(called, MacroOf):
            self.macro(called, node, scope)
            return str
        return called if called is UNKNOWN else self.complain(node, scope, f"{shown(called)} is no macro")

    def method(self, node: nodes.Call, name: str, base: Said, scope: Scope) -> Type:
        if name == "items":
            return Items((Items((str, one_of(part for _, part in children(base)))),))
        given = {keyword.key for keyword in node.kwargs}
        for keyword in node.kwargs:
            self.printed(keyword.value, self.of(keyword.value, scope), scope)
        for part in base.parts:
            blanks = {name for _, name, _, _ in string.Formatter().parse(str(part)) if name}
            if not isinstance(part, str) or blanks - given or not given & blanks:
                self.complain(node, scope, f"{part!r} has other blanks than {sorted(given)}")
        return str

    def macro(self, called: MacroOf, node: nodes.Call, scope: Scope) -> None:
        names = [argument.name for argument in called.node.args]
        defaults = dict(zip(reversed(names), reversed(called.node.defaults), strict=False))
        given = {name: self.of(value, scope) for name, value in zip(names, node.args, strict=False)}
        given |= {keyword.key: self.of(keyword.value, scope) for keyword in node.kwargs}
        if len(node.args) > len(names) or set(given) - set(names) or set(names) - set(given) - set(defaults):
            self.complain(node, scope, f"{called.node.name} is not called with {sorted(given)}")
        known = {name: self.of(value, called.scope) for name, value in defaults.items()}
        inner = Scope(called.template, {**called.scope.names, **known, **given})
        self.walk(called.node.body, inner, {})

    def of_filter(self, node: nodes.Filter, scope: Scope) -> Type:
        base = self.of(node.node, scope) if node.node else UNKNOWN
        for argument in node.args:
            self.of(argument, scope)
        if node.name in FILTERS:
            if node.name != "join":
                self.printed(node, base, scope)
            return FILTERS[node.name]
        if node.name == "length":
            self.each(node, base, scope)
            return int
        if node.name == "min":
            return float
        return self.complain(node, scope, f"nobody told the contract what |{node.name} gives")

    def of_condexpr(self, node: nodes.CondExpr, scope: Scope) -> Type:
        self.of(node.test, scope)
        sure = replace(scope, sure=scope.sure | sure_of(node.test))
        other = self.of(node.expr2, scope) if node.expr2 else str
        return one_of([self.of(node.expr1, sure), other])

    def of_and(self, node: nodes.And, scope: Scope) -> Type:
        self.of(node.left, scope)
        self.of(node.right, replace(scope, sure=scope.sure | sure_of(node.left)))
        return bool

    def of_or(self, node: nodes.Or, scope: Scope) -> Type:
        return one_of([without_none(self.of(node.left, scope)), self.of(node.right, scope)])

    def of_not(self, node: nodes.Not, scope: Scope) -> Type:
        self.of(node.node, scope)
        return bool

    def of_test(self, node: nodes.Test, scope: Scope) -> Type:
        self.of(node.node, scope)
        return bool

    def of_compare(self, node: nodes.Compare, scope: Scope) -> Type:
        self.of(node.expr, scope)
        for operand in node.ops:
            self.of(operand.expr, scope)
        return bool

    def of_concat(self, node: nodes.Concat, scope: Scope) -> Type:
        for part in node.nodes:
            self.printed(part, self.of(part, scope), scope)
        return str

    def of_add(self, node: nodes.BinExpr, scope: Scope) -> Type:
        for side in (node.left, node.right):
            if plain(self.of(side, scope)) not in (int, float):
                self.complain(side, scope, "is no number")
        return float

    of_sub = of_mul = of_div = of_floordiv = of_add

    def of_tuple(self, node: nodes.Tuple, scope: Scope) -> Type:
        return Items(tuple(self.of(one, scope) for one in node.items))

    of_list = of_tuple

    # -- helpers -----------------------------------------------------------------------------------------------------

    def each(self, node: nodes.Node, found: Type, scope: Scope) -> Type:
        """The type of what a loop goes over."""
        if found is UNKNOWN:
            return UNKNOWN
        if isinstance(found, Items):
            return one_of(found.types)
        if typing.get_origin(found) in MANY:
            return one_of(one for one in typing.get_args(found) if one is not ...)
        return self.complain(node, scope, f"{shown(found)} cannot be gone through")

    def bind(self, target: nodes.Node, found: Type, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.names[target.name] = found
            return
        assert isinstance(target, nodes.Tuple)
        for number, part in enumerate(target.items):
            self.bind(part, one_of([self.nth(part, one, number, scope) for one in alternatives(found)]), scope)

    def nth(self, node: nodes.Node, found: Type, number: int, scope: Scope) -> Type:
        parts = found.types if isinstance(found, Items) else typing.get_args(found)
        if number < len(parts) and ... not in parts:
            return parts[number]
        return found if found is UNKNOWN else self.complain(node, scope, f"{shown(found)} has no part {number}")

    def complain(self, node: nodes.Node, scope: Scope, what: str) -> Type:
        if self.stops:
            raise Noticed
        self.complaints.append(f"{scope.template}:{node.lineno}: {path_of(node) or ''} {what}".replace(":  ", ": "))
        return UNKNOWN


class _Unknown:
    """The type of what was already complained about."""


UNKNOWN = _Unknown()


@dataclass(frozen=True)
class OneOf:
    """A value of one of several types."""

    types: tuple[Type, ...]


def alternatives(found: Type) -> tuple[Type, ...]:
    """Every type a value may have."""
    if isinstance(found, OneOf):
        return tuple(inner for one in found.types for inner in alternatives(one))
    origin: Type = typing.get_origin(found)
    if origin in UNIONS:
        return tuple(inner for one in typing.get_args(found) for inner in alternatives(one))
    if origin is typing.Annotated:
        return alternatives(typing.get_args(found)[0])
    return (found,)


def one_of(found: Iterable[Type]) -> Type:
    parts: list[Type] = []
    for one in found:
        parts += [part for part in alternatives(one) if part not in parts]
    return parts[0] if len(parts) == 1 else OneOf(tuple(parts))


def without_none(found: Type) -> Type:
    rest = [one for one in alternatives(found) if one is not type(None)]
    return one_of(rest) if rest else found


def plain(found: Type) -> Type:
    """The class of a literal, a class as it is."""
    origin: Type = typing.get_origin(found)
    args = typing.get_args(found) if origin is typing.Literal else ()
    return type(args[0]) if args else found


def fields_of(base: Type) -> Mapping[str, Type]:
    """What may be asked of a value: its fields and properties with their types."""
    if isinstance(base, Refined):
        return {**fields_of(base.cls), **base.fields}
    return declared(base) if isinstance(base, type) else {}


@cache
def declared(cls: type) -> Mapping[str, Type]:
    """The annotated fields and properties of a class of values."""
    if not is_dataclass(cls):
        return {}
    found = dict(typing.get_type_hints(cls))
    for base in reversed(cls.__mro__):
        for name, value in vars(base).items():
            if isinstance(value, property) and value.fget:
                found[name] = typing.get_type_hints(value.fget).get("return", Any)
    return found


def children(said: Said) -> Iterator[tuple[str, Said]]:
    """The parts of the words below a place, by name, as far as every language has them."""
    first, *others = said.parts
    if isinstance(first, Mapping):
        for name in first:
            if all(isinstance(other, Mapping) and name in other for other in others):
                yield name, Said(tuple(part[name] for part in said.parts))


def path_of(node: nodes.Node) -> str | None:
    """An expression of names alone as it is written: page.head.title."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        before = path_of(node.node)
        return f"{before}.{node.attr}" if before else None
    return None


def sure_of(test: nodes.Node) -> frozenset[str]:
    """The expressions that are there, and not None, where a test holds."""
    if isinstance(test, nodes.And):
        return sure_of(test.left) | sure_of(test.right)
    if isinstance(test, nodes.Not) and isinstance(test.node, nodes.Test) and test.node.name == "none":
        return sure_of(test.node.node)
    path = path_of(test)
    return frozenset((path,)) if path else frozenset()


def shown(found: Type) -> str:
    """A type as a complaint names it."""
    cls = found.cls if isinstance(found, Refined) else found
    return cls.__name__ if isinstance(cls, type) else str(cls)
