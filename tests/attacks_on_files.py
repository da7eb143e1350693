"""Attacks through data files, names, links of the file system, and what lies in docs/."""

import os
from pathlib import Path
from typing import Final

from attack import Attack, Made, file, linked
from conftest import MADE_UP, STORY, written
from makers import FIGURE

_HEAD: Final = "id,date,title,agency,theme,formats,channels,languages,audiences,places,quantity,url\n"
_ROW: Final = "z-1,2026-10-01,Tin,so-mau,1,leaflet,print,vi,everyone,,{},\n"
_PLAN: Final = (MADE_UP / "data/plan.yml").read_text("utf-8")
_OWNER: Final = (MADE_UP / "data/owner.yml").read_text("utf-8")
_REPORT: Final = 'trainings:\n  - {{date: 2026-03-01, title: "{}", people: 30}}\n'
_NO_FORMULA: Final = "no cell of a published table begins a formula"
_SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _unreadable_name(path: Path) -> None:
    path.mkdir()
    (path / os.fsdecode(b"\xff.pdf")).write_bytes(b"%PDF-1.7")


def _figure(number: str, what: str, was: str, now: str, why: str = "") -> Attack:
    assert was in FIGURE
    return file(number, what, f"data/figures/{number.lower()}.yml", FIGURE.replace(was, now), why)


def _csv(number: str, what: str, text: Made, name: str = "") -> Attack:
    text = text.replace("z-1", number.lower()) if isinstance(text, str) else text
    return file(number, what, f"data/products/{name or '2026-' + number.lower()}.csv", text)


def _docs(number: str, what: str, path: str, made: Made) -> Attack:
    return file(number, what, f"docs/{path}", made)


def _svg(number: str, what: str, inside: str) -> Attack:
    return _docs(number, f"drawing: {what}", f"tai-lieu/{number.lower()}.svg", _SVG.format(inside))


IN_DATA: Final = (
    file("D059", "table of bodies empty", "data/agencies.yml", "", alone=True),
    file("D062", "table of bodies a folder", "data/agencies.yml", _folder, alone=True),
    file("D063", "table of bodies a link that leads nowhere", "data/agencies.yml", linked("khong-co.yml"), alone=True),
    file("D064", "table of bodies a pipe", "data/agencies.yml", _pipe, alone=True),
    file("D065", "table of bodies a link out of the portal", "data/agencies.yml", linked("/etc/hostname"), alone=True),
    file("D067", "plan in UTF-16", "data/plan.yml", _PLAN.encode("utf-16"), alone=True),
    file("D072", "plan that ends before it begins", "data/plan.yml", _PLAN.replace("first: 2", "first: 9"), alone=True),
    file("D073", "plan of a hundred million years", "data/plan.yml",
         _PLAN.replace("last: ", "last: 99999"), alone=True),
    file("D075", "plan without a target", "data/plan.yml", _PLAN.partition("targets:")[0] + "targets: []\n",
         "a plan may have no targets: none are counted", alone=True),
    file("D080", "control in the owner's name", "data/owner.yml",
         _OWNER.replace("name: {vi: ,", 'name: {vi: "A\\x0B",'), alone=True),
    file("D090", "laws: 60 kB of spaces, then broken", "data/laws.yml", f"- id: x\n{' ' * 60_000}x: [\n", alone=True),
    file("D091", "laws: 60 kB of spaces before a broken line", "data/laws.yml",
         f"{' ' * 60_000}- id: x\nx: [\n", alone=True),
    file("D092", "laws: aliases that grow", "data/laws.yml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", alone=True),
    file("D093", "laws: nested 10,000 deep", "data/laws.yml", "[" * 10_000, alone=True),
    file("D094", "laws: a second document", "data/laws.yml", "- id: x\n---\n- id: y\n", alone=True),
    _figure("D097", "figure that is not a number", "1.5", '"nan"'),
    _figure("D098", "figure that is infinite", "1.5", '"1e999"'),
    _figure("D099", "figure that YAML calls not a number", "1.5", ".nan"),
    _figure("D100", "figure that YAML calls infinite", "1.5", "1e999"),
    _figure("D101", "title that is a formula", '"Hình"', "\"=cmd|'/C calc'!A1\"", _NO_FORMULA),
    _figure("D103", "column that is a formula", '"2024"', '"=1+1"', _NO_FORMULA),
    _figure("D107", "id given inside", "unit:", 'id: "../../x"\nunit:'),
    file("D108", "figure named as no address may be", "data/figures/A b.yml", FIGURE),
    _csv("D110", "quantity of 5,000 digits", _HEAD + _ROW.format("9" * 5000)),
    _csv("D111", "theme of 5,000 digits", _HEAD + _ROW.format("").replace(",1,", f",{'9' * 5000},")),
    _csv("D113", "register of the year 0", _HEAD + _ROW.format(""), "0000"),
    _csv("D114", "register of the year 1", _HEAD + _ROW.format(""), "0001"),
    _csv("D115", "control in a cell", _HEAD + _ROW.format("").replace("Tin", "T\x0bin")),
    _csv("D116", "bidi control in a cell", _HEAD + _ROW.format("").replace("Tin", "T\u202ein")),
    _csv("D117", "zero-width space in a cell", _HEAD + _ROW.format("").replace("Tin", "T\u200bin")),
    _csv("D118", "Cyrillic letter in a cell", _HEAD + _ROW.format("").replace("Tin", "Cаo ủy")),
    _csv("D119", "terminal escape in a cell", _HEAD + _ROW.format("").replace("leaflet", "\x1b]0;x\x07")),
    _csv("D120", "address of this computer in a cell", _HEAD + _ROW.format("5").replace("5,", "5,http://127.0.0.1/")),
    _csv("D124", "folder that is called a register", _folder),
    file("D127", "report of the year 0", "data/reported/0000/so-mau.yml", _REPORT.format("Tập huấn")),
    file("D128", "report of the year 1,000,000", "data/reported/1000000/so-mau.yml", _REPORT.format("Tập huấn")),
    file("D129", "report of the year ²", "data/reported/²/so-mau.yml", _REPORT.format("Tập huấn")),
    file("D131", "control in a report", "data/reported/2026/so-mau.yml", _REPORT.format("Tập \\x0B huấn"), alone=True),
    file("D132", "Cyrillic letter in a report", "data/reported/2026/so-mau.yml", _REPORT.format("Cаo ủy"), alone=True),
)  # fmt: skip

_STORY: Final = written({**STORY, "agency": "so-mau"}, "Chữ [1].\n")

IN_NAMES: Final = (
    Attack("D032", "two files of one address", {
        "content_vi/thanh-tuu/2026/d032.md": _STORY.replace("Một bài", "Bài một"),
        "content_vi/thanh-tuu/2026/d032/index.md": _STORY.replace("Một bài", "Bài hai"),
    }),
    file("D148", "page that is a link out of the portal", "content_vi/thanh-tuu/2026/d148.md", linked("/etc/hostname")),
    file("D149", "folder that is a link", "content_vi/thanh-tuu/d149", linked("2026")),
    file("D150", "page that is a circle of links", "content_vi/thanh-tuu/2026/d150.md", linked("d150.md")),
    file("D151", "page that is a pipe", "content_vi/thanh-tuu/2026/d151.md", _pipe),
    file("D152", "page named as a workflow command", "content_vi/thanh-tuu/2026/a\n::error::x.md", _STORY),
    file("D153", "page named by a terminal escape", "content_vi/thanh-tuu/2026/a\x1b]0;x\x07.md", _STORY),
    file("D154", "page whose name holds a bidi control", "content_vi/thanh-tuu/2026/a\u202eb.md", _STORY),
)  # fmt: skip

IN_DOCS: Final = (
    _svg("D158", "script", "<script>alert(1)</script>"),
    _svg("D158b", "handler", '<rect onload="alert(1)"/>'),
    _svg("D158c", "foreign HTML", '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
    _svg("D158d", "link", '<a href="https://evil.org/"><text>x</text></a>'),
    _svg("D158e", "style from elsewhere", '<rect style="fill:url(https://evil.org/x)"/>'),
    _svg("D158f", "style from elsewhere, escaped", r'<rect style="fill:\75rl(https://evil.org/x)"/>'),
    _svg("D158g", "picture set from elsewhere", "<rect style=\"background:image-set('https://evil.org/x' 1x)\"/>"),
    _svg("D158h", "animation of a link", '<rect><set attributeName="href" to="javascript:alert(1)"/></rect>'),
    _svg("D158i", "uses that grow", "".join(
        f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(9)
    )),
    _docs("D158j", "drawing: entities that grow", "tai-lieu/d158j.svg",
          '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + _SVG.format("<text>&b;</text>")),
    _docs("D158k", "drawing: style sheet from elsewhere", "tai-lieu/d158k.svg",
          '<?xml-stylesheet href="https://evil.org/x.css"?>' + _SVG.format("")),
    _docs("D159", "script in docs/", "tai-lieu/d159.js", "alert(1)\n"),
    _docs("D160", "page of HTML", "tai-lieu/d160.html", "<script>alert(1)</script>"),
    _docs("D161", "second service worker", "tai-lieu/sw.js", "self\n"),
    _docs("D162", "document with a macro", "tai-lieu/d162.docm", b"PK\x03\x04"),
    _docs("D162b", "program", "tai-lieu/d162b.exe", b"MZ"),
    _docs("D163", "HTML that is called a picture", "tai-lieu/d163.png", "<html><script>alert(1)</script>"),
    _docs("D163b", "HTML that is called a table", "tai-lieu/d163b.csv", "<html><script>alert(1)</script>"),
    _docs("D163c", "file of 21 MB", "tai-lieu/d163c.pdf", b"%PDF-" + bytes(21 * 1024 * 1024)),
    _docs("D164", "Markdown in docs/", "x.md", "# x\n"),
    _docs("D166", "name of a host", "CNAME", "evil.org\n"),
    _docs("D167", "page that replaces the portal's", "index.html", "x"),
    _docs("D168", "page that replaces a story's", "gioi-thieu/lien-he/index.html", "x"),
    _docs("D169", "feed that replaces the portal's", "tin.xml", "<x/>"),
    _docs("D170", "link to a file of this computer", "tai-lieu/d170.csv", linked("/etc/hostname")),
    _docs("D171", "link to a folder of this computer", "tai-lieu/d171", linked("/etc")),
    _docs("D172", "link to git's own files", "tai-lieu/d172.csv", linked("../../.git/config")),
    _docs("D173", "circle of links", "tai-lieu/d173", linked(".")),
    _docs("D174", "pipe", "tai-lieu/d174.pdf", _pipe),
    _docs("D176", "name that is no text", "tai-lieu/d176", _unreadable_name),
    _docs("D177", "name of a device", "tai-lieu/con.pdf", b"%PDF-1.7"),
    _docs("D178", "name with a line of its own", "tai-lieu/a\n::error::x.pdf", b"%PDF-1.7"),
    _docs("D179", "picture that is a pipe", "hinh/2026/d179.png", _pipe),
    _docs("D180", "drawing that is a pipe", "hinh/2026/d180.svg", _pipe),
    _docs("D181", "sound that is a pipe", "nghe/d181.mp3", _pipe),
    _docs("D182", "digitised document that is a pipe", "tu-lieu/d182.pdf", _pipe),
    _docs("D183", "table that is a pipe", "tai-lieu/d183.csv", _pipe),
)  # fmt: skip
