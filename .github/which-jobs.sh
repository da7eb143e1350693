#!/bin/sh
# Decides whether the engineers' jobs have something to look at: not for a pull request that changes nothing but what
# editors write. Whatever is not known runs them all.
# Asked by: EVENT; answers into GITHUB_OUTPUT.
set -eu
engineering=true
if [ "${EVENT-}" = pull_request ] && changed=$(git -c core.quotePath=false diff --name-only --no-renames HEAD^1 HEAD); then
  others=$(printf '%s\n' "$changed" | grep -Ev '^(content_[a-z]{2,3}|data|docs/hinh|docs/tai-lieu)/' || true)
  [ -n "$others" ] || engineering=false
fi
echo "engineering=$engineering" >> "$GITHUB_OUTPUT"
echo "engineering=$engineering"
