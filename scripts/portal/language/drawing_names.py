"""Every drawing of ours by the name of its file in overrides/drawings/: what each is for."""

from typing import Final

from portal.language.vocabulary import CONVENTIONS, THEMES

SITUATIONS: Final = (
    "khai-sinh",
    "bao-luc-gia-dinh",
    "dat-dai",
    "luat-su-mien-phi",
    "luong-va-lam-xa",
    "tre-em-gap-nguy",
    "xin-thong-tin",
    "khong-dong-y",
    "bi-bat-bi-hoi",
    "mua-ban-nguoi",
    "tao-hon",
    "giay-khuyet-tat",
    "the-bao-hiem-y-te",
    "o-nuoc-ngoai",
    "giay-to-tuy-than",
    "sau-sap-nhap",
    "theo-dao",
)
"""What somebody may be facing and has a drawing of its own; a page of that name shows it."""
LOST_DRAWING: Final = "lac-duong"
"""The drawing of somebody who looks for the way."""
LOUDSPEAKER_DRAWING: Final = THEMES[1]
"""The drawing of people who listen to a loudspeaker on its pole."""
SCHOOL_DRAWING: Final = "lop-hoc"
"""The drawing of a classroom."""
EASY_DRAWINGS: Final = (
    "goi-dien",
    "lang-nghe",
    "vui-choi",
    "ky-ten",
    "toa-an",
    "dung-lai",
    "niem-tin",
    "tu-hop",
    "bua-com",
    "lop-hoc",
    "phien-dich",
    "gay-trang",
    "rieng-tu",
)
"""The drawings made for easy versions, which may show any other too."""
DRAWINGS: Final = (*THEMES, *CONVENTIONS, "tro-giup", *SITUATIONS, LOST_DRAWING, *EASY_DRAWINGS)
"""Every drawing there is, by the name of its file."""
