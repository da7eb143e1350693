"""The receipt a body gets for its form: what came and when, part by part, and until when it may be corrected."""

from collections.abc import Iterator

from portal.language.words import Words
from portal.language.written import written_day
from portal.plan.forms.desk import plan_words
from portal.plan.forms.letter import LetterLine, letter_file, letter_to
from portal.plan.ledger import Ledger
from portal.plan.receive.summary import PartSummary, parts_of
from portal.plan.receive.taking import Arrival


def receipt_name(arrival: Arrival, text: Words) -> str:
    """The file of a receipt: phieu-nhan-2026-so-gddt-2026-11-20.docx."""
    receipt = arrival.receipt
    name = text.say("receive.receipt.file", year=arrival.year, body=receipt.agency, day=receipt.day.isoformat())
    return f"{name}.docx"


def receipt_of(arrival: Arrival, ledger: Ledger, text: Words) -> bytes:
    """The receipt for a form that was taken in now, as DOCX, in the letter's form; the same bytes for the same form and
    day. Raises BrokenLayout."""
    agency = ledger.library.data.agencies[arrival.receipt.agency]
    about = text.say("receive.receipt.about", **plan_words(ledger, arrival.year, text))
    letter = letter_to(ledger, agency, arrival.year, about, _lines(arrival, ledger, text), text)
    return letter_file(letter, arrival.receipt.day, text)


def _lines(arrival: Arrival, ledger: Ledger, text: Words) -> Iterator[LetterLine]:
    receipt = arrival.receipt
    body = ledger.library.data.agencies[receipt.agency].called(text.lang)
    named = {
        **plan_words(ledger, arrival.year, text),
        "body": body,
        "day": written_day(receipt.day, text),
        "document": receipt.document or text.say("receive.receipt.no_document"),
        "replaced": receipt.replaces or "",
    }

    def said(name: str) -> LetterLine:
        return LetterLine("sentence", text.say(f"receive.receipt.{name}", **named))

    yield said("opening")
    yield said("document")
    if receipt.replaces:
        yield said("replaces")
    yield from (LetterLine("sentence", f"- {line}.") for line in _counts(parts_of(arrival, ledger, text), text))
    yield said("sha256")
    yield LetterLine("sentence", receipt.sha256)
    due = ledger.plan.due_day(arrival.year)
    yield said("correct_late" if due and receipt.day >= due else "correct")


def _counts(parts: tuple[PartSummary, ...], text: Words) -> Iterator[str]:
    """A line for each part that was reported, and one for all that were not."""
    yield from (part.said(text) for part in parts if part.reported)
    left = ", ".join(part.title for part in parts if not part.reported)
    if left:
        yield text.say("receive.receipt.not_reported", parts=left)
