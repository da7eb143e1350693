#!/bin/sh
# Keeps one comment under a pull request: written once, then anew in place. What it says was made by a run that holds no
# permission, maybe of a stranger's code: its text is taken as text, may link into the two repositories alone, calls nobody
# and holds no HTML. Which pull request it is, only the event says, never what was attached.
# Asked by: GH_REPO, RUN_ID, RUN_URL, CONCLUSION, HEAD_REPO, HEAD_OWNER, HEAD_BRANCH, HEAD_SHA, GITHUB_SERVER_URL.
set -eu
here=$(dirname "$0")
mark='<!-- loi-nhan-kiem-tra -->'
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

case "$HEAD_SHA" in "" | *[!0-9a-f]*) echo "Không rõ lần ghi nào. / No commit is named." >&2; exit 1 ;; esac
numbers=$(gh api --method GET "repos/$GH_REPO/pulls" -f state=open -f "head=$HEAD_OWNER:$HEAD_BRANCH" \
  --jq ".[] | select(.head.sha == \"$HEAD_SHA\" and .head.repo.full_name == \"$HEAD_REPO\") | .number")
if [ -z "$numbers" ]; then
  echo "Thay đổi này đã đóng, hoặc có lần ghi mới hơn. / The pull request is closed, or has a newer commit."
  exit 0
fi

# Whether a line, without its links into the two repositories, still links or holds HTML.
strays() {
  awk -v one="]($GITHUB_SERVER_URL/$HEAD_REPO/" -v other="]($GITHUB_SERVER_URL/$GH_REPO/" '
    function without(line, part,    at) {
      while (at = index(line, part)) line = substr(line, 1, at - 1) "/" substr(line, at + length(part))
      return line
    }
    without(without($0, one), other) ~ /\]\(|:\/\/|<|(^|[ \t*_~(])www\.|\]:|\]\[/ { exit found = 1 }
    END { exit !found }' "$1"
}

taken=0
"$here/taken.sh" "$RUN_ID" loi-nhan loi-nhan.md > "$room/text" || taken=$?
case "$taken" in
  0) ;;
  3) printf '## Chưa kiểm tra xong\n\nMáy dừng trước khi đọc hết các trang. Đây không phải lỗi của người viết: hãy nhờ người phụ trách kỹ thuật xem [lần chạy này](%s).\n' "$RUN_URL" > "$room/text" ;;
  *) exit "$taken" ;;
esac
if strays "$room/text"; then
  echo "Lời nhắn có liên kết lạ hoặc HTML, nên không đăng. / The text holds foreign links or HTML: not posted." >&2
  exit 1
fi

{
  printf '%s\n' "$mark"
  if [ "$HEAD_REPO" != "$GH_REPO" ]; then
    printf '> Thay đổi này gửi từ một bản sao của kho (%s). Lời nhắn dưới đây và tệp xem-thu do chính thay đổi ấy làm ra: chưa biết người gửi thì đừng mở tệp.\n\n' "$HEAD_REPO"
  fi
  sed 's/@/\&#64;/g' "$room/text"
  if [ "$CONCLUSION" != success ] && ! grep -q '^- ' "$room/text"; then
    printf '\nCó một bước khác chưa qua: nhờ người phụ trách kỹ thuật xem [lần chạy này](%s).\n' "$RUN_URL"
  fi
} > "$room/body"

for number in $numbers; do
  found=$(gh api --paginate "repos/$GH_REPO/issues/$number/comments?per_page=100" \
    --jq ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$mark\"))) | .id" | head -n 1)
  if [ -n "$found" ]; then
    gh api --method PATCH "repos/$GH_REPO/issues/comments/$found" -F "body=@$room/body" --silent
  else
    gh api --method POST "repos/$GH_REPO/issues/$number/comments" -F "body=@$room/body" --silent
  fi
done
