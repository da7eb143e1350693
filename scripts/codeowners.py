"""Makes .github/CODEOWNERS from the owner's reviewers, so that nobody publishes a text that no second person read."""

import argparse
import sys

from door import parser_of, refused, run, today
from doorway.placing.put import NotPut, put_file
from portal.content.desk.code_owners import CODE_OWNERS, code_owners, made_by_us, written_code_owners
from portal.content.known.reference import read_reference_data
from portal.content.library import is_corpus
from portal.language.words import words
from portal.reading.fields import Context
from portal.reading.problems import as_text


def main(arguments: list[str] | None = None) -> int:
    """0 when the file was right, 1 when it was written anew or could not be, 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    data = read_reference_data(options.root, Context(today()))
    if data.owner is None:
        print(as_text((problem for problem in data.problems if problem.path.startswith("data/owner")), options.lang))
        return 1
    made, written = code_owners(data.owner.reviewers, data.locales.values()), written_code_owners(options.root)
    if made == written:
        return refused(text.say("pull.owners.same", path=CODE_OWNERS), 0)
    if (options.root / CODE_OWNERS).exists() and not made_by_us(written or ""):
        return refused(text.say("pull.owners.foreign", path=CODE_OWNERS), 1)
    try:
        put_file(options.root / CODE_OWNERS, made.encode())
    except NotPut as why:
        return refused(why.said(text), 1)
    return refused(text.say("pull.owners.written", path=CODE_OWNERS), 1)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    return parser_of("codeowners.py", __doc__, "root", "lang").parse_args(arguments)


if __name__ == "__main__":
    sys.exit(run(main))
