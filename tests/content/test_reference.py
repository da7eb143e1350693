"""data/: what is known once."""

import pytest

from conftest import Corpus
from makers import CONTEXT, FIGURE
from portal.content.known.reference import ReferenceData, read_reference_data

SOURCE = '{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}'


PORTAL = """site_name: {vi: Cổng mẫu, en: Sample Portal}
site_short: {vi: Cổng mẫu, en: Sample Portal}
province: {vi: Tỉnh Mẫu, en: Sample Province}
plan:
  {name: {vi: Kế hoạch mẫu, en: the sample plan}, page: ke-hoach/mau}
offline_copy: cong-mau
agent: mau-links
"""


def with_origins(origins: str) -> str:
    return FIGURE.replace("null]", f"null]\n    origins: [{origins}]")


def read(corpus: Corpus) -> ReferenceData:
    return read_reference_data(corpus.root, CONTEXT)


def test_a_list_of_agencies_needs_nothing_but_their_ids(corpus: Corpus) -> None:
    corpus.write("data/agencies.yml", "- id: mot\n- id: hai\n  name: Hai\n  successor: mot\n  cot-rieng: 1\n")
    data = read(corpus)
    assert data.problems == ()
    assert [agency.called("en") for agency in data.agencies.values()] == ["mot", "Hai"]
    assert data.agencies["hai"].successor == ["mot"]


PART = """  - id: dieu-1
    heading: {vi: Một, en: One}
    told: {vi: Một., en: One.}
"""
DOCUMENT = f"""kind: law
about: {{vi: Một luật., en: A law.}}
published: {{vi: Không rõ, en: Not known}}
copies:
  - {{whose: {{vi: Bản sao, en: A copy}}, opened: 2026-01-15, read: {{vi: Trọn., en: Whole.}}}}
parts:
{PART}"""


@pytest.mark.parametrize(
    ("path", "text", "line", "code"),
    [
        ("data/agencies.yml", "id: mot\n", 1, "data-not-list"),
        ("data/agencies.yml", "- id: mot\n- id: mot\n", 2, "id-twice"),
        ("data/agencies.yml", "- name: Mot\n", 1, "missing-field"),
        ("data/agencies.yml", "- id: mot\n  member_of: [hai]\n", 2, "unknown-agency-far"),
        ("data/agencies.yml", "- id: mot\n\n  successor: hai\n", 3, "unknown-agency-far"),
        ("data/agencies.yml", "- id: mot\n  short: {fr: M}\n", 2, "field-strange"),
        ("data/agencies.yml", "- id: a: b\n", 1, "yaml-colon"),
        ("data/agencies.yml", b"- id: \xff\n", 1, "code-page"),
        ("data/laws.yml", "- id: a\n  title: {vi: A}\n", 2, "missing-field-in"),
        ("data/laws.yml", f"- id: a\n  title: {{vi: {'A' * 800_000}, en: A}}\n", 2, "text-too-long"),
        ("data/figures/hinh.yml", FIGURE.replace("1.5, null", "1.5"), 4, "figure-width"),
        ("data/figures/hinh.yml", with_origins("{columns: [3]}"), 4, "figure-origin-column"),
        ("data/figures/hinh.yml", with_origins("{columns: [1]}, {columns: [1, 2]}"), 4, "figure-origin-column"),
        ("data/figures/hinh.yml", with_origins("{columns: [1], derived: {vi: Chỉ một}}"), 7, "missing-field-in"),
        ("data/figures/hinh.yml", FIGURE.replace("1.5", "nhiều"), 6, "not-a-number"),
        ("data/figures/hinh.yml", FIGURE.replace("source:", "sources:"), 7, "unknown-field"),
        ("data/figures/hinh.yml", FIGURE.replace("1.5", '"nan"'), 6, "not-a-number"),
        ("data/figures/hinh.yml", FIGURE.replace("1.5", "1e999"), 6, "not-a-number"),
        ("data/figures/hinh.yml", FIGURE.replace("1.5", "9" * 5000 + ".5"), 6, "not-a-number"),
        ("data/figures/hinh.yml", 'id: "../../x"\n' + FIGURE, 1, "figure-own-id"),
        ("data/figures/hinh.yml", FIGURE + "id: hinh\n", 9, "figure-own-id"),
        ("data/figures/Hinh 1.yml", FIGURE, 1, "figure-name"),
        ("data/documents/luat-mot.yml", 'number: "1"\n' + DOCUMENT, 1, "document-said-twice"),
        ("data/documents/ke-hoach.yml", 'number: "1"\n' + DOCUMENT.replace("law", "plan"), 1, "document-said-twice"),
        ("data/documents/luat-hai.yml", DOCUMENT, 1, "missing-field"),
        ("data/documents/luat-mot.yml", DOCUMENT + PART, 6, "id-twice"),
        ("data/documents/luat-mot.yml", DOCUMENT.replace("dieu-1", "dieu-1\n    within: hai"), 6, "part-within"),
        ("data/documents/luat-mot.yml", DOCUMENT.replace("opened:", "sha256: a1, opened:"), 5, "not-a-sum"),
        ("data/documents/luat-mot.yml", "id: luat-mot\n" + DOCUMENT, 1, "figure-own-id"),
        ("data/agencies.yml", "", 1, "data-not-list"),
        ("data/agencies.yml", "- id: mot\n---\n- id: hai\n", 3, "yaml-documents"),
        ("data/laws.yml", "- id: a\n  title: {vi: A #1, en: B}\n", 2, "yaml-comment"),
        ("data/owner.yml", "approved: có\n", 1, "not-yes-no"),
        ("data/portal.yml", PORTAL.replace("site_name:", "site_nam:"), 1, "unknown-field"),
        ("data/portal.yml", PORTAL.replace("ke-hoach/mau", "thanh-tuu/mau"), 5, "not-a-plan-page"),
        ("data/portal.yml", PORTAL.replace("ke-hoach/mau", "ke-hoach/../mau"), 5, "not-a-plan-page"),
        ("data/portal.yml", PORTAL.replace("ke-hoach/mau", "ke-hoach/index.md"), 5, "not-a-plan-page"),
        ("data/portal.yml", PORTAL.replace("cong-mau", "../cong"), 6, "not-an-id"),
        ("data/portal.yml", PORTAL.replace("mau-links", "mau links"), 7, "not-an-id"),
        ("data/portal.yml", PORTAL.replace(", en: Sample Portal", ""), 1, "missing-field-in"),
        ("data/portal.yml", "- site_name\n", 1, "not-fields"),
        ("data/owner.yml", 'approved: "true"\n', 1, "not-yes-no"),
    ],
)
def test_what_is_wrong_in_data_is_told_with_file_and_line(
    corpus: Corpus, path: str, text: str | bytes, line: int, code: str
) -> None:
    corpus.write(path, text)
    assert (path, line, code) in {(p.path, p.line, p.code) for p in read(corpus).problems}


def test_a_missing_list_of_agencies_is_told_once_and_not_by_every_story(corpus: Corpus) -> None:
    from portal.content.library import open_library

    (corpus.root / "data/agencies.yml").unlink()
    corpus.story()
    problems = open_library(corpus.root, CONTEXT.today).problems
    assert [(p.path, p.code) for p in problems] == [("data/agencies.yml", "data-file-missing")]


def test_what_says_its_own_id_or_has_a_bad_name_is_no_figure_that_could_be_written(corpus: Corpus) -> None:
    corpus.write("data/figures/hinh.yml", 'id: "../../x"\n' + FIGURE)
    corpus.write("data/figures/HINH.yml", FIGURE)
    assert read(corpus).figures == {}
