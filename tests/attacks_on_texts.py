"""Attacks through a text or the front matter of a page, by the numbers of the list they were first tried from."""

from typing import Final

from attack import BODY, Attack, front, page
from conftest import MADE_UP

_URL: Final = '[{{title: "Văn bản", publisher: "Nơi", url: "{}", accessed: 2026-01-15}}]'


def _source(url: str) -> str:
    return _URL.format(url)


IN_BODIES: Final = (
    page("A089", "link without a scheme", f"{BODY}[x](//evil.example/)\n"),
    page("A093", "text turned by bidi controls", f"{BODY}Bị cáo \u202evô tội\u202c.\n"),
    page("A094", "isolates", f"{BODY}Chữ \u2066abc\u2069.\n"),
    page("A095", "zero-width space in a word", f"{BODY}Quy\u200bền.\n"),
    page("A096", "word joiner and byte-order mark", f"{BODY}Quy\u2060ền\ufeff.\n"),
    page("A097", "tag characters", f"{BODY}Chữ\U000e0041.\n"),
    page("A098", "link text that names another host", f"{BODY}[https://dienbien.gov.vn](https://evil.example.vn/)\n"),
    page("A099", "link to a host with a Cyrillic letter", f"{BODY}[x](https://www.оhchr.org/)\n"),
    page("A100", "link to the same host in ASCII", f"{BODY}[x](https://www.xn--hchr-55d.org/)\n"),
    page("A101", "link with a user name before its host", f"{BODY}[x](https://dienbien.gov.vn@evil.org/)\n"),
    page("A102", "Cyrillic letters in Latin words", f"{BODY}Cаo ủy.\n"),
    page("A103", "picture from elsewhere", f"{BODY}![a](https://evil.org/t.png)\n"),
    page("A104", "picture without a scheme", f"{BODY}![a](//evil.org/t.png)\n"),
    page("A105", "picture by reference", f"{BODY}![a][b]\n\n[b]: https://evil.org/t.png\n"),
    page("A106", "raw picture", f'{BODY}<img src="https://evil.org/t.png" alt="a">\n'),
    page("A107", "picture by attribute list", f"{BODY}![a](x.png){{: src=https://evil.org/t.png }}\n"),
    page("A109", "brackets in an address without a scheme", f"{BODY}[x](//[)\n"),
    page("A110", "brackets in an address", f"{BODY}[x](http://[)\n"),
    page("A125", "link by attribute list", f"{BODY}[x](index.md){{: href=//evil.org/ }}\n"),
    page("A152", "id that hides a function of the browser", f'{BODY}<span id="speechSynthesis">x</span>\n'),
    page("A153", "id of a source", f'{BODY}<span id="nguon-1">x</span>\n'),
    page("A154", "class that hides", f'{BODY}<span class="unseen">x</span>\n'),
    page("A171", "20,000 open brackets", f"{BODY}{'[' * 20_000}\n"),
    page("A172", "20,000 open links", f"{BODY}{'[x](' * 20_000}\n"),
    page("A177", "3,000 open attribute lists", f"{BODY}{'{ onx=' * 3000}\n"),
    page("A178", "20,000 backticks, each run longer", BODY + " ".join("`" * n for n in range(1, 200)) + "\n"),
    page("A180", "20,000 open comments", f"{BODY}{'<!--' * 20_000}\n"),
    page("A181", "7,500 open tags", f"{BODY}{'<a ' * 7500}\n"),
    page("A182", "100,000 entities", f"{BODY}{'&amp;' * 100_000}\n"),
    page("A184", "20,000 headings", BODY + "## M\n\n" * 20_000),
    page("A185", "50,000 spaces", f"{BODY}x{' ' * 50_000}y\n"),
    page("A190", "escape and backspace in a text", f"{BODY}Chữ \x1b[2J\x08.\n"),
    page("S6.1", "marked section", f"{BODY}Xem <![hình](a.png)> ở đây.\n"),
    page("S6.5", "mark of 5,000 digits", f"{BODY}[{'9' * 5000}]\n"),
    page("S7.1", "three slashes", f"{BODY}[x](///evil/)\n"),
    page("S7.2", "term with a dotless i", f"{BODY}Bình đẳng gıới và quyền.\n"),
    page("S8.1", "picture in a fence", f'{BODY}\n```\n<img src="https://evil.org/t.png" alt="a"> [9]\n# x\n```\n'),
    page("S8.2", "script address over two lines", f"{BODY}[x\ny](javascript:alert(1))\n"),
    page("S8.3", "definition over two lines", f"{BODY}[x][y]\n\n[y]:\n  javascript:alert(1)\n"),
    page("S8.4", "script address with an entity", f"{BODY}[x](java&#115;cript:alert(1))\n"),
    page("S8.5", "script address with a tab", f'{BODY}<a href="java\tscript:alert(1)">x</a>\n'),
    page("S8.6", "slash before a handler", f'{BODY}<img/onerror="alert(1)"/src="x">\n', "shown as the text it is"),
    page("S8.7", "script", f"{BODY}<script>alert(1)</script>\n"),
    page("S8.8", "script address of a quotation", f'{BODY}<q cite="javascript:alert(1)">x</q>\n'),
    page(
        "M-amp", "heading with an ampersand", f"{BODY}\n## Bốn &amp; năm\n\nX.\n", "an & is an &, in the contents too"
    ),
)

IN_FRONTS: Final = (
    front("A202", "NUL by an escape in a title", title='"Tin \\0 thử nghiệm"'),
    front("A203", "vertical tab by an escape in a title", title='"Tin \\x0B thử nghiệm"'),
    front("A204", "terminal escape in a title", title='"Tin \\e]0;x\\a thử nghiệm"'),
    front("A205", "U+FFFE by an escape in a title", title='"Tin \\uFFFE thử nghiệm"'),
    front("A209", "bidi control by an escape in a title", title='"Tin \\u202E thử nghiệm"'),
    front("A210", "zero-width space by an escape in a title", title='"Tin thử\\u200B nghiệm"'),
    front("A211", "Cyrillic letter in a title", title='"Tin thử nghiệm cаo ủy"'),
    front("A212", "tag character in a title", title='"Tin thử \\U000E0041 nghiệm"'),
    front("A252", "source of a host with a Cyrillic letter", sources=_source("https://www.оhchr.org/a")),
    front("A253", "source with a user name before its host", sources=_source("https://dienbien.gov.vn@evil.org/a")),
    front("A256", "source at a cloud's own address", sources=_source("http://169.254.169.254/latest/")),
    front("A257", "source at this computer", sources=_source("http://127.0.0.1:8000/")),
    front("A258", "source at this computer, by name", sources=_source("http://localhost/x")),
    front("A259", "source at this computer, in hexadecimal", sources=_source("http://0x7f.0x0.0x0.0x1/")),
    front("A260", "source at this computer, in IPv6", sources=_source("http://[::1]/")),
    front("A261", "source address with a control", sources=_source("https://a.vn/\\x08b")),
    front("A262", "source in a network of one's own", sources=_source("http://may-chu.local/x")),
    front("A266", "source without a host", sources=_source("https://../x")),
    front("A268", "source address of 60 kB", sources=_source(f"https://a.vn/{'x' * 60_000}")),
    front("A277", "article of 5,000 digits", articles=f"{{crc: [{'9' * 5000}]}}"),
    front("D009", "control in a description",
          description='"Một mô tả đủ dài \\x08 để người đọc biết trang này nói gì vậy."'),
    front("D015", "control in the title of a source", sources=_source("https://a.vn/x").replace("Văn", "V\\x0Băn")),
    front("D018", "two places of one address", places='["Mường Ảng", "muong ang"]'),
    front("D019", "place without letters", places='["!!!"]'),
    front("D020", "place of 300 letters", places=f'["{"a" * 300}"]'),
    front("D024", "control in a place", places='["Mường \\x0B Ảng"]'),
    front("D026", "control in a correction",
          corrections='[{date: 2026-02-01, kind: correction, what: {vi: "S\\x0Bố", en: "F"},'
          ' why: {vi: "Sai", en: "Wrong"}}]'),
    front("S11.1", "terminal escape in a word of a list", kind='"\\e]0;x\\a"'),
    front("M-yaml", "second document in the front matter", title='"Tin thử nghiệm một"\n...\n---\nx: 1'),
)  # fmt: skip

_LEAFLET: Final = (MADE_UP / "content_vi/an-pham/2026/to-roi-mau.md").read_text("utf-8")
_REBUTTAL: Final = (MADE_UP / "content_vi/phan-bac/2026/sai.md").read_text("utf-8")


def _leaflet(number: str, path: str) -> Attack:
    text = _LEAFLET.replace("tai-lieu/mau.pdf", path).replace("Tờ rơi mẫu cho phụ huynh", f"Tờ rơi {number}")
    return Attack(number, f"publication of {path}", {f"content_vi/an-pham/2026/{number.lower()}.md": text})


def _rebuttal(number: str, what: str, was: str, now: str) -> Attack:
    text = _REBUTTAL.replace(was, now).replace("Câu mẫu số 5: sai hay không?", f"Câu {number}: sai hay không?")
    assert text.count(now) == 1
    return Attack(number, what, {f"content_vi/phan-bac/2026/{number.lower()}.md": text})


IN_STORIES: Final = (
    _leaflet("D037", "../../../etc/passwd"),
    _leaflet("D038", "//evil.org/x"),
    _leaflet("D040", "/etc/passwd"),
    _leaflet("D041", "assets/khong-co.pdf"),
    _leaflet("D044", "assets/portal.js"),
    _rebuttal("D045", "address that cannot be read", '"https://example.org/cau-mau-sai"', '"http://["'),
    _rebuttal("D046", "nature that is a list", "  kind: factual\n", "  kind: factual\n  nature: [a]\n"),
    _rebuttal("D047", "nature that is a mapping", "  kind: factual\n", "  kind: factual\n  nature: {a: b}\n"),
    _rebuttal("D048", "summary that is a number", "kind: rebuttal\n", "kind: rebuttal\nsummary: 5\n"),
    _rebuttal("D049", "summary that is true", "kind: rebuttal\n", "kind: rebuttal\nsummary: true\n"),
    _rebuttal("D051", "mark of 5,000 digits", "nguồn mẫu nữa [2]", f"nguồn mẫu nữa [{'9' * 5000}]"),
)
