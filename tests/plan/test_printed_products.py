"""What is printed of a page counts once: forms of one product, in the languages that have words for it."""

from conftest import TODAY, Corpus
from portal.content.library import open_library
from portal.plan.register.portal_products import portal_products
from portal.plan.register.products import Product

SOURCE = '[{title: "Luật", publisher: "Nơi", url: "https://dienbien.gov.vn/luat", accessed: 2026-01-10}]'
STEPS = {
    "kind": "steps",
    "sources": SOURCE,
    "checked": "2026-01-15",
    "helpers": '["Ủy ban xã [1]."]',
    "steps": '["Tới nơi [1]."]',
    "legal_basis": '["Luật Mẫu, Điều 3 [1]."]',
}
LEAFLET = "{panels: [" + ", ".join('{heading: "Ô", text: "Chữ."}' for _ in range(4)) + "]}"
POSTER = '{headline: "Câu lớn", lines: ["Một", "Hai"]}'


def products(corpus: Corpus) -> tuple[Product, ...]:
    return portal_products(open_library(corpus.root, TODAY))


def test_a_story_with_words_for_print_is_one_product_in_more_forms(corpus: Corpus) -> None:
    corpus.story(leaflet=LEAFLET, poster=POSTER)
    corpus.english(banner='"Words."')
    (found,) = products(corpus)
    assert found.formats == ("article", "poster", "leaflet", "banner")
    assert found.channels == ("portal",)
    assert found.languages == ("vi", "en")


def test_a_form_a_story_names_itself_is_counted_once(corpus: Corpus) -> None:
    said = "{formats: [leaflet, article], channels: [portal], languages: [vi], audiences: [everyone]}"
    corpus.story(leaflet=LEAFLET, product=said)
    (found,) = products(corpus)
    assert found.formats == ("leaflet", "article")


def test_a_page_of_help_is_a_product_only_with_words_for_print_and_in_their_languages(corpus: Corpus) -> None:
    corpus.story("tro-giup/khong-in", title='"Một việc không in"', **STEPS)
    corpus.story("tro-giup/in", title='"Một việc có in"', **STEPS, poster=POSTER)
    said = {key: STEPS[key] for key in ("helpers", "steps", "legal_basis")}
    corpus.english("tro-giup/in", title='"A matter in print"', **said)
    (found,) = products(corpus)
    assert (found.id, found.formats, found.languages) == ("tro-giup/in", ("poster",), ("vi",))
    assert found.from_portal


def test_a_recording_is_one_product_in_the_language_one_hears(corpus: Corpus) -> None:
    corpus.story("tro-giup/viec", title='"Trang đầy đủ"', body="Chữ.\n", kind="page", agency="", sources="")
    said = {
        **{"kind": "recording", "sources": "", "records": "tro-giup/viec", "medium": "sound", "voice": "human"},
        **{"speaker": '"Người nói"', "consent": '{given: 2026-01-10, note: "Tủ"}', "transcript": '["Lời."]'},
        **{"spoken": "blt", "script_translator": '"Người dịch"', "script_reviewer": '"Người duyệt"'},
    }
    corpus.story("nghe/viec-blt", title='"Bản ghi thử"', body="\n", **said)
    corpus.english("nghe/viec-blt", body="\n")
    corpus.story("nghe/viec-phim", title='"Phim thử"', body="\n", **{**said, "medium": "film", "spoken": "hmn"})
    sound, film = products(corpus)
    assert (sound.formats, sound.languages, sound.kind) == (("audio",), ("blt",), "recording")
    assert (film.formats, film.languages) == (("video",), ("hmn",))


def test_a_recording_counts_from_the_day_it_is_published_and_says_what_product_it_is(corpus: Corpus) -> None:
    corpus.story("tro-giup/viec", title='"Trang đầy đủ"', body="Chữ.\n", kind="page", agency="", sources="")
    said = {
        **{"kind": "recording", "sources": "", "records": "tro-giup/viec", "medium": "sound", "voice": "human"},
        **{"speaker": '"Người nói"', "consent": '{given: 2026-01-10, note: "Tủ"}', "transcript": '["Lời."]'},
        **{"spoken": "vi", "publish_after": "2027-01-01"},
    }
    corpus.story("nghe/viec", title='"Bản ghi thử"', body="\n", **said)
    assert products(corpus) == ()


def test_a_lesson_with_its_slides_and_cards_is_one_product_in_each_language_it_has(corpus: Corpus) -> None:
    said = {
        "pupils": '"Lớp 8"',
        "aims": '["Một", "Hai"]',
        "prepare": '["Giấy"]',
        "course": '[{minutes: 45, title: "Cả giờ", teacher: "Nói.", pupils: "Nghe."}]',
        "cards": "[" + ", ".join(f'{{article: {one}, title: "Thẻ", words: "Lời"}}' for one in range(1, 9)) + "]",
        "questions": "[" + ", ".join('{question: "Gì?", answer: "Thế."}' for _ in range(6)) + "]",
    }
    corpus.story("truong-hoc/crc", title='"Bài học"', kind="lesson", sources=SOURCE, convention="crc", **said)
    (found,) = products(corpus)
    assert (found.formats, found.languages, found.audiences) == (("lesson",), ("vi",), ("children",))
    corpus.english("truong-hoc/crc", title='"A lesson"', **said)
    (found,) = products(corpus)
    assert (found.id, found.formats, found.languages) == ("truong-hoc/crc", ("lesson",), ("vi", "en"))
    assert found.from_portal
    assert found.theme is None


def test_a_unit_with_its_slides_and_test_is_one_product_for_those_it_is_for(corpus: Corpus) -> None:
    leads = "law: {page: tap-huan/bai-1}, page: tap-huan/bai-1"
    case = f'{{title: "A", situation: "B.", questions: ["C?"], answer: "D.", {leads}}}'
    said = {
        "aims": '["Một", "Hai"]',
        "prepare": '["Giấy"]',
        "course": '[{minutes: 60, title: "Cả buổi", teacher: "Nói.", pupils: "Nghe."}]',
        "points": "[" + ", ".join('{title: "Phần", lines: ["Câu.", "Câu."]}' for _ in range(4)) + "]",
        "cases": f"[{case}, {case}]",
    }
    own = {"learners": "[officials, reporters, criers]", "drawing": "crc"}
    corpus.story("tap-huan/bai-1", title='"Bài tập huấn"', kind="unit", sources=SOURCE, **own, **said)
    (found,) = products(corpus)
    assert (found.formats, found.audiences) == (("lesson",), ("officials", "press", "residents"))
    assert found.from_portal
