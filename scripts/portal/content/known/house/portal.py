"""Which portal this is: its names, its province, its plan as sentences call it: data/portal.yml."""

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator

from portal.content.strict import Both, Strict
from portal.language.places import PLAN_SECTION
from portal.reading.fields import SLUG, Slug, Text, matching

PORTAL_PATH: Final = "data/portal.yml"

PlanPage = Annotated[Text, AfterValidator(matching("not-a-plan-page", rf"{PLAN_SECTION}/{SLUG}"))]


class PlanNamed(Strict):
    """The plan as sentences call it ("Plan 12"), and the place of the page that explains it."""

    name: Both
    page: PlanPage


class Portal(Strict):
    """The portal's names. `offline_copy` is the name of the copy for USB sticks and of its folder, `agent` the name
    under which the portal asks other sites whether its sources are there."""

    site_name: Both
    site_short: Both
    province: Both
    plan: PlanNamed
    offline_copy: Slug
    agent: Slug

    def names(self, lang: str) -> Mapping[str, str]:
        """Its names in a language, by the words that stand for them (language/words.py)."""
        return {
            "site_name": self.site_name[lang],
            "site_short": self.site_short[lang],
            "province": self.province[lang],
            "plan": self.plan.name[lang],
        }
