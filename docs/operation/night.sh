#!/bin/sh
# One night, and each site to its own host where one is set. Silent when all is well, so that cron sends mail only
# when it is not. docs/operation.md says how it is set up.
set -u
code=${CODE:-/srv/escalation-trends}
data=${DATA:-/srv/installation}
out=${OUT:-/srv/sites}
log=${LOG:-/var/log/escalation-trends/night.log}
hosts=${HOSTS:-/etc/escalation-trends}

failed() {
  echo "$1 The end of $log:"
  tail -n 40 "$log"
  exit "$2"
}

umask 027
export npm_config_logs_max=0
PATH=$code/node_modules/.bin:$PATH
cd "$code" || exit 2
date "+== %Y-%m-%d %H:%M:%S %z" >> "$log"
(
  set -a
  # shellcheck source=/dev/null
  [ ! -e "$hosts/night.env" ] || . "$hosts/night.env"
  npm run nightly -- --data "$data" --out "$out"
) >> "$log" 2>&1 || failed "The night ended with exit code $?." $?

unsent=
for audience in staff leadership operations; do
  [ -r "$hosts/$audience.env" ] || continue
  (
    set -a
    # shellcheck source=/dev/null
    . "$hosts/$audience.env"
    AUDIENCE=$audience SITE=$out/$audience node .github/scripts/deploy.ts
  ) >> "$log" 2>&1 || unsent="$unsent $audience"
done
[ -z "$unsent" ] || failed "The night is published, but not sent to its host:$unsent." 1
