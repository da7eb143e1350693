"""Names that no line of a page parts."""

import pytest

from conftest import Corpus, portal_of
from portal.site.finishing.names import BoundNames
from portal.site.finishing.texts import unparted

NAMES = BoundNames(("Điện Biên", "Điện Biên Phủ", "Nậm Kè"), ("con người",))


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Ở Điện Biên và Nậm Kè.</p>", "<p>Ở Điện Biên và Nậm Kè.</p>"),
        ("<p>Điện Biên Phủ, con người</p>", "<p>Điện Biên Phủ, con người</p>"),
        ("<h2 id='a'>Quyền Con người <em>con người</em></h2>", "<h2 id='a'>Quyền Con người <em>con người</em></h2>"),
        ("<header><p>con người</p></header>", "<header><p>con người</p></header>"),
        ('<a title="Điện Biên">x</a>', '<a title="Điện Biên">x</a>'),
        ('<script type="x">"Điện Biên"</script>', '<script type="x">"Điện Biên"</script>'),
        ("<pre>Điện Biên</pre>", "<pre>Điện Biên</pre>"),
        ("<p>Điện Biênx</p>", "<p>Điện Biênx</p>"),
        ("<p>33–39 %, năm 2021–2025</p>", "<p>33–\u206039\u00a0%, năm 2021–\u20602025</p>"),
        ('<a href="a/1–2">Điều 1 – 2</a>', '<a href="a/1–2">Điều 1 – 2</a>'),
    ],
)
def test_a_name_stays_on_one_line_everywhere_and_a_compound_in_headings(html: str, shown: str) -> None:
    assert unparted(f"<title>Điện Biên</title><body>{html}", NAMES) == f"<title>Điện Biên</title><body>{shown}"


def test_a_page_without_names_stays_as_it_is() -> None:
    assert BoundNames().whole("<h1>Con người</h1>") == "<h1>Con người</h1>"


def test_the_names_are_those_of_the_portal_s_own_places(corpus: Corpus) -> None:
    corpus.write(
        "data/portal.yml",
        "site_name: {vi: A, en: A}\nsite_short: {vi: A, en: A}\nprovince: {vi: Tỉnh Núi Xa, en: Far Hill Province}\n"
        "plan: {name: {vi: A, en: A}, page: ke-hoach/a}\noffline_copy: a\nagent: a\n",
    )
    corpus.write("data/communes.yml", "- {id: xa-mot, name: Suối Lư, row: 1, column: 1}\n")
    assert set(portal_of(corpus).bound_names.places) == {"Núi Xa", "Far Hill", "Suối Lư"}
