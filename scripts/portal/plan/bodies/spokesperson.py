"""What a body reports of its spokesperson, and how the press reaches its office."""

from portal.content.strict import Strict
from portal.reading.fields import Text, WholeNumber, YesNo
from portal.reading.personal.office import OF_THE_OFFICE, OfficeMail, OfficeTelephone
from portal.reading.problems import Problem


class Spokesperson(Strict):
    """The body's spokesperson mechanism, and how often it informed the press in the year; None where it did not say.
    The rest is how the press reaches the office, never a person: `role` is a post."""

    designated: YesNo
    disclosures: WholeNumber | None = None
    role: Text | None = None
    telephone: OfficeTelephone | None = None
    email: OfficeMail | None = None


def is_of_the_office(one: Problem) -> bool:
    """Whether a problem is a number or an address that its own field has looked at already."""
    return one.field in OF_THE_OFFICE and one.code in ("personal-phone", "personal-mail")
