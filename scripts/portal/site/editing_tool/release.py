"""A release of the editing tool as the portal serves it: what it would ask of others it finds beside itself."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.language.locales import VIETNAMESE

TOOL_PACKAGE: Final = "node_modules/@sveltia/cms"
"""Where npm lays the release that package-lock.json names."""
TOOL_SCRIPT: Final = "sveltia-cms.js"
LOCALES: Final = (VIETNAMESE, "en-GB", "en-US")
_OWN: Final = "cms"
_FONTS: Final = {
    "material-symbols-outlined": "material-symbols-outlined-latin-wght-normal",
    "noto-mono": "noto-mono-latin-400-normal",
    "source-sans-3": "source-sans-3-latin-wght-normal",
}
_ELSEWHERE: Final = "https://unpkg.com/@sveltia/cms"
_FONT_START: Final = "https://cdn.jsdelivr.net/fontsource/fonts/"
_FONT_END: Final = ".woff2"


class OtherRelease(ValueError):
    """The release is not as the ones known here: `args[0]` is what was not found in it."""


def release_files(package: Path) -> dict[str, bytes]:
    """Every file the tool needs by its path below its folder. Raises OSError where the release is not there, and
    OtherRelease where it asks of others what is not known here."""
    release = json.loads((package / "package.json").read_text("utf-8"))
    own = f"{_OWN}@{release['version']}/locales"
    found = {TOOL_SCRIPT: _at_home((package / "dist" / TOOL_SCRIPT).read_text("utf-8"), package).encode()}
    found |= {f"chunks/{file.name}": file.read_bytes() for file in sorted((package / "dist/chunks").glob("*.js"))}
    found |= {f"assets/{file.name}": file.read_bytes() for file in _fonts(package)}
    found |= {f"{own}/{name}.json": (package / f"locales/{name}.json").read_bytes() for name in LOCALES}
    found[f"{_OWN}/package.json"] = json.dumps({"version": release["version"]}).encode()
    found["LICENSE.txt"] = (package / "LICENSE.txt").read_bytes()
    return found


def _at_home(script: str, package: Path) -> str:
    """The script with its own addresses for its words and fonts, so that it asks nobody else for them."""
    if _ELSEWHERE not in script:
        raise OtherRelease(_ELSEWHERE)
    script = script.replace(_ELSEWHERE, _OWN)
    for name, file in zip(_FONTS, _fonts(package), strict=True):
        start = script.find(f"{_FONT_START}{name}")
        if start < 0:
            raise OtherRelease(f"{_FONT_START}{name}")
        end = script.index(_FONT_END, start) + len(_FONT_END)
        script = f"{script[:start]}assets/{file.name}{script[end:]}"
    return script


def _fonts(package: Path) -> Iterator[Path]:
    for start in _FONTS.values():
        file = next(iter(sorted((package / "npm/assets").glob(f"{start}-*{_FONT_END}"))), None)
        if file is None:
            raise OtherRelease(start)
        yield file
