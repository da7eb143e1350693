"""The day a year's report was sent: written into data/plan.yml, and asked for where a year has ended without it.

Only the annual report has such a day: it alone cuts a year off. What an interim or a final report was counted up to
moves no work from one year to another."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from portal.plan.ledger import Ledger
from portal.plan.plan import PATH, Plan
from portal.plan.register.products import register_files
from portal.reading.fields import Context
from portal.reading.files import MAX_DATA
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import read_yaml, read_yaml_file

_KEY: Final = re.compile(r"^filed:(?P<gap>[ \t]*+)(?P<said>\{[^{}\n]*\}|null|~)?(?P<rest>[ \t]*(#[^\n]*)?\r?)$", re.M)
_BELOW: Final = re.compile(r"([ \t][^\n]*|#[^\n]*|\r*)\n")  # a line that belongs to the key above it
_ENTRY: Final = r"^(?P<before>[ \t]+['\"]?{year}['\"]?[ \t]*:[ \t]*)(?P<day>['\"]?[0-9-]+['\"]?)"


class NotWritable(ValueError):
    """The file says `filed` in a way that is not changed safely; a person has to."""


def unfiled(ledger: Ledger, day: date) -> tuple[int, ...]:
    """The years that had ended on a day, of which something is kept here, and whose report nobody says was sent. Until
    it was, every day of a year counts in it, and the next year begins where the plan says."""
    years = range(ledger.plan.years.first, ledger.plan.years.last + 1)
    ended = (year for year in years if ledger.plan.full_window(year).end < day and year not in ledger.plan.filed)
    return tuple(year for year in ended if _is_kept(ledger, year))


def _is_kept(ledger: Ledger, year: int) -> bool:
    registers = register_files(ledger.library.root)
    return bool(ledger.reports.get(year)) or any(file.name.startswith(f"{year}") for file in registers)


def year_to_report(ledger: Ledger, day: date) -> int:
    """The year a report made on a day speaks of: the oldest that has ended and was not filed, else that of the day."""
    return next(iter(unfiled(ledger, day)), ledger.year_of(day))


def filing_problems(ledger: Ledger, day: date) -> list[Problem]:
    """A problem for each year that ended without its day of filing, at the line where data/plan.yml says `filed`."""
    reading = read_yaml_file(ledger.library.root, ledger.library.root / PATH, MAX_DATA)
    line = reading.lines.get(("filed",), 1)
    ends = {year: ledger.plan.full_window(year).end.isoformat() for year in unfiled(ledger, day)}
    return [Problem(PATH, line, "filed", "year-not-filed", {"year": year, "end": end}) for year, end in ends.items()]


def with_filed(text: str, year: int, day: date) -> str:
    """The text of data/plan.yml with the day of filing of a year; nothing else in it changes, comments neither. Raises
    NotWritable where that cannot be done for certain."""
    before = _value(text)
    if not isinstance(before.get("filed") or {}, dict):
        raise NotWritable(PATH)
    known = {str(one): said for one, said in (before.get("filed") or {}).items()}
    changed = _changed(text, known, year, day)
    after = _value(changed)
    now = {str(one): said for one, said in after["filed"].items()}
    if now != {**known, str(year): day.isoformat()} or {**after, "filed": ""} != {**before, "filed": ""}:
        raise NotWritable(PATH)
    return changed


def _changed(text: str, known: Mapping[str, str], year: int, day: date) -> str:
    key = _KEY.search(text)
    if key is None:
        if re.search(r"^filed:", text, re.M):
            raise NotWritable(PATH)
        end = "\r\n" if "\r\n" in text else "\n"
        return f"{text}{'' if text.endswith(end) or not text else end}filed: {_flow({str(year): day.isoformat()})}{end}"
    if key["said"] or not known:
        rest = key["rest"] if key["said"] else key["gap"] + key["rest"]
        return f"{text[: key.start()]}filed: {_flow({**known, str(year): day.isoformat()})}{rest}{text[key.end() :]}"
    start = key.end() + 1
    end_of_block = start
    while line := _BELOW.match(text, end_of_block):
        end_of_block = line.end()
    return text[:start] + _entered(text[start:end_of_block], year, day) + text[end_of_block:]


def _flow(days: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{year}: {days[year]}" for year in sorted(days)) + "}"


def _entered(block: str, year: int, day: date) -> str:
    """The lines below `filed:` with that of a year changed, or a new one after the last."""
    entry = re.compile(_ENTRY.format(year=year), re.M)
    if entry.search(block):
        return entry.sub(lambda found: f"{found['before']}{day}", block, count=1)
    last = [*re.finditer(r"^(?P<indent>[ \t]+)['\"]?\d{4}[^\n]*(?P<end>\r?\n)", block, re.M)]
    if not last:
        raise NotWritable(PATH)
    line = f"{last[-1]['indent']}{year}: {day}{last[-1]['end']}"
    return block[: last[-1].end()] + line + block[last[-1].end() :]


def _value(text: str) -> dict[str, Any]:
    value = read_yaml(text.removeprefix("\ufeff"), PATH, 1, MAX_DATA).value
    if not isinstance(value, dict):
        raise NotWritable(PATH)
    return value


def problems_in(text: str, context: Context) -> list[Problem]:
    """What is wrong in a text of data/plan.yml before it is written."""
    reading = read_yaml(text.removeprefix("\ufeff"), PATH, 1, MAX_DATA)
    return reading.problems or validate(Plan, reading.value, context, reading, PATH)[1]


def counted_from(plan: Plan, year: int, day: date) -> date:
    """The first day that counts in the year after `year` once its report was filed on `day`."""
    return min(day, plan.full_window(year).end) + timedelta(days=1)
