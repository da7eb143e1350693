"""Names of persons in a text, by how they are written: a family's name, a middle one, an address, a label before."""

import re
from collections.abc import Iterator
from typing import Final

from portal.language.folding import fold
from portal.language.syllables import is_syllable

_FAMILIES: Final = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương mai đào cao lâm hà"
    " lương lưu tạ chu tô kiều quách vương thái phùng doãn nông triệu ma bế hứa lục mạc lại la tống từ thân khổng"
    " lò lường quàng cà tòng cầm vì đèo bạc điêu lèo lừ tao lù lèng sìn khoàng pờ lỳ chang mào tẩn chẻo phàn lừu"
    " giàng sùng thào mùa hạng lầu ly chá cứ vừ vàng hờ hảng cháng tráng kháng sồng thùng phừ mua và lậu giừ".split()
)
"""Family names of this part of the country: Kinh, Thái, Mông, Dao, Khơ Mú, Hà Nhì, Tày, Nùng."""
_WITHOUT_MARKS: Final = frozenset(map(fold, _FAMILIES))
_BEFORE_A: Final = frozenset(
    "giàng sùng thào mùa hạng lầu ly chá cứ vừ vàng hờ hảng cháng tráng sồng thùng phừ mua và lý chang giừ".split()
)
"""Those of Mông men, whose middle name is A."""
_BEFORE_A_WITHOUT_MARKS: Final = frozenset(fold(name) for name in _BEFORE_A if len(name) > 2)
_ALONE: Final = frozenset(
    "nguyễn trần lê huỳnh đặng bùi ngô trịnh lò lường quàng tòng giàng sùng thào hạng lầu chẻo tẩn phàn lừu".split()
)
"""Families whose name begins hardly any other words: by them a cell that holds a name alone is known."""
_NO_NAMES: Final = (
    "hồ chí minh", "võ nguyên giáp", "tôn đức thắng", "trường chinh", "lê duẩn",
    "hà nội", "hà giang", "hà nam", "hà tĩnh", "cao bằng", "thái nguyên", "thái bình", "thái lan", "lai châu",
    "lâm đồng", "mai châu", "mai sơn", "hoàng sa", "hoàng liên", "hồ pá khoang", "lý sơn", "vàng đán",
    "trần hưng đạo", "trần quốc toản", "lê thánh tông", "lê thái tổ", "nguyễn bỉnh khiêm", "nguyễn tất thành",
    "nguyễn ái quốc", "lê hồng phong", "nguyễn thị minh khai", "nguyễn chí thanh", "nguyễn văn trỗi",
    "đoàn thanh niên", "đoàn viên", "vũ trang",
)  # fmt: skip
"""Leaders whom everybody knows by name alone, places, and words that begin as a family's name does."""
_HONOURED: Final = re.compile(
    r"(?:trường|tiểu học|mầm non|thcs|thpt|ptdtnt|ptdtbt|đại học|học viện|bệnh viện|đường|phố|ngõ|phường|xã|bản|thôn"
    r"|tổ dân phố|quảng trường|công viên|tượng đài|bảo tàng|đền|đền thờ|thành|khu di tích|nghĩa trang|mộ|hang|hầm|giải"
    r"|giải thưởng|giải báo chí|quỹ|quỹ học bổng|liệt sĩ|anh hùng|đại tướng|thượng tướng|trung tướng|thiếu tướng|tướng"
    r"|chủ tịch|chủ tịch nước|tổng bí thư|thủ tướng|thủ tướng chính phủ|phó thủ tướng|chủ tịch quốc hội|bộ trưởng|vua"
    r"|chúa|nhà thơ|nhà văn|nhạc sĩ|danh nhân|lãnh tụ|tư tưởng|đội|đội thiếu niên|thành phố|tp\.?|tncs|hội|cụm|lớp"
    r"|tác phẩm|truyện)[\s“\"']*$",
    re.IGNORECASE,
)
"""What stands before the name of somebody who is no private person: a school, a street, a hero, a head of the State."""
_LONGEST_HONOUR: Final = 32

_CAPITALISED: Final = r"(?:(?=[^\W\d_a-zđà-öø-ÿ])[^\W\d_]+)"
_MIDDLE: Final = re.compile(
    rf"(?<![^\W\d_])({_CAPITALISED}) (Thị|Văn|THỊ|VĂN|Thi|Van|THI|VAN|A) "
    rf"({_CAPITALISED}(?: {_CAPITALISED}){{0,2}})(?![^\W\d_])"
)
_ADDRESSED: Final = re.compile(
    r"(?<![^\W\d_])(?:[Ôô]ng|[Bb]à|[Ôô]ng/[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Tt]hầy"
    r"|ÔNG|BÀ|ANH|CHỊ|EM|CHÁU|Đ/[Cc]|đ/c|[Đđ]ồng chí|[Bb]ệnh nhân|[Nn]ạn nhân|[Hh]ọc sinh|[Cc]ông dân|[Nn]ghệ nhân"
    r"|[Tt]rưởng bản|[Gg]ià làng|[Pp]hóng viên|[Bb]ác sĩ|[Tt]hầy giáo|[Cc]ô giáo|[Cc]hủ hộ)(?: (?:giáo|em|bé))?\.? "
    rf"({_CAPITALISED}(?: {_CAPITALISED}){{1,4}})(?![^\W\d_])"
)
_EVERYDAY: Final = frozenset("cứ hờ la lại ma mua mùa nông thái từ và vì".split())
"""Those that are words of their own: "trẻ em và văn hóa", "anh từ thị trấn" name nobody."""
_LOWER: Final = re.compile(
    r"(?<![^\W\d_])(?:ông|bà|anh|chị|em|cháu|cô|chú|cụ|học sinh|bệnh nhân) "
    rf"((?!(?:{'|'.join(sorted(_EVERYDAY))}) (?:thị|văn))(?:{'|'.join(sorted(_FAMILIES))}) (?:thị|văn|a) [^\W\d_]+)"
)
_LABEL: Final = re.compile(
    r"(?:họ và tên|họ,? tên|tên chủ hộ|chủ hộ|tên học sinh|cán bộ phụ trách|liên hệ|người (?:liên hệ|lập biểu|lập"
    r"|báo cáo|phụ trách|đại diện|được hỗ trợ|nhận|phát ngôn))\s*$",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 40
_LABELLED: Final = re.compile(
    rf"[:\-–]\s*(?:(?i:ông|bà|đ/c|đồng chí|anh|chị)\s+)?({_CAPITALISED}(?: {_CAPITALISED}){{1,4}})"
)
"""A name behind a colon or a dash; most stand behind something else than a label."""
_FOREIGN: Final = re.compile(
    rf"(?<![^\W\d_])(?:Mr|Mrs|Ms|Miss)\.? ({_CAPITALISED}(?: {_CAPITALISED}){{0,3}})(?![^\W\d_])"
)
_WHOLE: Final = re.compile(rf"\s*({_CAPITALISED}(?: {_CAPITALISED}){{2,3}})\s*")
_BEGIN_NOTHING_ELSE: Final = "|".join(sorted(name.capitalize() for name in _ALONE))
_FULL: Final = re.compile(rf"(?<![^\W\d_])((?:{_BEGIN_NOTHING_ELSE})(?: {_CAPITALISED}){{2,3}})(?![^\W\d_])")
"""A whole name in a sentence, without a word that says so: only of families whose name begins no other words."""
_MARKLESS: Final = frozenset(name for name in _WITHOUT_MARKS if len(name) > 2) - set(map(fold, _EVERYDAY))
_OF_ANY: Final = re.compile(
    rf"(?<![^\W\d_])((?:{'|'.join(sorted(form.capitalize() for form in (_FAMILIES - _EVERYDAY) | _MARKLESS))})"
    rf"(?: {_CAPITALISED}){{2,3}})(?![^\W\d_])"
)
"""A whole name of any family: only beside what hurts, as of many of them other words begin too."""
_FORMS: Final = _FAMILIES | _WITHOUT_MARKS
_BEFORE_CAPITAL: Final = re.compile(r" (?=[^\W\d_a-zđà-öø-ÿ])")
_LONGEST_FAMILY: Final = max(map(len, _FORMS))
_LAST_WORD: Final = re.compile(rf"[^\W\d_]{{1,{_LONGEST_FAMILY + 1}}}$")

NAME_FORMS: Final = {
    "honoured": _HONOURED,
    "middle": _MIDDLE,
    "addressed": _ADDRESSED,
    "lower": _LOWER,
    "foreign": _FOREIGN,
    "whole": _WHOLE,
    "full": _FULL,
    "of_any": _OF_ANY,
}
"""What the form page looks for too."""
NAME_LISTS: Final = {
    "families": _FAMILIES,
    "unmarked": _WITHOUT_MARKS,
    "before_a": _BEFORE_A | _BEFORE_A_WITHOUT_MARKS,
    "alone": _ALONE,
    "no_names": frozenset(_NO_NAMES),
}


def names_in(said: str) -> Iterator[tuple[int, int]]:
    """Where names of persons stand in a text in NFC: (from, to)."""
    for start, end in _lines_of_families(said):
        yield from _of_families(said, start, end)
    for found in _LABELLED.finditer(said):
        before = said[max(0, found.start() - _LONGEST_LABEL) : found.start()]
        if _LABEL.search(before) and _is_private("", found[1]):
            yield found.span(1)
    if " thị " in said or " văn " in said or " a " in said:
        yield from (found.span(1) for found in _LOWER.finditer(said))
    if "Mr" in said or "Ms" in said or "Miss" in said:
        yield from (found.span(1) for found in _FOREIGN.finditer(said))


def full_names_in(said: str) -> Iterator[tuple[int, int]]:
    """Where whole names stand, whosever family's: Hoàng Minh Tuấn. Other words may be written so too, such as those of
    a street: only what stands around can tell."""
    for found in _OF_ANY.finditer(said):
        if _is_full(found[1]) and _is_private(_before(said, found), found[1]):
            yield found.span()


def is_name_alone(said: str) -> bool:
    """Whether a cell or a value is somebody's name and nothing else."""
    alone = _WHOLE.fullmatch(said)
    return bool(alone and alone[1].split()[0].casefold() in _ALONE and _is_private("", alone[1]))


def _lines_of_families(said: str) -> Iterator[tuple[int, int]]:
    """Where lines begin and end in which a family's name stands before a word with a capital, as few do; no name goes
    on over lines."""
    end = 0
    for found in _BEFORE_CAPITAL.finditer(said):
        at = found.start()
        word = _LAST_WORD.search(said, max(end, at - _LONGEST_FAMILY - 1), at) if at >= end else None
        if word and word[0].casefold() in _FORMS:
            start, end = said.rfind("\n", 0, at) + 1, said.find("\n", at) % (len(said) + 1)
            yield start, end


def _of_families(said: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _MIDDLE.finditer(said, start, end):
        if _is_before(found[1], found[2]) and _is_private(_before(said, found), found[0]):
            yield found.span()
    for found in _ADDRESSED.finditer(said, start, end):
        if found[1].split()[0].casefold() in _FAMILIES and _is_private(_before(said, found), found[1]):
            yield found.span(1)
    for found in _FULL.finditer(said, start, end):
        if _is_full(found[1]) and _is_private(_before(said, found), found[1]):
            yield found.span()


def _is_full(name: str) -> bool:
    """Whether all words of a name are Vietnamese ones: "Ngô Quyền Street" is none."""
    return all(is_syllable(word.casefold()) for word in name.split()[1:])


def _is_before(family: str, middle: str) -> bool:
    """Whether a word is a family's name that may stand before a middle one; where that is written without marks, the
    family's may be so too."""
    name = family.casefold()
    if middle == "A":
        return name in _BEFORE_A or name in _BEFORE_A_WITHOUT_MARKS
    return name in (_WITHOUT_MARKS if middle.casefold() in {"thi", "van"} else _FAMILIES)


def _before(said: str, found: re.Match[str]) -> str:
    """As much of what stands before a name as can say whose it is."""
    return said[max(0, found.start() - _LONGEST_HONOUR) : found.start()]


def _is_private(before: str, name: str) -> bool:
    return not name.casefold().startswith(_NO_NAMES) and not _HONOURED.search(before)
