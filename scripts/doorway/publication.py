"""What is told of a publication beside its pages: the list of its files, and that of its copy for USB sticks."""

from collections.abc import Iterator
from pathlib import Path

from portal.reading.keeping.kept_values import KeptValues
from portal.reading.keeping.sums import file_sum, walked
from portal.site.files.manifest import COPY_MANIFEST, MANIFEST, MANIFESTS, manifest_text
from portal.site.files.offline_copy import copy_files, copy_sums, sum_of


def lists_of(site: Path, values: KeptValues | None = None) -> dict[str, bytes]:
    """The lists of a built site's files, as they stand now: its own, and that of its copy for USB sticks. The
    `values` may tell what becomes of a page in the copy."""
    own = {path: file_sum(entry.path) for path, entry in walked(str(site)) if path not in MANIFESTS}
    copied = dict(copy_sums(site, own, values or KeptValues(None)))
    return {MANIFEST: manifest_text(own).encode(), COPY_MANIFEST: manifest_text(copied).encode()}


def copy_with_list(site: Path) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file of the copy, and last the list of them."""
    sums = {}
    for path, content in copy_files(site):
        sums[path] = sum_of(content)
        yield path, content
    yield MANIFEST, manifest_text(sums).encode()
