"""A week's kit for a commune as a ZIP: scripts, reading cards, the log, what to read on which day."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

from portal.content.fronts.recordings import SOUND_ENDINGS, Recording
from portal.content.known.agencies import Agency
from portal.content.library import Library
from portal.content.loudspeaker.calendar import Occasion
from portal.content.loudspeaker.scripts import Script, duration, script_of, scripts_of
from portal.content.nearby import recordings_of
from portal.content.rules.house.docs_folder import FOLDER
from portal.language.locales import ORIGINAL
from portal.language.words import Words, words
from portal.language.written import written_day
from portal.plan.loudspeaker.cards import reading_card, script_text
from portal.plan.loudspeaker.log_sheet import log_name, log_workbook
from portal.plan.loudspeaker.week import Week, days_of_week, scripts_of_week

_DATED: Final = (1980, 1, 1, 0, 0, 0)  # the earliest day a ZIP can carry: archives must not carry the clock
_MARK: Final = "\ufeff"  # by which old editors know UTF-8


def kit_name(agency: Agency, week: Week) -> str:
    """How a kit is called: 2026-W49-xa-muong-nhe.zip."""
    return f"{week.name}-{agency.id}.zip"


def kit_of(library: Library, agency: Agency, week: Week, text: Words) -> bytes:
    """The kit of a body for a week, the same bytes for the same input."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(kit_files(library, agency, week, text).items()):
            entry = zipfile.ZipInfo(name, _DATED)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


def kit_files(library: Library, agency: Agency, week: Week, text: Words) -> Mapping[str, bytes]:
    """The files of a kit by their names."""
    every = {one.story.place: one for one in scripts_of(library, ORIGINAL)}
    days = days_of_week(library.data, week, every.values())
    chosen = scripts_of_week(days, week, every)
    found = {name: data for place in chosen for name, data in _script_files(library, place, week)}
    heard = {name: data for place in chosen for name, data in _sound_files(library, place, text)}
    titles = {place: every[place].story.front.title for place in sorted(every)}
    readme = _readme(agency, week, days, [every[place] for place in chosen], text)
    readme += "\n".join([text.say("broadcasts.recordings"), *(f"- {name}" for name in heard), ""]) if heard else ""
    return {
        text.say("broadcasts.readme"): (_MARK + readme).encode(),
        log_name(agency, week, text): log_workbook(agency, week, titles, text),
        **found,
        **heard,
    }


def draft_notice(library: Library, text: Words) -> str:
    """What every paper says while the owner has not approved what is said; "" once it has."""
    owner = library.data.owner
    return "" if owner and owner.approved else text.say("draft")


def _script_files(library: Library, place: str, week: Week) -> Iterator[tuple[str, bytes]]:
    """A script in every language it is written in, as text and as a card."""
    for lang, locale in library.data.locales.items():
        story, text = library.story(lang, place), words(locale.words)
        script = script_of(story, library.data.numbers) if story else None
        if script:
            name, draft = f"{place.replace('/', '-')}.{lang}", draft_notice(library, text)
            yield f"{name}.txt", (_MARK + script_text(script, text, draft)).encode()
            yield f"{name}.docx", reading_card(script, text, draft, week.first)


def _sound_files(library: Library, place: str, text: Words) -> Iterator[tuple[str, bytes]]:
    """The recordings of a page and of its script, as MP3, which any player at a loudspeaker takes."""
    for story in recordings_of(library, ORIGINAL, place):
        file = library.root / FOLDER / f"{story.place}{SOUND_ENDINGS[-1]}"
        if isinstance(story.front, Recording) and file.is_file():
            slug = story.place.partition("/")[2].replace("/", "-")
            name = f"{slug}.{story.front.spoken}{SOUND_ENDINGS[-1]}"
            yield f"{text.say('broadcasts.sound_folder')}/{name}", file.read_bytes()


def _readme(agency: Agency, week: Week, days: tuple[Occasion, ...], scripts: list[Script], text: Words) -> str:
    say = text.say
    span = {"first": written_day(week.first, text), "last": written_day(week.last, text)}
    lines = [say("broadcasts.kit", body=agency.called(text.lang), week=week.name, **span), ""]
    lines += [*(f"- {line}" for line in text.listed("loudspeaker.how")), "", say("broadcasts.this_week")]
    for one in scripts:
        lines.append(f"- {one.story.place}: {one.story.front.title} ({duration(one.seconds, text)})")
    if days:
        lines += ["", say("loudspeaker.calendar")]
        none = say("broadcasts.no_script")
        lines += [f"- {written_day(one.day, text)}: {', '.join(one.places) or none}" for one in days]
    return "\n".join([*lines, "", *(f"- {line}" for line in text.listed("loudspeaker.log")[1:]), ""])
