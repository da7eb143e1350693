"""The box on the front of the answers: has a sentence somebody met been answered? A list without a script, too."""

from dataclasses import dataclass
from typing import Final

from portal.content.fronts.rebuttals import Rebuttal
from portal.content.stories import Story
from portal.language.places import ALL_ANSWERS, ANSWERS, SEARCH, SEND_CLAIM, front_of
from portal.site.dress.marks import asset_links
from portal.site.spot import Spot
from portal.site.values import Link

MOST_INLINE: Final = 40
"""So many claims, the newest, stand in the page itself: four kilobytes packed. Older ones the portal's search finds."""


@dataclass(frozen=True)
class AnsweredClaim:
    """A claim in its own words and language, in the reader's words where it was translated, and its answer."""

    answer: Link
    text: str
    lang: str | None
    translation: str | None
    verdict: str


@dataclass(frozen=True)
class MatchBox:
    """What was answered, newest first; `newest` says that there is more than stands here. `all`, `search` and `send`
    lead on, None where there is no such page; `email` is the owner's, None until the owner gives one."""

    claims: tuple[AnsweredClaim, ...]
    newest: str
    script: str
    all: Link | None
    search: str
    send: Link | None
    email: str | None


def match_box(spot: Spot) -> MatchBox | None:
    """The box of the answers' front; None on every other page, and as long as nothing was answered."""
    stories = spot.library.newest(spot.lang, ANSWERS)
    if spot.place != front_of(ANSWERS) or not stories:
        return None
    claims = tuple(one for story in stories[:MOST_INLINE] if (one := _claim(spot, story)))
    more = len(stories) > len(claims)
    say = spot.words.say
    return MatchBox(
        claims=claims,
        newest=say("match.newest", shown=len(claims), count=len(stories)) if more else "",
        script=asset_links(spot.site.dress.assets, spot.root).claims,
        all=Link(say("match.all"), spot.to(ALL_ANSWERS)) if spot.has(ALL_ANSWERS) else None,
        search=spot.to(SEARCH),
        send=Link(say("match.send"), spot.to(SEND_CLAIM)) if spot.has(SEND_CLAIM) else None,
        email=spot.site.owner.email if spot.site.owner else None,
    )


def _claim(spot: Spot, story: Story) -> AnsweredClaim | None:
    front = story.front
    if not isinstance(front, Rebuttal):
        return None
    claim = front.claim
    lang = claim.lang if claim.lang != spot.words.lang else None
    verdict = spot.words.label("verdicts", front.verdict)
    return AnsweredClaim(spot.link(story.place), claim.text, lang, front.claim_translation if lang else None, verdict)
