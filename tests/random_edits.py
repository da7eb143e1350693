"""Edits by chance to a copy of the project with a small site in it: texts, data, look, words, settings, .cache."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from conftest import EPOCH

DAY = 86400
KEPT = ".cache/built"


@dataclass(frozen=True)
class Asked:
    """What a build is asked for besides the files: settings from outside and options."""

    settings: Mapping[str, str] = field(default_factory=lambda: {"SOURCE_DATE_EPOCH": EPOCH})
    options: tuple[str, ...] = ()


@dataclass
class Editor:
    """Somebody who changes a project without knowing it; `number` makes each change another."""

    root: Path
    chance: Random
    number: int = 0
    asked: Asked = field(default_factory=Asked)
    changes_code: bool = False

    def edit(self) -> str:
        """Change something; its name."""
        self.number += 1
        drawn = {name: weight for name, (weight, _) in EDITS.items() if self.changes_code or name not in OF_CODE}
        name = self.chance.choices(list(drawn), list(drawn.values()))[0]
        EDITS[name][1](self)
        return name

    def story(self) -> str:
        """The place of a page that tells a story."""
        return self.chance.choice(sorted(self._places("*/2026/*.md")))

    def page(self) -> Path:
        """The file of any page, in any language."""
        return self.chance.choice(sorted(file for one in self.root.glob("content_*") for file in one.rglob("*.md")))

    def files(self, place: str) -> list[Path]:
        """The files of a place in all languages."""
        found = (one / f"{place}.md" for one in sorted(self.root.glob("content_*")))
        return [file for file in found if file.exists()]

    def change(self, file: Path, pattern: str, new: str) -> None:
        """Put `new`, which may name groups, in the place of one of the finds of a pattern, if there are any."""
        text = file.read_text("utf-8")
        finds = list(re.finditer(pattern, text, re.MULTILINE))
        if finds:
            find = self.chance.choice(finds)
            file.write_text(text[: find.start()] + find.expand(new) + text[find.end() :], "utf-8")

    def _places(self, pattern: str) -> Iterator[str]:
        folder = self.root / "content_vi"
        return (file.relative_to(folder).as_posix().removesuffix(".md") for file in folder.glob(pattern))


def word(one: Editor) -> None:
    """A word of a text."""
    one.change(one.page(), r"(?<=[a-zà-ỹ] )[a-zà-ỹ]+(?= [a-zà-ỹ]+ [^:]*[.,]$)", f"khác{one.number}")


def paragraph(one: Editor) -> None:
    """A paragraph more."""
    file = one.page()
    file.write_text(f"{file.read_text('utf-8')}\nMột đoạn nữa, lần {one.number}.\n", "utf-8")


def title(one: Editor) -> None:
    """Another title."""
    one.change(one.page(), r'^title: "(.*)"$', rf'title: "\1 {one.number}"')


def description(one: Editor) -> None:
    """Another description."""
    one.change(one.page(), r'^description: "(.*)"$', rf'description: "\1 Lần {one.number}."')


def added(one: Editor) -> None:
    """A page more, like one that is there."""
    for file in one.files(one.story()):
        new = rf'title: "\1 thêm {one.number}"'
        text = re.sub(r'^title: "(.*)"$', new, file.read_text("utf-8"), flags=re.MULTILINE)
        file.with_name(f"bai-them-{one.number}.md").write_text(text, "utf-8")


def deleted(one: Editor) -> None:
    """A page less."""
    for file in one.files(one.story()):
        file.unlink()


def renamed(one: Editor) -> None:
    """A page elsewhere."""
    for file in one.files(one.story()):
        file.rename(file.with_name(f"ten-moi-{one.number}.md"))


def untranslated(one: Editor) -> None:
    """A translation less."""
    file = one.root / "content_en" / f"{one.story()}.md"
    file.unlink(missing_ok=True)


def day_of_story(one: Editor) -> None:
    """A story of another day."""
    new = f"date: 2026-{one.chance.randint(1, 10):02}-{one.chance.randint(1, 28):02}"
    one.change(one.page(), r"^date: \d{4}-\d\d-\d\d$", new)


def conventions(one: Editor) -> None:
    """A story about something else."""
    one.change(one.page(), r"^conventions: \[.*\]$", f"conventions: [{one.chance.choice(('crc', 'cat', 'crc, cat'))}]")


def groups(one: Editor) -> None:
    """A story for others."""
    one.change(one.page(), r"^groups: \[.*\]$", f"groups: [{one.chance.choice(('children', 'everyone', 'women'))}]")


def withdrawn(one: Editor) -> None:
    """A page taken back."""
    why = f'withdrawn: {{date: 2026-11-20, why: {{vi: "Vì lẽ {one.number}.", en: "Reason {one.number}."}}}}'
    one.change(one.page(), r"^kind: (news|achievement)$", rf"kind: \1\n{why}")


def waits(one: Editor) -> None:
    """A page that waits, or came."""
    day = one.chance.choice(("2099-12-31", "2026-11-01"))
    one.change(one.page(), r"^date: .*$", f"publish_after: {day}\ndate: {day}")


def data_words(one: Editor) -> None:
    """Other words in data/."""
    file = one.chance.choice(sorted((one.root / "data").rglob("*.yml")))
    one.change(file, r'(vi|en): "([^"]+)"', rf'\1: "\2 {one.number}"')


def data_number(one: Editor) -> None:
    """Another number in data/."""
    file = one.chance.choice(sorted((one.root / "data").rglob("*.*")))
    one.change(file, r"(?<=: )\d{1,3}$", str(one.chance.randint(1, 900)))


def template(one: Editor) -> None:
    """A template that says more."""
    file = one.chance.choice(sorted((one.root / "overrides").rglob("*.html")))
    one.change(file, r"</(p|h2|li)>", rf" {one.number}</\1>")


def style(one: Editor) -> None:
    """Another style."""
    file = one.chance.choice(sorted((one.root / "docs").rglob("*.css")))
    file.write_text(f"{file.read_text('utf-8')}\n.x{one.number} {{ color: inherit; }}\n", "utf-8")


def words(one: Editor) -> None:
    """Other words of the frame."""
    file = one.chance.choice(sorted((one.root / "scripts/portal/language/words").rglob("ui.yml")))
    one.change(file, r"^(  [a-z_]+: [A-ZÀ-Ỹ][^{}:#|>\"']*)$", rf"\1 {one.number}")


def code(one: Editor) -> None:
    """Code that does the same."""
    file = one.chance.choice(sorted((one.root / "scripts/portal/site").rglob("*.py")))
    file.write_text(f"{file.read_text('utf-8')}\n# {one.number}\n", "utf-8")


def configuration(one: Editor) -> None:
    """Other settings."""
    name, values = one.chance.choice(
        (
            ("SITE_URL", ("https://a.example/", "https://b.example/sub/")),
            ("PORTAL_REPOSITORY", ("https://github.com/a/b", "")),
            ("PORTAL_CARDS", ("all", "")),
        )
    )
    one.asked = replace(one.asked, settings={**one.asked.settings, name: one.chance.choice(values)})


def scheduled(one: Editor) -> None:
    """With the pages that wait, or without them."""
    one.asked = replace(one.asked, options=() if one.asked.options else ("--scheduled",))


def day(one: Editor) -> None:
    """Another day."""
    moment = int(EPOCH) + one.chance.randint(-40, 5) * DAY
    one.asked = replace(one.asked, settings={**one.asked.settings, "SOURCE_DATE_EPOCH": str(moment)})


def damage(one: Editor) -> None:
    """Something kept that is cut, bent, another's, or gone."""
    files = sorted(file for file in (one.root / KEPT).rglob("*") if file.is_file())
    for file in one.chance.sample(files, min(len(files), 9)):
        content = file.read_bytes()
        middle = len(content) // 2
        bent = (content[:middle], content[:middle] + b"x" + content[middle + 1 :], b"", b"{}")
        file.write_bytes(one.chance.choice(bent))


def forgotten(one: Editor) -> None:
    """All that is kept, gone."""
    shutil.rmtree(one.root / KEPT, ignore_errors=True)


def nothing(one: Editor) -> None:
    """Nothing at all."""


Edit = Callable[[Editor], None]
EDITS: dict[str, tuple[int, Edit]] = {
    one.__name__: (weight, one)
    for weight, some in (
        (9, (word, title, added, data_words)),
        (5, (paragraph, description, deleted, renamed, day_of_story)),
        (4, (untranslated, conventions, groups, withdrawn, waits, data_number)),
        (3, (template, day, configuration, scheduled)),
        (2, (style, words, code, damage)),
        (1, (forgotten, nothing)),
    )
    for one in some
}
"""What is changed by chance, and how often over it is drawn."""
OF_CODE = frozenset(("code", "words"))
"""After these a builder that has loaded the code has to begin anew."""
