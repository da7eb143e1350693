#!/bin/sh
# What a build takes from earlier ones (.cache/) is byte by byte what a build from nothing makes; else the run fails and
# says which files differ. Asked by: nothing.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
list=manifest-sha256.txt
make site
cp "site/$list" "$room/kept"
make site CLEAN=1
if ! diff "$room/kept" "site/$list" > "$room/other"; then
  echo "::error::Dựng từ đầu cho ra tệp khác: xóa .cache/ và tìm vì sao. / A build from nothing makes other files: delete .cache/ and find out why."
  cat "$room/other"
  exit 1
fi
echo "Như nhau: $(wc -l < "$room/kept") tệp. / The same: $(wc -l < "$room/kept") files."
