"""How long a file of sound or film takes is read from it, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sounds
from portal.reading.media.recorded import recorded, recorded_metadata


@pytest.mark.parametrize(
    ("data", "seconds"), [(sounds.opus(7), 7), (sounds.mp3(7), 7), (sounds.mp4(6), 6), (sounds.mp3(3, artist="A"), 3)]
)
def test_each_form_says_how_long_it_takes(data: bytes, seconds: int) -> None:
    found = recorded(data)
    assert found is not None
    assert found.seconds == pytest.approx(seconds, abs=0.1)
    assert found.size == len(data)


def test_kilobits_are_of_the_whole_file() -> None:
    found = recorded(sounds.opus(60, 20))
    assert found is not None
    assert found.kilobits == pytest.approx(20, rel=0.05)


@pytest.mark.parametrize("data", [b"", b"OggS", b"ID3\x04", b"<svg>", sounds.opus(1)[:40], sounds.mp4(2)[:20]])
def test_what_cannot_be_played_is_nothing(data: bytes) -> None:
    assert recorded(data) is None


@given(st.binary(max_size=300), st.sampled_from([sounds.opus(1), sounds.mp3(1), sounds.mp4(2)]), st.integers(0, 400))
def test_no_file_makes_it_raise(bent: bytes, whole: bytes, at: int) -> None:
    data = whole[:at] + bent + whole[at + len(bent) :]
    recorded(data)
    recorded_metadata(data)
