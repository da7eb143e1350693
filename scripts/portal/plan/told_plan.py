"""The plan told part by part: every task and target of data/plan.yml stands in the part that sets it, and no other."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from portal.content.known.law.documents import DOCUMENTS_FOLDER, WalkedDocument
from portal.content.library import Library
from portal.plan.plan import PATH, Plan
from portal.reading.files import MAX_DATA
from portal.reading.problems import Problem
from portal.reading.yaml_reader import read_yaml_file


def told_plan_problems(plan: Plan | None, library: Library) -> Iterator[Problem]:
    """A problem for each task or target that the plan does not have, that no part sets, or that another kind of
    document names."""
    for document in library.data.documents.values():
        if document.kind != "plan":
            yield from _not_of_a_plan(document, library.root)
        elif plan:
            yield from _of("tasks", document, [task.id for task in plan.tasks], library.root)
            yield from _of("targets", document, [target.id for target in plan.targets], library.root)


def _of(field: str, document: WalkedDocument, known: list[str], root: Path) -> Iterator[Problem]:
    said = [(number, name) for number, part in enumerate(document.parts) for name in getattr(part, field)]
    for number, name in said:
        if name not in known:
            choices = get_close_matches(name, known, n=1, cutoff=0.4) or known or [PATH]
            yield _problem(root, document, number, field, "document-task-unknown", value=name, choices=choices)
    for name in known:
        if name not in [one for _, one in said]:
            path = f"{DOCUMENTS_FOLDER}/{document.id}.yml"
            yield Problem(path, 1, "parts", "document-task-missing", {"value": name})


def _not_of_a_plan(document: WalkedDocument, root: Path) -> Iterator[Problem]:
    for number, part in enumerate(document.parts):
        for field in ("tasks", "targets"):
            if getattr(part, field):
                yield _problem(root, document, number, field, "document-no-plan")


def _problem(root: Path, document: WalkedDocument, number: int, field: str, code: str, **values: object) -> Problem:
    """A problem of a field of a part, on its line: looked up in the file only now, as there is seldom any."""
    path = f"{DOCUMENTS_FOLDER}/{document.id}.yml"
    line = read_yaml_file(root, root / path, MAX_DATA).line(("parts", number, field))
    return Problem(path, line, field, code, values)
