"""The body that owns the portal, and what only it can give: data/owner.yml."""

from collections.abc import Iterator
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel

from portal.content.strict import Both, Strict
from portal.reading.fields import SecurityContact, Text, Url, matching, problem

OWNER_PATH: Final = "data/owner.yml"
GITHUB_NAME: Final = r"[A-Za-z0-9](-?[A-Za-z0-9]){0,38}(/[A-Za-z0-9][A-Za-z0-9_-]*)?"
"""An account, or a team of an organisation: letters and digits with single hyphens between them, 39 at most."""

Repository = Annotated[
    Text, AfterValidator(matching("not-a-repository", r"https://[a-z0-9-]+(\.[a-z0-9-]+)+/[\w.-]+/[\w.-]+"))
]
"""Where the portal's files are kept in public: a service, an account, a name."""


class MaybeBoth(Strict):
    """Words the owner has still to give: empty until then."""

    vi: Text | None = None
    en: Text | None = None

    def __getitem__(self, lang: str) -> str | None:
        value = getattr(self, lang)
        return None if value is None else str(value)


class ReportBlocks(Strict):
    """What stands at the head and the foot of an official report: empty until the owner gives it. `to` is whom it is
    sent to, `recipients` who gets it at its foot."""

    place: MaybeBoth = MaybeBoth()
    code: Text | None = None
    to: list[Both] | None = None
    authority: MaybeBoth = MaybeBoth()
    signatory_title: MaybeBoth = MaybeBoth()
    signatory: Text | None = None
    recipients: list[Both] | None = None


GitHubName = Annotated[Text, AfterValidator(matching("not-a-github-name", GITHUB_NAME))]


def _enough(names: list[str]) -> list[str]:
    """Two people, or a team: nobody is the second reader of their own text."""
    if len(set(names)) < 2 and not any("/" in name for name in names):
        raise problem("reviewers-too-few")
    return names


Readers = Annotated[list[GitHubName], AfterValidator(_enough)]


class Reviewers(Strict):
    """Who has to read a change before it is published, by their names on GitHub: of the pages, of the data, of all the
    rest. Empty until the owner gives them."""

    content: Readers | None = None
    data: Readers | None = None
    engineering: Readers | None = None


class Owner(Strict):
    """The body that owns the portal. Everything only the owner can know is empty until the owner gives it. `logo` is
    where others may take its logo from: the portal has none of its own."""

    approved: bool
    name: MaybeBoth
    parent: MaybeBoth
    address: MaybeBoth
    responsible: MaybeBoth
    email: Text | None
    telephone: Text | None
    content_licence: MaybeBoth
    content_licence_url: Url | None
    logo: Url | None = None
    security_contact: SecurityContact | None = None
    reviewers: Reviewers = Reviewers()
    repository: Repository | None = None
    report: ReportBlocks | None = None

    def missing(self) -> tuple[str, ...]:
        """The names of what the owner has still to give, as they stand in data/owner.yml; it need not have a logo."""
        return tuple(name for name in _empty(self) if name not in ("report", "logo"))


def _empty(part: BaseModel, before: str = "") -> Iterator[str]:
    for name in part.__class__.model_fields:
        value = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from _empty(value, f"{before}{name}.")
        elif value is None:
            yield f"{before}{name}"
