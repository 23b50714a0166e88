#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Accidents of a disk: full at each step, read-only, and each part of the database destroyed in turn; and clients so slow that
# others have to get by. After each: whole pages, the file sound, what was said to be kept is kept. docs/accidents.md is the list
# of all accidents, with the test of each. Every 12th part of the database, in the long run each.
. "$srcdir/tests/page/lib.sh"
parts=12
[ "${BOTHWAYS_TEST:-short}" = short ] || parts=1
sound() { echo "$(ask 'pragma integrity_check') $(ask 'pragma foreign_key_check')$("$builddir/programs/bothways" check | grep -v '^ok ')"; }
kept() { ask "select coalesce((select call_name from person where full_name = 'Ann Ember'), 'nobody')"; }
# An administrator may write what is read-only, unless that right is taken away.
bound=
[ "$(id -u)" -ne 0 ] || bound="setpriv --bounding-set -dac_override,-dac_read_search"

post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
post signup /name 'call_name=first&full_name=Ann+Ember'
mine=$cookie
# try NAME: a page for everybody, one's own, and a form, with `via` before each: the three answers. Those of a desk in $desk.
try() {
  said=
  cookie=$mine
  get signup /home ''
  said="$said $status"
  get signup /name ''
  said="$said $status"
  token=$(field token) once=$(field once)
  request POST signup /name '' "token=$token&once=$once&call_name=$1&full_name=Ann+Ember"
  said="$said $status"
}

# Read-only: the file, the folder and all that is in it.
ask 'pragma wal_checkpoint(truncate)' >/dev/null
chmod 444 "$db"*
via=$bound
try second
is "$said $(kept)" " 200 200 507 first" "a database that may only be read: pages are read, and a form says that it was not saved"
shows "This is not saved yet" "in words"
is "$(grep -c 'value="second"' "$folder/plain")" 1 "with what was typed"
ask 'pragma wal_checkpoint(truncate)' >/dev/null
chmod 444 "$SITE/data"/*
chmod 555 "$SITE/data"
try third
is "$said $(words | grep -c 'cannot open its database')" " 503 503 503 1" "a folder in which nothing can be made: the page says that the database cannot be opened"
via=
chmod 700 "$SITE/data"
chmod 600 "$SITE/data"/*
try fourth
is "$said $(kept)" " 200 200 303 fourth" "when it may be written again, it is"

# Full, from each step on: every write after so many finds no room.
cp "$builddir/tests/kill/fail.so" "$folder/fail.so" || exit 1
if ! grep -q __asan_init "$builddir/programs/signup"; then
  get signup /name ''
  cat >"$folder/full" <<END
#!/bin/sh
LD_PRELOAD=$folder/fail.so FAIL_KIND=full FAIL_AT=\$(cat $folder/at) FAIL_ALL=1 FAIL_COUNT=$folder/calls exec "\$@"
END
  chmod +x "$folder/full"
  steps=0 refused=0 saved=0 lost=0 unsound=0 wrong= at=1 calls=1
  while [ "$at" -le "$((calls + 1))" ]; do
    # What was written before lies in the database: each time it is the whole way that is full.
    ask 'pragma wal_checkpoint(truncate)' >/dev/null
    before=$(kept)
    get signup /name ''
    echo "$at" >"$folder/at"
    via=$folder/full
    request POST signup /name '' "token=$(field token)&once=$(field once)&call_name=full$at&full_name=Ann+Ember"
    via=
    calls=$(cat "$folder/calls")
    case "$status $(kept)" in
      "303 full$at") saved=$((saved + 1)) ;;
      "507 $before") refused=$((refused + 1)); grep -q "value=\"full$at\"" "$folder/plain" || { wrong="$wrong $at:lost-words"; lost=$((lost + 1)); } ;;
      *) wrong="$wrong $at:$status:$(kept)"; lost=$((lost + 1)) ;;
    esac
    [ "$(sound)" = "ok " ] || { wrong="$wrong $at:unsound"; unsound=$((unsound + 1)); }
    steps=$((steps + 1))
    at=$((at + 1))
  done
  is "$wrong" "" "a disk that is full from some step on: said, with what was typed; or kept"
  is "$([ "$refused" -gt 0 ] && [ "$saved" -gt 0 ] && echo both)" both "in each of $steps steps"
  echo "# full disk: $steps steps, $refused refused with what was typed, $saved kept, $lost lost, $unsound unsound"
fi

# Destroyed: each part of the file overwritten in turn. No crash, no half page, no wrong word of who it is; put back, all is well.
ask 'pragma wal_checkpoint(truncate)' >/dev/null
for part in -wal -shm; do rm -f "$db$part"; done
cp "$db" "$folder/good"
size=$(ask 'pragma page_size')
rm -f "$db-wal" "$db-shm"
pages=$(($(stat -c %s "$folder/good") / size))
answers=0 calm=0 crashes=0 wrong= page=0 tried=0
# SQLite numbers its pages from 1. What dbstat has on none is in the list of empty ones.
ask "with recursive n (n) as (select 1 union all select n + 1 from n where n < $pages)
  select n from n where n not in (select pageno from dbstat)" >"$folder/empty"
is "$(wc -l <"$folder/empty")" "$(ask 'pragma freelist_count')" "the parts of the database where nothing lies are known"
rm -f "$db-wal" "$db-shm"
: >"$folder/unseen"
while [ "$page" -lt "$pages" ]; do
  cp "$folder/good" "$db"
  rm -f "$db-wal" "$db-shm"
  head -c "$size" /dev/urandom | dd of="$db" bs="$size" seek="$page" conv=notrunc status=none
  cookie=$mine
  for what in 'GET /home' 'GET /name' 'GET /check'; do
    request "${what% *}" signup "${what#* }" '' ''
    answers=$((answers + 1))
    case $status in
      2?? | 4?? | 303) ;;
      500 | 503 | 507) calm=$((calm + 1)); [ "$(grep -c '</html>' "$folder/plain")" -eq 1 ] || wrong="$wrong $page$what:half" ;;
      nothing) wrong="$wrong $page$what:$status"; crashes=$((crashes + 1)) ;;
      *) wrong="$wrong $page$what:$status" ;;
    esac
  done
  [ "$("$builddir/programs/bothways" check >"$folder/checked" 2>&1; echo $?)" -gt 0 ] || echo $((page + 1)) >>"$folder/unseen"
  tried=$((tried + 1))
  page=$((page + parts))
done
is "$wrong" "" "a database of which any part is destroyed: every answer is a whole page"
is "$([ "$calm" -gt 0 ] && echo some)" some "and some say that something went wrong"
is "$(grep -vxF -f "$folder/empty" "$folder/unseen")" "" "bothways check sees each, but where nothing lies"
echo "# destroyed: $tried of $pages parts in turn, $answers answers, $calm calm refusals, $crashes crashes, $(wc -l <"$folder/unseen") not seen by bothways check, where $(wc -l <"$folder/empty") are empty"
cp "$folder/good" "$db"
rm -f "$db-wal" "$db-shm"
try fifth
is "$said $(kept) $(sound)" " 200 200 303 fifth ok " "put back, it goes on"

# Slow: half of a form is there, the rest comes seconds later. Nobody else waits for it.
cgi-fcgi -start -connect "$folder/signup.sock" "$builddir/programs/signup" 1 >/dev/null 2>&1
trap 'kill $(workers signup) 2>/dev/null; rm -rf "$folder"' EXIT
cookie=$mine
get signup /name ''
printf '%s' "token=$(field token)&once=$(field once)&call_name=slow&full_name=Ann+Ember" >"$folder/slow"
env -i REQUEST_METHOD=POST SCRIPT_NAME=/signup PATH_INFO=/name QUERY_STRING= CONTENT_TYPE=application/x-www-form-urlencoded "CONTENT_LENGTH=$(wc -c <"$folder/slow")" \
  HTTP_HOST=localhost REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$cookie" "$builddir/tests/page/speak" "$folder/signup.sock" slow <"$folder/slow" >"$folder/late" &
slow=$!
others=0
while kill -0 $slow 2>/dev/null && [ "$others" -lt 5 ]; do
  cookie=
  post signup /start ''
  [ "$status" = 303 ] && kill -0 $slow 2>/dev/null && others=$((others + 1))
done
wait $slow
is "$([ "$others" -gt 0 ] && echo some) $(sed -n '1s/^Status: \([0-9]*\).*/\1/p' "$folder/late") $(kept)" "some 303 slow" "while a form comes slowly, others write; then it is kept"
echo "# slow: $others others wrote while half of a form was there"
is "$(sound)" "ok " "and all that must always be true is"
is "$(sed -n 's/.*`\(tests\/[^`]*\)`.*/\1/p' "$srcdir/docs/accidents.md" | while read -r test; do [ -e "$srcdir/$test" ] || echo "$test"; done)" "" "the list of accidents names tests that are there"
done_testing
