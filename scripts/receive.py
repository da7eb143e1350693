"""Takes in forms and broadcast logs that came back: what is wrong by cell; reports, registers, the log, receipts."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import sys
from collections.abc import Iterator
from pathlib import Path


from door import parser_of, refused, run, today
from doorway.drawing import Drawing
from doorway.counting import opened_ledger
from doorway.ours import put_beside
from portal.language.words import Words, words
from portal.plan.bodies.office import BrokenLayout
from portal.plan.bodies.received import RECEIVED_FOLDER, laid_files
from portal.plan.ledger import Ledger
from portal.plan.receive.candidates import Incoming
from portal.plan.receive.logs import Heard, HeardLog, logs_apart, receive_logs
from portal.plan.receive.receipt import receipt_name, receipt_of
from portal.plan.receive.summary import parts_of, parts_said
from portal.plan.receive.taking import Arrival, Reception, receive
from portal.reading.characters import on_one_line
from portal.reading.problems import as_text, to_mend
from portal.reading.workbooks.reader import MAX_WORKBOOK
from doorway.placing.put import NotPut, put_files


def main(arguments: list[str] | None = None) -> int:
    """0 when every form is in (taken in now or before, doubts told), 1 where one is wrong (the others are taken in), 2
    when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if options.day and options.day > today():
        return refused(text.say("receive.day_ahead", day=options.day.isoformat()))
    with Drawing(stderr=True).status(text.say("receive.reading")):
        ledger = opened_ledger(options.root, text)
        if isinstance(ledger, int):
            return ledger
        files = _incoming(options, text)
        if isinstance(files, int):
            return files
        logs, forms = logs_apart(files)
        came = receive(ledger, forms, options.day or today(), today())
        heard = receive_logs(ledger, logs, today())
    return _put(came, heard, ledger, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("receive.py", __doc__, "root", "lang", "day")
    where = f"forms that came; all in {RECEIVED_FOLDER}/<year>/ where left out"
    parser.add_argument("files", nargs="*", type=Path, help=where)
    parser.add_argument("--out", type=Path, help="folder for a receipt (DOCX) to each body whose form is taken in")
    parser.add_argument("--dry-run", action="store_true", help="say what is wrong and what would be taken in")
    return parser.parse_args(arguments)


def _incoming(options: argparse.Namespace, text: Words) -> list[Incoming] | int:
    """The files named, or all that were laid into data/received/; or what the door returns, said."""
    laid = [(file.relative_to(options.root).as_posix(), file) for file in laid_files(options.root)]
    named = [(str(path), file) for path in options.files for file in _files_at(path)]
    missing = [path for path in options.files if not path.exists()]
    for path in missing:
        refused(text.say("receive.no_file", path=on_one_line(str(path))))
    if missing:
        return 2
    if not (options.files or laid):
        return refused(text.say("receive.nothing", folder=f"{RECEIVED_FOLDER}/<…>/"))
    try:
        return [Incoming(path, _bytes(file)) for path, file in (named if options.files else laid)]
    except OSError as error:
        return refused(text.say("receive.cannot_read", path=error.filename, reason=error.strerror), 1)


def _files_at(path: Path) -> Iterator[Path]:
    yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else (path,)


def _bytes(file: Path) -> bytes:
    """A byte more than is read at most: what is larger is told by the reader."""
    with file.open("rb") as opened:
        return opened.read(MAX_WORKBOOK + 1)


def _put(came: Reception, heard: Heard, ledger: Ledger, options: argparse.Namespace, text: Words) -> int:
    """Write all files or none; then say what came of each, and write the receipts."""
    try:
        files = {**came.files, **heard.files}
        if files and not options.dry_run:
            put_files({options.root / path: data for path, data in files.items()})
    except NotPut as why:
        return refused(text.say("receive.cannot_write", why=why.said(text)))
    for arrival in came.arrivals:
        print(_said(arrival, ledger, text))
    for log in heard.logs:
        print(_log_said(log, ledger, text))
    problems = (*came.problems, *heard.problems)
    if problems:
        print(as_text(problems, text.lang))
    states = [arrival.state for arrival in came.arrivals] + ["new" if one.changes else "again" for one in heard.logs]
    wrong, again = len({problem.path for problem in to_mend(problems)}), states.count("again")
    print(text.say("receive.done", taken=len(states) - again, again=again, wrong=wrong), file=sys.stderr)
    if options.dry_run:
        print(text.say("receive.dry"), file=sys.stderr)
    elif options.out and (code := _put_receipts(came, ledger, options.out, text)):
        return code
    return 1 if wrong else 0


def _put_receipts(came: Reception, ledger: Ledger, out: Path, text: Words) -> int:
    """A receipt for each form taken in now; one that somebody has written in stays, the new one gets a number."""
    new = [arrival for arrival in came.arrivals if arrival.state != "again"]
    try:
        put = put_beside(out, {receipt_name(one, text): receipt_of(one, ledger, text) for one in new}) if new else None
    except BrokenLayout as error:
        return refused(text.say("report.layout_broken", layout=error.layout, reason=error.reason), 1)
    except NotPut as why:
        return refused(text.say("receive.no_receipts", why=why.said(text)), 1)
    if put:
        print(text.say("receive.receipts", out=out, count=len(put.names)), file=sys.stderr)
    return 0


def _said(arrival: Arrival, ledger: Ledger, text: Words) -> str:
    body = ledger.library.data.agencies[arrival.receipt.agency].called(text.lang)
    parts = parts_said(parts_of(arrival, ledger, text), text)
    path, day = on_one_line(arrival.path), arrival.receipt.day.isoformat()
    return text.say(f"receive.{arrival.state}", path=path, year=arrival.year, body=body, day=day, parts=parts)


def _log_said(log: HeardLog, ledger: Ledger, text: Words) -> str:
    body = ledger.library.data.agencies[log.agency].called(text.lang)
    counts = {"new": log.new, "corrected": log.corrected, "again": log.again}
    return text.say("broadcasts.taken", path=on_one_line(log.path), week=log.week, body=body, **counts)


if __name__ == "__main__":
    sys.exit(run(main))
