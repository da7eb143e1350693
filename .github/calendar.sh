#!/bin/sh
# Keeps what runs by the calendar running through quiet months: GitHub switches such workflows off after 60 days without
# activity, and enabling one, on or off, begins its 60 days anew (CONTRIBUTING.md says what is known of that). What somebody
# switched off by hand stays off, and a copy (fork) of the repository has a calendar of its own.
# Asked by: GH_REPO.
set -eu
here=$(dirname "$0")
of=repos/$GH_REPO
fork=$(gh api "$of" --jq .fork)
[ "$fork" = false ] || { echo "Đây là bản sao: không bật gì. / This is a fork: nothing is enabled."; exit 0; }
keep() {
  state=$(gh api "$of/actions/workflows/$1" --jq .state) || return 1
  case "$state" in
    active | disabled_inactivity)
      gh api --method PUT "$of/actions/workflows/$1/enable" --silent || return 1
      echo "$1: bật / enabled ($state)" ;;
    *) echo "$1: có người đã tắt, để yên / left as somebody set it ($state)" ;;
  esac
}
missing=0
for file in $(grep -l '^  schedule:' "$here"/workflows/*.yml); do
  keep "${file##*/}" || { missing=1; echo "::warning::${file##*/}: không bật được / could not be enabled"; }
done
exit "$missing"
