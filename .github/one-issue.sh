#!/bin/sh
# Keeps one open issue of a title: opens it, or writes the newest text into the one that is open. A text without a list or
# a table asks for nothing: none is opened for it, and the one that is open is written anew and closed. GitHub takes 65,536
# characters: of a longer text the issue has the first whole lines, and says where the rest is.
# one-issue.sh [--once] TITLE FILE: with "" as TITLE it is the first line of the text; with --once an issue that somebody
# has closed is done and stays closed.
set -eu
once=
[ "$1" != --once ] || { once=yes; shift; }
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
if [ -n "$1" ]; then title=$1; cat "$2" > "$room/text"; else title=$(head -n 1 "$2"); tail -n +2 "$2" > "$room/text"; fi
awk -v most=60000 '{ size += length($0) + 1 } size > most { cut = 1; exit } { print } END { if (cut) print "\n… Còn nữa: xem tệp đính kèm lần chạy. / There is more: see what is attached to the run." }' "$room/text" > "$room/body"
export ONE_ISSUE_TITLE="$title"
found=$(gh issue list --state all --limit 1000 --search "in:title \"$title\"" --json number,title,state \
  --jq 'map(select(.title == env.ONE_ISSUE_TITLE)) | sort_by(.state != "OPEN", -.number) | .[] | "\(.number) \(.state)"' | head -n 1)
number=${found%% *}
case "$found" in
  *OPEN)
    gh issue edit "$number" --body-file "$room/body"
    [ -n "$once" ] || grep -Eq '^(- |\| )' "$room/body" || gh issue close "$number" ;;
  *)
    if [ -n "$found" ] && [ -n "$once" ]; then
      echo "Phiếu \"$title\" đã đóng. / The issue \"$title\" is closed."
    elif [ -n "$once" ] || grep -Eq '^(- |\| )' "$room/body"; then
      gh issue create --title "$title" --body-file "$room/body"
    else
      echo "Không có việc gì: \"$title\". / Nothing to do: \"$title\"."
    fi ;;
esac
