"""The page of an answer to a claim: the claim, the finding, the verdict on its scale, who answers for it."""

from dataclasses import dataclass

from portal.content.fronts.rebuttals import Claim, Rebuttal
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.places import CORRECTIONS, STANDARD
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.pages.agency import agency_of
from portal.site.spot import Spot
from portal.site.values import Day, OpenRow, spoken


@dataclass(frozen=True)
class ClaimView:
    """The claim as it was made. `lang` is its language where that is not the answer's; `by` says who made it."""

    text: str
    lang: str | None
    translation: str | None
    url: str
    where: str
    archive_url: str | None
    day: Day | None
    by: str


@dataclass(frozen=True)
class Step:
    """One verdict of the scale."""

    verdict: str
    label: str
    current: bool


@dataclass(frozen=True)
class RebuttalView:
    """An answer: `speaker` says in whose name and whether it is a draft, `reply` whether those who made the claim were
    asked; a role nobody holds yet has no body."""

    speaker: str
    finding: str
    claim: ClaimView
    verdict: str
    verdict_text: str
    scale: tuple[Step, ...]
    true_part: str
    missing_context: str | None
    unknowns: str | None
    reply: str
    roles: tuple[OpenRow, ...]
    standard: str
    corrections: str


def rebuttal_view(spot: Spot, story: Story, front: Rebuttal) -> RebuttalView:
    """The answer to a claim."""
    text = spot.words
    scale = tuple(Step(name, text.label("verdicts", name), name == front.verdict) for name in vocabulary.VERDICTS)
    speaks = "who_speaks" if spot.site.approved and front.roles.approver else "who_speaks_draft"
    return RebuttalView(
        speaker=text.say(speaks, agency=agency_of(spot, story)),
        finding=front.finding,
        claim=_claim(front.claim, front.claim_translation, story.lang, text),
        verdict=front.verdict,
        verdict_text=text.label("verdicts", front.verdict),
        scale=scale,
        true_part=front.true_part,
        missing_context=front.missing_context,
        unknowns=front.unknowns,
        reply=_reply(front, spot.library.data.locales[story.lang].words, text),
        roles=_roles(spot, front),
        standard=spot.from_root(STANDARD),
        corrections=spot.from_root(CORRECTIONS),
    )


def _claim(claim: Claim, translation: str | None, lang: str, text: Words) -> ClaimView:
    by = text.label("claimant_types", claim.claimant_type)
    return ClaimView(
        text=claim.text,
        lang=claim.lang if claim.lang != lang else None,
        translation=translation,
        url=claim.url,
        where=claim.where,
        archive_url=claim.archive_url,
        day=spoken(claim.date, text),
        by=f"{by}: {claim.claimant}" if claim.claimant else by,
    )


def _reply(front: Rebuttal, lang: str, text: Words) -> str:
    reply = front.right_of_reply
    if not (reply and reply.asked):
        return text.say("reply_not_asked")
    answer = reply.answer[lang] if reply.answer else text.say("reply_none")
    return f"{text.say('reply_asked', day=written_day(reply.date, text) if reply.date else '')} {answer}"


def _roles(spot: Spot, front: Rebuttal) -> tuple[OpenRow, ...]:
    agencies, text = spot.library.data.agencies, spot.words
    held: dict[str, str | None] = dict(front.roles)
    bodies = {role: agencies[body].called(spot.words.lang) for role, body in held.items() if body and body in agencies}
    return tuple(OpenRow(text.label("roles", role), bodies.get(role) or held[role]) for role in text.family("roles"))
