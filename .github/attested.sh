#!/bin/sh
# Before anything is published: what is about to be deployed is file by file what its list says, no file more and none less,
# and the list, the copy for USB sticks and what they were made with are attested, by the publishing workflow of this
# repository, on main, from this very commit.
# Asked by: GH_REPO, RUN_ID, COMMIT.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
list=manifest-sha256.txt
bad() { echo "$1" >&2; exit 1; }
gh run download "$RUN_ID" --repo "$GH_REPO" --name github-pages --dir "$room/pages"
gh run download "$RUN_ID" --repo "$GH_REPO" --name cong-bo --dir "$room/known"
mkdir "$room/site"
tar -xf "$room/pages/artifact.tar" -C "$room/site"
for name in "$list" manifest-usb-sha256.txt publication.json; do
  cmp -s "$room/site/$name" "$room/known/$name" || bad "$name không phải của trang sắp đưa lên. / $name is not that of the site about to be deployed."
done
(cd "$room/site" && sha256sum --check --strict --quiet "$list") || bad "Trang không như danh sách của nó. / The site is not as its list says."
files=$(cd "$room/site" && find . ! -type d | wc -l)
[ "$files" -eq "$(($(wc -l < "$room/site/$list") + 2))" ] || bad "Có tệp ngoài danh sách. / There are files outside the list."
attested() {
  gh attestation verify "$room/known/$1" --repo "$GH_REPO" --signer-workflow "$GH_REPO/.github/workflows/publish.yml" \
    --source-ref refs/heads/main --source-digest "$COMMIT" --deny-self-hosted-runners --predicate-type "$2" > /dev/null ||
    bad "$1 chưa được chứng thực. / $1 is not attested: $2"
}
for name in "$list" manifest-usb-sha256.txt publication.json usb.zip sbom.cdx.json; do
  attested "$name" https://slsa.dev/provenance/v1
done
for name in "$list" manifest-usb-sha256.txt usb.zip; do
  attested "$name" https://cyclonedx.org/bom
done
echo "Đúng là trang được chứng thực: $files tệp. / This is the attested site: $files files."
