"""Links from one page to another, and the small views that are made of them: cards, threads, fact boxes."""

from portal.content.known.conventions import ConventionFacts
from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.words import Words, words
from portal.language.written import written_day
from portal.site.addresses import address, relative
from portal.site.pages.values import Card, FactsView, Link, ThreadLink, spoken


class Linker:
    """Knows where every place stands and in which languages it can be read."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def link(self, lang: str, here: str, place: str) -> Link:
        """A link from the address `here` to a place, titled in `lang` where that exists. The place must exist."""
        story = self.library.read_in(lang, place)
        assert story is not None, place
        other = story.lang if story.lang != lang else None
        goal = address(lang if lang in self.reachable(place) else story.lang, place)
        return Link(story.front.title, relative(here, goal), goal == here, other, petal=story.theme)

    def reachable(self, place: str) -> tuple[str, ...]:
        """The languages in which a place has an address: an original is also read in the other frame."""
        has = self.library.languages(place)
        return vocabulary.LANGUAGES if vocabulary.ORIGINAL in has else has

    def card(self, lang: str, here: str, story: Story) -> Card:
        text = words(lang)
        verdict = getattr(story.front, "verdict", None)
        return Card(
            link=self.link(lang, here, story.place),
            description=story.front.description,
            kind=text.label("kinds", story.front.kind),
            day=spoken(story.front.updated or story.front.date, text),
            verdict=verdict,
            verdict_text=text.label("verdicts", verdict) if verdict else "",
            threads=tuple(story.front.conventions),
        )

    def thread_link(self, lang: str, here: str, code: str) -> ThreadLink:
        facts = self.library.data.conventions.get(code)
        place = f"cong-uoc/{code}"
        href = self.link(lang, here, place).href if self.library.read_in(lang, place) else None
        short = facts.short[lang] if facts else code.upper()
        return ThreadLink(code, short, facts.name[lang] if facts else code.upper(), href)

    def facts(self, lang: str, here: str, facts: ConventionFacts) -> FactsView:
        text = words(lang)
        href = self.thread_link(lang, here, facts.code).href or ""
        as_of = spoken(facts.as_of, text)
        assert as_of
        disputes = tuple((d.matter[lang], d.versions[lang], d.holds[lang]) for d in facts.disputes)
        dates, terms = _fact_dates(facts, text), _fact_terms(facts, text)
        days = _timeline(facts, text)
        return FactsView(facts.code, facts.short[lang], facts.name[lang], href, dates, days, terms, as_of, disputes)


def _fact_dates(facts: ConventionFacts, text: Words) -> tuple[tuple[str, str], ...]:
    t = text.ui
    joined = f"{written_day(facts.joined, text)} ({text.label('joined_by', facts.joined_by)})"
    return (
        (t["fact_adopted"], written_day(facts.adopted, text)),
        (t["fact_in_force"], written_day(facts.in_force, text)),
        (t["fact_signed"], written_day(facts.signed, text) if facts.signed else t["fact_none"]),
        (t["fact_joined"], joined),
        (t["fact_articles"], str(facts.articles)),
    )


def _timeline(facts: ConventionFacts, text: Words) -> tuple[tuple[str, str, str], ...]:
    """What happened when, the earliest first."""
    joined = f"{text.ui['fact_joined']} ({text.label('joined_by', facts.joined_by)})"
    days = (
        (facts.adopted, text.ui["fact_adopted"]),
        (facts.in_force, text.ui["fact_in_force"]),
        (facts.signed, text.ui["fact_signed"]),
        (facts.joined, joined),
    )
    known = sorted((day, label) for day, label in days if day)
    return tuple((day.isoformat(), written_day(day, text), label) for day, label in known)


def _fact_terms(facts: ConventionFacts, text: Words) -> tuple[tuple[str, str], ...]:
    t, lang = text.ui, text.lang
    members = str(t["fact_members"]).format(members=facts.members)
    return (
        (t["fact_reservations"], facts.reservations[lang]),
        (t["fact_protocols"], facts.protocols[lang]),
        (t["fact_committee"], f"{facts.committee[lang]} ({facts.committee_code}, {members})"),
        (t["fact_review"], f"{facts.review.when[lang]}, {facts.review.report[lang]}"),
        (t["fact_symbol"], facts.review.symbol or t["fact_unseen"]),
        (t["fact_complaints"], facts.complaints[lang]),
    )
