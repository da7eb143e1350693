"""A report of three papers as values, made by hand: what the files of a report are tried with."""

from dataclasses import replace
from datetime import date

from portal.plan.report.values import Frame, Line, Paper, Report, Table

FRAME = Frame(
    parent="Ủy ban nhân dân tỉnh Mẫu",
    owner="Sở Thử nghiệm",
    number="Số:      /BC-STN",
    place_day="Mẫu, ngày      tháng      năm 2026",
    authority="Giám đốc",
    signatory_title="Phó giám đốc",
    signatory="Người ký mẫu",
    recipients=("Như trên", "Sở khác;", "Lưu: VT, TN"),
)
SENTENCE = "Một câu đủ dài để chiếm hơn một dòng của trang giấy, như câu văn của một báo cáo thường có, và hơn thế nữa."
BUDGET = Table(
    "budget", "Kinh phí theo nguồn", ("Nguồn", "Đồng"), (("Ngân sách", 1200000), ("Khác", "không có")), "Kinh phí"
)
BODIES = Table("bodies", "Số liệu theo cơ quan", ("Cơ quan", "Lớp", "Lượt người"), (("=cmd()", 3, 4200),), "Cơ quan")


def a_report(**changes: object) -> Report:
    """A report that says a little of everything a paper can hold."""
    signed = (
        Line("to", "Kính gửi: Ủy ban nhân dân tỉnh Mẫu"),
        Line("sentence", SENTENCE),
        Line("heading", "I. Kết quả thực hiện"),
        Line("subheading", "1. Tập huấn"),
        Line("sentence", SENTENCE),
        Line("point", "một việc của danh sách;"),
        Line("blank", "[Cần người viết: kết quả]"),
        BUDGET,
        Line("closing", "Trên đây là báo cáo./."),
    )
    annexes = (
        Line("annex", "Phụ lục I"),
        Line("annex_title", "Số liệu theo cơ quan"),
        Line("annex_of", "(Kèm theo Báo cáo số      /BC-STN)"),
        BODIES,
        Line("annex", "Phụ lục II"),
        Line("annex_title", "Kinh phí"),
        Line("annex_of", "(Kèm theo Báo cáo số      /BC-STN)"),
        replace(BUDGET, id="budget-2"),
    )
    papers = (
        Paper("paper", "Báo cáo", "Kết quả thực hiện Kế hoạch thử năm 2026", FRAME, signed),
        Paper("annexes", "Phụ lục", "Kết quả thực hiện Kế hoạch thử năm 2026", FRAME, annexes),
        Paper("officer", "Phiếu kiểm", "Báo cáo năm 2026", None, (Line("heading", "Chỗ trống"), BODIES)),
    )
    return replace(Report("annual", 2026, date(2026, 11, 20), (), papers), **changes)  # type: ignore[arg-type]
