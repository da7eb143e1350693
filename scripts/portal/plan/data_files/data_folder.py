"""The folder data/ as a whole: whatever lies in it is read by someone, or told."""

from pathlib import Path, PurePosixPath

from portal.content.desk.second_readers import fact_files
from portal.content.known.data_files import reference_files
from portal.plan.bodies.received import RECEIVED_FOLDER, is_laid, log_files
from portal.plan.bodies.reported import report_files
from portal.plan.plan import PATH
from portal.plan.register.products import register_files
from portal.plan.report.officer.sentences import text_files
from portal.reading.files import files_below
from portal.reading.problems import Problem

SHAPES = (
    "data/documents/<van-ban>.yml",
    "data/figures/<hinh>.yml",
    "data/omissions/2028/<trang>.yml",
    "data/products/2026.csv",
    "data/quizzes/<chu-de>.yml",
    "data/received/2026/<bieu>.xlsx",
    "data/recommendations/<van-ban>.yml",
    "data/report-texts/2026/<nhiem-vu>.md",
    "data/reported/2026/<co-quan>.yml",
    "data/samples/2028.yml",
)
"""How files are named whose names nobody can know beforehand."""
_ENDINGS = {".yaml": ".yml", ".yml": ".yml", ".csv": ".csv", ".md": ".md", ".markdown": ".md"}
_OFFICE = frozenset((".xlsx", ".xls", ".ods", ".docx", ".doc", ".odt", ".pdf"))


def unread_files(root: Path) -> list[Problem]:
    """A problem for every file below data/ that no reader takes, wherever it lies and however it ends: 2026.xlsx,
    2026.CSV, so-gddt.yaml, a folder too many. What is ignored in silence is figures lost. What was laid into the folder
    of a year to be taken in is for `make receive` to read and to tell."""
    present, problems = files_below(root, "data")
    own = (root / PATH, *register_files(root), *report_files(root), *text_files(root), *log_files(root))
    taken = {file.relative_to(root).as_posix() for file in (*reference_files(root), *own, *fact_files(root))}
    paths = (file.relative_to(root).as_posix() for file in present)
    unread = (path for path in paths if path not in taken and not is_laid(path))
    return [*problems, *(Problem(path, 1, "", _code(path), {"choices": _names(path)}) for path in unread)]


def _code(path: str) -> str:
    a_form = path.startswith(RECEIVED_FOLDER)  # it may be a workbook, and lies in the wrong place
    return "office-not-read" if PurePosixPath(path).suffix.lower() in _OFFICE and not a_form else "read-by-nobody"


def _names(path: str) -> list[str]:
    """The name the file should have: its own with the right ending, or the shapes of its folder."""
    own, folder = PurePosixPath(path), "/".join(path.split("/")[:2]) + "/"
    fitting = own.with_suffix(_ENDINGS.get(own.suffix.lower(), own.suffix)).as_posix()
    return [fitting] if fitting != path else [one for one in SHAPES if one.startswith(folder)] or list(SHAPES)
