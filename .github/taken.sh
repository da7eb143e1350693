#!/bin/sh
# Prints one text file out of what a run attached. It is text and stays text: nothing is unpacked onto the disk, nothing of
# it is run, no more of it is read than a comment or an issue can hold.
# taken.sh RUN NAME FILE: 3 where the run attached no such file, 1 where it is larger than any text of ours.
set -eu
most=262144
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
gone() { echo "Lần chạy $1 không kèm tệp $2. / Run $1 attached no file $2." >&2; exit 3; }
large() { echo "Tệp $1 lớn quá mức một lời nhắn, nên không đọc. / The file $1 is larger than any text of ours: not read." >&2; exit 1; }
id=$(gh api "repos/$GH_REPO/actions/runs/$1/artifacts?name=$2" --jq '.artifacts[] | select(.expired | not) | "\(.id) \(.size_in_bytes)"' | tail -n 1)
[ -n "$id" ] || gone "$1" "$3"
[ "${id#* }" -le "$most" ] || large "$3"
gh api "repos/$GH_REPO/actions/artifacts/${id% *}/zip" > "$room/zip"
unzip -Z1 "$room/zip" | grep -qxF -- "$3" || gone "$1" "$3"
unzip -p "$room/zip" "$3" | head -c "$((most + 1))" > "$room/text"
[ "$(wc -c < "$room/text")" -le "$most" ] || large "$3"
tr -d '\000' < "$room/text"
