"""What is about one person is found in a text; what is only written alike is not."""

import time

import pytest
import yaml

from conftest import PLAN_3112
from portal.language.words import words
from portal.reading.personal.details import asks_for_persons, personal_in

ABOUT_SOMEBODY = {
    "identity": (
        "CCCD 011093001234",
        "011 093 001 234",
        "011.093.001.234",
        "căn cước công dân số: 011093001234",
        "CMND 040123456",
        "040123456",
        "040 123 456",
        "Chứng minh nhân dân: 225 123 456",
        "hộ chiếu B1234567",
        "số định danh cá nhân 011093001234.",
    ),
    "phone": (
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "091-234-5678",
        "09 1234 5678",
        "0 912 345 678",
        "ĐT: 0388123456.",
        "(0378123456)",
        "+84 912 345 678",
        "+84 (0) 912 345 678",
        "84912345678",
        "0215.3825.678",
        "(0215) 3 825 678",
        "024 3825 6789",
        "zalo https://zalo.me/0912345678",
        "hotline 0978123456",
    ),
    "mail": ("lothimai@gmail.com", "LH: Abc.Def @ yahoo.com.vn", "abc(at)gmail.com", "x_y@hotmail.com"),
    "account": (
        "tài khoản 3600205123456 Agribank",
        "STK: 1234 5678 9012",
        "Tài khoản ngân hàng BIDV số 36110000123456",
        "Vietcombank 9012345678",
    ),
    "name": (
        "Bà Giàng Thị Súa, 54 tuổi",
        "Giàng A Súa",
        "SÙNG A CHỐNG",
        "hộ ông Vàng A Dế",
        "em lò thị mai",
        "LÒ THỊ MAI",
        "Lo Thi Mai",
        "Giang A Sua",
        "Họ và tên: Nguyễn Minh Đức",
        "người liên hệ: Quàng Văn Inh",
        "Đ/c Nguyễn Minh Đức",
        "Ông/Bà Trần Thu Hà",
        "thầy giáo Lường Minh Tuấn",
        "cháu Chẻo Mẩy",
        "anh Vũ Minh Đức",
        "Nguyễn Thu Hà",
        "Mr. John Smith",
        "trao quà cho (Lò Thị Mai)",
    ),
}
ABOUT_NOBODY = (
    "Kế hoạch số 3112/KH-UBND ngày 12/7/2024",
    "Luật số 15/2023/QH15",
    "Số 0123/2026/NQ-HĐND",
    "Nghị quyết 27-NQ/TW",
    "12/BC-UBND ngày 20.11.2026 10 trang",
    "815.000.000 đồng",
    "815000000",
    "1 200 000 000",
    "chuyển khoản 36.110.000.000 đồng",
    "tài khoản Facebook có 12.000.000 người theo dõi",
    "Tài khoản Zalo OA đạt 120.000 lượt",
    "03.05.2026",
    "09.05.2026 10",
    "từ 01-03-2026 đến 05-03-2026",
    "0,912345678",
    "20260912345678",
    "ISBN 978-604-0-12345-6",
    "Dự án 04.05.06.07.08",
    "Tổng đài 111",
    "1900 9095",
    "https://example.org/tin-20260912345678.html",
    "https://example.org/0912345678",
    "vanphong@dienbien.gov.vn",
    "Bác Hồ",
    "Chủ tịch Hồ Chí Minh",
    "Tư tưởng Hồ Chí Minh",
    "Tỉnh Đoàn TNCS Hồ Chí Minh",
    "Thành phố Hồ Chí Minh",
    "Đại tướng Võ Nguyên Giáp",
    "Thủ tướng Phạm Minh Chính",
    "Trường THPT Phan Đình Giót",
    "Trường Tiểu học Võ Thị Sáu",
    "đường Nguyễn Văn Trỗi",
    "Bà Rịa – Vũng Tàu",
    "Ông Công Ông Táo",
    "Cô Tô",
    "bà con nhân dân xã Vàng Đán",
    "xã Phình Giàng",
    "Anh hùng Lực lượng Vũ trang nhân dân",
    "Chị em phụ nữ các xã vùng cao",
    "Ban Văn hóa - Xã hội",
    "Sở Văn Hóa Thể Thao Du Lịch",
    "giá vàng thị trường",
    "Thị xã Mường Lay",
    "học sinh Hà Nội",
    "phóng viên Thái Lan",
    "Vì Sự Tiến Bộ",
    "Mùa Xuân Biên Giới",
    "Đoàn Thanh Niên",
    "Hồ Pá Khoang Mùa Hoa",
    "Phạm Pháp Hình Sự",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Tờ rơi về quyền trẻ em",
    "tiếng Mông; tiếng Thái",
    "",
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in ABOUT_SOMEBODY.items() for text in texts])
def test_what_is_about_a_person_is_found(kind: str, text: str) -> None:
    assert kind in [found.kind for found in personal_in(text)]


@pytest.mark.parametrize("text", ABOUT_NOBODY)
def test_what_is_written_alike_and_about_nobody_is_left_alone(text: str) -> None:
    assert [found.said for found in personal_in(text)] == []


def test_no_body_and_no_place_of_the_province_is_taken_for_a_person() -> None:
    bodies = yaml.safe_load((PLAN_3112 / "data/agencies.yml").read_text("utf-8"))
    names = [body["name"]["vi"] for body in bodies]
    places = [name.rpartition(" xã ")[2].rpartition(" phường ")[2] for name in names]
    assert len(names) > 50
    assert [name for name in (*names, *places) if list(personal_in(name))] == []


def test_everything_in_one_text_is_found_each_once_and_in_its_place() -> None:
    text = "Tặng quà em Lò Thị Mai, CCCD 011093001234, ĐT 0912 345 678 và 0912 345 679"
    found = sorted(personal_in(text), key=lambda one: one.start)
    assert [one.kind for one in found] == ["name", "identity", "phone", "phone"]
    assert [text[one.start :].startswith(one.said) for one in found] == [True] * 4


def test_what_is_told_shows_too_little_to_pass_it_on() -> None:
    for lang in ("vi", "en"):
        for found in personal_in("Lò Thị Mai, CCCD 011093001234"):
            said = words(lang).problem(found.code, {"shown": found.shown})
            assert found.said not in said
            assert found.shown in said


@pytest.mark.parametrize("heading", ["Họ và tên", "HỌ TÊN", "Số điện thoại", "Ngày sinh", "Số CCCD", "E-mail", "SĐT"])
def test_a_heading_that_asks_for_persons_is_known(heading: str) -> None:
    assert asks_for_persons(heading)


@pytest.mark.parametrize("heading", ["Tên sản phẩm", "Ngày", "Số lượng", "Địa bàn", "Số người đang làm", "Ghi chú"])
def test_a_heading_that_asks_for_work_is_no_such(heading: str) -> None:
    assert not asks_for_persons(heading)


@pytest.mark.parametrize("text", ["0" * 20_000, "0 " * 20_000, "ông Lò " * 5_000, "tài khoản " * 5_000, "a@" * 9_000])
def test_a_long_text_takes_time_in_proportion(text: str) -> None:
    started = time.perf_counter()
    list(personal_in(text))
    assert time.perf_counter() - started < 5
