#!/bin/sh
# What a build takes from earlier ones (.cache/) is byte by byte what a build from nothing makes; else the run fails and
# says which files differ. How many pages were taken is told: where earlier runs left none that fits, as after a change of
# code, a second build takes what this run itself has kept. A proof in which nothing was taken would be none, and fails.
# Asked by: GITHUB_STEP_SUMMARY.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
list=manifest-sha256.txt
tell() { echo "$1" | tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"; }
built() {
  rm -rf site # what stands as it should would not be built again
  make site LANG_OF_MESSAGES=en "$@" > "$room/said" 2>&1 || { cat "$room/said"; exit 1; }
  cat "$room/said"
  taken=$(sed -n 's/.*taken as a build before made them: \([0-9][0-9]*\).*/\1/p' "$room/said")
}
built
whose="các lần chạy trước / earlier runs"
if [ "${taken:-0}" -eq 0 ]; then
  echo "::notice::Các lần chạy trước không để lại trang nào dùng được. / Earlier runs left no page that fits."
  built
  whose="chính lần chạy này / this run itself"
fi
if [ "${taken:-0}" -eq 0 ]; then
  echo "::error::Không so được: xem vì sao .cache/ không dùng được. / Nothing to compare: find out why .cache/ is of no use."
  tell "Không lấy lại được trang nào đã giữ. / Of what was kept no page was taken."
  exit 1
fi
tell "Lấy lại $taken trang, của: $whose. / Pages taken: $taken."
cp "site/$list" "$room/kept"
built CLEAN=1
if ! diff "$room/kept" "site/$list" > "$room/other"; then
  echo "::error::Dựng từ đầu cho ra tệp khác: xóa .cache/ và tìm vì sao. / A build from nothing makes other files: delete .cache/ and find out why."
  cat "$room/other"
  exit 1
fi
tell "Như nhau: $(wc -l < "$room/kept") tệp. / The same: $(wc -l < "$room/kept") files."
