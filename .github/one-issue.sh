#!/bin/sh
# Keeps one open issue of a title: opens it, or writes the newest text into the one that is open. GitHub takes 65,536
# characters: of a longer text the issue has the first whole lines, and says where the rest is.
# one-issue.sh TITLE FILE
set -eu
body=$(mktemp)
trap 'rm -f "$body"' EXIT
awk -v most=60000 '{ size += length($0) + 1 } size > most { cut = 1; exit } { print } END { if (cut) print "\n… Còn nữa: xem tệp đính kèm lần chạy. / There is more: see what is attached to the run." }' "$2" > "$body"
number=$(gh issue list --state open --limit 1000 --search "in:title \"$1\"" --json number,title --jq ".[] | select(.title == \"$1\") | .number" | head -n 1)
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$body"
else
  gh issue create --title "$1" --body-file "$body"
fi
