#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A FastCGI program does not grow: one worker, asked over and over, ends with the memory it began with. 1,500
# requests, in the long run as many as a worker ever answers.
. "$srcdir/tests/page/lib.sh"
times=1500
[ "${BOTHWAYS_TEST:-short}" = short ] || times=19000
# What a sanitizer keeps back is no growth of the program.
ASAN_OPTIONS=quarantine_size_mb=0:thread_local_quarantine_size_kb=0
export ASAN_OPTIONS
cgi-fcgi -start -connect "$folder/signup.sock" "$builddir/programs/signup" 1 >/dev/null 2>&1
worker=
trap 'kill $worker 2>/dev/null; rm -rf "$folder"' EXIT
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
resident() { sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\).*/\1/p' "/proc/$worker/status"; }
# asked TIMES: pages, a form that is refused, an address that is none, by turns.
asked() {
  for path in /name /check /nothing /home; do
    case $path in /name) method=POST body='token=x&call_name=a&full_name=b' ;; *) method=GET body= ;; esac
    printf '%s' "$body" >"$folder/body"
    env -i REQUEST_METHOD=$method SCRIPT_NAME=/signup PATH_INFO=$path CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=${#body} \
      HTTP_HOST=localhost REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$cookie" "$builddir/tests/page/speak" "$folder/signup.sock" whole $(($1 / 4)) <"$folder/body" >"$folder/page"
  done
}
asked 400
worker=$(workers signup)
before=$(resident)
asked $times
after=$(resident)
is "$([ "$after" -le $((before + before / 100)) ] && echo same || echo "$before kB, then $after kB")" same "after $times requests it holds no more than 1 % more"
is "$(workers signup)" "${worker:-none}" "and it is the same worker"
done_testing
