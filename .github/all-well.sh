#!/bin/sh
# The one check that is required of engineers' jobs: right when each succeeded, or was skipped because it was decided so.
# A job whose decision failed is skipped too, which GitHub alone would take for right.
# Asked by: DECISION, RESULTS.
set -eu
[ "$DECISION" = success ] || { echo "Không quyết định được phải chạy việc nào. / The decision failed: $DECISION" >&2; exit 1; }
for result in $RESULTS; do
  case "$result" in
    success | skipped) ;;
    *) echo "Có việc chưa qua. / A job did not pass: $RESULTS" >&2; exit 1 ;;
  esac
done
echo "Mọi việc đã qua. / All is well: $RESULTS"
