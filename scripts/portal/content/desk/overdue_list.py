"""The stories nobody read again in time, as the text of one issue that is kept true."""

from portal.content.desk.pull_comment import PullRequest, escaped
from portal.content.desk.reviews import Overdue
from portal.language.words import Words
from portal.language.written import written_day


def overdue_list(late: tuple[Overdue, ...], change: PullRequest, text: Words) -> str:
    """Its title in the first line, then Markdown: a story a line, the longest overdue first."""
    told = text.say("pull.overdue.some", count=len(late)) if late else text.say("pull.overdue.none")
    rows = [f"- {_row(one, change, text)}" for one in late]
    return "".join(f"{line}\n" for line in (text.say("pull.overdue.title"), "", told, "", *rows))


def _row(one: Overdue, change: PullRequest, text: Words) -> str:
    path, title = one.page.document.path, escaped(one.page.front.title)
    url = change.edit(path) or change.file(path)
    name = f"[{title}]({url})" if url else f"{title} ({escaped(path)})"
    return text.say("pull.overdue.row", title=name, day=written_day(one.due, text))
