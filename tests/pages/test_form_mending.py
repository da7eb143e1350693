"""What is pasted or typed is mended by the form as `check --fix` mends it: one table of cases through both."""

import pytest

from conftest import STORY, written
from form_script import in_node
from mends import BODIES, LEFT
from portal.content.mending import mended_text

CODE = ("```", "`")
TEXTS = [before for before, _ in BODIES] + [body for body in LEFT if not body.startswith(CODE) and "Mã `" not in body]
"""Nobody pastes fences into the form; `check` tells of them."""


def mended_by_check(body: str) -> str:
    return mended_text(written(STORY, body))[0].split("---\n", 2)[2].replace("\r\n", "\n")


@pytest.fixture(scope="module")
def mended_by_form() -> dict[str, str]:
    made = in_node('return (await take("mending")).mended(value);', TEXTS)
    return dict(zip(TEXTS, made, strict=True))


@pytest.mark.parametrize("body", TEXTS)
def test_the_form_mends_as_check_does(mended_by_form: dict[str, str], body: str) -> None:
    assert mended_by_form[body] == mended_by_check(body)


def test_values_of_fields_lose_what_check_would_tell_of() -> None:
    typed = ["  Ðiện\u00a0Biên\u200b ", "e\u0302\u0301", "https://a.vn/?utm_source=x&a=1 ", "một\n hai", "quy\u00adền"]
    made = in_node('return (await take("letters")).cleanedLine(value);', typed)
    assert made == ["Điện Biên", "ế", "https://a.vn/?a=1", "một hai", "quyền"]
