#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Milliseconds of every page as CGI in a programme of many people, the slowest first, beside the aim and beside the floor: an
# empty program started the same way in the same minute. Run by script/bench pages [PEOPLE].
set -u
people=${1:-5000}
rounds=5
aim=20
size="--people $people --days 120"
. "$srcdir/tests/page/lib.sh"
. "$srcdir/tests/page/pages.sh"
ask "update setting set value = 'work' where name = 'demo'"

asked() { # PROGRAM NAME PATH
  env -i SITE="$SITE" GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD=GET SCRIPT_NAME="/$2" PATH_INFO="$3" \
    HTTP_HOST=localhost SERVER_NAME=localhost SERVER_PORT=80 REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$cookie" "$1" </dev/null >"$folder/page"
}
# The least of so many times, in microseconds: what else the machine does is not the page's.
least() {
  for _ in $(seq $rounds); do
    local begun=${EPOCHREALTIME/./}
    asked "$@"
    echo $((${EPOCHREALTIME/./} - begun))
  done | sort -n | head -1
}
time_page() {
  get "$2" "$3" ''
  [ "$status" = 200 ] || return
  local bytes took
  bytes=$(wc -c <"$folder/page")
  : >"$SITE/data/bothways.log"
  took=$(least "$builddir/programs/$2" "$2" "$3")
  echo "$took $1 $2$4 $(sed -n 's/.* work .* statements \([0-9]*\) rows \([0-9]*\) steps \([0-9]*\)/\1 \2 \3/p' "$SITE/data/bothways.log" | head -1) $bytes" >>"$folder/times"
}
walk_pages time_page
floor=$(least /bin/true signup /home)
echo "$people people, the least of $rounds, as CGI; the floor is $(awk "BEGIN { printf \"%.1f\", $floor / 1000 }") ms, the aim $aim ms"
sort -rn "$folder/times" | awk -v aim=$aim '
  BEGIN { printf "%8s %5s  %-18s %-34s %10s %7s %9s %8s\n", "ms", "aim", "as", "page", "statements", "rows", "steps", "bytes" }
  { printf "%8.1f %5s  %-18s %-34s %10d %7d %9d %8d\n", $1 / 1000, ($1 / 1000 > aim ? "over" : "met"), $2, $3, $4, $5, $6, $7; if ($1 / 1000 > aim) over++ }
  END { printf "%d of %d pages over the aim\n", over, NR }'
