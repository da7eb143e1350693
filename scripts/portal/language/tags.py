"""The languages a text or product can be in: BCP 47 tags from closed lists, and what people write by mistake.

Codes are those of ISO 639 (https://iso639-3.sil.org/), scripts of ISO 15924, regions of ISO 3166-1. A code of two or
three letters that is merely well formed is not enough: "vn" would count as a foreign language.
"""

import re
from difflib import get_close_matches
from typing import Final

from portal.language.locales import LANGUAGES, VIETNAMESE

PEOPLES: Final = frozenset(
    # Thái Đen, Thái Trắng, Thái Đỏ, Tày, Nùng, Giáy, Lự, Lào; Mông (all, Xanh, Trắng, Hoa); Khơ Mú, Kháng, Xinh Mun
    "blt twh tyr tyz nut pcc khb lo hmn hnj mww hmv kjg kjm puo "
    # Dao (Iu Miền, Kim Mùn), Hà Nhì, Si La, Cống, La Hủ, Phù Lá; Mường, Thổ; Hoa (zh, yue); Chăm, Ê Đê, Gia Rai, Ba Na
    "ium mji hni slt cnc lhu phh mtq tou zh yue cjm rad jra bdq km".split()
)
"""Languages of Viet Nam's peoples that are likely here; data/plan.yml says which of them the plan counts as such."""

FOREIGN: Final = frozenset(
    "en fr de es pt it nl ru uk be pl cs sk hu ro bg el sq sr hr bs sl mk lt lv et fi sv da nb nn no is ga "
    "tr ar he fa ku ps ur hi bn pa gu mr ta te kn ml si ne my ms id jv tl fil ja ko ka hy az kk ky uz tk tg "
    "sw am so ha yo zu af eo".split()
)
WITH_REGION: Final = {"th": "th-TH", "mn": "mn-MN", "la": "la-VA"}
"""Codes of Thailand, Mongolia and Latin that people write for Thái, Mông and Lào: they count only with their region."""

MISTAKEN: Final = dict(
    pair.split("=")
    for pair in (
        "vn=vi vie=vi viet=vi kinh=vi eng=en uk-en=en-GB us=en-US cn=zh chi=zh zho=zh jp=ja jpn=ja kr=ko kor=ko "
        "kh=km khm=km lao=lo fre=fr fra=fr rus=ru ger=de deu=de spa=es th=blt thai=blt tha=blt mn=hmn mong=hmn "
        "hmong=hmn hm=hmn la=lo mm=my gb=en"
    ).split()
)
_SCRIPTS = frozenset(
    "Latn Hans Hant Cyrl Arab Tavt Laoo Thai Hmng Hmnp Khmr Mymr Deva Jpan Kore Cham Lana Talu".split()
)
_REGIONS = frozenset(
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO "
    "CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU "
    "ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH "
    "MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW "
    "SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC "
    "VE VN VU WS YE ZA ZM ZW".split()
)
_TAG = re.compile(r"(?P<language>[a-z]{2,3})(-(?P<script>[A-Z][a-z]{3}))?(-(?P<region>[A-Z]{2}))?")


def is_known_tag(tag: str) -> bool:
    """Whether a tag names a language of the lists, with a script and a region that exist where it gives them."""
    found = _TAG.fullmatch(tag)
    if not found:
        return False
    language, script, region = found["language"], found["script"], found["region"]
    known = language == VIETNAMESE or language in PEOPLES or language in FOREIGN or (language in WITH_REGION and region)
    return bool(known) and script in {None, *_SCRIPTS} and region in {None, *_REGIONS}


def meant_tags(tag: str) -> list[str]:
    """What someone may have meant who wrote a tag that is not known: vi for vn; the likeliest first, "" never."""
    plain = tag.strip().replace("_", "-").lower()
    guesses = [MISTAKEN.get(plain, ""), WITH_REGION.get(plain, ""), *(_each(plain) if "-" in plain else [plain])]
    close = get_close_matches(plain, sorted(PEOPLES | FOREIGN), n=1, cutoff=0.75)
    meant = dict.fromkeys(guess for guess in (*guesses, *close) if guess and is_known_tag(guess))
    return list(meant or LANGUAGES)


def _each(plain: str) -> list[str]:
    """A tag with its parts as BCP 47 writes them, and its language alone: pt-br is pt-BR, or pt."""
    language, *rest = plain.split("-")
    parts = [part.title() if len(part) == 4 else part.upper() for part in rest]
    return ["-".join([language, *parts]), MISTAKEN.get(language, language)]
