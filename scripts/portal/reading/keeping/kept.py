"""What is made once: kept in .cache/ under what it is made of, and never taken from there when it is damaged."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final

CACHE: Final = ".cache"
"""The one folder a build keeps anything in; it may be deleted at any time."""
SEAL: Final = hashlib.sha256().digest_size
"""Bytes at the end of a kept file: the SHA-256 of all before them, which an empty or cut file cannot have."""


def kept(file: Path, make: Callable[[], bytes]) -> bytes:
    """The bytes kept in `file`; where there are none or not whole ones, made now and kept. The name of `file` must
    tell apart everything the bytes depend on. A folder that cannot be written to keeps nothing and is no mistake."""
    found = kept_bytes(file)
    if found is None:
        found = make()
        keep(file, [found])
    return found


def made_of(*parts: bytes) -> str:
    """A name for what is made of some parts: no other parts give the same."""
    found = hashlib.sha256()
    for part in parts:
        found.update(hashlib.sha256(part).digest())
    return found.hexdigest()


@cache
def code_mark() -> bytes:
    """The portal's code and its words, as one mark: what a value depends on may be anywhere in them."""
    folder = Path(__file__).parents[2]
    parts = sorted(file for ending in ("py", "yml") for file in folder.rglob(f"*.{ending}"))
    return made_of(*(part.read_bytes() for part in parts)).encode()


@cache
def python_mark() -> bytes:
    """Python and every package that is there, with their versions, as one mark."""
    folders = (Path(one) for one in sys.path if one.endswith(("site-packages", "dist-packages")))
    packages = sorted(one.name for folder in folders for one in folder.glob("*.dist-info"))
    return made_of(sys.version.encode(), *(one.encode() for one in packages)).encode()


def kept_bytes(file: Path) -> bytes | None:
    """The bytes kept in `file`; None where there are none, or not whole ones."""
    try:
        sealed = file.read_bytes()
    except OSError:
        return None
    content, seal = sealed[:-SEAL], sealed[-SEAL:]
    return content if content and hashlib.sha256(content).digest() == seal else None


def keep(file: Path, parts: Iterable[bytes]) -> None:
    """Keep the bytes of some parts in `file`, where the folder can be written to: written beside and then renamed, so
    that no other run ever reads half a file; what a machine that stops leaves of it, the seal tells."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.{os.getpid()}.part")
        seal = hashlib.sha256()
        with beside.open("wb") as out:
            for part in parts:
                seal.update(part)
                out.write(part)
            out.write(seal.digest())
        try:
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)  # Windows replaces no file that another run is reading


def kept_parts(file: Path, sizes: Iterable[int], take: Callable[[bytes], None]) -> bool:
    """Hand out what is kept in `file` in parts of some sizes, so that it is never held whole; whether it was whole: if
    not, what was handed out is worth nothing."""
    seal = hashlib.sha256()
    try:
        with file.open("rb") as opened:
            for size in sizes:
                part = opened.read(size)
                if len(part) < size:
                    return False
                seal.update(part)
                take(part)
            return opened.read() == seal.digest()
    except OSError:
        return False
