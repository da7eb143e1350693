"""Releases of a site in a folder of a web server: each whole and kept, one in use by a link that is switched at once.

<folder>/releases/000007/ holds a site, <folder>/current leads to the one in use: that is what a web server serves.
Numbers count up and ask no clock. Everything else in the folder is somebody else's.
"""

import errno
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from doorway.placing.built_site import MOST_NAMED, compared, counted, listed, packed_files
from doorway.placing.lock import LOCK
from doorway.placing.put import NotPut, made_folders, told_by_disk
from doorway.placing.rooms import room_beside
from doorway.placing.system_lock import synced_names
from doorway.placing.whole_folder import make_readable, synced
from portal.site.files.manifest import MANIFEST, MANIFESTS, Verified

RELEASES: Final = "releases"
CURRENT: Final = "current"
KEPT: Final = 5
_NAME: Final = re.compile(r"[0-9]{6,}")
_NEXT: Final = ".current.next"
_GOING: Final = ".going-"


def releases_of(folder: Path) -> tuple[str, ...]:
    """The names of the releases in a folder, the oldest first."""
    try:
        found = [one.name for one in (folder / RELEASES).iterdir() if _NAME.fullmatch(one.name) and one.is_dir()]
    except OSError:
        return ()
    return tuple(sorted(found, key=int))


def current_release(folder: Path) -> str | None:
    """The name of the release in use; None where there is none, or the link leads nowhere."""
    try:
        goal = (folder / CURRENT).readlink()
    except OSError:
        return None
    name = goal.name
    return name if name in releases_of(folder) else None


def opened_releases(folder: Path) -> None:
    """Make a folder ready: what a run that was killed left is cleared. Raises NotPut where it is somebody else's."""
    with told_by_disk(folder):
        if folder.exists() and not folder.is_dir():
            raise NotPut(folder, "file_in_the_way")
        own = {RELEASES, CURRENT, _NEXT, f".{RELEASES}{LOCK}"}
        if folder.is_dir() and not (folder / RELEASES).is_dir() and {one.name for one in folder.iterdir()} - own:
            raise NotPut(folder, "no_releases_here")
        if os.path.lexists(folder / CURRENT) and not (folder / CURRENT).is_symlink():
            raise NotPut(folder / CURRENT, "current_is_no_link")
        made_folders(folder / RELEASES)
        (folder / _NEXT).unlink(missing_ok=True)
        for left in (folder / RELEASES).glob(".*"):
            shutil.rmtree(left, ignore_errors=True)


def same_as_current(site: Path, folder: Path) -> bool:
    """Whether the release in use has the very list of files the site has, every file as it says, and what the site has
    packed beside them. Raises NotPut for a site that is not as it was built."""
    _whole(compared(site), site, "changed_since_built")
    name = current_release(folder)
    current = folder / RELEASES / str(name)
    try:
        is_same = bool(name) and _list(current) == _list(site)
    except OSError:
        return False
    return is_same and is_whole_release(folder, str(name)) and packed_files(site) <= packed_files(current)


def is_whole_release(folder: Path, name: str) -> bool:
    """Whether every file of a release is as its list says."""
    try:
        _whole(compared(folder / RELEASES / name), folder / RELEASES / name, "release_not_whole")
    except NotPut:
        return False
    return True


def taken_in(site: Path, folder: Path) -> str:
    """Copy a built site into a folder as a new release, compare every byte there with its list, and wait until it is
    on the disk; its name. It is not in use yet. What is not on the list, nor packed from it, stays behind. Raises
    NotPut."""
    counted(site)
    names = sorted((*listed(site), *packed_files(site), *(name for name in MANIFESTS if (site / name).is_file())))
    _room_enough(site, names, folder)
    name = f"{max(map(int, releases_of(folder)), default=0) + 1:06}"
    goal = folder / RELEASES / name
    with told_by_disk(goal), room_beside(goal) as room:
        new = room / "site"
        for path in names:
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / path, new / path)
        make_readable(new)
        _whole(compared(new), new, "not_whole")
        synced(new)
        new.rename(goal)
        synced_names(goal.parent)
    return name


def put_in_use(folder: Path, name: str) -> None:
    """Switch to a release that is whole, in one step. Raises NotPut for one that is not, or not there."""
    release = folder / RELEASES / name
    if name not in releases_of(folder):
        raise NotPut(folder, "no_release", name)
    _whole(compared(release), release, "release_not_whole")
    with told_by_disk(folder / CURRENT):
        (folder / _NEXT).unlink(missing_ok=True)
        (folder / _NEXT).symlink_to(Path(RELEASES, name), target_is_directory=True)
        (folder / _NEXT).replace(folder / CURRENT)
        synced_names(folder)


def earlier_release(folder: Path) -> str:
    """The newest release before the one in use that is still whole. Raises NotPut where there is none."""
    current = current_release(folder)
    before = [name for name in reversed(releases_of(folder)) if not current or int(name) < int(current)]
    found = next((name for name in before if is_whole_release(folder, name)), None)
    if found is None:
        raise NotPut(folder, "no_earlier_release", ", ".join(before) or "-")
    return found


def forget_old(folder: Path) -> None:
    """Let go of all but the newest releases and the one in use: each leaves its name first, so that none is ever found
    half there."""
    for name in releases_of(folder)[:-KEPT]:
        if name != current_release(folder):
            going = folder / RELEASES / f"{_GOING}{name}"
            with told_by_disk(going):
                (folder / RELEASES / name).rename(going)
            shutil.rmtree(going, ignore_errors=True)


def pages_gone(site: Path, folder: Path) -> tuple[str, ...]:
    """The addresses of pages that the release in use has and a site has not."""
    name = current_release(folder)
    return addresses_gone(listed(folder / RELEASES / name), listed(site)) if name else ()


def addresses_gone(before: Iterable[str], now: Iterable[str]) -> tuple[str, ...]:
    """The addresses of pages among the files of a list that are not among those of another."""
    page = "index.html"
    gone = {path for path in before if path == page or path.endswith(f"/{page}")} - set(now)
    return tuple(sorted(path.removesuffix(page) for path in gone))


def _whole(found: Verified, where: Path, why: str) -> None:
    """Raise NotPut, with the first few files, for a site that is not as its list says. What somebody laid there is
    no fault."""
    wrong = (*found.changed, *found.missing, *found.unread)
    if wrong:
        raise NotPut(where, why, ", ".join(wrong[:MOST_NAMED]))


def _room_enough(site: Path, names: Iterable[str], folder: Path) -> None:
    """Raise NotPut before anything is copied where a disk has no room for a release."""
    needed = sum((site / name).stat().st_size for name in names)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NotPut(
            folder, "no_space", f"{free // 1_000_000} MB / {needed // 1_000_000} MB, {os.strerror(errno.ENOSPC)}"
        )


def _list(site: Path) -> bytes:
    return (site / MANIFEST).read_bytes()
