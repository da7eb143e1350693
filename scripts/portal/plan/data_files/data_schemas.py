"""The files below data/ as JSON Schema (2020-12), from the models that read them: for VS Code and other programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from portal.content.asking.page_schema import DIALECT, MADE_BY, Schema
from portal.content.desk.facts import OMISSIONS_FOLDER, SAMPLES_FOLDER, UNVERIFIED_PATH, Unverified
from portal.content.desk.second_readers import Omissions, Sample
from portal.content.known.claims_received import RECEIVED_CLAIMS_PATH, ClaimsReceived
from portal.content.known.data_files import DATA_LISTS
from portal.content.known.figures import FIGURES_FOLDER, Figure
from portal.content.known.house.home import HOME_PATH, HomePage
from portal.content.known.house.owner import OWNER_PATH, Owner
from portal.content.known.house.portal import PORTAL_PATH, Portal
from portal.content.known.law.documents import DOCUMENTS_FOLDER, WalkedDocument
from portal.content.known.law.recommendations import RECOMMENDATIONS_FOLDER, UnDocument
from portal.content.known.quizzes import QUIZZES_FOLDER, Quiz
from portal.plan.bodies.reported import REPORTED_FOLDER, AgencyReport
from portal.plan.plan import PATH, Plan


@dataclass(frozen=True)
class DataForm:
    """Files of data/ that one model reads: `files` is a pattern; with `is_list` a file is a list of such entries.
    `named` are the fields that the name of a file says."""

    files: str
    model: type[BaseModel]
    is_list: bool = False
    named: tuple[str, ...] = ()


DATA_FORMS: Final[Mapping[str, DataForm]] = {
    **{name: DataForm(one.path, one.model, True) for name, one in DATA_LISTS.items()},
    "unverified": DataForm(UNVERIFIED_PATH, Unverified, True),
    "owner": DataForm(OWNER_PATH, Owner),
    "portal": DataForm(PORTAL_PATH, Portal),
    "home": DataForm(HOME_PATH, HomePage),
    "claims_received": DataForm(RECEIVED_CLAIMS_PATH, ClaimsReceived),
    "plan": DataForm(PATH, Plan),
    "document": DataForm(f"{DOCUMENTS_FOLDER}/*.yml", WalkedDocument, named=("id",)),
    "figure": DataForm(f"{FIGURES_FOLDER}/*.yml", Figure, named=("id",)),
    "un_document": DataForm(f"{RECOMMENDATIONS_FOLDER}/*.yml", UnDocument, named=("id",)),
    "quiz": DataForm(f"{QUIZZES_FOLDER}/*.yml", Quiz, named=("id",)),
    "report": DataForm(f"{REPORTED_FOLDER}/*/*.yml", AgencyReport),
    "omissions": DataForm(f"{OMISSIONS_FOLDER}/*/*.yml", Omissions),
    "sample": DataForm(f"{SAMPLES_FOLDER}/*.yml", Sample),
}
"""Each form of file by a name of its own."""


class _AsWritten(GenerateJsonSchema):
    """What a file may say: our readers take a text for many a value (a day as 23/11/2026, 450.000 for a number), so a
    text is let through wherever one of them stands before the type; whether it can be read, check knows."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        return _or_text(super().function_before_schema(schema))

    def function_wrap_schema(self, schema: core_schema.WrapValidatorFunctionSchema) -> JsonSchemaValue:
        return _or_text(super().function_wrap_schema(schema))


def _or_text(made: Schema) -> Schema:
    return {"anyOf": [made, {"type": ["string", "number"] if made.get("type") == "integer" else "string"}]}


def data_schema(form: DataForm) -> Schema:
    """The schema of one file of a form."""
    made = form.model.model_json_schema(schema_generator=_AsWritten)
    entries = made.pop("$defs", {})
    made["properties"] = {name: one for name, one in made["properties"].items() if name not in form.named}
    made["required"] = [name for name in made.get("required", ()) if name not in form.named]
    own: dict[str, Any] = {"type": ["array", "null"], "items": made} if form.is_list else made
    return {"$schema": DIALECT, "$comment": MADE_BY, **own, "$defs": entries}
