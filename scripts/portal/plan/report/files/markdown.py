"""A paper of the report as plain text, which can be read and compared anywhere."""

from typing import Final

from portal.language.words import Words
from portal.plan.report.values import PaperId, Part, Report, Table, shown

_BEFORE: Final = {
    "heading": "## ",
    "subheading": "### ",
    "annex": "## ",
    "annex_title": "### ",
    "blank": "> ",
    "point": "- ",
}


def as_markdown(report: Report, name: PaperId, text: Words) -> bytes:
    """One paper as Markdown, without what frames it."""
    paper = report.paper(name)
    draft = [f"**{text.say('report.draft')}**"] if report.draft else []
    head = [*draft, f"# {paper.title}", f"**{paper.subject}**"]
    return ("\n\n".join([*head, *(_marked(block, text) for block in paper.blocks)]) + "\n").encode()


def _marked(block: Part, text: Words) -> str:
    if isinstance(block, Table):
        rows = [block.head, tuple("---" for _ in block.head), *block.rows]
        lines = ("| " + " | ".join(_cell(shown(cell, text)) for cell in row) + " |" for row in rows)
        return f"**{block.title}**\n\n" + "\n".join(lines)
    return _BEFORE.get(block.shape, "") + block.text


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
