"""What the preview shows at each moment: the newest reading that can be shown, and everything that is wrong in it."""

import os
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from door import counted_up_to, today
from engine import TEMPLATES, Engine
from portal.content.desk.address import ENGINE_SETTINGS
from portal.content.library import check_texts
from portal.content.looks import Looks
from portal.language.words import WORDS_FOLDER
from portal.plan.corpus import BESIDE_TEXTS, digest_of, problems_of
from portal.reading.problems import Problem, in_order
from portal.site.built import settings_of
from portal.site.gate import gate_problems
from preview.house import engine_of, failure, words_problems
from preview.reading import Days, Reading, open_reading


@dataclass(frozen=True)
class Findings:
    """What is wrong, by what found it: settings and templates, words, reading as such, the gate, pages tried out."""

    house: tuple[Problem, ...] = ()
    words: tuple[Problem, ...] = ()
    read: tuple[Problem, ...] = ()
    gate: tuple[Problem, ...] = ()
    tried: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return in_order((*self.house, *self.words, *self.read, *self.gate, *self.tried))


@dataclass(frozen=True, eq=False)
class View:
    """What is shown at one moment. `readings` are where a page is looked for, in this order; `is_old` where the first
    of them is not the newest, as that one cannot be shown. `pages` and `told` are other numbers when the pages are
    others and when what is said of them is; `is_checked` once every text was looked into; `is_over` when the preview's
    own code changed and it has to be started anew."""

    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_old: bool = False
    is_checked: bool = False
    is_over: bool = False
    pages: int = 0
    told: int = 0


class Desk:
    """Reads, checks, and reads again what changed. Threads that answer take `view`, a value, and wait for the next."""

    def __init__(self, root: Path, house: Path) -> None:
        self.root, self.house = root, house
        self._engine: Engine | None = None
        self._newest: Reading | None = None
        self._good: Reading | None = None
        self._found, self._looks = Findings(), Looks()
        self._changes = threading.Condition()
        start = time.time_ns() // 1_000_000  # a page left open over a restart sees another number
        self.view = View(pages=start, told=start)

    def wait(self, pages: int, told: int, seconds: float) -> View:
        """The view, as soon as its numbers are others than these, or after some seconds."""
        with self._changes:
            self._changes.wait_for(lambda: (self.view.pages, self.view.told) != (pages, told), seconds)
            return self.view

    def first(self) -> View:
        """The view, as soon as there is something to see in it."""
        with self._changes:
            self._changes.wait_for(lambda: bool(self.view.readings or self.view.problems))
            return self.view

    def open(self) -> None:
        """Read everything for the first time, and check nothing yet."""
        self._take((ENGINE_SETTINGS,))

    def check(self) -> tuple[Problem, ...]:
        """Look into every text of what was opened, and try every template out; what is wrong."""
        self._check(is_other_house=True)
        return self.view.problems

    def take(self, paths: tuple[str, ...]) -> tuple[Problem, ...]:
        """Take in what changed, and show it before it is checked; what is wrong now."""
        self._take(paths)
        self._check(bool(self._found.tried) or any(not path.startswith("content_") for path in paths))
        return self.view.problems

    def _take(self, paths: tuple[str, ...]) -> None:
        found, view = self._found, self.view
        if any(path.startswith((TEMPLATES, ENGINE_SETTINGS)) for path in paths):
            self._engine, house = engine_of(self.house, self._engine)
            found = replace(found, house=house)
        if any(path.startswith(WORDS_FOLDER.relative_to(self.house).as_posix()) for path in paths):
            found = replace(found, words=words_problems(self.house))
        self._newest, read = self._reading(self._newest or self._good)
        self._found = replace(found, read=read)
        is_over = view.is_over or any(path.endswith(".py") for path in paths)
        self._show(replace(self._with_readings(view), is_checked=False, is_over=is_over, pages=view.pages + 1))

    def _reading(self, before: Reading | None) -> tuple[Reading | None, tuple[Problem, ...]]:
        """The corpus as it is now; None, and why, where it cannot even be read."""
        if self._engine is None:
            return None, ()
        config = self._engine.config
        settings = settings_of(self.house, config.site_url or "", config.repo_url or "", os.environ)
        try:
            return open_reading(self.root, settings, self._engine, _days(), before), ()
        except Exception as error:
            return None, (failure(error, BESIDE_TEXTS[0], self.house),)

    def _with_readings(self, view: View) -> View:
        newest, good = self._newest, self._good
        is_old = good is not None and (newest is None or not newest.is_sound)
        order = (good, newest) if is_old else (newest, good)
        return replace(view, readings=tuple(one for one in order if one), is_old=is_old)

    def _check(self, is_other_house: bool) -> None:
        """What the gate says of the newest reading, and whether its templates hold; it is good then."""
        newest = self._newest
        if newest is not None:
            self._found = replace(self._found, gate=self._gate(newest))
            self._show(replace(self.view, is_checked=True))
            if is_other_house and newest.is_sound:
                self._found = replace(self._found, tried=tuple(newest.tried(self.house)))
            if newest.is_sound and not self._found.tried:
                self._good = newest
        self._show(replace(self._with_readings(self.view), is_checked=True))

    def _gate(self, reading: Reading) -> tuple[Problem, ...]:
        days = _days()
        try:
            library = check_texts(reading.library, self._looks, (digest_of(self.root, BESIDE_TEXTS), days))
            return gate_problems(replace(reading.registers, library=library), days.today, days.as_of)
        except Exception as error:
            return (*problems_of(reading.registers), failure(error, BESIDE_TEXTS[0], self.house))

    def _show(self, view: View) -> None:
        """Show a view; what is said of it changes its number only where it is something else."""
        with self._changes:
            before, view = self.view, replace(view, problems=self._found.problems)
            same = (view.problems, view.is_checked, view.is_old, view.is_over) == (
                before.problems, before.is_checked, before.is_old, before.is_over,
            )  # fmt: skip
            self.view = replace(view, told=before.told + (0 if same else 1))
            self._changes.notify_all()


def _days() -> Days:
    return Days(today(), counted_up_to(today()))
