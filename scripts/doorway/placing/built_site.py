"""A built site as it lies in its folder: whether it is one, whether it is whole, what somebody else laid into it."""

import re
import shutil
from pathlib import Path
from typing import Final
from urllib.parse import unquote
from xml.etree import ElementTree

from doorway.copies import Folder, NoCopy, companions, known_names
from doorway.placing.put import NotPut
from portal.site.files.manifest import MANIFEST, MANIFESTS, Verified, read_manifest, verified
from portal.site.files.output import ROBOTS, SITEMAP
from portal.site.files.packed import stands_beside

HOME_FILE: Final = "index.html"
MOST_NAMED: Final = 5
_LOC: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_MAP: Final = re.compile(rf"^Sitemap: (\S*){re.escape(SITEMAP)}$", re.MULTILINE)


def is_a_site(folder: Path) -> bool:
    """Whether a folder is a site that the portal built: it has a home page and a list of its files that can be read."""
    return (folder / HOME_FILE).is_file() and bool(listed(folder))


def listed(folder: Path) -> frozenset[str]:
    """The files a site's own list names; none where there is no such list, or a line of it cannot be used."""
    try:
        sums, bad = read_manifest((folder / MANIFEST).read_bytes())
    except OSError:
        return frozenset()
    return frozenset() if bad else frozenset(sums)


def compared(site: Path) -> Verified:
    """A site beside its own list, every byte of it. Raises NotPut where there is none to compare with."""
    try:
        sums, bad = read_manifest((site / MANIFEST).read_bytes())
        if bad:
            raise NotPut(site, "no_list")
        copy = Folder(site)
        return verified(sums, {path: copy.found(path) for path in sums}, known_names(copy, sums))
    except NoCopy as why:
        raise NotPut(site, "cannot_read", why.reason or why.why) from why
    except OSError as error:
        raise NotPut(site, "no_list") from error


def counted(site: Path) -> None:
    """Raise NotPut, with the first few, where an address of a site's own map for machines has no file, or a file that
    its list names is not there: half a site is never put in place."""
    missing = [path for path in (*_mapped(site), *listed(site)) if not (site / path).is_file()]
    if missing or not is_a_site(site):
        raise NotPut(site, "not_whole", ", ".join(sorted(set(missing))[:MOST_NAMED]) or MANIFEST)


def _mapped(site: Path) -> list[str]:
    """The files behind the addresses of the map. Where the site begins on its server, what robots are told says."""
    try:
        urls = [str(one.text) for one in ElementTree.parse(site / SITEMAP).iter(_LOC)]
        start = _MAP.search((site / ROBOTS).read_text("utf-8"))
    except (OSError, ValueError, ElementTree.ParseError) as error:
        raise NotPut(site, "not_whole", SITEMAP) from error
    return [unquote(url.removeprefix(start[1] if start else "")) + HOME_FILE for url in urls]


def foreign_files(site: Path) -> tuple[str, ...]:
    """What lies in a site and is not on its list: somebody laid it there. Packed companions of its own files are not
    foreign: they go with what they hold. Nothing where there is no site."""
    known = listed(site) | MANIFESTS
    strange = Folder(site).names() - known if is_a_site(site) else frozenset()
    return tuple(sorted(path for path in strange if not stands_beside(path, known)))


def packed_files(site: Path) -> frozenset[str]:
    """The packed companions that hold what the site's list says."""
    sums, _ = read_manifest((site / MANIFEST).read_bytes())
    return companions(Folder(site), sums)


def carry_foreign(old: Path, new: Path) -> None:
    """Take along what somebody laid into the site that goes, as it is. Raises NotPut where the new one has a page or a
    folder of its own there: neither is written over the other."""
    for path in foreign_files(old):
        goal = new / path
        try:
            goal.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise NotPut(old / path, "foreign_in_the_way") from error
        if goal.exists() or goal.is_symlink():
            raise NotPut(old / path, "foreign_in_the_way")
        shutil.copy2(old / path, goal, follow_symlinks=False)
