"""The way out of the engine: the same site from ProperDocs, where neither MkDocs nor Material is installed.

Run as a script it builds this repository with both engines and compares every byte. What both write is compared before
the search reads it: the same pages give the same index (tests/site/test_search_index.py).
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "requirements-exit.txt"
ENVIRONMENT = ROOT / ".cache" / "engine-exit"


@dataclass(frozen=True)
class Engine:
    """A program that builds the site: its module, its settings, the Python that has it."""

    module: str
    settings: str
    python: Path

    def build(self, project: Path, corpus: Path, site: Path) -> subprocess.CompletedProcess[str]:
        """Build what `corpus` says into `site` as `project` shows it; what was said and the exit code."""
        asked = ("build", "--strict", "--config-file", self.settings, "--site-dir", str(site))
        command = [str(self.python), "-m", self.module, *asked]
        environment = {**os.environ, "PORTAL_ROOT": str(corpus)}
        return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def default_engine() -> Engine:
    """MkDocs with Material, as the owner asked."""
    return Engine("mkdocs", "mkdocs.yml", Path(sys.executable))


def other_engine() -> Engine:
    """ProperDocs in an environment of its own, made on first use and again when its requirements change."""
    python = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    made_of, noted = _made_of(), ENVIRONMENT / "made-of"
    if not noted.exists() or noted.read_text() != made_of:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        # static-i18n asks for MkDocs; --no-deps keeps it out, and the list is whole without it.
        subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", str(REQUIREMENTS)], check=True)
        noted.write_text(made_of)
    return Engine("properdocs", "properdocs.yml", python)


def _made_of() -> str:
    return hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode() + str(ENVIRONMENT).encode()).hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """The paths that stand in one folder only, or whose bytes are not the same in both."""
    left, right = _contents(one), _contents(other)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def main() -> int:
    """0 when both engines wrote the same bytes; otherwise 1, with what differs or what an engine said."""
    with tempfile.TemporaryDirectory() as folder:
        sites = []
        for engine in (default_engine(), other_engine()):
            site = Path(folder) / engine.module
            done = engine.build(ROOT, ROOT, site)
            if done.returncode:
                print(done.stdout + done.stderr, file=sys.stderr)
                return 1
            sites.append(site)
        different, files = differences(*sites), len(_contents(sites[0]))
    counted = f"{files} tệp, {len(different)} khác nhau. / {files} files, {len(different)} different."
    print(*different, counted, sep="\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
