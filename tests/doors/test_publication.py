"""A publication: nothing is deployed that is not attested file by file, and what was deployed gets one tag."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from datetime import date
from pathlib import Path

import pytest

from conftest import EPOCH, MADE_UP, ROOT, Site, run
from doorway.publication import lists_of
from doorway.published_as import publication_json
from github_stand_in import GitHub, github_in
from portal.content.desk.address import PUBLISHED_PATH
from portal.site.files.manifest import COPY_MANIFEST, MANIFEST, MANIFESTS, PUBLICATION

COMMIT = "0123456789abcdef0123456789abcdef01234567"
PROVENANCE, SBOM = "https://slsa.dev/provenance/v1", "https://cyclonedx.org/bom"
KNOWN = (MANIFEST, COPY_MANIFEST, PUBLICATION, "usb.zip", "sbom.cdx.json")
ATTESTED = [*(f"{name} {PROVENANCE}" for name in KNOWN), *(f"{n} {SBOM}" for n in (MANIFEST, COPY_MANIFEST, "usb.zip"))]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / ".well-known").mkdir(parents=True)
    for path in ("index.html", ".well-known/security.txt", "a b.csv", PUBLICATION):
        (folder / path).write_text(path)
    for name, content in lists_of(folder).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def github(tmp_path: Path, small: Path) -> GitHub:
    """A run that has built the site, packed it for Pages, and attested all that it should."""
    made = github_in(tmp_path / "github")
    (made.folder / "cong-bo").mkdir()
    for name in (MANIFEST, COPY_MANIFEST, PUBLICATION):
        shutil.copy(small / name, made.folder / "cong-bo")
    for name in ("usb.zip", "sbom.cdx.json"):
        (made.folder / "cong-bo" / name).write_text(name)
    (made.folder / "attested").write_text("".join(f"{line}\n" for line in ATTESTED))
    (made.folder / "releases").write_text("")
    packed_for_pages(made, small)
    return made


def git(folder: Path, *asked: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *asked]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def packed_for_pages(github: GitHub, site: Path) -> None:
    (github.folder / "github-pages").mkdir(exist_ok=True)
    with tarfile.open(github.folder / "github-pages/artifact.tar", "w") as out:
        out.add(site, ".")


def test_what_is_attested_and_as_its_list_says_may_be_deployed(github: GitHub) -> None:
    done = github.run("attested.sh", COMMIT=COMMIT)
    assert done.returncode == 0, done.stderr
    assert "6 files" in done.stdout
    asked = (github.folder / "asked").read_text("utf-8").splitlines()
    assert len(asked) == len(ATTESTED)
    who = "--repo to/cong --signer-workflow to/cong/.github/workflows/publish.yml --source-ref refs/heads/main"
    assert all(f"{who} --source-digest {COMMIT} --deny-self-hosted-runners" in one for one in asked)


@pytest.mark.parametrize("left_out", ATTESTED)
def test_without_one_of_the_attestations_nothing_is_deployed(github: GitHub, left_out: str) -> None:
    (github.folder / "attested").write_text("".join(f"{line}\n" for line in ATTESTED if line != left_out))
    done = github.run("attested.sh", COMMIT=COMMIT)
    assert done.returncode == 1
    assert f"is not attested: {left_out.split()[1]}" in done.stderr


@pytest.mark.parametrize("what", ["changed", "missing", "extra", "hidden", "link", "other list", "other day"])
def test_a_site_that_is_not_the_attested_one_is_not_deployed(github: GitHub, small: Path, what: str) -> None:
    if what == "missing":
        (small / "index.html").unlink()
    elif what == "link":
        (small / "c").symlink_to("/etc/passwd")
    else:
        names = {
            "changed": "index.html",
            "extra": "b",
            "hidden": ".b",
            "other list": MANIFEST,
            "other day": PUBLICATION,
        }
        (small / names[what]).write_text("evil")
    packed_for_pages(github, small)
    done = github.run("attested.sh", COMMIT=COMMIT)
    assert done.returncode == 1
    assert done.stderr


def test_where_nothing_was_built_nothing_is_deployed(github: GitHub) -> None:
    shutil.rmtree(github.folder / "cong-bo")
    assert github.run("attested.sh", COMMIT=COMMIT).returncode != 0
    assert github.run("tag.sh", COMMIT=COMMIT).returncode != 0
    assert github.calls == []


def test_a_publication_gets_a_tag_with_all_it_is_known_by_and_the_same_site_no_second_one(github: GitHub) -> None:
    assert github.run("tag.sh", COMMIT=COMMIT).returncode == 0
    digest = hashlib.sha256((github.folder / "cong-bo" / MANIFEST).read_bytes()).hexdigest()
    ((_, tag),) = (call.split() for call in github.calls)
    assert tag.startswith("cong-bo-20")
    assert tag.endswith(f"-{digest[:12]}")
    asked = (github.folder / "asked").read_text("utf-8")
    assert f"--target {COMMIT}" in asked
    assert all(name in asked for name in KNOWN)
    assert digest in github.body
    assert "gh attestation verify manifest-sha256.txt --repo to/cong" in github.body
    (github.folder / "releases").write_text(f"{tag}\n")
    done = github.run("tag.sh", COMMIT=COMMIT)
    assert done.returncode == 0
    assert "Still the publication" in done.stdout
    assert len(github.calls) == 1
    (github.folder / "cong-bo" / MANIFEST).write_text("another")
    assert github.run("tag.sh", COMMIT=COMMIT).returncode == 0
    assert len(github.calls) == 2


def test_a_built_site_says_of_which_version_and_day_it_is_and_of_no_commit_it_is_not_of(site: Site) -> None:
    tree = json.loads((site.folder / PUBLICATION).read_text("utf-8"))
    assert tree["day"] == "2026-11-23"
    assert tree["manifest"] == MANIFEST
    assert tree["commit"] is None  # the content of the tests is not what the commit's portal says
    assert f'version = "{tree["version"]}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_a_commit_is_named_only_where_every_file_is_as_it_has_it(tmp_path: Path) -> None:
    def commit_of() -> object:
        return json.loads(publication_json(tmp_path, tmp_path, date(2026, 1, 2)))["commit"]

    assert commit_of() is None
    git(tmp_path, "init")
    assert commit_of() is None
    (tmp_path / "a").write_text("1")
    git(tmp_path, "add", "a")
    git(tmp_path, "commit", "-m", "a")
    assert commit_of() == git(tmp_path, "rev-parse", "HEAD")
    (tmp_path / "b").write_text("1")
    assert commit_of() is None


def test_a_record_of_what_was_published_takes_no_commit_s_name_away_and_is_told(small: Path, tmp_path: Path) -> None:
    """As the workflow publishes: the addresses that stand are written down first, then the site is built."""

    def told() -> tuple[object, object]:
        tree = json.loads(publication_json(house, house, date(2026, 1, 2)))
        return tree["commit"], tree["but_for"]

    house = tmp_path / "house"
    for name in ("content_vi", "data"):
        (house / name).mkdir(parents=True)
    (house / PUBLISHED_PATH).write_text("# none yet\n")
    (house / "content_vi/a.md").write_text("a")
    for asked in (["init"], ["add", "."], ["commit", "-m", "a"]):
        git(house, *asked)
    head = git(house, "rev-parse", "HEAD")
    assert told() == (head, [])
    done = run("scripts/moved.py", "--root", str(house), "--record", str(small))
    assert done.returncode == 0, done.stderr
    assert git(house, "status", "--porcelain") == f"M {PUBLISHED_PATH}"
    assert told() == (head, [PUBLISHED_PATH])
    (house / "content_vi/a.md").write_text("b")
    assert told() == (None, [])


def test_the_lists_do_not_change_with_the_order_in_which_a_disk_gives_its_files(small: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    again.mkdir()
    for file in sorted(small.rglob("*"), reverse=True):
        if file.is_file() and file.name not in MANIFESTS:
            (again / file.relative_to(small)).parent.mkdir(exist_ok=True)
            shutil.copy(file, again / file.relative_to(small))
    assert lists_of(again) == lists_of(small)


def test_a_copy_carries_the_list_of_its_own_files(site: Site, tmp_path: Path) -> None:
    where = ("--root", str(MADE_UP), "--site", str(site.folder), "--folder", str(tmp_path / "copy"))
    assert run("scripts/offline.py", *where).returncode == 0
    assert not (tmp_path / "copy" / COPY_MANIFEST).exists()
    assert not (tmp_path / "copy" / "sw.js").exists()
    assert run("scripts/verify.py", str(tmp_path / "copy")).returncode == 0


def test_what_a_publication_is_made_with_is_each_pinned_package_with_its_hashes_the_same_every_time() -> None:
    """The command of `make publication`, without its folder."""
    made = subprocess.run(["make", "-n", "publication"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (line,) = (line for line in made.splitlines() if "cyclonedx_py" in line)
    command = [sys.executable, *line.replace("dist/cong-bo/sbom.cdx.json", "-").split()[1:]]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    said = [
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout for _ in range(2)
    ]
    assert said[0] == said[1]
    parts = {one["name"]: one for one in json.load(io.BytesIO(said[0]))["components"]}
    pinned = [
        line.split("==")[0] for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if "==" in line
    ]
    assert {name.replace("_", "-").lower() for name in parts} == set(pinned)
    assert all(one["externalReferences"][0]["hashes"] for one in parts.values())
