"""Adds the editing tool at /quan-tri/ to the built site: Sveltia CMS from npm, set up from the portal's own models."""

import argparse
import sys
from pathlib import Path

from door import ROOT, parser_of, refused, run, today
from doorway.placing.lock import alone_at
from doorway.placing.put import NotPut, put_files
from doorway.publication import lists_of
from portal.content.asking.kinds import page_kinds
from portal.content.known.house.owner import OWNER_PATH
from portal.content.known.reference import read_reference_data
from portal.language.made_files import TOOL_FOLDER
from portal.language.words import words
from portal.reading.fields import Context
from portal.site.editing_tool.configuration import CONFIG, configuration
from portal.site.editing_tool.page import tool_page
from portal.site.editing_tool.release import TOOL_PACKAGE, OtherRelease, release_files


def main(arguments: list[str] | None = None) -> int:
    """0 with the tool in the site; 1 where there is no site, no repository to write to, or no release to take."""
    options = _options(arguments)
    text = words(options.lang)
    if not (options.site / "index.html").is_file():
        return refused(text.say("editing_tool.no_site", site=options.site), 1)
    data = read_reference_data(options.root, Context(today()))
    repository = data.owner.repository if data.owner else None
    if repository is None:
        return refused(text.say("editing_tool.no_repository", path=OWNER_PATH), 1)
    try:
        files = release_files(ROOT / TOOL_PACKAGE)
    except OSError:
        return refused(text.say("editing_tool.no_release", path=TOOL_PACKAGE), 1)
    except OtherRelease as why:
        return refused(text.say("editing_tool.other_release", found=why), 1)
    files["index.html"] = tool_page(options.lang).encode()
    files[CONFIG] = configuration(page_kinds(data), repository, options.lang).encode()
    try:
        with alone_at(options.site, text):
            put_files({options.site / TOOL_FOLDER / name: content for name, content in files.items()})
            put_files({options.site / name: content for name, content in lists_of(options.site).items()})
    except NotPut as why:
        return refused(why.said(text), 1)
    print(text.say("editing_tool.done", place=f"{options.site}/{TOOL_FOLDER}/", repository=repository))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("admin.py", __doc__, "root", "lang")
    parser.set_defaults(root=ROOT)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(run(main))
