"""What of the house itself may be broken while it is worked on: settings, templates, words; said as problems."""

import traceback
from collections.abc import Iterator
from pathlib import Path

import yaml
from jinja2 import TemplateSyntaxError

from engine import TEMPLATES, Engine, open_engine
from portal.content.desk.address import ENGINE_SETTINGS
from portal.language.locales import LANGUAGES
from portal.language.words import WORDS_FOLDER, YAML_LOADER, words, words_files
from portal.reading.problems import Problem


def engine_of(house: Path, before: Engine | None) -> tuple[Engine | None, tuple[Problem, ...]]:
    """The engine as settings and templates are now, and what is wrong in them: then it is the one of before."""
    try:
        opened = open_engine(house)
    except (Exception, SystemExit) as error:
        return before, (_settings_problem(error),)
    problems = tuple(template_problems(opened, house))
    return (before or opened if problems else opened), problems


def _settings_problem(error: BaseException) -> Problem:
    mark, reason = _mark_of(error)
    return Problem(ENGINE_SETTINGS, mark, "", "settings-broken", {"reason": reason})


def _mark_of(error: BaseException | None) -> tuple[int, str]:
    """(line, reason) of what YAML, somewhere below an error, could not read; (1, …) where it is something else."""
    first = str(error).strip().partition("\n")[0]
    while error is not None:
        if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
            return error.problem_mark.line + 1, error.problem or first
        error = error.__cause__ or error.__context__
    return 1, first


def template_problems(engine: Engine, house: Path) -> Iterator[Problem]:
    """Every template that cannot be read. Those that can are kept by the engine, whatever becomes of their files."""
    for file in sorted((house / TEMPLATES).rglob("*.html")):
        name = file.relative_to(house / TEMPLATES).as_posix()
        try:
            engine.templates.get_template(name)
        except TemplateSyntaxError as error:
            values = {"reason": error.message or ""}
            yield Problem(f"{TEMPLATES}/{error.name or name}", error.lineno, "", "template-broken", values)
        except (OSError, UnicodeError) as error:
            yield Problem(f"{TEMPLATES}/{name}", 1, "", "template-broken", {"reason": str(error)})


def words_problems(house: Path) -> tuple[Problem, ...]:
    """Read the words anew. What is wrong in them is told, and those of before stay."""
    problems = tuple(one for lang in LANGUAGES for one in _of_words(lang, house))
    if not problems:
        words.cache_clear()
    return problems


def _of_words(lang: str, house: Path) -> Iterator[Problem]:
    for file in words_files(lang):
        try:
            yaml.load(file.read_text(encoding="utf-8"), Loader=YAML_LOADER)
        except (yaml.YAMLError, OSError, UnicodeError) as error:
            line, reason = _mark_of(error)
            yield Problem(file.relative_to(house).as_posix(), line, "", "words-broken", {"reason": reason})
            return
    try:
        words.__wrapped__(lang)
    except Exception as error:  # a word that stands twice, a tree that is none
        path = (WORDS_FOLDER / lang).relative_to(house).as_posix()
        yield Problem(path, 0, "", "words-broken", {"reason": str(error)})


def failure(error: Exception, path: str, house: Path) -> Problem:
    """Why a page could not be made: the line of the template where that is its fault; else the page's own file."""
    reason = {"reason": f"{type(error).__name__}: {error}"}
    folder = house / TEMPLATES
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(folder):
            name = Path(frame.filename).relative_to(house).as_posix()
            return Problem(name, frame.lineno or 0, "", "template-failed", reason)
    return Problem(path, 0, "", "page-failed", reason)
