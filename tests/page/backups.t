#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Backups from the desk: made, taken away locked, brought back, the pack for a successor; and a backup brought to a new host in set-up.
. "$srcdir/tests/page/lib.sh"
data=$SITE/data
today=$(date +%F)
body() { python3 -c "import sys; sys.stdout.buffer.write(open('$folder/page', 'rb').read().split(b'\r\n\r\n', 1)[1])"; }

sign_in coordinator
get desk /todo ''
is "$(grep -c 'href="/desk/backups"' "$folder/plain") $(grep -c 'href="/desk/hand-over"' "$folder/plain")" "1 0" "who looks after the site is led to the backups"
get desk /backups ''
shows "There is no backup of the last two days" "and told that there is none"
post desk /backups ''
is "$status $(place) $(ls "$data/backups" | tr '\n' ' ')" "303 /desk/backups#main bothways-$today.db erased.txt " "a press makes one"
get desk /backups ''
shows "bothways-$today.db" "which the page shows"
hides "There is no backup of the last two days" "and no warning"
get desk /take-away-file ''
is "$status" 404 "nothing to take away yet"
post desk /take-away 'passphrase=short'
is "$status" 422 "a short passphrase is refused"
post desk /take-away 'passphrase=four+words+that+nobody+guesses'
get desk /take-away-file ''
body >"$folder/taken.locked"
is "$status $(cmp "$folder/taken.locked" "$data/backups/download.locked" && echo same) $(head -1 "$folder/taken.locked")" "200 same bothways locked 1" "a locked copy is taken away, byte for byte"
is "$(sed -n 's/^Content-Length: //p' "$folder/plain") $(grep -ci '^content-disposition: attachment' "$folder/plain")" "$(stat -c %s "$folder/taken.locked") 1" "with its length, as a file"
# A large one goes out piece by piece, in a process of little memory; a sanitizer alone has need of more.
head -c 100000000 /dev/zero >"$data/backups/download.locked"
grep -q __asan_init "$builddir/programs/desk" || via='prlimit --as=67108864'
get desk /take-away-file ''
via=
body | cksum >"$folder/sum"
is "$(cat "$folder/sum")" "$(cksum <"$data/backups/download.locked")" "100 MB within 64 MB of memory"
cp "$folder/taken.locked" "$data/backups/download.locked"
request HEAD desk /take-away-file '' ''
is "$status $(body | wc -c)" "200 0" "HEAD has no body"
get desk /hand-over ''
is "$status" 403 "the pack is for leads, who may read all that is in it"
is "$(ask "select group_concat(verb, ' ') from (select verb from audit where verb like 'backup.%' order by id)")" "backup.make backup.lock" "the audit knows what was made"

sign_in safeguarding-lead
post desk /hand-over ''
is "$status" 303 "a lead makes the pack"
get desk /hand-over-file ''
body >"$folder/pack.zip"
is "$status $(unzip -tqq "$folder/pack.zip" && echo whole)" "200 whole" "and takes it"
get desk /backups ''
is "$status" 403 "the backups are for who looks after the site"

# Brought back: what was done since is gone, everybody is signed out, and so is whoever did it.
sign_in coordinator
people=$(ask 'select count(*) from person')
ask "insert into person (state, call_name, created_at) values ('active', 'Latecomer', 0)" >/dev/null
get desk /restore ''
shows "bothways-$today.db" "the page offers what lies there"
post desk /restore "backup=bothways-$today.db"
is "$status" 422 "it is asked for sure"
post desk /restore "backup=..%2Fbothways.db&sure=yes"
is "$status $(ask "select count(*) from person where call_name = 'Latecomer'")" "422 1" "only what the page offers can be chosen"
post desk /restore "backup=download.locked&sure=yes&passphrase=four+words+that+somebody+guessed"
is "$status $(words | grep -c 'This does not open the backup')" "422 1" "a wrong passphrase is told"
post desk /restore "backup=download.locked&sure=yes&passphrase="
is "$status $(words | grep -c 'This backup is locked. Type its passphrase')" "422 1" "a missing one too"
post desk /restore "backup=bothways-$today.db&sure=yes&erased=Dear+all"
is "$status $(words | grep -c 'We found no whole list')" "422 1" "and what is no list of erasures"
echo nonsense >"$data/backups/mine.db"
post desk /restore "backup=mine.db&sure=yes"
is "$status $(words | grep -c 'This file is no backup')" "422 1" "and what is no backup"
rm "$data/backups/mine.db"
is "$(ask "select count(*) from person where call_name = 'Latecomer'")" 1 "so far nothing has changed"
list=$(sed 's/^/> /' "$data/backups/erased.txt" | od -An -tx1 -v | tr -d '\n' | sed 's/ /%/g')
post desk /restore "backup=download.locked&sure=yes&passphrase=four+words+that+nobody+guesses&erased=$list"
is "$status $(place) $(ask "select count(*) from person where call_name = 'Latecomer'") $(ask 'select count(*) from person')" "303 /desk/backups#main 0 $people" "then it is brought back"
get desk /backups ''
is "$status $(place | sed 's/[?].*//')" "303 /account/sign-in" "whoever did it is signed out"
is "$(ls "$data/backups" | grep -c '^before-')" 1 "what was there is kept"
is "$("$builddir/programs/bothways" check | grep -c BROKEN)" 0 "all that must be true is"
is "$(ask 'select count(*) > 0 from totp')" 1 "apps for signing in go on working on the same host"
sign_in coordinator
get desk /backups ''
shows "The last that was brought back" "and the page tells of it"
hides "may be back" "with a list there is nobody who may be back"

# Another host, with nothing on it: in set-up.
roles=$(ask 'select count(*) from role')
SITE=$folder/host
mkdir "$SITE"
db=$SITE/data/bothways.db
cookie=
more=HTTPS=on
get setup /start ''
post setup /start "code=$(tr -d ' \n' <"$SITE/data/setup-code.txt")"
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
get setup /restore ''
shows "There is no backup here yet" "set-up says where to put the file"
mkdir "$SITE/data/backups"
cp "$folder/taken.locked" "$SITE/data/backups/"
post setup /restore "backup=taken.locked&passphrase=four+words+that+nobody+guesses"
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
is "$status $(place)" "303 /setup/charity#main" "a backup is brought to a new host, and set-up goes on"
get setup /charity ''
is "$status" 200 "for the same browser"
is "$(ask "select (select count(*) from person) || ' ' || (select count(*) from totp)")" "$people 0" "with its people, without apps that only the old host's key opens"
get setup /people ''
is "$status $(place)" "303 /setup/coordinator#main" "who works here stays, and one of them is let in anew"
is "$(ask 'select count(*) from role')" "$roles" "nobody loses a role"
done_testing
