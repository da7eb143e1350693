#!/bin/sh
# Keeps the year's issue true: who has sent its report, who has not, where the draft report is. Opened once, then written
# anew in place; one that somebody has closed is done and stays closed.
# Asked by: GH_REPO, RUN_ID, RUN_URL.
set -eu
here=$(dirname "$0")
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$here/taken.sh" "$RUN_ID" phieu phieu.md > "$room/text"
printf '\nBản dự thảo báo cáo (DOCX, XLSX, Markdown) nằm ở mục "bao-cao" của lần chạy này: %s\n' "$RUN_URL" >> "$room/text"
"$here/one-issue.sh" --once "" "$room/text"
