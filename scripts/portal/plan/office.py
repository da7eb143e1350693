"""What makes office files come out the same every time: an archive without the clock, a day for the moment."""

import io
import zipfile
from datetime import date, datetime
from typing import Final

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest day a ZIP can carry: archives must not carry the clock


def without_clock(archive: bytes) -> bytes:
    """The same ZIP (DOCX, XLSX) with every entry dated alike. Raises zipfile.BadZipFile for what is none."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(entry, old.read(name))
    return out.getvalue()


def moment_of(day: date) -> datetime:
    """The moment an office file of that day is said to be made at: its midnight, whatever the clock says."""
    return datetime.combine(day, datetime.min.time())
