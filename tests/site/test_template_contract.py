"""Templates ask only for what their values have: each misspelling is noticed before a page is drawn."""

import typing
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from jinja2 import nodes

from conftest import MADE_UP, ROOT, SITE, TODAY
from contract import Contract, Refined, Said, Scope
from portal.content.kinds import KINDS, MODELS
from portal.language import drawing_names, vocabulary
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.corpus import open_corpus
from portal.site.blocks import BLOCK_MAKERS
from portal.site.numbers.figures import FigureView
from portal.site.pages.make import pages
from portal.site.pages.not_found import NotFoundPage
from portal.site.pages.of_kind import answer, easy, exhibition, kinds, lesson, recording, scan, steps, unit
from portal.site.pages.of_kind.withdrawn import WITHDRAWN_TEMPLATE, WithdrawnView
from portal.site.pages.page import Page
from portal.site.pictures.shown import PictureView
from portal.site.publications.drawn import Scene
from portal.site.publications.jobs import SheetView
from portal.site.publications.sheets import PRINT_SHEETS
from portal.site.site import Dress, Settings, whole_site

TEMPLATES = ROOT / "overrides"
MAKERS = {
    "page": kinds.plain_view,
    "theme": kinds.theme_view,
    "convention": kinds.convention_view,
    "policy": kinds.policy_view,
    "steps": steps.steps_view,
    "easy": easy.easy_view,
    "recording": recording.recording_view,
    "lesson": lesson.lesson_view,
    "scan": scan.scan_view,
    "unit": unit.unit_view,
    "exhibition": exhibition.exhibition_view,
    "achievement": kinds.figure_story_view,
    "rebuttal": answer.rebuttal_view,
    "news": kinds.figure_story_view,
    "publication": kinds.publication_view,
    "event": kinds.event_view,
}
T = Said(tuple(words(lang).ui for lang in LANGUAGES))


def given(make: object) -> object:
    """What a function gives, as its signature says."""
    return typing.get_type_hints(make)["return"]


ROOTS: Mapping[str, Mapping[str, object]] = {
    **{MODELS[kind].template: {"page": Refined(Page, {"kind": given(MAKERS[kind])}), "t": T} for kind in KINDS},
    WITHDRAWN_TEMPLATE: {"page": Refined(Page, {"kind": WithdrawnView}), "t": T},
    "404.html": {"page": NotFoundPage},
    "sitemap.xml": {"sitemap": str},
    "partials/figure.html": {"figure": FigureView, "t": T},
    "partials/picture.html": {"picture": PictureView},
    **{template: {"sheet": SheetView} for template in sorted({one.template for one in PRINT_SHEETS} - {""})},
    "publications/scene.html": {"scene": Scene},
    "publications/landscape.html": {"scene": Scene},
}
"""Every template that is drawn by itself, with all it is given."""


def blocks(scope: Scope, only: str | None = None) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What `{% include page.kind.block %}` may draw, each with the value of its block."""
    page = scope.names["page"]
    for name, make in BLOCK_MAKERS.items():
        if only not in (None, f"blocks/{name}.html"):
            continue
        yield f"blocks/{name}.html", {"page": Refined(Page, {**page.fields, "block": given(make)})}


CONTRACT = Contract(TEMPLATES, blocks)


@pytest.mark.parametrize("template", ROOTS)
def test_a_template_asks_only_for_what_its_values_have(template: str) -> None:
    assert CONTRACT.check(template, ROOTS[template]) == []


def test_every_template_is_followed() -> None:
    for template, names in ROOTS.items():
        CONTRACT.check(template, names)
    files = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file()}
    assert CONTRACT.visited == files


def test_every_page_of_the_small_site_has_the_values_its_templates_were_followed_with() -> None:
    site = whole_site(open_corpus(MADE_UP, TODAY), Settings(SITE, ""), TODAY, Dress())
    kinds_of = {model.template: given(MAKERS[kind]) for kind, model in MODELS.items()}
    kinds_of[WITHDRAWN_TEMPLATE] = WithdrawnView
    seen = set()
    for page in pages(site).values():
        assert type(page.kind) is kinds_of[page.template]
        seen.add(page.template)
        if isinstance(page.kind, kinds.PlainView) and page.kind.block:
            assert isinstance(page.block, given(BLOCK_MAKERS[Path(page.kind.block).stem]))  # type: ignore[arg-type]
            seen.add(page.kind.block)
    assert seen >= {*kinds_of, *(f"blocks/{name}.html" for name in BLOCK_MAKERS)}


def test_every_picture_a_page_may_name_is_there() -> None:
    drawn = {path.stem for path in (TEMPLATES / "drawings").iterdir()}
    assert drawn == set(drawing_names.DRAWINGS)
    assert {path.stem for path in (TEMPLATES / "verdicts").iterdir()} == set(vocabulary.VERDICTS)


def asked(template: str) -> Iterator[nodes.Getattr | nodes.Name]:
    """Every attribute and every name a template asks for."""
    tree = CONTRACT.tree(template).whole
    yield from tree.find_all(nodes.Getattr)
    yield from (name for name in tree.find_all(nodes.Name) if name.ctx == "load" and name.name != "super")


FILES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file())


def roots_of(template: str) -> list[str]:
    """The templates that draw a template, the cheapest first."""
    found = []
    for root, names in ROOTS.items():
        CONTRACT.visited.clear()
        CONTRACT.check(root, names)
        if template in CONTRACT.visited:
            found.append((len(CONTRACT.visited), root))
    return [root for _, root in sorted(found)]


@pytest.mark.parametrize("template", FILES)
def test_any_misspelled_name_or_attribute_is_noticed(template: str) -> None:
    roots = roots_of(template)
    CONTRACT.dynamic = partial(blocks, only=template if template.startswith("blocks/") else None)
    for node in asked(template):
        key = "attr" if isinstance(node, nodes.Getattr) else "name"
        right = getattr(node, key)
        setattr(node, key, f"{right}x")
        noticed = any(CONTRACT.notices(root, ROOTS[root]) for root in roots)
        setattr(node, key, right)
        assert noticed, f"{template}:{node.lineno}: {right}x"
    CONTRACT.dynamic = blocks


def complaints(text: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "a.html").write_text(text, encoding="utf-8")
    return Contract(folder).check("a.html", {"page": Page, "t": T})


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.head.titel }}",
        "{{ page.frame.edit.href }}",
        "{% for link in page.frame.menu %}{{ link.hef }}{% endfor %}",
        "{% set head = page.head %}{{ head.titel }}",
        "{% macro m(one) %}{{ one.hef }}{% endmacro %}{{ m(page.frame.report) }}",
        "{% macro m(one) %}{% endmacro %}{{ m(page.lang, page.lang) }}",
        "{{ page.head.published }}",
        "{{ page.head }}",
        "{{ t.search_hin }}",
        "{{ t.offline.forgoten }}",
        "{{ t.reading_time.format(minuts=page.lang) }}",
        "{{ views.page }}",
        "{{ page.kind.finding }}",
        "{% if page.frame.swich %}{% endif %}",
        "{{ page.frame.breadcrumbs[0].href }}",
    ],
)
def test_the_contract_itself_notices(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert complaints(text, tmp_path_factory)


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.head.title }}",
        "{% if page.frame.edit %}{{ page.frame.edit.href }}{% endif %}",
        "{% set one = page.frame.edit %}{% if one and page.lang %}{{ one.href }}{% endif %}",
        "{{ t.reading_time.format(minutes=page.lang) }}",
        "{% for value, text in t.palettes.items() %}{{ value }}{{ text }}{% endfor %}",
    ],
)
def test_the_contract_lets_pass_what_is_right(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert complaints(text, tmp_path_factory) == []
