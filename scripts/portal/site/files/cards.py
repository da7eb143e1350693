"""The share cards a site needs: one for each page whose card is named, in each language it can be read in."""

from collections.abc import Iterator

from portal.content.fronts.rebuttals import Rebuttal
from portal.content.kinds import Achievement, News
from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.language.words import Words
from portal.site.drawings.share_cards import CardLook, ShareCard, card_look, card_path, card_place
from portal.site.site import Site


def cards_of(site: Site) -> Iterator[tuple[str, ShareCard]]:
    """(path in the site, what it shows) of every share card that a page names."""
    named = {card_place(story, site.settings.card_for_every_story) for story in site.library.stories.values()}
    look = card_look(site.dress.identity)
    for lang in LANGUAGES:
        for place in sorted(named):
            story = site.library.read_in(lang, place)
            if story:
                yield card_path(lang, place), _card(site, story, site.words(lang), look)


def _card(site: Site, story: Story, text: Words, look: CardLook) -> ShareCard:
    notice = "" if site.approved else text.say("draft")
    code = story.front.conventions[0] if story.front.kind == "convention" else None
    return ShareCard(story.front.title, text.say("site_name"), notice, look, story.theme, code, _said(story, text))


def _said(story: Story, text: Words) -> str:
    """The verdict of an answer or the one figure of a story; "" where there is neither, or the page was taken back."""
    front = story.front
    if story.withdrawn:
        return ""
    if isinstance(front, Rebuttal):
        return text.label("verdicts", front.verdict) if front.verdict else ""
    key = front.key_figure if isinstance(front, (Achievement, News)) else None
    return key.figure if key else ""
