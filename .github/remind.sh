#!/bin/sh
# Opens the year's issue with the bodies that have not reported and where the draft report is; never twice.
set -eu
year=$(date +%Y)
title="Báo cáo Kế hoạch năm $year"
opened=$(gh issue list --state all --limit 1000 --search "in:title \"$title\"" --json title --jq '.[].title')
if printf '%s\n' "$opened" | grep -Fxq "$title"; then
  echo "Phiếu năm $year đã có. / This year's issue is there already."
  exit 0
fi
{
  .venv/bin/python scripts/kpi.py --missing --year "$year"
  printf '\nBản dự thảo báo cáo (DOCX, XLSX, Markdown) nằm ở mục "bao-cao" của lần chạy này: %s\n' "$RUN_URL"
  printf 'Hạn gửi báo cáo: trước ngày 30/11/%s.\n' "$year"
} | gh issue create --title "$title" --body-file -
