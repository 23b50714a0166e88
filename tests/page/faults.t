#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# What cannot be expected: no data, no key, a database that is gone, damaged or newer, others who write for too
# long (no room: unsaved.t). Each is a calm page with a number that stands in the log, and nothing is lost.
. "$srcdir/tests/page/lib.sh"

# says STATUS WORDS SENTENCE: the last answer is a whole page that says so, with its number in the log.
says() {
  number=$(sed -n 's/.*<strong translate="no" dir="ltr">\([0-9A-Z]*\)<.*/\1/p' "$folder/plain")
  is "$status $(words | grep -cF "$2") $(grep -c '</html>' "$folder/plain") $(grep -chF " $number $1 " "$SITE"/data*/bothways.log | paste -sd+ | sed 's/^0+1$/1/; s/^1+0$/1/')" "$1 1 1 1" "$3"
}

mv "$SITE/data/key" "$SITE/data/away"
get signup /home ''
says 503 "not set up yet" "a site without its key"
head -c 5 /dev/zero >"$SITE/data/key"
get signup /home ''
says 503 "not set up yet" "or with half of one"
mv "$SITE/data/away" "$SITE/data/key"

for part in '' -wal -shm; do [ ! -e "$db$part" ] || mv "$db$part" "$SITE/data/away$part"; done
get signup /home ''
says 503 "cannot open its database" "a database that is not there"
echo 'This is a letter, and no database, and long enough to be looked at as if it were one.' >"$db"
get signup /home ''
says 503 "cannot read its database" "one that is none"
rm -f "$db"*
for part in '' -wal -shm; do [ ! -e "$SITE/data/away$part" ] || mv "$SITE/data/away$part" "$db$part"; done
ask 'pragma user_version = 999' >/dev/null
get signup /home ''
says 503 "older than its database" "one of a newer Bothways"
post signup /start ''
is "$status" 503 "which is not written to either"
ask 'pragma user_version = 1' >/dev/null
get signup /home ''
is "$status" 200 "put back, it goes on"

# What is cut off at its first statement and in the middle.
ask 'alter table wording rename to words_away'
get signup /programme/valley ''
says 500 "went wrong on our side" "a table that is gone is a fault of ours"
ask 'alter table words_away rename to wording'
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
post signup /name 'call_name=Ann&full_name=Ann+Zreed'
ask "create trigger refuses before update on person begin select raise(abort, 'no'); end"
post signup /name 'call_name=Ben&full_name=Ben+Zreed'
is "$(echo "$status" | grep -c '^[45]') $(ask "select full_name from person where full_name like '% Zreed'")" "1 Ann Zreed" "a write that the database refuses keeps what was there"
ask "drop trigger refuses"

# Somebody who does not queue holds the database: the wait has an end.
mkfifo "$folder/held"
sqlite3 "$db" <"$folder/held" >/dev/null 2>&1 &
holder=$!
exec 9>"$folder/held"
echo 'begin immediate; select 1;' >&9
while sqlite3 "$db" 'begin immediate; rollback' 2>/dev/null; do sleep 0.1; done
get signup /name ''
request POST signup /name '' "token=$(field token)&once=$(field once)&call_name=Cai&full_name=Cai+Zreed"
is "$status $(grep -c 'value="Cai Zreed"' "$folder/plain") $(grep -c ' 503 [a-z-]*: POST signup/name' "$SITE/data/bothways.log")" "503 1 1" "whoever waits too long is told so, with what was typed"
echo 'rollback;' >&9
exec 9>&-
wait "$holder"
is "$(ask "select full_name from person where full_name like '% Zreed'")" "Ann Zreed" "nothing is half kept"
post signup /name 'call_name=Cai&full_name=Cai+Zreed'
is "$status $(ask "select full_name from person where full_name like '% Zreed'")" "303 Cai Zreed" "and then it is"
is "$(ask 'pragma integrity_check') $(ask 'pragma foreign_key_check')" "ok " "after all of it the database is sound"
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "the audit's chain holds, and all that must always be true"

SITE=$folder/nowhere
get signup /home '' 2>/dev/null
is "$status" 503 "no folder at all"
done_testing
