"""What is made once: kept in .cache/ under what it is made of, and never taken from there when it is damaged."""

import contextlib
import hashlib
import os
from collections.abc import Callable
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
        keep(file, found)
    return found


def made_of(*parts: bytes) -> str:
    """A name for what is made of some parts: no other parts give the same."""
    found = hashlib.sha256()
    for part in parts:
        found.update(hashlib.sha256(part).digest())
    return found.hexdigest()


def kept_bytes(file: Path) -> bytes | None:
    """The bytes kept in `file`; None where there are none, or not whole ones."""
    try:
        sealed = file.read_bytes()
    except OSError:
        return None
    content, seal = sealed[:-SEAL], sealed[-SEAL:]
    return content if content and hashlib.sha256(content).digest() == seal else None


def keep(file: Path, content: bytes) -> None:
    """Keep bytes in `file`, where the folder can be written to: written beside and then renamed, so that no other
    run ever reads half a file."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.{os.getpid()}.part")
        with beside.open("wb") as out:
            out.write(content + hashlib.sha256(content).digest())
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
