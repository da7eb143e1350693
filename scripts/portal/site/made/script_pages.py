"""A page for each script that a loudspeaker reads, and the kit that leads to them: made of what pages say in heads."""

from collections.abc import Callable

from portal.content.library import Library
from portal.content.loudspeaker.scripts import script_lead, script_of
from portal.language.locales import LANGUAGES
from portal.language.places import front_of, script_place
from portal.language.vocabulary import LOUDSPEAKER
from portal.language.words import Words
from portal.site.made.unwritten import unwritten, with_made


def with_scripts(library: Library, words_of: Callable[[str], Words]) -> Library:
    """The library with these pages: a script in each language it is written in, the kit in every one that has words;
    none where no page has a script. What an editor wrote at such a place stays."""
    every = ((key, script_of(story, library.data.numbers)) for key, story in library.stories.items())
    found = {key: script for key, script in every if script}
    made = {}
    for (lang, place), script in found.items():
        text, front = words_of(lang), script.story.front
        title = text.say("loudspeaker.script_title", title=front.title)
        fields = {"lead": script_lead(script, text), "conventions": front.conventions, "groups": front.groups}
        made[lang, script_place(place)] = unwritten(
            lang, script_place(place), title, front.description, "script", **fields
        )
    for lang in LANGUAGES if found else ():
        say, kit = words_of(lang).say, front_of(LOUDSPEAKER)
        made[lang, kit] = unwritten(lang, kit, say("loudspeaker.title"), say("loudspeaker.about"), "loudspeaker")
    return with_made(library, made)
