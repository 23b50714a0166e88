#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The commands that need a site: match run, audit verify, post, check.
. "$srcdir/tests/page/lib.sh"
bothways=$builddir/programs/bothways
data=$SITE/data

call() {
  "$bothways" "$@" >"$folder/out" 2>"$folder/err"
  status=$?
}
state() { sha256sum "$db" | cut -d' ' -f1; }
count_of() { ask "select count(*) from $1"; }

# A whole site: everything holds.
call check
is "$status $(grep -vc '^ok ' "$folder/out")" "0 0" "a new site holds in every way"
call check --json
is "$status $(tr -d '\n' <"$folder/out" | sed 's/^{"checks":\[{"check":"file","holds":true,"said":\[\]},.*\],"broken":0}$/whole/')" "0 whole" "and says so as JSON"
call audit verify
is "$status $(sed 's/[0-9a-f]\{64\}$/HASH/' "$folder/out")" "0 the audit holds; its head is $(ask 'select max(id) from audit'):HASH" "the audit holds"
head=$(sed 's/.*head is //' "$folder/out")

# The site is found by bothways.conf beside it, too.
mkdir "$folder/web"
echo "$data" >"$folder/web/bothways.conf"
for site in "$folder/web" "$data"; do
  (unset SITE; "$bothways" audit verify --site "$site" --json) >"$folder/out" 2>&1
  is "$?" 0 "a site is found in $(basename "$site")"
done
is "$(sed 's/[0-9a-f]\{64\}/HASH/' "$folder/out")" "{\"holds\":true,\"head\":{\"row\":$(ask 'select max(id) from audit'),\"hash\":\"HASH\"}}" "and its head told as JSON"

# Matching: what a press of Match does, and nothing twice.
slug=$(ask 'select slug from programme order by id limit 1')
call match run --programme nowhere
is "$status $(cat "$folder/err")" "2 bothways match run: there is no open programme nowhere" "a programme that there is not is refused"
call match run
is "$status $(wc -l <"$folder/out" | tr -d ' ')" "0 $(ask "select count(*) from programme where state = 'open'")" "each open programme is matched"
runs=$(count_of match_run) proposals=$(count_of proposal) rows=$(count_of audit) before=$(state)
call match run --programme "$slug"
is "$status $(grep -c 'nothing changes' "$folder/out")" "0 1" "a second run changes nothing"
is "$(count_of match_run) $(count_of proposal) $(count_of audit) $(state)" "$runs $proposals $rows $before" "and writes nothing"
# An ask is closed meanwhile: the run after puts things right, with nobody's name on it.
ask "update ask set state = 'closed' where id = (select min(ask_id) from proposal where state = 'proposed' and run_id is not null and programme_id = 1)" >/dev/null
call match run --programme "$slug" --json
is "$status $(sed 's/^\[{"programme":"[a-z-]*","changed":true,"run":[0-9]*,"people":[0-9]*,"asks":[0-9]*,"met":[0-9]*,"bothSides":[0-9]*,"bound":[0-9]*}\]$/told/' "$folder/out")" \
  "0 told" "what changed is matched anew, and told as JSON"
is "$(ask 'select by_id is null from match_run order by id desc limit 1') $(ask 'pragma foreign_key_check')" "1 " "by nobody"
call audit verify
is "$status" 0 "the audit holds still"

# Who is left out, and what would help.
call match explain --programme "$slug"
is "$status $(grep -c '^ask ' "$folder/out")" "0 $(ask "select count(*) from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id where s.programme_id = 1 and s.state = 'approved' and p.state = 'active' and a.state = 'open'
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed', 'opened'))")" "each ask that is left out is told"
is "$(grep -vcE '^(ask [0-9]+ of person [0-9]+, |one more offer of )' "$folder/out") $(grep -c 'no run has looked' "$folder/out")" "0 0" "with why, and what would help"
call match explain --programme "$slug" --json
is "$status $(grep -c '^{"leftOut":\[{"ask":.*"offers":\[{"topic":.*}\]}$' "$folder/out")" "0 1" "also as JSON"
call match explain
is "$status" 2 "without a programme it was called wrongly"
before=$(state)
call match what-if --programme "$slug"
topic=$(sed -n 's/^--topic \([0-9]*\).*/\1/p' "$folder/out" | head -1)
is "$status $(grep -c '^--join ' "$folder/out")" "0 1" "what can be tried is listed"
call match what-if --programme "$slug" --topic "$topic" --json
is "$status $(sed 's/[0-9][0-9]*/N/g' "$folder/out")" '0 {"metNow":N,"metThen":N,"bothSidesNow":N,"bothSidesThen":N}' "one more mentor is tried"
helpful=$("$bothways" match explain --programme "$slug" | sed -n 's/^one more offer .*(topic \([0-9]*\)) from anywhere.*/\1/p' | head -1)
call match what-if --programme "$slug" --topic "$helpful"
is "$status $(grep -c '(+1); ' "$folder/out")" "0 1" "one of those that would help, helps"
call match what-if --programme "$slug" --join "$(ask 'select slug from programme order by id limit 1 offset 1')"
is "$status $(grep -c ' asks are met now' "$folder/out")" "0 1" "two programmes joined are tried"
for wrong in '--topic 999' '--lift 1:1' '--lift 1' "--join $slug" '--join nowhere' '--near LL57' "--topic $topic --lift 1:2"; do
  # shellcheck disable=SC2086
  call match what-if --programme "$slug" $wrong
  is "$status $(wc -l <"$folder/err" | tr -d ' ')" "2 1" "$wrong is refused"
done
is "$(state)" "$before" "and nothing was written"

# The night: all that is due, and nothing twice.
call night
is "$status $(cat "$folder/err")" "0 " "the night's work is done"
rows=$(count_of audit)
call night
is "$status $(count_of audit)" "0 $rows" "and not a second time"

# Mail: what waits goes, and what the host does not take is kept.
cat >"$folder/sendmail" <<END
#!/bin/sh
exec cat >>"$folder/mailbox"
END
chmod +x "$folder/sendmail"
ask "insert into setting values ('mail_way', 'sendmail'), ('mail_command', '$folder/sendmail'), ('mail_an_hour', '1000')
       on conflict (name) do update set value = excluded.value" >/dev/null
sign_in mentee
call post --json
ask "insert into outbox (person_id, kind, recipient, language, not_before, created_at)
     select id, 'in-touch', 'somebody@example.org', 'cy', 0, 0 from person where state = 'active' limit 3" >/dev/null
call post --most 1 --json
is "$status $(cat "$folder/out")" "0 {\"sent\":1,\"again\":0,\"waiting\":2,\"maybeSent\":0,\"failed\":$(ask "select count(*) from outbox where state = 'failed'")}" "one mail goes where one may"
call post
is "$status $(cut -d, -f1 "$folder/out")" "0 2 sent" "then the rest"
is "$(grep -c '^To: .*somebody@example.org' "$folder/mailbox")" 3 "to those they were for"
is "$(grep -c '^Content-Language: cy' "$folder/mailbox")" 3 "in their language"
ask "insert into outbox (kind, recipient, language, not_before, created_at) values ('in-touch', 'nobody@example.org', 'en', 0, 0)" >/dev/null
ask "update setting set value = '/bin/false' where name = 'mail_command'" >/dev/null
call post
is "$status $(cut -d, -f1-3 "$folder/out")" "1 0 sent, 1 to be tried again, 1 waiting" "a mail that the host does not take is tried again, and said"

# The audit: every flip, drop and reorder is found.
rows=$(ask 'select max(id) from audit')
broken() { # SQL ROW SENTENCE
  cp "$db" "$folder/kept"
  [ ! -f "$db-wal" ] || cp "$db-wal" "$folder/kept-wal"
  ask "drop trigger audit_keeps; drop trigger audit_stays; $1" >/dev/null
  call audit verify
  is "$status $(cat "$folder/out")" "1 the audit is broken at row $2" "$3"
  rm -f "$db-wal" "$db-shm"
  cp "$folder/kept" "$db"
  [ ! -f "$folder/kept-wal" ] || mv "$folder/kept-wal" "$db-wal"
}
for column in at person_id subject_id; do
  broken "update audit set $column = $column + 1 where id = 5" 5 "a changed $column is found"
done
for column in verb subject columns; do
  broken "update audit set $column = $column || 'x' where id = 5" 5 "a changed $column is found"
done
broken "update audit set hash = replace(hash, substr(hash, 1, 1), 'g') where id = 5" 5 "a changed hash is found"
broken "delete from audit where id = 5" 5 "a dropped row is found"
broken "delete from audit where id = 1" 1 "the first one dropped too"
broken "delete from audit where id = $rows" "$rows" "and the last"
broken "delete from audit" 1 "and all of them"
broken "update audit set id = -1 where id = 5; update audit set id = 5 where id = 6; update audit set id = 6 where id = -1" 5 "two rows in another order are found"
broken "insert into audit select max(id) + 1, at, person_id, verb, subject, subject_id, columns, hash from audit" "$((rows + 1))" "a row that was added is found"
call audit verify --head "$head"
is "$status" 0 "the chain goes through the head that was told"
call audit verify --head "${head%%:*}:$(echo "${head#*:}" | tr 0-9a-f 1-9a-f0)"
is "$status $(cat "$folder/out")" "1 the audit is broken at row ${head%%:*}" "and through no other"

# What has been kept long enough: the dry run says so and touches nothing.
sqlite3 "$db" "insert into outbox (kind, recipient, language, state, not_before, created_at) values ('news', 'long-ago@example.org', 'en', 'sent', 0, 0)"
sqlite3 "$db" .dump >"$folder/as-it-was"
call retention --dry-run
is "$status $(grep -c ' mail  *[0-9]' "$folder/out" | awk '{ print ($1 > 0) }')" "0 1" "the dry run says what would go"
call retention --dry-run --json
is "$(sqlite3 :memory: "select json_valid(readfile('$folder/out'))")" 1 "as JSON too"
sqlite3 "$db" .dump | cmp -s - "$folder/as-it-was"
is $? 0 "and touches nothing"
call retention
is "$status $(ask "select count(*) from outbox where recipient = 'long-ago@example.org'")" "0 0" "then it goes"
is "$(cat "$db" "$db-wal" 2>/dev/null | grep -ac long-ago@example)" 0 "and is in no byte of the file"
call retention
is "$(cat "$folder/out")" "0 went" "once"

# What must always be true.
call check
is "$status $(grep -v '^ok ' "$folder/out")" "0 " "all of it holds after all of that"
finds() { # SQL NAME SENTENCE
  cp "$db" "$folder/kept"
  [ ! -f "$db-wal" ] || cp "$db-wal" "$folder/kept-wal"
  sqlite3 "$db" "pragma foreign_keys = off; $1"
  call check
  is "$status $(sed -n 's/^BROKEN  \([a-z-]*\).*/\1/p' "$folder/out" | grep -cx "$2")" "1 1" "$3"
  rm -f "$db-wal" "$db-shm"
  cp "$folder/kept" "$db"
  [ ! -f "$folder/kept-wal" ] || mv "$folder/kept-wal" "$db-wal"
}
is "$([ "$(ask "select count(*) from pair where state <> 'ended'")" -gt 1 ] && echo some)" some "there are pairs to break"
pair="(select min(id) from pair where state <> 'ended')"
of_pair="(select proposal_id from pair where id = $pair)"
finds "update person set state = 'left' where id = (select mentor_id from proposal where id = $of_pair)" pair-people "a pair with somebody who left is found"
finds "update signup set adult = 0 where person_id = (select mentor_id from proposal where id = $of_pair)" pair-adults "one who is no adult"
finds "update proposal set mentee_answer = '' where id = $of_pair" pair-consent "one who never said yes"
finds "update pair set due_at = 0 where id = $pair" pair-dates "a pair that nobody has to act on"
finds "update signup set capacity = 0 where person_id = (select mentor_id from proposal where id = $of_pair)" mentor-load "a mentor of too many"
finds "update proposal set ask_id = (select ask_id from proposal where id = $of_pair) where id in (select proposal_id from pair where state <> 'ended')" ask-pairs "an ask met twice"
finds "update proposal set state = 'kept' where id = (select min(id) from proposal where state = 'proposed')" proposal-audit "a step that the audit does not know"
finds "update pair set state = 'paused' where id = (select min(id) from pair where state = 'trial')" pair-audit "a pair's step, too"
finds "update signup set state = 'declined' where id = (select min(id) from signup where state = 'approved')" signup-audit "and a sign-up's"
finds "delete from person where id = (select mentor_id from proposal where id = $of_pair)" references "a row that refers to nobody"
finds "drop trigger audit_keeps; update audit set verb = 'x' where id = 3" audit "a broken audit"
finds "insert into bar (person_id, kind, words, folded) select mentor_id, 'organisation', 'Acme', 'acme' from proposal where id = $of_pair
       union all select mentee_id, 'organisation', 'Acme', 'acme' from proposal where id = $of_pair" pair-conflict "a pair with a conflict of interest"
sqlite3 "$db" 'pragma wal_checkpoint(truncate)' >/dev/null
size=$(stat -c %s "$db")
dd if=/dev/zero of="$db" bs=4096 seek=$((size / 4096 / 2)) count=4 conv=notrunc 2>/dev/null
call check
is "$status $(grep -c '^BROKEN  file' "$folder/out")" "1 1" "a damaged file is found"
done_testing
