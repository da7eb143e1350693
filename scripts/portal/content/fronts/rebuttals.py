"""What the head of a rebuttal may say: a claim and its answer. What it must say is in rules/standard/."""

from typing import Annotated, Literal

from pydantic import Field

from portal.content.front_matter import StoryFront
from portal.content.sources import Source
from portal.content.strict import Both, Strict
from portal.language.places import ANSWERS
from portal.reading.fields import (
    AgencyId,
    ClaimantType,
    ClaimKind,
    ClaimNature,
    KnownDay,
    LanguageTag,
    LongText,
    PastDay,
    Said,
    Text,
    Url,
    Verdict,
    YesNo,
)


class Evidence(Source):
    """A source of a rebuttal; its `locator` is the page or paragraph that decides."""


class Claim(Strict):
    """The claim a rebuttal answers, verbatim in its own language, and where it stood. `date` is None where the file
    says `not_known`; `criticises` names the bodies it speaks against, as the evidence writes its publishers."""

    text: LongText
    lang: LanguageTag
    kind: ClaimKind
    nature: ClaimNature = "statement"
    where: Text
    date: KnownDay = None
    url: Url
    archive_url: Url | None = None
    archive: Literal["not_known"] | None = None
    claimant_type: ClaimantType
    claimant: Text | None = None
    criticises: list[Text] = []


class RightOfReply(Strict):
    """Whether those who made the claim were asked, when, and what they answered."""

    asked: YesNo
    date: PastDay | None = None
    answer: Both | None = None


class Roles(Strict):
    """The bodies that wrote, reviewed and approved: three different ones, empty until each has really done it."""

    author: AgencyId | None = None
    reviewer: AgencyId | None = None
    approver: AgencyId | None = None


class Rebuttal(StoryFront):
    """The answer to a claim, never to a person."""

    sections = (ANSWERS,)
    review_months = 6
    template = "rebuttal.html"

    kind: Literal["rebuttal"]
    claim: Claim
    claim_translation: Annotated[LongText | None, Said()] = None
    verdict: Verdict
    finding: Annotated[LongText, Said()]
    true_part: Annotated[LongText, Said()]
    missing_context: Annotated[LongText | None, Said()] = None
    unknowns: Annotated[LongText | None, Said()] = None
    evidence: list[Evidence] = Field(min_length=1)
    sources: list[Source] = []
    right_of_reply: RightOfReply | None = None
    roles: Roles = Roles()

    def is_given_out(self, approved: bool) -> bool:
        """Whether those who gather fact-checks may take the answer: the owner has `approved` the site, a body has
        approved the answer, and it was not taken back. A draft that was gathered cannot be called back."""
        return approved and self.roles.approver is not None and not self.withdrawn

    @property
    def references(self) -> tuple[Source, ...]:
        """The evidence first, then other sources."""
        return (*self.evidence, *self.sources)
