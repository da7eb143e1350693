#!/bin/sh
# Keeps one open issue of a title: opens it, or writes the newest text into the one that is open.
# one-issue.sh TITLE FILE
set -eu
number=$(gh issue list --state open --limit 1000 --search "in:title \"$1\"" --json number,title --jq ".[] | select(.title == \"$1\") | .number" | head -n 1)
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$2"
else
  gh issue create --title "$1" --body-file "$2"
fi
