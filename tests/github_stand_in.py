"""Plays GitHub to the scripts of .github: answers from files of a folder, and notes every call that writes."""

import io
import os
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT

SCRIPTS = ROOT / ".github"
GH = r"""#!/bin/sh
# Plays GitHub: answers from files of its folder, notes every call that writes.
here=$(dirname "$0")
all="$*"
body() { printf '%s' "$all" | sed 's/.*body=@\([^ ]*\).*/\1/'; }
case "$all" in
  "api --method GET repos/to/cong/pulls "*) printf '%s\n' "$all" > "$here/asked"; cat "$here/pulls" ;;
  *"/artifacts?name="*) cat "$here/artifacts" ;;
  *"/zip") cat "$here/zip" ;;
  "api --paginate "*) cat "$here/comments" ;;
  "api repos/to/cong --jq .fork") cat "$here/fork" ;;
  "api repos/to/cong/actions/workflows/"*" --jq .state")
    name=${2##*/}
    if [ -e "$here/state-$name" ]; then cat "$here/state-$name"; else echo active; fi ;;
  "api --method PUT "*) echo "put ${4#repos/to/cong/}" >> "$here/calls"; [ ! -e "$here/refused" ] ;;
  *"--method POST "*) cp "$(body)" "$here/body"; echo "post $4" >> "$here/calls"; echo 77 > "$here/comments" ;;
  *"--method PATCH "*) cp "$(body)" "$here/body"; echo "patch $4" >> "$here/calls" ;;
  "issue list "*)
    while read -r number state name; do
      [ "$name" = "$ONE_ISSUE_TITLE" ] && echo "$number $state"
    done < "$here/issues"
    true ;;
  "issue create "*) cp "$6" "$here/body"; echo "create $4" >> "$here/calls"; echo "7 OPEN $4" >> "$here/issues" ;;
  "issue edit "*) cp "$5" "$here/body"; echo "edit $3" >> "$here/calls" ;;
  "run download "*) mkdir -p "$9" && cp -r "$here/$7/." "$9" ;;
  "attestation verify "*)
    printf '%s\n' "$all" >> "$here/asked"
    grep -qxF -- "${3##*/} ${all##* }" "$here/attested" ;;
  "release list "*) cat "$here/releases" ;;
  "release create "*) echo "release $3" >> "$here/calls"; cp "${11}" "$here/body"
    printf '%s\n' "$all" > "$here/asked" ;;
  "issue close "*) echo "close $3" >> "$here/calls" ;;
  *) echo "not expected: $all" >&2; exit 9 ;;
esac
"""
RUN = "https://github.com/to/cong/actions/runs/7"
EVENT = {
    "GH_REPO": "to/cong",
    "GITHUB_SERVER_URL": "https://github.com",
    "RUN_ID": "7",
    "RUN_URL": RUN,
    "CONCLUSION": "success",
    "HEAD_REPO": "to/cong",
    "HEAD_OWNER": "to",
    "HEAD_BRANCH": "sua-bai",
    "HEAD_SHA": "0123abc",
}


@dataclass(frozen=True)
class GitHub:
    """A stand-in, in a folder of its own."""

    folder: Path

    def attach(self, files: dict[str, bytes]) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
            for name, content in files.items():
                out.writestr(name, content)
        (self.folder / "zip").write_bytes(packed.getvalue())
        (self.folder / "artifacts").write_text(f"55 {len(packed.getvalue())}\n")

    def run(self, script: str, *arguments: str, **event: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, **EVENT, **event, "PATH": f"{self.folder}:{os.environ['PATH']}"}
        command = [str(SCRIPTS / script), *arguments]
        return subprocess.run(command, env=env, cwd=self.folder, capture_output=True, text=True, check=False)

    def comment(self, text: str | bytes, **event: str) -> subprocess.CompletedProcess[str]:
        self.attach({"loi-nhan.md": text.encode() if isinstance(text, str) else text})
        return self.run("comment.sh", **event)

    @property
    def calls(self) -> list[str]:
        file = self.folder / "calls"
        return file.read_text("utf-8").splitlines() if file.exists() else []

    @property
    def body(self) -> str:
        return (self.folder / "body").read_text("utf-8")


def github_in(folder: Path) -> GitHub:
    """A stand-in that has one pull request, no comment, no issue and nothing attached to its run."""
    folder.mkdir()
    (folder / "gh").write_text(GH)
    (folder / "gh").chmod(0o755)
    for name, text in {"pulls": "12\n", "comments": "", "artifacts": "", "issues": ""}.items():
        (folder / name).write_text(text)
    return GitHub(folder)
