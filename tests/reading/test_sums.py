"""The sum of a file: of its bytes, however large, and of nothing that is no file."""

import hashlib
import os
from pathlib import Path

import pytest

from portal.reading.keeping import sums
from portal.reading.keeping.sums import file_sum


def test_a_sum_is_that_of_the_bytes_read_at_once_or_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc" * 1000)
    right = hashlib.sha256(b"abc" * 1000).hexdigest()
    assert file_sum(str(file)) == right
    monkeypatch.setattr(sums, "_AT_ONCE", 10)
    assert file_sum(str(file)) == right


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "link", "gone", ""):
        with pytest.raises(OSError, match=name or tmp_path.name):
            file_sum(str(tmp_path / name))
