#!/bin/sh
# Keeps the year's issue true: who has sent its report, who has not, where the draft report is. Opened once, then written
# anew in place; one that somebody has closed is done and stays closed.
set -eu
text=$(mktemp)
trap 'rm -f "$text"' EXIT
.venv/bin/python scripts/sent.py --format issue > "$text"
title=$(head -n 1 "$text")
body=$(mktemp)
trap 'rm -f "$text" "$body"' EXIT
{
  tail -n +2 "$text"
  printf '\nBản dự thảo báo cáo (DOCX, XLSX, Markdown) nằm ở mục "bao-cao" của lần chạy này: %s\n' "$RUN_URL"
} > "$body"
found=$(gh issue list --state all --limit 1000 --search "in:title \"$title\"" --json number,title,state --jq ".[] | select(.title == \"$title\") | \"\(.number) \(.state)\"" | head -n 1)
case "$found" in
  "") gh issue create --title "$title" --body-file "$body" ;;
  *OPEN) gh issue edit "${found%% *}" --body-file "$body" ;;
  *) echo "Phiếu \"$title\" đã đóng. / The issue \"$title\" is closed." ;;
esac
