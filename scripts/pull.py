"""What `check` writes for a change that was sent in, and for the list of work kept as an issue: Markdown."""

import argparse

from portal.content.desk.overdue_list import overdue_list
from portal.content.desk.pull_comment import MOST_IN_COMMENT, Checked, PullRequest, comment
from portal.content.desk.reviews import Overdue
from portal.content.library import Library
from portal.content.mending import mended_pages
from portal.language.words import words
from portal.reading.problems import Problem


def add_change_options(parser: argparse.ArgumentParser) -> None:
    """Where the change lies that --format markdown tells of; without them nothing is linked."""
    change = parser.add_argument_group("with --format markdown")
    change.add_argument("--repository", default="", help="web address of the repository whose files are linked")
    change.add_argument("--commit", default="", help="commit whose lines are linked")
    change.add_argument("--branch", default="", help="branch whose files can be edited in the browser")
    change.add_argument("--run", default="", help="web address of the page that tells how the check went")
    change.add_argument("--most", type=int, default=MOST_IN_COMMENT, help="characters it may have")


def change_comment(problems: tuple[Problem, ...], library: Library, options: argparse.Namespace) -> str:
    """The comment under a change."""
    told = {problem.path for problem in problems}
    mended = mended_pages(library.root, library.data.locales.values(), told) if told else ()
    fixable = {page.path: len(page.mends) for page in mended}
    found = Checked(problems, len(library.stories), fixable)
    return comment(found, _change(options), words(options.lang), options.most)


def overdue_issue(late: tuple[Overdue, ...], options: argparse.Namespace) -> str:
    """The stories nobody read again in time, as the text of an issue, its title first."""
    return overdue_list(late, _change(options), words(options.lang))


def _change(options: argparse.Namespace) -> PullRequest:
    return PullRequest(options.repository.rstrip("/"), options.commit, options.branch, options.run)
