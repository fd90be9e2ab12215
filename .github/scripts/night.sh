#!/usr/bin/env bash
# One night over DATA with its sites in OUT; the steps that follow learn its exit code.
set -uo pipefail
code=0
npm run nightly -- --data "$DATA" --out "$OUT" || code=$?
echo "exit_code=$code" >> "$GITHUB_OUTPUT"
exit "$code"
