"""Share cards: a true title, set right in Vietnamese, of the size other sites ask for."""

import io
import re
from itertools import pairwise

import pytest
from PIL import Image

from conftest import MADE_UP, ROOT, SITE, TODAY, Site
from portal.content.kinds import Achievement
from portal.content.known.house.identity import read_identity
from portal.content.library import Library
from portal.plan.ledger import open_registers
from portal.reading.fields import TITLE_LENGTH
from portal.site.drawings.lettering import font
from portal.site.drawings.share_cards import (
    LEADING,
    MARGIN,
    NOTICE,
    TITLE_BOTTOM,
    TITLE_TOP,
    WIDTH,
    ShareCard,
    card_look,
    card_path,
    card_place,
    drawn,
    fitting,
    laid_out,
)
from portal.site.files.cards import cards_of
from portal.site.pages.make import page_at
from portal.site.site import Settings
from portal.site.site import Site as Portal

NAME = "Cổng thông tin Quyền con người tỉnh Mẫu"


def test_a_card_is_1200_by_630_small_and_always_the_same_bytes() -> None:
    card = ShareCard("Công ước về quyền trẻ em", NAME, "Bản dự thảo", card_look(read_identity(MADE_UP, ROOT)), 1, "crc")
    picture = Image.open(io.BytesIO(drawn(card)))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert drawn(card) == drawn(card)
    assert len(drawn(card)) <= 40 * 1024


LONGEST = (
    "Những quyền của người dân tộc thiểu số ở vùng cao được ghi trong luật nào "
    "và ai phải lo việc ấy trong năm nay, hỏi ai?"
)
TITLES = (
    "Tin mới",
    LONGEST,
    LONGEST.upper(),
    "Tỷ lệ chấp nhận khuyến nghị 84,7 % có cao nhất trong bốn chu kỳ?",
    "Ễ Ộ Ẩ Ự: quyền trẻ em",
    "Sample convention on the rights of the child (CRC), explained by article for everyone who reads or hears it",
)


def test_every_title_an_editor_may_write_fits_and_nothing_of_it_is_lost() -> None:
    assert max(map(len, TITLES)) <= TITLE_LENGTH[1] < max(map(len, TITLES)) + 3
    for title in TITLES:
        size, lines = laid_out(title)
        assert " ".join(lines) == title
        assert all(font(size).getlength(line) <= WIDTH - 2 * MARGIN for line in lines), title
        assert len(lines) * size * LEADING <= TITLE_BOTTOM - TITLE_TOP, title


def test_no_line_reaches_into_the_next_even_where_a_dot_stands_above_a_stacked_capital() -> None:
    _, top, _, bottom = font(72).getbbox("Ễ Ộ Ẩ Ự", anchor="ls")
    assert bottom - top <= 72 * LEADING
    for title in TITLES:
        size, lines = laid_out(title)
        boxes = [font(size).getbbox(line, anchor="ls") for line in lines]
        for above, below in pairwise(boxes):
            assert above[3] - below[1] <= size * LEADING, title


def test_a_number_and_its_per_cent_sign_are_not_parted() -> None:
    _, lines = laid_out("Tỷ lệ chấp nhận khuyến nghị UPR 84,7 % có cao nhất trong bốn chu kỳ hay không nào?")
    assert not any(line.startswith("%") for line in lines)


def test_conventions_and_sections_have_cards_of_their_own_and_stories_when_publishing(library: Library) -> None:
    convention, story = library.story("vi", "cong-uoc/crc"), library.story("vi", "phan-bac/2026/sai")
    glossary = library.story("vi", "thuat-ngu")
    assert convention
    assert story
    assert glossary
    assert card_place(convention, every_story=False) == "cong-uoc/crc"
    assert card_place(story, every_story=False) == "phan-bac/index"
    assert card_place(story, every_story=True) == "phan-bac/2026/sai"
    assert card_place(glossary, every_story=True) == "index"
    assert card_path("en", "phan-bac/index") == "the/en/phan-bac.png"


def test_when_publishing_every_story_names_its_own_card_and_the_card_is_made(library: Library) -> None:
    registers = open_registers(library, TODAY)
    portal = Portal(registers, Settings(SITE, "", card_for_every_story=True), TODAY)
    made = {path for path, _ in cards_of(portal)}
    for lang, place in library.stories:
        assert page_at(portal, lang, place).head.card.removeprefix(SITE) in made
    assert "the/en/phan-bac-2026-sai.png" in made


@pytest.mark.parametrize("start", ["", "en/"])
def test_every_page_of_the_site_names_a_card_that_stands_there(site: Site, start: str) -> None:
    for address, text in site.pages.items():
        if address.startswith("en/") is not bool(start):
            continue
        named = re.findall(r'<meta property="og:image" content="https://example.org/([^"]+)">', text)
        assert len(named) == 1, address
        assert (site.folder / named[0]).is_file(), (address, named)
        assert f"the/{'en' if start else 'vi'}/" in named[0]


def test_the_card_of_a_story_carries_its_figure_and_that_of_an_answer_its_verdict(library: Library) -> None:
    registers = open_registers(library, TODAY)
    portal = Portal(registers, Settings(SITE, "", card_for_every_story=True), TODAY)
    said = {path: card.said for path, card in cards_of(portal)}
    story = library.story("vi", "thanh-tuu/2026/so-lieu-mau")
    assert story
    assert isinstance(story.front, Achievement)
    assert story.front.key_figure
    assert said["the/vi/thanh-tuu-2026-so-lieu-mau.png"] == story.front.key_figure.figure
    assert (said["the/vi/phan-bac-2026-sai.png"], said["the/en/phan-bac-2026-sai.png"]) == ("Sai", "False")
    assert said["the/vi/cong-uoc-crc.png"] == ""


@pytest.mark.parametrize("said", ["Dễ gây hiểu lầm", "198/198", "44.289 hộ nghèo"])
def test_what_a_card_says_leaves_the_notice_its_room(said: str) -> None:
    notice = "Bản dự thảo, chưa được cơ quan chủ quản phê duyệt"
    look = card_look(read_identity(MADE_UP, ROOT))
    drawn(ShareCard("Bài", NAME, notice, look, said=said))
    assert fitting("1.234.567.890.123 đồng Việt Nam, theo một bài báo") == fitting("") == 0
    assert font(fitting(said)).getlength(said) + font(NOTICE).getlength(notice) <= WIDTH - 2 * MARGIN
