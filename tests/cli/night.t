#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The one job of a night: by cron and by the first request after midnight, never two at once, after days of silence, with a clock
# that steps, and with a step that cannot be done. What it mails is what a later restore and a later look at the audit need.
. "$srcdir/tests/page/lib.sh"
bothways=$builddir/programs/bothways
data=$SITE/data
today=$(date +%F)
setting() { ask "select value from setting where name = '$1'"; }
mails() { ask "select count(*) from outbox where kind = 'night'"; }
night() { $via "$bothways" night >"$folder/out" 2>"$folder/err"; echo $?; }
readers=$(ask "select count(distinct p.id) from role r join person p on p.id = r.person_id where r.role in ('keeper', 'trustee') and p.email <> '' and p.state = 'active'")

# An erasure of long ago: there may be a backup as old.
mkdir -p "$data/backups"
number=$(setting site.number)
[ -n "$number" ] || { number=ABCDEFGH; ask "insert into setting values ('site.number', '$number')"; }
printf 'Bothways list of erasures, site %s\n987654 2020-01-01T00:00:00Z\nuntil 2020-01-02T00:00:00Z\n' "$number" >"$data/backups/erased.txt"
is "$(night) $(setting night_day) $(setting night.done)" "0 $today $today acts erased backup check readings heads" "all steps are done, and the day is noted"
is "$(ls "$data/backups" | tr '\n' ' ') $(mails)" "bothways-$today.db erased.txt  $readers" "a backup, the list of erasures, and a mail to each of $readers who look after the site"
is "$(ask "select count(*) from outbox where kind = 'night' and sealed like '%until%'")" 0 "what it says lies sealed until it has gone"
made=$(stat -c %Y.%i "$data/backups/bothways-$today.db")
is "$(night) $(mails) $(stat -c %Y.%i "$data/backups/bothways-$today.db")" "0 $readers $made" "a second run that day mails and copies nothing"

# The mail, as it arrives.
printf '#!/bin/sh\nexec cat >>"%s"\n' "$folder/mailbox" >"$folder/sendmail"; chmod +x "$folder/sendmail"
ask "update outbox set state = 'cancelled' where state = 'waiting' and kind <> 'night';
  insert into setting values ('mail_way', 'sendmail'), ('mail_command', '$folder/sendmail'), ('mail_an_hour', '1000'), ('mail_from', 'us@charity.example') on conflict (name) do update set value = excluded.value"
"$bothways" post >/dev/null
tr -d '\r' <"$folder/mailbox" >"$folder/mail"
is "$(grep -c '^Subject: Keep this' "$folder/mail") $(grep -c '^until ....-..-..T..:..:..Z$' "$folder/mail") $(grep -c '^Checks: ok$' "$folder/mail")" "$readers $readers $readers" "it has the list and the checks"
is "$(grep -c '^987654 2020-01-01T00:00:00Z$' "$folder/mail")" "$readers" "and all of the list: it vouches for old backups too"
head=$(grep -E '^[0-9]+:[0-9a-f]{64}$' "$folder/mail" | head -1)
is "$("$bothways" audit verify --head "$head" | grep -c 'holds')" 1 "and the head, through which the audit still goes"
is "$(ask "select count(*) from outbox where kind = 'night' and sealed <> ''")" 0 "nothing of it is kept here"
mkdir "$folder/fresh"
(SITE=$folder/fresh; "$bothways" restore "$data/backups/bothways-$today.db" --erased "$folder/mail" --json) >"$folder/out" 2>&1
is "$(grep -c '"restored":true.*"hasList":true' "$folder/out")" 1 "the whole mail does as a list for a restore"

# Never two at once.
again() { ask "delete from setting where name in ('night.done', 'night_day'); delete from outbox where kind = 'night'"; rm -f "$data"/backups/bothways-*.db; }
again
python3 - "$data/night.lock" <<'END' &
import fcntl, sys, time
f = open(sys.argv[1], 'a'); fcntl.lockf(f, fcntl.LOCK_EX); open(sys.argv[1] + '.held', 'w').close(); time.sleep(30)
END
holder=$!
while [ ! -f "$data/night.lock.held" ]; do sleep 0.05; done
is "$(night) $(cat "$folder/err") $(mails)" "1 bothways night: another process is at it 0" "while another is at it nothing is done"
kill $holder; wait $holder 2>/dev/null; rm "$data/night.lock.held"
for i in 1 2 3 4 5 6 7 8; do ("$bothways" night >/dev/null 2>&1; echo $? >"$folder/ended-$i") & done; wait
is "$(mails) $(cat "$folder"/ended-* | grep -c '^0$')" "$readers $(cat "$folder"/ended-* | grep -vc '^1$')" "of eight at once $(cat "$folder"/ended-* | grep -c '^0$') got in, and each mail is written once"
is "$(ls "$data/backups" | grep -c '^bothways-')" 1 "and one backup"

# What readers have marked is counted at night, not at each page, where a program or words are newer than the marks.
mkdir -p "$data/words"
printf 'as before part\n' >"$data/words/cy.read"
again
night >/dev/null
is "$(grep -c 'as before' "$data/words/cy.read") $(head -1 "$data/words/cy.read" | grep -c ' part$')" "0 1" "what readers have marked is set against the words there are"
# A step that cannot be done keeps none of the others, and is done when it can be.
again
mv "$data/backups" "$folder/backups"; : >"$data/backups"
is "$(night) $(setting night_day) $(setting night.done)" "1  $today acts check readings" "without a place for backups the rest is done, and the day is not"
rm "$data/backups"; mv "$folder/backups" "$data/backups"
is "$(night) $(setting night_day) $(mails)" "0 $today $readers" "later what was left is done"
again
ask "update meeting set pair_id = 999999 where id = (select min(id) from meeting)" >/dev/null 2>&1
sqlite3 "$db" "pragma foreign_keys = off; update meeting set pair_id = 999999 where id = (select min(id) from meeting)"
is "$(night) $(grep -c 'the checks found something: .*references' "$folder/err") $(setting night.broken)" "1 1 references" "what the checks find is told"
sign_in coordinator
get desk /backups ''
shows "found something wrong" "on the desk too"
sqlite3 "$db" "pragma foreign_keys = off; update meeting set pair_id = (select min(id) from pair), day = '1990-01-01' where pair_id = 999999"

# Killed anywhere: the next run does what was left, and nothing twice.
wrong=0
for i in 1 2 3 4 5 6 7 8 9 10; do
  again
  "$bothways" night >/dev/null 2>&1 &
  sleep "0.0$i"; kill -9 $! 2>/dev/null; wait $! 2>/dev/null
  "$bothways" night >/dev/null 2>&1
  [ "$(mails) $(setting night_day) $(ls "$data/backups" | grep -c '^bothways-')" = "$readers $today 1" ] || wrong=$((wrong + 1))
done
is "$wrong $("$bothways" check | grep -c BROKEN)" "0 0" "killed 10 times, each night is whole after the next run"

# The first request after midnight, on a site that is no demo.
again
get signup /home ''
sleep 0.5
is "$(setting night_day)" "" "a demo site has its nights when somebody says so"
ask "delete from setting where name = 'demo'; insert into setting values ('setup_done_at', '1') on conflict (name) do update set value = '1'"
rm -f "$data/night.lock"
for i in 1 2 3 4 5 6; do get signup /home '' & done; wait
i=0; while [ "$(setting night_day)" != "$today" ] && [ $i -lt 300 ]; do sleep 0.1; i=$((i + 1)); done
is "$(setting night_day) $(mails)" "$today $readers" "the first request after midnight starts it, once though six came at once"
again
get signup /home ''
sleep 0.5
is "$(setting night_day)" "" "what was started is not started again within ten minutes"
touch -d '11 minutes ago' "$data/night.lock"
get signup /home ''
i=0; while [ "$(setting night_day)" != "$today" ] && [ $i -lt 300 ]; do sleep 0.1; i=$((i + 1)); done
is "$(setting night_day)" "$today" "but after those"

# Days of silence: what was due on each of them comes once.
if grep -q __asan_init "$builddir/programs/bothways"; then done_testing; exit; fi
at() { printf '#!/bin/sh\nTZ=UTC exec faketime "%s" "$@"\n' "$1" >"$folder/then"; chmod +x "$folder/then"; via=$folder/then; }
cp "$db" "$folder/then.db"; [ ! -f "$db-wal" ] || cp "$db-wal" "$folder/then.db-wal"
ask "delete from outbox"
at "$(date -d '+25 days' '+%F 01:00:00')"
status=$(night)
most=$(ask "select max(n) from (select count(*) as n from outbox where kind <> 'night' group by person_id, kind)")
silent=$(ask "select count(*) from outbox where kind <> 'night'")
is "$status $(setting night_day) $(mails)" "0 $(date -d '+25 days' +%F) $readers" "after 25 days of silence one night is one night"
sent=$silent
is "$(night) $(ask "select count(*) from outbox where kind <> 'night'")" "0 $sent" "and the next run sends nothing more"
via=
cp "$folder/then.db" "$db"; rm -f "$db-wal" "$db-shm"; [ ! -f "$folder/then.db-wal" ] || cp "$folder/then.db-wal" "$db-wal"
ask "delete from outbox"
for day in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do at "$(date -d "+$day days" '+%F 01:00:00')"; night >/dev/null; done
nightly=$(ask "select count(*) from outbox where kind <> 'night'")
is "$([ "$silent" -le "$nightly" ] && echo fewer)$([ "$most" -le 2 ] && echo few)" fewerfew "$silent mails instead of the $nightly of 25 nights, at most $most of one kind to one person"
at "$(date -d '-400 days' '+%F 01:00:00')"
is "$(night) $(setting night_day)" "0 $(date -d '-400 days' +%F)" "a clock that steps back has its night"
via=
is "$(night) $(setting night_day) $("$bothways" check | grep -c BROKEN)" "0 $today 0" "and so has one that is right again"
done_testing
