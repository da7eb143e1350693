"""The worked examples of the editors' guide, taken out of it as they stand."""

import re
from functools import cache
from typing import Any

import yaml

import scan_maker
import sounds
from conftest import ROOT, Corpus
from portal.content.fronts.units import UNIT_QUESTIONS

GUIDE = ROOT / "huong-dan"
FRONT = ROOT / "HUONG-DAN-BIEN-TAP.md"
_EXAMPLE = re.compile(r"Tệp `(content_\w+/[\w/-]+\.md)`:\n\n```yaml\n(.*?)```\n", re.S)

_QUESTION = """  - id: cau-{number}
    question: {{vi: "Hỏi?", en: "What?"}}
    choices: [{{vi: "A", en: "A"}}, {{vi: "B", en: "B"}}]
    right: 1
    because: {{vi: "Vì.", en: "Because."}}
    source: {{page: {page}, number: 1}}
"""


@cache
def examples() -> dict[str, str]:
    """Each example by the path the guide gives it. A path given twice is an example said in two ways."""
    found = [pair for page in sorted(GUIDE.glob("*.md")) for pair in _EXAMPLE.findall(page.read_text("utf-8"))]
    assert len(dict(found)) == len(found)
    return dict(found)


def written_into(corpus: Corpus) -> None:
    """Every example as a file of a small corpus that knows the body they name."""
    corpus.write("data/agencies.yml", '- {id: ubnd-tinh, name: {vi: "Cơ quan thử", en: "Body of the tests"}}\n')
    for path, text in examples().items():
        corpus.write(path, text)
        if "\nkind: recording\n" in text:
            place = path.partition("/")[2].removesuffix(".md")
            sounds.put(corpus.root, place, 6, film="\nmedium: film\n" in text)
        if "\nkind: unit\n" in text:
            _test_of(corpus, path, yaml.safe_load(text.split("---\n")[1]))
        if "\nkind: scan\n" in text:
            scan_maker.put_scan(corpus.root, path.partition("/")[2].removesuffix(".md"), "Trang một", "Trang hai")


def _test_of(corpus: Corpus, path: str, head: dict[str, Any]) -> None:
    """The test of a unit."""
    about = path.partition("/")[2].removesuffix(".md")
    asked = "".join(_QUESTION.format(number=number, page=head["cases"][0]["page"]) for number in range(UNIT_QUESTIONS))
    corpus.write("data/quizzes/bai-thu.yml", f'title: {{vi: "Bài", en: "Test"}}\nabout: {about}\nquestions:\n{asked}')


def as_typed(path: str) -> tuple[dict[str, Any], str]:
    """What somebody types who writes an example into a form: the fields of its head in its order, and its text."""
    _, head, text = examples()[path].split("---\n", 2)
    return _typed(yaml.safe_load(head)), text.strip()


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_typed(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
