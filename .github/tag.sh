#!/bin/sh
# After a publication: a tag, and its page with the lists of files, the copy for USB sticks and what they were made with, so
# that a copy can be compared with what was published then. A site that is the one published last gets no second tag.
# Asked by: GH_REPO, RUN_ID, COMMIT.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
gh run download "$RUN_ID" --repo "$GH_REPO" --name cong-bo --dir "$room/known"
cd "$room/known"
sum=$(sha256sum manifest-sha256.txt | cut -c 1-64)
usb=$(sha256sum manifest-usb-sha256.txt | cut -c 1-64)
short=$(printf '%s' "$sum" | cut -c 1-12)
last=$(gh release list --repo "$GH_REPO" --limit 1000 --json tagName --jq 'map(.tagName | select(startswith("cong-bo-"))) | sort | last // ""')
case "$last" in
  *-"$short") echo "Vẫn là bản $last. / Still the publication $last."; exit 0 ;;
esac
tag="cong-bo-$(date -u +%Y%m%dT%H%M%SZ)-$short"
cat > "$room/notes" <<TOLD
SHA-256 manifest-sha256.txt: \`$sum\`
SHA-256 manifest-usb-sha256.txt: \`$usb\`

Xem một bản có đúng bản này không / Is a copy this publication: \`make verify COPY=… MANIFEST=manifest-sha256.txt\` (usb.zip: \`manifest-usb-sha256.txt\`)

Ai dựng, từ đâu / Who built it, from what: \`gh attestation verify manifest-sha256.txt --repo $GH_REPO\`
TOLD
gh release create "$tag" --repo "$GH_REPO" --target "$COMMIT" --title "$tag" --notes-file "$room/notes" \
  manifest-sha256.txt manifest-usb-sha256.txt publication.json usb.zip sbom.cdx.json
echo "Đã gắn thẻ $tag. / Tagged $tag."
