"""What all office files of the portal share: layouts filled in, an archive without the clock, a day for the moment."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest day a ZIP can carry: archives must not carry the clock


class BrokenLayout(ValueError):
    """A layout cannot be filled in; says which and why."""

    def __init__(self, layout: Path, reason: object) -> None:
        super().__init__(f"{layout}: {reason}")
        self.layout, self.reason = layout, reason


def filled_layout(layout: Path, values: Mapping[str, object]) -> "DocxTemplate":
    """A Word layout with its marks filled in. A layout is a program to Jinja, and a Word file cannot be read in a pull
    request: so it runs in a sandbox, where it reaches nothing but the values. Raises BrokenLayout."""
    from docxtpl import DocxTemplate  # only now: most doors fill in nothing

    template = DocxTemplate(layout)
    sandbox = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        template.render(dict(values), sandbox)
    except (TemplateError, SyntaxError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise BrokenLayout(layout, error) from error
    return template


def docx_bytes(template: "DocxTemplate", title: str, lang: str, day: date) -> bytes:
    """A filled layout as a file of that day: the same bytes whenever it is made."""
    properties = template.docx.core_properties
    properties.title, properties.language = title, lang
    properties.created = properties.modified = moment_of(day)
    out = io.BytesIO()
    template.save(out)
    return without_clock(out.getvalue())


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
