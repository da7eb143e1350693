"""Fills forms in as officers would, with openpyxl and the words they read: none of the portal's own code.

Each form is filled by chance from a seed; what was written is kept as the record that should come back. Numbers, days
and words are written in all the ways people write them."""

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

START = date(2025, 12, 1)
FORMATS = {
    "Bài viết": "article",
    "Phóng sự": "reportage",
    "Video": "video",
    "Tờ rơi": "leaflet",
    "Áp phích": "poster",
    "Sách": "book",
    "Đồ họa thông tin": "infographic",
}
CHANNELS = {
    "Facebook": "facebook",
    "Zalo": "zalo",
    "YouTube": "youtube",
    "Báo in": "newspaper",
    "Phát thanh": "radio",
    "Loa truyền thanh": "loudspeaker",
    "Bản in": "print",
    "Bảng tin": "notice_board",
}
LANGUAGES = {
    "tiếng Việt": "vi",
    "tiếng Mông": "hmn",
    "tiếng Thái Đen": "blt",
    "tiếng Khơ Mú": "kjg",
    "tiếng Lào": "lo",
    "tiếng Anh": "en",
}
AUDIENCES = {
    "Cán bộ": "officials",
    "Người dân": "residents",
    "Trẻ em": "children",
    "Báo chí": "press",
    "Mọi người": "everyone",
}
THEMES = {
    "1. Công ước quốc tế": 1,
    "2. Chính sách và luật": 2,
    "3. Nỗ lực và kết quả": 3,
    "4. Thông tin và trả lời": 4,
    "5. Việt Nam với thế giới": 5,
}
PLACES = ("Mường Nhé", "Tủa Chùa", "Na Sang", "Thanh Nưa", "Phình Giàng", "Mường Thanh")
SOURCES = ("Ngân sách Nhà nước", "Xã hội hóa", "Chương trình mục tiêu quốc gia")
GROUPS = {
    "Cán bộ làm công tác quyền con người": "human_rights",
    "Cán bộ làm công tác quản lý thông tin, truyền thông": "information",
    "Nhân sự làm thông tin đối ngoại của cơ quan báo chí": "external_information",
    "Cán bộ chủ chốt của tổ chức chính trị - xã hội": "key_officials",
}
HELD = {
    "Lớp tập huấn, hội thảo, tọa đàm đã tổ chức": "trainings",
    "Lần cung cấp thông tin cho báo chí tại hội nghị, giao ban": "briefings",
    "Triển lãm đã tổ chức hoặc phối hợp tổ chức": "exhibitions",
    "Cuộc thi, hội thi đã tổ chức": "contests",
    "Giải thưởng, cuộc thi của Trung ương đã tham gia": "awards",
    "Đợt truyền thông lưu động đã tổ chức ở xã, bản": "campaigns",
}
PAIRS = {
    "Tin giả, tin xấu độc xâm hại quyền con người trên mạng": ("misinformation", "detected", "handled"),
    "Sách, ấn phẩm do bộ, ngành Trung ương cung cấp": ("central_publications", "received", "issued"),
}


@dataclass(frozen=True)
class FilledForm:
    """A form filled in: its bytes, and what should come back. `report` has no field that was left empty; `products` is
    None where the question was not answered. `cells` tells (sheet, cell) of what was written, by what it is."""

    data: bytes
    report: dict[str, Any]
    products: list[dict[str, Any]] | None
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)


def fill(form: bytes, body: str, seed: int, full: bool = False) -> FilledForm:
    """One body's form, filled by chance; `full` leaves no part and no cell of a row empty."""
    return _Officer(form, body, random.Random(f"{seed} {body}"), full).fill()


class _Officer:
    def __init__(self, form: bytes, body: str, chance: random.Random, full: bool) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(form))
        self.body, self.chance, self.full = body, chance, full
        self.report: dict[str, Any] = {}
        self.products: list[dict[str, Any]] | None = None
        self.cells: dict[str, tuple[str, str]] = {}

    def fill(self) -> FilledForm:
        for sheet in self.book.worksheets[1:]:
            for title, row in list(self.titles(sheet)):
                self.part(sheet, title, row)
        out = io.BytesIO()
        self.book.save(out)
        return FilledForm(out.getvalue(), self.report, self.products, self.cells)

    def titles(self, sheet: Worksheet) -> Iterator[tuple[str, int]]:
        known = {
            *GROUPS,
            *HELD,
            *PAIRS,
            "Văn bản gửi kèm biểu này",
            "Sản phẩm truyền thông",
            "Cơ chế phát ngôn và cung cấp thông tin cho báo chí",
            "Kinh phí đã dùng",
            "Ghi chú của cơ quan",
        }
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, 2).value in known:
                yield str(sheet.cell(row, 2).value), row

    def part(self, sheet: Worksheet, title: str, row: int) -> None:
        if title == "Sản phẩm truyền thông":
            self.fill_products(sheet, row)
        elif title in HELD:
            self.fill_held(sheet, row, HELD[title])
        elif title == "Kinh phí đã dùng":
            self.fill_budget(sheet, row)
        elif title == "Ghi chú của cơ quan":
            self.fill_note(sheet, row)
        elif title.startswith("Văn bản"):
            self.fill_document(sheet, row)
        elif title.startswith("Cơ chế"):
            self.fill_spokesperson(sheet, row)
        elif title in GROUPS:
            said = self.pair(sheet, row, ("in_post", "trained"), f"people.{GROUPS[title]}", least=0)
            if said:
                self.report.setdefault("people", {})[GROUPS[title]] = said
        else:
            name, *names = PAIRS[title]
            said = self.pair(sheet, row, tuple(names), name, least=0)
            if said:
                self.report[name] = said

    def is_left(self, share: float) -> bool:
        """Whether something is left empty, as it is in this share of cases."""
        return not self.full and self.chance.random() < share

    def count(self, *counts: int) -> int:
        """How many rows a list gets."""
        return self.chance.choice([count for count in counts if count or not self.full])

    def put(self, sheet: Worksheet, row: int, column: int, value: object, what: str) -> None:
        cell = sheet.cell(row, column)
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
        self.cells[what] = (sheet.title, cell.coordinate)

    def pair(self, sheet: Worksheet, row: int, names: tuple[str, ...], what: str, least: int) -> dict[str, int] | None:
        """Two numbers, the second no more than the first; sometimes neither."""
        whole = self.chance.randint(least, 90)
        values = (whole, self.chance.randint(0, whole))
        for offset, name in enumerate(names, 1):
            self.cells[f"{what}.{name}"] = (sheet.title, sheet.cell(row + offset, 3).coordinate)
        if self.is_left(0.15):
            return None
        for offset, (name, value) in enumerate(zip(names, values, strict=True), 1):
            self.put(sheet, row + offset, 3, self.number(value), f"{what}.{name}")
        return dict(zip(names, values, strict=True))

    def fill_document(self, sheet: Worksheet, row: int) -> None:
        day = self.day(60, START + timedelta(days=290))
        number = f"{self.chance.randint(1, 400)}/BC-{self.body.upper()}"
        self.put(sheet, row + 1, 3, number, "document.number")
        self.put(sheet, row + 2, 3, self.written(day), "document.date")
        self.report["document"] = {"number": number, "date": day.isoformat()}

    def fill_spokesperson(self, sheet: Worksheet, row: int) -> None:
        designated, times = self.chance.random() < 0.7, self.chance.randint(0, 30)
        self.put(sheet, row + 1, 3, "Đã có" if designated else "Chưa có", "spokesperson.designated")
        self.put(sheet, row + 2, 3, self.number(times), "spokesperson.disclosures")
        office = {"role": "Chánh Văn phòng", "telephone": "0215 3825 111", "email": f"van-thu@{self.body}.gov.vn"}
        for offset, (name, value) in enumerate(office.items(), 3):
            self.put(sheet, row + offset, 3, value, f"spokesperson.{name}")
        self.report["spokesperson"] = {"designated": designated, "disclosures": times, **office}

    def fill_note(self, sheet: Worksheet, row: int) -> None:
        self.cells["note"] = (sheet.title, sheet.cell(row + 1, 3).coordinate)
        if not self.is_left(0.5):
            note = 'Thiếu kinh phí: "chưa bố trí"; đề xuất # 1.\nCần thêm sách - tiếng Mông.'
            self.put(sheet, row + 1, 3, note, "note")
            self.report["note"] = note

    def had(self, sheet: Worksheet, row: int, column: int, count: int, what: str) -> bool | None:
        """The question whether there was any: yes, none, or left empty; then rows speak for themselves."""
        said = True if count else self.chance.choice((False, None))
        self.cells[f"{what}.had"] = (sheet.title, sheet.cell(row + 1, column).coordinate)
        if said is not None and not (count and self.is_left(0.2)):
            self.put(sheet, row + 1, column, "Có" if said else "Không có", f"{what}.had")
        return said

    def fill_held(self, sheet: Worksheet, row: int, what: str) -> None:
        count = self.count(0, 0, 1, 2, 5)
        if self.had(sheet, row, 3, count, what) is None:
            return
        found = self.report[what] = []
        for number in range(1, count + 1):
            day, title = self.day(), f"Việc số {number} ({what}) của {self.body}"
            one: dict[str, Any] = {"title": title, "date": day.isoformat()}
            self.put(sheet, row + 2 + number, 2, title, f"{what}[{number}].title")
            self.put(sheet, row + 2 + number, 3, self.written(day), f"{what}[{number}].date")
            if not self.is_left(0.2):
                one["people"] = self.chance.randint(10, 3000)
                self.put(sheet, row + 2 + number, 4, self.number(one["people"]), f"{what}[{number}].people")
            found.append(one)

    def fill_budget(self, sheet: Worksheet, row: int) -> None:
        count = self.count(0, 1, 2)
        if self.had(sheet, row, 3, count, "budget") is None:
            return
        found = self.report["budget"] = []
        for number in range(1, count + 1):
            source, amount = self.chance.choice(SOURCES), self.chance.randint(1, 900) * 1_000_000
            self.put(sheet, row + 2 + number, 2, source, f"budget[{number}].source")
            money = self.chance.choice(
                (amount, f"{amount:,}".replace(",", "."), f"{amount:,}".replace(",", ".") + " đồng")
            )
            self.put(sheet, row + 2 + number, 3, money, f"budget[{number}].vnd")
            found.append({"source": source, "vnd": amount})

    def fill_products(self, sheet: Worksheet, row: int) -> None:
        count = self.count(0, 0, 1, 3, 8, 20)
        if self.had(sheet, row, 4, count, "products") is None:
            return
        heads = {str(sheet.cell(row + 2, c).value).strip(" *"): c for c in range(2, 13)}
        self.products = []
        for number in range(1, count + 1):
            self.products.append(self.product(sheet, row + 2 + number, number, heads))

    def product(self, sheet: Worksheet, row: int, number: int, heads: dict[str, int]) -> dict[str, Any]:
        def put(head: str, name: str, value: object) -> None:
            self.put(sheet, row, heads[head], value, f"products[{number}].{name}")

        day, title = self.day(), f"Sản phẩm {number} – {self.body}, kỳ {self.chance.randint(1, 9)}"
        theme = self.chance.choice(list(THEMES))
        one: dict[str, Any] = {
            "id": str(number),
            "date": day.isoformat(),
            "title": title,
            "agency": self.body,
            "theme": THEMES[theme],
        }
        put("Ngày đăng hoặc phát", "date", self.written(day))
        put("Tên sản phẩm", "title", title)
        put("Chủ đề", "theme", theme)
        for head, name, known, most in (
            ("Loại sản phẩm", "formats", FORMATS, 2),
            ("Nơi đăng hoặc phát", "channels", CHANNELS, 3),
            ("Ngôn ngữ", "languages", LANGUAGES, 2),
            ("Dành cho ai", "audiences", AUDIENCES, 2),
        ):
            labels = self.chance.sample(list(known), self.chance.randint(1, most))
            put(head, name, self.joined(labels))
            one[name] = [known[label] for label in labels]
        one["places"] = self.chance.sample(PLACES, self.chance.randint(int(self.full), 2))
        if one["places"]:
            put("Địa bàn", "places", "; ".join(one["places"]))
        if not self.is_left(0.4):
            one["quantity"] = self.chance.randint(1, 20_000)
            put("Số lượng", "quantity", self.number(one["quantity"]))
        if not self.is_left(0.7):
            one["url"] = f"https://example.org/{self.body}/{number}"
            put("Đường dẫn", "url", one["url"])
        return one

    def joined(self, labels: list[str]) -> str:
        """Several words in one cell, as people write them."""
        said = self.chance.choice(("; ", ", ", "\n", ";")).join(labels)
        return self.chance.choice((said, said, said.upper()))

    def number(self, value: int) -> object:
        grouped = f"{value:,}".replace(",", ".")
        return self.chance.choice((value, value, grouped, grouped.replace(".", " "), f" {value} "))

    def day(self, most: int = 340, first: date = START) -> date:
        return first + timedelta(days=self.chance.randrange(most))

    def written(self, day: date) -> object:
        plain = f"{day.day}/{day.month}/{day.year}"
        return self.chance.choice((day, day, plain, f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", day.isoformat(), f" {plain}"))
