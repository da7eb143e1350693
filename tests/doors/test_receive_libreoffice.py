"""Forms saved by LibreOffice, from one kind of file into another and back, say the same to the last cell."""

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import Corpus
from filler import FilledForm, fill
from forms_desk import YEAR, blank_forms, data_of, plan_corpus, receive

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine"),
]
BODIES = ("so-gddt", "hoi-lhpn", "bao-dien-bien-phu", "ban-tuyen-giao-dan-van", "xa-na-hy", "xa-tua-chua")
WAYS = (("ods",), ("ods", "xlsx"), ("xls",), ("xls", "ods", "xlsx"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FilledForm]:
    blank = blank_forms(tmp_path_factory.mktemp("blank"), *BODIES)
    return {body: fill(form, body, 21, full=body != "xa-na-hy") for body, form in blank.items()}


def saved_as(files: list[Path], ending: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them."""
    folder.mkdir()
    room = f"-env:UserInstallation={(folder.parent / 'office').as_uri()}"
    command = ["soffice", room, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return [folder / f"{file.stem}.{ending}" for file in files]


def taken_in(corpus: Corpus, files: list[Path]) -> dict[str, bytes]:
    """What is written of forms, but for the sums of the files they came in."""
    code, said = receive(corpus, *files, "--day", "2026-11-20")
    assert code == 0, said
    made = {path: data for path, data in data_of(corpus).items() if path.startswith(("data/reported", "data/products"))}
    return {path: data.split(b"\n", 1)[1] if path.endswith(".yml") else data for path, data in made.items()}


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_a_round_trip_through_libreoffice_loses_nothing(
    filled: dict[str, FilledForm], way: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one, other = plan_corpus(tmp_path / "one"), plan_corpus(tmp_path / "other")
    files = [one.write(f"{body}.xlsx", form.data) for body, form in filled.items()]
    direct = taken_in(one, files)
    for number, ending in enumerate(way):
        files = saved_as(files, ending, tmp_path / f"{number}")
    assert taken_in(other, files) == direct
    assert len(direct) == 2 * len(BODIES) - sum(form.products is None for form in filled.values())
    assert f"data/products/{YEAR}-so-gddt.csv" in direct
