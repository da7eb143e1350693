"""No file that is bent, or made of chance alone, ends a reader in a traceback, or is told as a fault of ours."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzzed import KEPT, READERS, bent, kept_inputs
from fuzzed_packages import FORM, LOG, receive_form, receive_log
from portal.reading.problems import to_mend

_PACKED = "open-workbook whole-workbook log copy packed-copy"
_QUICK = frozenset(f"text old-workbook {_PACKED} pdf jpeg drawing mp3 mp4 opus captions offline-page".split())
"""Readers that take a thousandth of a second for a file, and not a twentieth."""
_SEEDS = st.integers(0, 2**32)
pytestmark = pytest.mark.filterwarnings("ignore:(Corrupt EXIF|Tag data|Truncated):UserWarning")


def examples(name: str) -> int:
    return 300 if name in _QUICK else 40


@pytest.mark.parametrize("name", READERS)
def test_there_are_true_files_to_bend(name: str) -> None:
    assert READERS[name].seeds


def test_a_form_and_a_log_that_nobody_bent_are_taken_in() -> None:
    """Else what is bent would be refused before it is read."""
    assert not to_mend([*receive_form(FORM.pieces()[0]), *receive_log(LOG.pieces()[0])])


@pytest.mark.parametrize("name", READERS)
def test_a_true_file_bent_by_chance_is_read_or_told(name: str) -> None:
    reader = READERS[name]

    @settings(max_examples=examples(name), derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, len(reader.seeds) - 1), _SEEDS)
    def look(which: int, seed: int) -> None:
        reader.act(bent(reader.seeds[which], seed, reader.most))

    look()


@pytest.mark.parametrize("name", READERS)
def test_bytes_and_letters_of_chance_are_read_or_told(name: str) -> None:
    reader = READERS[name]
    chance = st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda said: said.encode(errors="ignore")))

    @settings(
        max_examples=examples(name) // 2, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(chance)
    def look(data: bytes) -> None:
        reader.act(data)

    look()


@pytest.mark.parametrize("name", sorted(folder.name for folder in KEPT.iterdir() if folder.is_dir()))
def test_what_once_broke_a_reader_does_so_no_more(name: str) -> None:
    assert kept_inputs(name)
    for data in kept_inputs(name):
        READERS[name].act(data)
