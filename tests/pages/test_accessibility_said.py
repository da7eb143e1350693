"""What the page on accessibility says of the software: each statement is made by the words and held by tests."""

import re

import pytest

from conftest import ROOT, Site
from portal.language.locales import LANGUAGES
from portal.language.words import words

HELD = {
    "keyboard": (
        "test_the_focus_is_always_seen",
        "test_what_scrolls_sideways_is_reached_with_the_keyboard_and_has_a_name",
    ),
    "headings": ("test_headings_never_skip_a_level",),
    "language": ("test_a_title_in_vietnamese_is_spoken_so_whatever_the_document_is_in",),
    "scripts": ("test_without_javascript_a_page_is_found_by_the_site_map_and_by_lists_and_nothing_dead_is_offered",),
    "phones": ("test_nothing_is_cut_at_any_width", "test_a_table_of_few_short_columns_stays_one_on_a_phone"),
    "old_phones": (
        "test_the_style_holds_nothing_that_an_old_browser_would_drop",
        "test_the_linter_finds_nothing_in_the_scripts",
    ),
    "tables": (
        "test_a_table_has_the_name_of_the_heading_above_it_and_a_second_one_its_number",
        "test_the_first_cell_of_each_row_is_its_head",
    ),
    "display": (
        "test_light_and_dark_follow_the_device_and_the_reader_s_choice_is_kept",
        "test_the_letters_of_a_chart_grow_with_those_of_the_page",
    ),
    "forced": ("test_forced_colours_show_the_words_of_a_drawing_and_the_way_one_is_on",),
    "aloud": (
        "test_what_is_heard_is_in_the_voice_of_its_language_and_rows_say_their_heads",
        "test_a_row_of_numbers_is_heard_with_the_heads_of_its_columns",
    ),
    "offline": ("test_help_opens_though_nobody_read_it_and_what_was_asked_for_too",),
    "machine": ("test_axe_finds_nothing_on_any_kind_of_page",),
    "colour": ("test_a_verdict_is_told_by_shape_and_word",),
    "charts": ("test_a_figure_s_bars_are_its_table_with_a_caption_and_every_number",),
    "paper": ("test_paper_loses_no_column_and_nothing_that_was_folded", "test_nothing_is_wider_than_paper"),
}
"""The tests that hold each statement."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_statement_on_the_software_is_held_by_a_test_there_is(lang: str) -> None:
    written = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    there = set(re.findall(r"^def (test_\w+)\(", written, re.MULTILINE))
    assert set(words(lang).family("accessible.done")) == set(HELD)
    assert {name for names in HELD.values() for name in names} - there == set()


def test_the_page_says_what_the_software_says(site: Site) -> None:
    for lang, page in (("vi", "gioi-thieu/tiep-can/"), ("en", "en/gioi-thieu/tiep-can/")):
        for part in ("done", "missing"):
            for said in words(lang).family(f"accessible.{part}").values():
                assert f"<li>{said}</li>".replace("'", "&#39;") in site.pages[page].replace("\u00a0", " ")


def test_a_verdict_is_told_by_shape_and_word(site: Site) -> None:
    for address in ("phan-bac/2026/sai/", "en/phan-bac/2026/sai/"):
        (said,) = re.findall(
            r'<span class="verdict [^"]*"><svg.*?</svg>\s*([^<]+)</span>', site.pages[address], re.DOTALL
        )[:1]
        assert said.strip()
        scale = re.findall(r'<li class="verdict-[^>]*>\s*(<svg.*?</svg>)', site.pages[address], re.DOTALL)
        assert len(set(scale)) == len(scale) > 1
