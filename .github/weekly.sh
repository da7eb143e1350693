#!/bin/sh
# Keeps one issue each of the sources that are gone, the stories overdue for review and the translations that are old. A
# list that could not be made leaves its issue as it is, and the run says so.
# Asked by: GH_REPO, RUN_ID.
set -eu
here=$(dirname "$0")
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
missing=0
keep() {
  if "$here/taken.sh" "$RUN_ID" viec-tuan "$2" > "$room/$2"; then "$here/one-issue.sh" "$1" "$room/$2"; else missing=1; fi
}
keep "Liên kết ngoài cần xem lại" nguon.md
keep "" qua-han.md
keep "" ban-dich.md
exit "$missing"
