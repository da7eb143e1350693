#!/bin/sh
# What every build of the site on GitHub is told, said here alone, so that what is checked and what is proven is the site
# that is deployed: its address, its repository, a share card for each story. It is told to the steps that come after.
# Asked by: GITHUB_REPOSITORY, GITHUB_SERVER_URL; ADDRESS as Pages tells it, else the one Pages gives a repository of that
# name; answers into GITHUB_ENV.
set -eu
owner=$(printf '%s' "${GITHUB_REPOSITORY%%/*}" | tr '[:upper:]' '[:lower:]')
name=${GITHUB_REPOSITORY#*/}
if [ "$(printf '%s' "$name" | tr '[:upper:]' '[:lower:]')" = "$owner.github.io" ]; then given=; else given=$name/; fi
address=${ADDRESS:-https://$owner.github.io/$given}
{
  echo "SITE_URL=${address%/}/"
  echo "PORTAL_REPOSITORY=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"
  echo "PORTAL_CARDS=all"
} | tee -a "$GITHUB_ENV"
