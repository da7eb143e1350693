"""The style, the scripts and the worker: each written in parts by concern under docs/, sent as one file each.

A part of a script is a module (editors, types and tests follow its imports); joined, the parts share one scope, so
imports go and `export` goes. Comments go too: a phone does not pay for them, and a changed one changes no file.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from portal.content.known.house.colours import DARK, ROOT, Colours
from portal.content.known.house.identity import read_identity
from portal.language.locales import ENGLISH, LANGUAGES, VIETNAMESE
from portal.language.places import OFFLINE
from portal.language.words import words
from portal.site.addresses import address
from portal.site.dress.bundles import (
    BUNDLES,
    CLAIMS_SCRIPT,
    EARLY,
    PORTAL_CSS,
    PORTAL_SCRIPT,
    PREVIEW,
    SEARCH_SCRIPT,
    TOOLS_CSS,
    TOOLS_SCRIPT,
    WORKER,
)
from portal.site.dress.content_security import site_policy
from portal.site.dress.looks import looks

STYLES: Final = "docs/styles"
SCRIPTS: Final = "docs/scripts"

GROUNDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "dark": (':root:not([data-palette="light"])', ':root[data-palette="dark"]'),
        "dark-contrast": (
            ':root[data-contrast="more"]:not([data-palette="light"])',
            ':root[data-contrast="more"][data-palette="dark"]',
        ),
    }
)
"""What `@ground` stands for in a style: where the device prefers a dark ground, and where the reader chose one."""

_COMMENT = re.compile(r"^ *//[^\n]*\n|/\*.*?\*/ ?", re.MULTILINE | re.DOTALL)
_SPACES = re.compile(r"\s+")
_QUOTED = re.compile(r'("[^"]*")')
_AROUND_SIGNS = re.compile(r" ?([{};,]) ?|(:) (?=[^{}]*[;}])")
_AROUND_MARKS = re.compile(r" ?([{}()=;,]|\|\||&&) ?")
_AFTER_SIGNS = re.compile(r"(?<=[;{,(\[])\n")
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_GROUND = re.compile(r"^@ground ([a-z-]+) (\{.*?^\})\n", re.MULTILINE | re.DOTALL)


def bundles(
    root: Path,
    corpus: Path | None = None,
    languages: Iterable[str] = LANGUAGES,
    beside: Mapping[str, bytes] = MappingProxyType({}),
) -> Mapping[str, bytes]:
    """Each file's bytes by its path in the site, joined from the parts under `root`, in the colours of `corpus`: the
    same parts, the same bytes. The worker trusts them, and the styles `beside` them."""
    colours = _in_colours(read_identity(corpus or root, root).colours)
    search = f'const SYLLABIC = "{VIETNAMESE}";\nconst INFLECTED = "{ENGLISH}";\n'
    told = {PORTAL_CSS: colours + _said_on_each_sheet(), **dict.fromkeys((SEARCH_SCRIPT, CLAIMS_SCRIPT), search)}
    told[TOOLS_SCRIPT] = looks(_joined(root, TOOLS_CSS, ""))
    made = {path: _joined(root, path, told.get(path, "")).encode() for path in BUNDLES if path != WORKER}
    known = _offline_pages(languages) + _release({**made, **beside}) + _policy(root)
    return {**made, WORKER: _joined(root, WORKER, known).encode()}


def early_script(root: Path) -> str:
    """The script that runs in the head of a page before anything is drawn, on one line without spaces nobody needs."""
    line = " ".join(line.strip() for line in _script(_source(root, "", EARLY)).splitlines())
    return _but_quoted(line, _AROUND_MARKS, r"\1")


def preview_files(root: Path) -> Mapping[str, bytes]:
    """The preview's own style and script, and what it gives for a worker, by their names."""
    found = sources(root, PREVIEW).items()
    return {name: "".join(map(_style if name.endswith(".css") else _script, one)).encode() for name, one in found}


def sources(root: Path, files: Mapping[str, tuple[str, ...]] = BUNDLES) -> dict[str, list[Path]]:
    """The parts of each file of the site, in their order."""
    return {path: [_source(root, path, part) for part in parts] for path, parts in files.items()}


def _source(root: Path, path: str, part: str) -> Path:
    return root / STYLES / f"{part}.css" if path.endswith(".css") else root / SCRIPTS / f"{part}.js"


def _joined(root: Path, path: str, told: str) -> str:
    """One file of its parts, after what it is `told`: a style its colours, a script what built.d.ts says."""
    parts = sources(root)[path]
    if path.endswith(".css"):
        return _packed(told + "".join(map(_style, parts)))
    script = _AFTER_SIGNS.sub("", '"use strict";\n' + told + "".join(map(_script, parts)))
    is_beside = path not in (PORTAL_SCRIPT, WORKER)  # the script of every page has names of its own, others use them
    return f"(() => {{\n{script}}})();\n" if is_beside else script


def _in_colours(colours: Colours) -> str:
    """The tokens of both grounds, which the parts of a style take their colours from."""
    said = {
        part: [f"--{one.name}: {one.value};" for one in colours.declared if one.part == part] for part in (ROOT, DARK)
    }
    written = "".join(f"{part} {{\n  {' '.join(tokens)}\n}}\n" for part, tokens in said.items())
    return _GROUND.sub(_both_ways, written)


def _said_on_each_sheet() -> str:
    """What each sheet of a printed draft says of itself, for the margins, which no element of a page can reach."""
    spoken = ((lang, json.dumps(words(lang).say("draft"), ensure_ascii=False)) for lang in LANGUAGES)
    return "".join(f':root[data-draft="{lang}"] {{ --draft: {said}; }}\n' for lang, said in spoken)


def _style(part: Path) -> str:
    return _GROUND.sub(_both_ways, _without_comments(part))


def _packed(style: str) -> str:
    """A style without the spaces no browser needs; what stands in quotation marks stays."""
    return _but_quoted(_SPACES.sub(" ", style), _AROUND_SIGNS, r"\1\2")


def _but_quoted(text: str, pattern: re.Pattern[str], by: str) -> str:
    """A text with a pattern replaced wherever it does not stand in quotation marks."""
    return "".join(part if part.startswith('"') else pattern.sub(by, part) for part in _QUOTED.split(text))


def _both_ways(found: re.Match[str]) -> str:
    """A ground's tokens are declared once; a style sheet has to say them where either way leads to it."""
    preferred, chosen = GROUNDS[found[1]]
    return f"@media (prefers-color-scheme: dark) {{ {preferred} {found[2]} }}\n{chosen} {found[2]}\n"


def _script(part: Path) -> str:
    """A part of a script as it stands in the joined one; how its lines are indented is of no use there."""
    whole = re.sub(r"^export ", "", _IMPORT.sub("", _without_comments(part)), flags=re.MULTILINE)
    return re.sub(r"^ +", "", whole, flags=re.MULTILINE)


def _without_comments(part: Path) -> str:
    text = _COMMENT.sub("", part.read_text(encoding="utf-8"))
    return "".join(line + "\n" for line in text.splitlines() if line.strip())


def _offline_pages(languages: Iterable[str]) -> str:
    """What the worker is told: the page for times without a network in each language, the longest address first, so
    that the first one that fits is in the language of an address."""
    pages = sorted((address(lang, OFFLINE) for lang in languages), key=len, reverse=True)
    return f"const OFFLINE_PAGES = {json.dumps(pages)};\n"


def _release(made: Mapping[str, bytes]) -> str:
    """What the worker is told of this release's styles and scripts: 80 bits of each one's SHA-256."""
    sums = {path: hashlib.sha256(content).hexdigest()[:20] for path, content in made.items()}
    return f"const RELEASE = {json.dumps(sums)};\n"


def _policy(root: Path) -> str:
    return f"const POLICY = {json.dumps(site_policy(early_script(root)))};\n"
