"""What UN committees found and Viet Nam answered: data/findings.yml."""

from typing import Final

from pydantic import Field, ValidationInfo, field_validator

from portal.content.sources import Source
from portal.content.strict import Both, Strict
from portal.reading.fields import Convention, Slug, Text, problem

FINDINGS_PATH: Final = "data/findings.yml"


class Finding(Strict):
    """What a UN committee found on Viet Nam and what Viet Nam answered, both as their documents say; no verdict.
    `symbol` and `paragraph` are empty where the committee's own text was not read; `answer` where none was seen."""

    id: Slug
    convention: Convention
    symbol: Text | None = None
    paragraph: Text | None = None
    finding: Both
    finding_source: Source
    answer: Both | None = None
    answer_source: Source | None = Field(default=None, validate_default=True)

    @field_validator("answer_source")
    @classmethod
    def _stands_with_its_answer(cls, value: Source | None, info: ValidationInfo) -> Source | None:
        if (value is None) != (info.data.get("answer") is None):
            raise problem("answer-without-source")
        return value
