#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# CGI and FastCGI cannot be told apart: every page, as everybody, byte for byte.
# Hundreds of processes for pages that other tests ask too: what is lost is looked for there, as it takes half the time of each.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
# What both say is compared, which a sanitizer does not change; the same pages are asked by the tests of roles, and as FastCGI by fastcgi.t.
if [ "${BOTHWAYS_TEST:-short}" = short ] && grep -q __asan_init "$builddir/programs/signup"; then
  echo "1..0 # SKIP in the short run under a sanitizer"
  exit 0
fi
. "$srcdir/tests/page/lib.sh"

for program in account desk feedback match setup signup; do
  cgi-fcgi -start -connect "$folder/$program.sock" "$builddir/programs/$program" 1 >/dev/null 2>&1
done
pids=$(workers "")
trap 'kill $pids 2>/dev/null; rm -rf "$folder"' EXIT

# both METHOD PROGRAM PATH QUERY BODY: asks both; what differs is in $differs.
both() {
  # Each look at a concern is on the page for the next.
  case $3 in /concern/*) ask 'delete from concern_look' ;; esac
  via=
  request "$@"
  masked "$folder/page" >"$folder/as-cgi"
  case $3 in /concern/*) ask 'delete from concern_look' ;; esac
  via="cgi-fcgi -bind -connect $folder/$2.sock"
  request "$@"
  masked "$folder/page" >"$folder/as-fastcgi"
  via=
  differs="$differs$(cmp -s "$folder/as-cgi" "$folder/as-fastcgi" || { echo " $role $1 $2$3"; diff "$folder/as-cgi" "$folder/as-fastcgi" | head -4; })"
}

# A mentor has the same pages as a mentee, and a lead few that a coordinator has not: the short run leaves them out.
roles='visitor mentee coordinator'
[ "${BOTHWAYS_TEST:-short}" = short ] || roles='visitor mentee mentor coordinator safeguarding-lead'
for role in $roles; do
  cookie=
  [ "$role" = visitor ] || sign_in "$role"
  differs=
  for program in account desk feedback match setup signup; do
    for route in $(routes $program); do
      both GET $program "$(placed "$route")" '' ''
    done
    both GET $program /nothing/here '' ''
    both HEAD $program / '' ''
    both DELETE $program / '' ''
    both POST $program / '' 'token=x'
  done
  is "$differs" "" "as a $role, every answer is the same both ways"
done

# A sign-up, begun one way and gone on with the other.
cookie=
via=
post signup /start ''
is "$status" 303 "begun as CGI"
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
via="cgi-fcgi -bind -connect $folder/signup.sock"
post signup /name 'call_name=Ann&full_name=Ann+Smith'
is "$status $(place)" "303 /signup/reach#main" "gone on as FastCGI"
via=
get signup /name ''
is "$(grep -c 'value="Ann Smith"' "$folder/plain")" 1 "what the one kept the other shows"

# Told to stop, it stops; what a sanitizer looks through first takes it a moment.
kill -TERM $pids
for _ in $(seq 100); do [ -z "$(workers "")" ] && break; sleep 0.1; done
is "$(workers "")" "" "FastCGI programs that are told to stop do"
pids=
done_testing
