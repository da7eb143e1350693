"""Days of the year that make no event, as pages, calendars and the press sheet tell them: the name, who says so."""

from portal.content.known.reference import ReferenceData
from portal.content.loudspeaker.calendar import Occasion
from portal.content.sources import Source
from portal.language.words import Words


def occasion_name(data: ReferenceData, one: Occasion, text: Words) -> str:
    """What a day of the year is called."""
    if one.kind == "observance":
        return data.observances[one.key].name[text.lang]
    facts = data.conventions[one.key]
    return text.say("loudspeaker.adopted", name=facts.name[text.lang], year=facts.adopted.year)


def occasion_source(data: ReferenceData, one: Occasion) -> Source | None:
    """Who says that there is such a day; None of the day a convention was adopted, which its own page proves."""
    return data.observances[one.key].sources[0] if one.kind == "observance" else None
