"""The worked examples of the editors' guide, taken out of it as they stand."""

import re
from functools import cache

from conftest import ROOT, Corpus

GUIDE = ROOT / "huong-dan"
FRONT = ROOT / "HUONG-DAN-BIEN-TAP.md"
_EXAMPLE = re.compile(r"Tệp `(content_\w+/[\w/-]+\.md)`:\n\n```yaml\n(.*?)```\n", re.S)


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
