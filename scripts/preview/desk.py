"""What the preview shows at each moment: the newest reading that can be shown, and everything that is wrong in it."""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

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

SHOWS_WAITING: Final = True
"""Whoever writes sees the pages that wait for their day, so marked, as `build.py --scheduled` makes them."""


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


@dataclass(frozen=True)
class Checked:
    """One check: the files that changed before it, none where everything was opened; the seconds until they could be
    seen; what is wrong."""

    paths: tuple[str, ...]
    seconds: float
    problems: tuple[Problem, ...]


class Desk:
    """Takes in what changed in one thread and checks it in another, so that a page is shown before all is checked.
    Threads that answer take `view`, a value, and wait for the next."""

    def __init__(self, root: Path, house: Path) -> None:
        self.root, self.house = root, house
        self._engine: Engine | None = None
        self._newest: Reading | None = None
        self._good: Reading | None = None
        self._found, self._looks = Findings(), Looks()
        self._unchecked: tuple[str, ...] | None = None
        self._seconds = 0.0
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

    def take(self, paths: tuple[str, ...] = ()) -> None:
        """Take in what changed, at first everything, and show it; it is not checked yet."""
        started, house, words = time.monotonic(), self._found.house, self._found.words
        if self._engine is None or any(path.startswith((TEMPLATES, ENGINE_SETTINGS)) for path in paths):
            self._engine, house = engine_of(self.house, self._engine)
        if any(path.startswith(WORDS_FOLDER.relative_to(self.house).as_posix()) for path in paths):
            words = words_problems(self.house)
        newest, read = self._reading(self._newest or self._good)
        with self._changes:
            self._seconds = time.monotonic() - started
            self._unchecked = tuple(dict.fromkeys((*(self._unchecked or ()), *paths)))
            self._newest, self._found = newest, replace(self._found, house=house, words=words, read=read)
            is_over = self.view.is_over or any(path.endswith(".py") for path in paths)
            self._show(replace(self.view, is_checked=False, is_over=is_over, pages=self.view.pages + 1))

    def checks(self) -> Iterator[Checked]:
        """Wait for what was taken in and check it, again and again."""
        while True:
            with self._changes:
                self._changes.wait_for(lambda: self._unchecked is not None)
                paths, seconds, newest, before = self._unchecked or (), self._seconds, self._newest, self._found
            found = self._found_in(newest, before, paths) if newest else before
            with self._changes:
                if newest is not self._newest:
                    continue  # more was taken in: what is said of this reading is old already
                self._unchecked, self._found = None, replace(self._found, gate=found.gate, tried=found.tried)
                self._good = newest if newest and newest.is_sound and not found.tried else self._good
                self._show(replace(self.view, is_checked=True))
            yield Checked(paths, seconds, self.view.problems)

    def _found_in(self, newest: Reading, before: Findings, paths: tuple[str, ...]) -> Findings:
        """What the gate says of a reading, and whether its templates hold, where they or their values may be others."""
        gate, are_others = self._gate(newest), not paths or not all(one.startswith("content_") for one in paths)
        if newest.is_sound and (before.tried or are_others):
            return replace(before, gate=gate, tried=tuple(newest.tried(self.house)))
        return replace(before, gate=gate)

    def _reading(self, before: Reading | None) -> tuple[Reading | None, tuple[Problem, ...]]:
        """The corpus as it is now; None, and why, where it cannot even be read."""
        if self._engine is None:
            return None, ()
        config = self._engine.config
        told = settings_of(self.house, config.site_url or "", config.repo_url or "", os.environ)
        settings = replace(told, with_waiting=SHOWS_WAITING)
        try:
            return open_reading(self.root, settings, self._engine, _days(), before), ()
        except Exception as error:
            return None, (failure(error, BESIDE_TEXTS[0], self.house),)

    def _gate(self, reading: Reading) -> tuple[Problem, ...]:
        days = _days()
        try:
            library = check_texts(reading.library, self._looks, (digest_of(self.root, BESIDE_TEXTS), days))
            return gate_problems(replace(reading.registers, library=library), days.today, days.as_of)
        except Exception as error:
            return (*problems_of(reading.registers), failure(error, BESIDE_TEXTS[0], self.house))

    def _show(self, view: View) -> None:
        """Show the readings there are; what is said of them has another number only where it is something else."""
        newest, good = self._newest, self._good
        is_old = good is not None and (newest is None or not newest.is_sound)
        order = (good, newest) if is_old else (newest, good)
        readings = tuple(dict.fromkeys(one for one in order if one))
        view = replace(view, readings=readings, is_old=is_old, problems=self._found.problems)
        told = self.view.told + (_said(view) != _said(self.view))
        with self._changes:
            self.view = replace(view, told=told)
            self._changes.notify_all()


def _said(view: View) -> tuple[object, ...]:
    return view.problems, view.is_checked, view.is_old, view.is_over


def _days() -> Days:
    return Days(today(), counted_up_to(today()))
