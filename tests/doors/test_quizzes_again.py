"""A quiz that changed, came or went is seen by the next build: the same bytes as one made anew."""

from pathlib import Path

from conftest import MADE_UP
from edits_compared import Compared, compared

ABOUT = "cong-uoc/cat"


def test_after_a_change_of_the_quizzes_a_site_is_the_same_as_one_made_anew(tmp_path: Path) -> None:
    for sites in compared(tmp_path, MADE_UP, 1):
        folder = sites.project / "data/quizzes"
        first = folder / "tre-em-mau.yml"

        def build(sites: Compared = sites) -> str:
            assert sites.builder.build(sites.kept, sites.editor.asked) == 0, sites.builder.said
            return (sites.kept / ABOUT / "index.html").read_text("utf-8")

        assert "cau-do/" not in build().partition("<main")[2].partition("</main>")[0]
        text = first.read_text("utf-8")
        first.write_text(text.replace("Trang mẫu nói hỏi", "Trang mẫu có nói hỏi"), "utf-8")
        (folder / "them.yml").write_text(text.replace("about: cong-uoc/crc", f"about: {ABOUT}"), "utf-8")
        assert 'href="../../cau-do/them/"' in build()
        assert sites.compare() == []
        (folder / "them.yml").unlink()
        assert 'href="../../cau-do/them/"' not in build()
        assert sites.compare() == []
