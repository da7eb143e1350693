"""Another province: what it changes is data/, content_*/ and docs/identity/, and nothing of this one is left in it."""

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from docx import Document
from PIL import Image

from conftest import MADE_UP, ROOT, SECOND, TODAY, Corpus, Site, built, run
from portal.content.known.house.identity import IDENTITY_FILES, read_identity
from portal.plan.corpus import open_corpus
from portal.site.drawings.share_cards import drawn
from portal.site.files.cards import cards_of
from portal.site.site import Dress, Settings
from portal.site.site import Site as Portal

THIS_PROVINCE = re.compile(r"[đd]i[ệe]n[\W_]*bi[êe]n|(?<![\w+/=])3112(?!\w)", re.IGNORECASE)
"""The names of the province this project is for and of its plan, in every spelling; not a part of some number."""
AS_OF = ("--as-of", TODAY.isoformat())
COUNTS = ("targets", "counts", "missing")


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(SECOND, tmp_path_factory.mktemp("second") / "site")


@pytest.fixture(scope="module")
def given(second: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything the doors give for it: each file and what each door prints, by a name that says where it is from."""
    folder = tmp_path_factory.mktemp("given")
    done = {"check": run("scripts/check.py", "--root", str(SECOND), "--release")}
    done["offline"] = run(
        "scripts/offline.py", "--root", str(SECOND), "--site", str(second.folder), "--out", f"{folder}/copy.zip"
    )
    done["sources"] = run("scripts/sources.py", "--root", str(SECOND), "--offline")
    for lang in ("vi", "en"):
        where = ("--root", str(SECOND), "--lang", lang, *AS_OF)
        done[f"report {lang}"] = run("scripts/report.py", *where, "--out", str(folder))
        done[f"forms {lang}"] = run("scripts/forms.py", *where, "--out", str(folder / "bieu"))
        for form in ("table", "json", "csv"):
            for what in COUNTS:
                asked = () if what == "targets" else (f"--{what}",)
                done[f"kpi {what} {form} {lang}"] = run("scripts/kpi.py", *where, "--format", form, *asked)
        done[f"kpi M3 {lang}"] = run("scripts/kpi.py", *where, "--explain", "M3")
    assert {name: one.stderr for name, one in done.items() if "Traceback" in one.stderr} == {}
    assert [name for name, one in done.items() if one.returncode != (name == "check")] == []
    files = {
        f"{file.relative_to(top)}": file for top in (folder, second.folder) for file in top.rglob("*") if file.is_file()
    }
    said = {name: (one.stdout + one.stderr).encode() for name, one in done.items()}
    return {**said, **{name: file.read_bytes() for name, file in files.items()}}


def texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """What can be read in a file: packed files are unpacked, and the tags inside words of an office file left out."""
    yield name, name
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for part in packed.namelist():
                yield from texts(f"{name}/{part}", packed.read(part))
    elif content.startswith(b"\x1f\x8b"):
        yield from texts(f"{name} unpacked", gzip.decompress(content))
    elif not name.endswith((".png", ".wasm")):
        text = content.decode("utf-8", "replace")
        yield name, text
        if ".docx/" in name or ".xlsx/" in name:
            yield name, re.sub(r"<[^>]*>", "", text)


def test_nothing_of_this_province_is_in_anything_the_doors_give(given: dict[str, bytes]) -> None:
    assert len(given) > 100
    found = [
        (where, hit[0])
        for name in given
        for where, text in texts(name, given[name])
        for hit in THIS_PROVINCE.finditer(text)
    ]
    assert found == []


def test_no_blank_for_a_name_is_left_in_a_page(second: Site) -> None:
    assert [address for address, page in second.pages.items() if "{portal_" in page] == []


OF_NO_PROVINCE = ("scripts", "overrides", "docs/styles", "docs/scripts", ".github", "mkdocs.yml", "Makefile")


@pytest.mark.parametrize("top", OF_NO_PROVINCE)
def test_no_code_style_or_workflow_names_this_province(top: str) -> None:
    """The second one would have it too, or say something untrue."""
    files = [file for file in (ROOT / top).rglob("*") if file.is_file()] if (ROOT / top).is_dir() else [ROOT / top]
    read = [file for file in files if not {"__pycache__", "fonts"} & set(file.parts)]
    assert read
    named = [
        (where, hit[0])
        for file in read
        for where, text in texts(file.relative_to(ROOT).as_posix(), file.read_bytes())
        for hit in THIS_PROVINCE.finditer(text)
    ]
    assert named == []


def test_the_guide_names_all_that_another_province_writes() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Another province")[1].split("\n## ")[0]
    written = [file.relative_to(SECOND).as_posix() for file in SECOND.rglob("*") if file.is_file()]
    tops = {"/".join(path.split("/")[:2]) if path.startswith("docs/") else path.split("/")[0] for path in written}
    assert tops == {"README.md", "data", "content_vi", "content_en", "docs/identity"}
    named = (f"data/{name}" for name in ("portal.yml", "plan.yml", "agencies.yml", "owner.yml", "conventions.yml"))
    assert all((SECOND / path).is_file() and f"`{path}`" in guide for path in named)
    assert all(f"`{one}" in guide for one in ("content_vi/", "content_en/", *IDENTITY_FILES))


NAMES = yaml.safe_load((SECOND / "data/portal.yml").read_text("utf-8"))
PLAN = yaml.safe_load((SECOND / "data/plan.yml").read_text("utf-8"))


@pytest.mark.parametrize(("lang", "home"), [("vi", ""), ("en", "en/")])
def test_its_own_names_stand_where_this_one_s_stood(
    second: Site, given: dict[str, bytes], lang: str, home: str
) -> None:
    page = second.pages[home].replace("\u00a0", " ")  # no line parts the name of a place
    assert f"<title>{NAMES['site_name'][lang]}</title>" in page
    assert f'<span class="long">{NAMES["site_name"][lang]}</span>' in page
    assert f'<span class="speaker">{NAMES["province"][lang]}</span>' in page
    assert page.count(NAMES["plan"]["name"][lang]) >= 2
    assert f'href="./{NAMES["plan"]["page"]}/"' in page or f'href="{NAMES["plan"]["page"]}/"' in page
    inner = second.pages[f"{home}{NAMES['plan']['page']}/"]
    assert f" – {NAMES['site_short'][lang]}</title>" in inner
    feed = json.loads(given[f"{home}tin.json"])
    assert {feed["title"], feed["authors"][0]["name"]} == {NAMES["site_name"][lang]}
    document = Document(io.BytesIO(given[f"bao-cao-2026.{lang}.docx"]))
    report = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert PLAN["number"] in report
    assert PLAN["title"][lang] in report
    assert PLAN["issuer"][lang] in report


def test_its_copy_for_usb_sticks_has_its_own_name(given: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(given["copy.zip"])) as packed:
        assert {name.partition("/")[0] for name in packed.namelist()} == {NAMES["offline_copy"]}


def test_it_wears_its_own_identity(second: Site) -> None:
    own = {file.name: file.read_text("utf-8") for file in (SECOND / "docs/identity").iterdir()}
    petal = re.search(r'id="petal" d="([^"]*)"', own["flower.svg"])
    assert petal
    assert f'd="{petal[1]}"' in second.pages[""]
    assert (second.folder / "assets/mark.svg").read_text("utf-8") == own["mark.svg"]
    style = (second.folder / "assets/portal.css").read_text("utf-8")
    mine, house = declared(own["colours.css"]), declared((ROOT / "docs/identity/colours.css").read_text("utf-8"))
    whatever_the_portal = declared((ROOT / "docs/styles/tokens.css").read_text("utf-8"))
    assert mine <= declared(style)
    assert (house - mine - whatever_the_portal) & declared(style) == set()


def declared(style: str) -> set[str]:
    """What a style says of colours, without those of the share cards."""
    found = re.findall(r"(--[a-z-]+): ?(#[0-9a-f]{3,6});", style.partition("@card")[0])
    return {f"{name}: {colour};" for name, colour in found}


def test_its_share_cards_have_its_name_and_its_colours() -> None:
    dress = Dress(identity=read_identity(SECOND, ROOT))
    cards = dict(cards_of(Portal(open_corpus(SECOND, TODAY), Settings("https://a.example/", ""), TODAY, dress)))
    assert {path.split("/")[1]: card.portal for path, card in cards.items()} == NAMES["site_name"]
    ground = re.search(r"--ground: #(\w{6})", (SECOND / "docs/identity/colours.css").read_text("utf-8"))
    assert ground
    picture = Image.open(io.BytesIO(drawn(cards["the/vi/index.png"]))).convert("RGB")
    assert picture.getpixel((5, 5)) == pytest.approx(tuple(bytes.fromhex(ground[1])), abs=3)


def reports() -> list[dict[str, Any]]:
    return [yaml.safe_load(file.read_text("utf-8")) for file in sorted((SECOND / "data/reported/2026").glob("*.yml"))]


def test_its_targets_are_its_own_and_their_figures_are_right(given: dict[str, bytes], second: Site) -> None:
    """Counted once more here, from the files, by nothing of the portal's."""
    people = [one["people"]["information"] for one in reports()]
    wrong = [one["misinformation"] for one in reports() if "misinformation" in one]
    rows = list(csv.DictReader(io.StringIO((SECOND / "data/products/2026.csv").read_text("utf-8"))))
    fitting = [row for row in rows if row["languages"] != "vi" or row["channels"] in {"youtube", "facebook", "zalo"}]
    by_hand = {
        "M1": (sum(one["trained"] for one in people), sum(one["in_post"] for one in people)),
        "M2": (sum(one["handled"] for one in wrong), sum(one["detected"] for one in wrong)),
        "M3": (len(fitting), len(rows)),
        "M4": (None, None),
    }
    for name in ("kpi targets json vi", "kpi targets json en", "du-lieu/chi-tieu.json"):
        targets = json.loads(given[name])["targets"]
        found = {one: (figure.get("numerator"), figure.get("denominator")) for one, figure in targets.items()}
        assert found == by_hand, name
    assert (by_hand["M1"], by_hand["M2"], by_hand["M3"]) == ((17, 20), (7, 8), (2, 5))
    progress = second.pages["ke-hoach/tien-do/"]
    assert re.findall(r'<section class="target" id="(\w+)"', progress) == [name.lower() for name in by_hand]


def test_a_corpus_without_names_is_any_portal_s(corpus: Corpus) -> None:
    corpus.story("index", title='"Trang chủ"', date="", agency="", sources="", kind="page")
    site = Portal(open_corpus(corpus.root, TODAY), Settings("https://a.example/", ""), TODAY)
    assert {site.words(lang).say("site_name") for lang in ("vi", "en")} == {
        "Cổng thông tin Quyền con người",
        "Human Rights Information Portal",
    }


def test_the_small_site_of_the_tests_has_names_of_its_own() -> None:
    assert THIS_PROVINCE.search((MADE_UP / "data/portal.yml").read_text("utf-8")) is None
