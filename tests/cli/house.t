#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Backup, restore and hand-over, by the command line: while people write, locked, into an empty host, over a damaged database,
# with and without the list of erasures; and what does not belong in a backup.
. "$srcdir/tests/page/lib.sh"
bothways=$(realpath "$builddir/programs/bothways")
data=$SITE/data
today=$(date +%F)

call() {
  "$bothways" "$@" >"$folder/out" 2>"$folder/err"
  status=$?
}
in_copy() { sqlite3 "$1" "$2"; }
said() { sed -n "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/p" "$folder/out"; }
tables="person pair proposal meeting feedback signup ask offer task role audit aim review concern bar invitation"
dump() { for t in $tables; do echo "$t"; sqlite3 "$1" "select * from $t order by 1"; done; }

sign_in mentee
call backup
is "$status $(cat "$folder/out")" "0 $data/backups/bothways-$today.db" "a backup is made"
copy=$data/backups/bothways-$today.db
is "$(stat -c %a "$copy") $(stat -c %a "$data/backups")" "600 700" "for nobody else to read"
is "$(in_copy "$copy" 'pragma integrity_check') $(in_copy "$copy" 'pragma journal_mode')" "ok delete" "whole, and one file"
is "$(ls "$data/backups" | tr '\n' ' ')" "bothways-$today.db erased.txt " "nothing else is left there"
is "$(ask 'select count(*) > 0 from browser')$(in_copy "$copy" 'select (select count(*) from browser) + (select count(*) from sign_in_code) + (select count(*) from paper_code) + (select count(*) from once) + (select count(*) from unsent) + (select count(*) from counter)')" 10 "without logins and codes"
dump "$db" >"$folder/before"
dump "$copy" >"$folder/after"
returns() { sqlite3 "$1" "select count(*) from signup where return_code <> ''"; }
is "$(returns "$copy")" 0 "no code to come back with"
is "$(diff "$folder/before" "$folder/after" | grep -c '^[<>]')" "$((2 * $(returns "$db")))" "and all else is there"

# While people write: each copy is of one moment, and the writers go on.
ask "create table tally (n integer); insert into tally values (0); insert into setting values ('tally', 0)" >/dev/null
(i=0; while [ ! -f "$folder/stop" ]; do sqlite3 -cmd '.timeout 5000' "$db" "begin immediate; update tally set n = n + 1; insert into setting values ('tally', (select n from tally)) on conflict (name) do update set value = excluded.value; commit" && i=$((i + 1)); done; echo $i >"$folder/wrote") &
bad=0 copies=0
for i in 1 2 3 4 5 6 7 8; do
  call backup --output "$folder/live.db"
  copies=$((copies + (status == 0)))
  [ "$(in_copy "$folder/live.db" "select (select n from tally) = (select cast(value as integer) from setting where name = 'tally') from tally")$(in_copy "$folder/live.db" 'pragma integrity_check')" = 1ok ] || bad=$((bad + 1))
done
touch "$folder/stop"; wait
is "$copies $bad" "8 0" "8 copies of one moment each while $(cat "$folder/wrote") transactions were written"
is "$([ "$(cat "$folder/wrote")" -gt 8 ] && echo more)" more "and those went on"
ask "drop table tally; delete from setting where name = 'tally'" >/dev/null

# Days, weeks and months.
i=0
while [ $i -lt 200 ]; do : >"$data/backups/bothways-$(date -d "$today -$i days" +%F).db"; i=$((i + 1)); done
: >"$data/backups/notes.txt"; : >"$data/backups/mine.db"
call backup
kept=$(ls "$data/backups" | grep -c '^bothways-')
is "$([ "$kept" -ge 10 ] && [ "$kept" -le 14 ] && echo fits)" fits "of 200 days $kept backups are kept: 7 days, 4 weeks, 3 months"
is "$(ls "$data/backups" | grep '^bothways-' | tail -7 | head -1)" "bothways-$(date -d "$today -6 days" +%F).db" "each of the last seven days"
is "$(ls "$data/backups" | grep -c '^mine.db\|^notes.txt')" 2 "and what somebody else put there"
rm -f "$data/backups/mine.db" "$data/backups/notes.txt"
find "$data/backups" -size 0 -delete

# Locked, to be taken away.
echo short >"$folder/secret"
call backup --output "$folder/away.locked" --passphrase "$folder/secret"
is "$status $(grep -c 'no passphrase of at least 12 letters' "$folder/err")" "2 1" "a short passphrase is refused"
echo 'seven green bottles on a wall' >"$folder/secret"
call backup --output "$folder/away.locked" --passphrase "$folder/secret"
is "$status $(head -1 "$folder/away.locked") $(stat -c %a "$folder/away.locked")" "0 bothways locked 1 600" "a locked copy is made"
name=$(ask "select call_name from person where length(call_name) > 4 limit 1")
is "$(grep -ac "$name\|SQLite" "$folder/away.locked")$(ls "$data/backups" | grep -c tmp)" 00 "nothing of it can be read, and no plain copy is left"

ln "$folder/away.locked" "$folder/first.locked"; cp "$folder/away.locked" "$folder/as-it-was"
call backup --output "$folder/away.locked" --passphrase "$folder/secret"
is "$status $(cmp "$folder/first.locked" "$folder/as-it-was" && echo same) $(ls "$folder" | grep -c new)" "0 same 0" "a new one takes its place in one stroke"
# In the folder that one is in, and on another disk.
here() { (cd "$folder" && "$bothways" "$@") >"$folder/out" 2>"$folder/err"; status=$?; }
here backup --output copy.db
is "$status $(cat "$folder/out") $(stat -c %a "$folder/copy.db") $(in_copy "$folder/copy.db" 'pragma integrity_check')" "0 copy.db 600 ok" "a name alone is a file in the folder that one is in"
here backup --output copy.locked --passphrase secret
is "$status $(head -1 "$folder/copy.locked")" "0 bothways locked 1" "locked too"
here export hand-over.zip
is "$status $(unzip -tqq "$folder/hand-over.zip" && echo whole)" "0 whole" "and the pack"
stick=/dev/shm/bothways-$$
if mkdir "$stick" 2>/dev/null; then
  call backup --output "$stick/copy.db"
  is "$status $(in_copy "$stick/copy.db" 'pragma integrity_check') $(ls "$stick")" "0 ok copy.db" "another disk takes a copy"
  rm -r "$stick"
fi
call backup --output "$folder/none/copy.db"
is "$status $(ls "$data/backups" | grep -cE 'tmp|new|making')" "1 0" "a copy that cannot be put there leaves nothing behind"
# Several at once.
for i in 1 2 3 4 5 6; do ("$bothways" export "$folder/at-once.zip" >/dev/null 2>&1; echo $? >"$folder/ended-$i") & done; wait
is "$(cat "$folder"/ended-? | tr -d '\n') $(unzip -tqq "$folder/at-once.zip" && echo whole) $(ls "$folder" | grep -c '\.new')" "000000 whole 0" "of six packs written at once to one place, one is there, whole"
# hold LOCK: keeps it until $folder/let-go is there.
hold() {
  rm -f "$folder/held" "$folder/let-go"
  python3 - "$1" "$folder" <<'END' &
import fcntl, os, sys, time
f = open(sys.argv[1], 'a'); fcntl.lockf(f, fcntl.LOCK_EX); open(sys.argv[2] + '/held', 'w').close()
for i in range(900):
    if os.path.exists(sys.argv[2] + '/let-go'): break
    time.sleep(0.01)
END
  holder=$!
  while [ ! -f "$folder/held" ]; do sleep 0.01; done
}
let_go() { touch "$folder/let-go"; wait $holder; }
hold "$data/backups.lock"
rm -f "$folder/ended"
("$bothways" backup >/dev/null 2>&1; echo $? >"$folder/ended") &
maker=$!
sleep 1
is "$([ -f "$folder/ended" ] && echo ended)" "" "while another adds to the list of erasures, a backup waits"
sed -i '1a 987654 2020-01-01T00:00:00Z' "$data/backups/erased.txt"
let_go; wait $maker
is "$(cat "$folder/ended") $(grep -c '^987654 2020-01-01T00:00:00Z$' "$data/backups/erased.txt")" "0 1" "and what was added stays"
mv "$data/backups/erased.txt" "$folder/list.txt"; mkdir -p "$data/backups/erased.txt/x"
call backup
is "$status $(ls "$data/backups" | grep -c 'new')" "1 0" "a list that cannot be written leaves nothing behind"
rm -r "$data/backups/erased.txt"; grep -v '^987654' "$folder/list.txt" >"$data/backups/erased.txt"

# What was killed leaves whole copies, with logins; they go.
left="making-12 pack-13 restoring-14"
for d in $left; do mkdir "$data/backups/$d"; cp "$db" "$data/backups/$d/bothways.db"; done
for f in output-15.tmp download.tmp erased.txt.16.new hand-over.zip.17.new download.locked.18.new before-schema-0002.db.part output-mine.tmp; do echo x >"$data/backups/$f"; done
echo x >"$data/backups/before-schema-0003.db"; touch -d '100 days ago' "$data/backups/before-schema-0003.db"
echo x >"$data/backups/before-schema-0004.db"; touch -d '80 days ago' "$data/backups/before-schema-0004.db"
call backup
is "$(ls "$data/backups" | grep -cE 'making|pack-|restoring|tmp|new|part')" 10 "what another process may be at is left alone"
mkdir -p "$data/words"
for f in pl.txt.19.new pl.txt cy.txt.20.new; do echo x >"$data/words/$f"; done
touch -d '25 hours ago' "$data/words/pl.txt.19.new" "$data/words/pl.txt"
for f in $left output-15.tmp download.tmp erased.txt.16.new hand-over.zip.17.new download.locked.18.new before-schema-0002.db.part output-mine.tmp; do touch -d '25 hours ago' "$data/backups/$f"; done
call backup
is "$(ls "$data/backups" | grep -E 'making|pack-|restoring|tmp|new|part|schema' | tr '\n' ' ')" "before-schema-0004.db output-mine.tmp " "after a day what was left in the middle is gone, and after three months a copy from before an upgrade"
is "$(ls "$data/words" | tr '\n' ' ')" "cy.txt.20.new pl.txt " "and so is what was never whole of the charity's own words"
rm -r "$data/backups/before-schema-0004.db" "$data/backups/output-mine.tmp" "$data/words"

# Somebody is erased after that; the list says so.
gone=$(ask "select mentee_id from proposal where state = 'opened' and mentee_id not in (select person_id from role) and mentee_id not in (select m.id from person m join concern c) limit 1")
erase_somebody() {
  gone=$(ask "select p.id from person p where p.state = 'active' and not exists (select 1 from role r where r.person_id = p.id) and exists (select 1 from proposal x join pair y on y.proposal_id = x.id where p.id in (x.mentor_id, x.mentee_id) and y.state <> 'ended') order by p.id limit 1")
  gone_name=$(ask "select full_name from person where id = $gone")
  ask "update concern set state = 'closed'" >/dev/null
  sign_in safeguarding-lead
  post desk "/leave/$gone" "erase=yes"
  ask "update task set at = at - 8 * 86400 where kind = 'erase'" >/dev/null
  "$bothways" night
}
erase_somebody
is "$(ask "select state from person where id = $gone")" erased "somebody is erased after the backup"
is "$(grep -c "^$gone [0-9T:Z-]*$" "$data/backups/erased.txt") $(sed -n '$s/ .*//p' "$data/backups/erased.txt") $(grep -c "$gone_name" "$data/backups/erased.txt")" "1 until 0" "and the list of erasures has the number, and no name"
cp "$data/backups/erased.txt" "$folder/newest.txt"

# An empty host.
SITE=$folder/fresh; export SITE; mkdir "$SITE"
call restore "$folder/away.locked" --json
is "$status $(grep -c 'is locked' "$folder/err")" "1 1" "a locked copy does not open without its passphrase"
echo 'seven green bottles on a hall' >"$folder/wrong"
call restore "$folder/away.locked" --passphrase "$folder/wrong"
is "$status $(grep -c 'passphrase does not open' "$folder/err")" "1 1" "nor with another"
fresh=$SITE/data/bothways.db
is "$(sqlite3 "$fresh" 'select count(*) from person')" 0 "and nothing is there"
head -c 60000 "$folder/away.locked" >"$folder/cut.locked"
call restore "$folder/cut.locked" --passphrase "$folder/secret"
is "$status" 1 "a locked copy that was cut does not open"
cp "$folder/away.locked" "$folder/changed.locked"; printf 'x' | dd of="$folder/changed.locked" bs=1 seek=50000 conv=notrunc 2>/dev/null
call restore "$folder/changed.locked" --passphrase "$folder/secret"
is "$status" 1 "nor one that was changed"
echo 'Dear all' >"$folder/letter.txt"
call restore "$folder/away.locked" --passphrase "$folder/secret" --erased "$folder/letter.txt"
is "$status $(grep -c 'list of erasures cannot be read' "$folder/err")" "1 1" "what is no list of erasures is refused"
sed 's/site .*/site ABCDEFGH/' "$folder/newest.txt" >"$folder/other.txt"
call restore "$folder/away.locked" --passphrase "$folder/secret" --erased "$folder/other.txt"
is "$status $(grep -c 'of another site' "$folder/err")" "1 1" "and another site's list"
call restore "$folder/away.locked" --passphrase "$folder/secret" --look
is "$status $(grep -c 'may be back' "$folder/out") $(sqlite3 "$fresh" 'select count(*) from person')" "0 1 0" "a look changes nothing, and says until when it can vouch"
is "$(grep -o 'erased after [0-9-]*' "$folder/out")" "erased after $today" "by its day"
# As it comes back in a mail: quoted, with words around it.
{ echo 'Here it is:'; sed 's/^/> /' "$folder/newest.txt"; echo 'Best wishes'; } >"$folder/mailed.txt"
call restore "$folder/away.locked" --passphrase "$folder/secret" --erased "$folder/mailed.txt" --json
is "$status $(said restored) $(said erasedAgain) $(said hasList) $(said otherHost)" "0 true 1 true true" "with the list it is brought back, and whoever was erased is erased again"
is "$(sqlite3 "$fresh" "select state || call_name || full_name || email from person where id = $gone")" "erased…" "nothing is said of them"
is "$(cat "$fresh" "$fresh-wal" 2>/dev/null | grep -ac "$gone_name")" 0 "in no byte of the file"
is "$(sqlite3 "$fresh" "select (select count(*) from browser) + (select count(*) from paper_code) + (select count(*) from totp) + (select count(*) from sign_in_code)")" 0 "no login, code or app came with it"
is "$(sqlite3 "$fresh" "select count(*) from outbox where state in ('waiting', 'sending')")" 0 "and no mail goes twice"
call check
is "$status $(grep -c BROKEN "$folder/out")" "0 0" "all that must be true is, and the audit is sealed anew"
is "$(grep -cxF "$(grep "^$gone " "$folder/newest.txt")" "$SITE/data/backups/erased.txt")" 1 "and its list goes on"
is "$(ls "$SITE/data/backups" | tr '\n' ' ')" "erased.txt " "nothing else is left behind"
call backup
is "$status" 0 "it can be backed up again"

# Over a site with people in it: what was there is kept.
call restore "$folder/live.db" --json
is "$status $(said restored) $(said erasedAgain)" "0 true 1" "over what is there, with the list that lies beside the backups"
is "$(ls "$SITE/data/backups" | grep -c '^before-')" 1 "and that is kept"
# The list that lies there does not say it, but the database does.
back=$SITE/data/backups
again=0
for list in damaged other unwritable; do
  rm -r "$back/erased.txt"
  case $list in
    damaged) { head -1 "$folder/newest.txt"; echo rubbish; } >"$back/erased.txt" ;;
    other) cp "$folder/other.txt" "$back/erased.txt" ;;
    *) mkdir -p "$back/erased.txt/x" ;;
  esac
  call restore "$folder/live.db" --json
  [ "$status $(said erasedAgain) $(sqlite3 "$fresh" "select state from person where id = $gone")" = "0 1 erased" ] && again=$((again + 1))
done
is "$again" 3 "whoever was erased here stays so where the list is damaged, another site's, or cannot be written"
rm -r "$back/erased.txt"; call backup
is "$(ls "$back" | grep -c '^before-')" 4 "each that a restore took the place of is kept for a day, also of one minute"
for f in "$back"/before-*; do touch -d '25 hours ago' "$f"; done
call backup
is "$(ls "$back" | grep -c '^before-')" 2 "and then two"
# Erased between the look and the last step. restore_waits: a restore in $maker that has all but its last step behind it.
restore_waits() {
  rm "$back"/before-*
  hold "$SITE/data/write.lock"
  ("$bothways" restore "$folder/live.db" >/dev/null 2>"$folder/err"; echo $? >"$folder/ended") &
  maker=$!
  while [ ! "$(ls "$back" | grep '^before-')" ]; do sleep 0.01; done
  sleep 0.3
}
restore_waits
sed -i '1a 987654 2020-01-01T00:00:00Z' "$back/erased.txt"
let_go; wait $maker
is "$(cat "$folder/ended") $(grep -c '^987654 2020-01-01T00:00:00Z$' "$back/erased.txt")" "0 1" "what another adds to the list meanwhile stays"
restore_waits
cp "$fresh" "$folder/safe.db"; [ ! -f "$fresh-wal" ] || cp "$fresh-wal" "$folder/safe.db-wal"
sqlite3 -cmd '.timeout 5000' "$fresh" "insert into audit (at, person_id, verb, subject, subject_id, hash) select at, person_id, verb, subject, subject_id, hash from audit where verb = 'person.erase' limit 1; insert into setting values ('meanwhile', '1')"
let_go; wait $maker
is "$(cat "$folder/ended") $(sqlite3 "$fresh" "select count(*) from setting where name = 'meanwhile'")$(cat "$folder/err" "$SITE/data/bothways.log" | grep -c 'try again')" "1 11" "nothing is replaced when somebody was erased meanwhile"
cp "$folder/safe.db" "$fresh"; rm -f "$fresh-wal" "$fresh-shm"; [ ! -f "$folder/safe.db-wal" ] || cp "$folder/safe.db-wal" "$fresh-wal"
rows=$(sqlite3 "$fresh" 'select count(*) from audit')
head -c 20000 "$folder/live.db" >"$folder/half.db"
call restore "$folder/half.db"
is "$status $(sqlite3 "$fresh" 'select count(*) from audit')" "1 $rows" "half a backup is refused, and nothing changes"
cp "$folder/live.db" "$folder/broken.db"
sqlite3 "$folder/broken.db" "pragma foreign_keys = off; update pair set proposal_id = 999999 where id = (select min(id) from pair)"
call restore "$folder/broken.db"
is "$status $(grep -c 'is not sound: .*references' "$folder/err")" "1 1" "one that is not sound too, and which check says so"
cp "$folder/live.db" "$folder/forged.db"
sqlite3 "$folder/forged.db" "drop trigger audit_keeps; update audit set verb = 'x.y' where id = 5"
call restore "$folder/forged.db"
is "$status $(grep -c 'is not sound: audit' "$folder/err")" "1 1" "and one whose audit was changed"
cp "$folder/live.db" "$folder/newer.db"; sqlite3 "$folder/newer.db" 'pragma user_version = 900'
call restore "$folder/newer.db"
is "$status $(grep -c 'newer Bothways' "$folder/err")" "1 1" "and one of a newer Bothways"
call restore "$folder/letter.txt"
is "$status $(sqlite3 "$fresh" 'select count(*) from audit')" "1 $rows" "and a letter"

# Killed in the middle: the one or the other.
kills=0 whole=0
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
  "$bothways" restore "$folder/live.db" >/dev/null 2>&1 &
  sleep "0.0$((i * 3))"
  kill -9 $! 2>/dev/null && kills=$((kills + 1))
  wait $! 2>/dev/null
  [ "$(sqlite3 -cmd '.timeout 5000' "$fresh" 'pragma integrity_check')" = ok ] && "$bothways" check >/dev/null && whole=$((whole + 1))
done
is "$whole" 12 "after $kills kills the database is whole each time"

# A damaged database makes room, and is put aside.
rm -f "$fresh-wal" "$fresh-shm"; head -c 5000 /dev/urandom >"$fresh"
call check
is "$status" 2 "a damaged database does not open"
call restore "$folder/live.db" --json
is "$status $(said restored) $(ls "$SITE/data" | grep -c '^damaged-')" "0 true 1" "a backup takes its place, and it is put aside"
call check
is "$status" 0 "and all is well"

# The pack for whoever goes on.
mkdir -p "$SITE/data/words" "$SITE/data/templates/mail"
echo 'Continue	On' >"$SITE/data/words/en.txt"
printf 'x part\n0123456789abcdef 1 2026-03-03\n' >"$SITE/data/words/cy.read"
echo '<div/>' >"$SITE/data/templates/mail/code.xml"
echo no >"$SITE/data/words/en.txt.1.new"
call export "$folder/pack.zip"
is "$status $(stat -c %a "$folder/pack.zip")" "0 600" "the hand-over pack is written"
is "$(sqlite3 "$fresh" "select verb || ' ' || person_id from audit order by id desc limit 1")" "backup.hand-over 0" "and that it was, is a row of the audit"
python3 - "$folder/pack.zip" "$fresh" >"$folder/pack.out" <<'END'
import csv, io, json, sqlite3, sys, zipfile
pack, db = zipfile.ZipFile(sys.argv[1]), sqlite3.connect(sys.argv[2])
print(pack.testzip())
data = json.loads(pack.read("data.json"))
tables = [r[0] for r in db.execute("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name")]
print(sorted(data) == tables, len(tables))
wrong = []
names = lambda t: (c[1] for c in db.execute(f"pragma table_info({t})"))
for t in tables:
    rows = [["" if v is None else str(v) for v in r] for r in db.execute(f"select * from {t} order by 1")]
    read = list(csv.reader(io.StringIO(pack.read(f"csv/{t}.csv").decode(), newline="")))
    same = sorted(read[1:]) == sorted(rows) and sorted([["" if v is None else v for v in r.values()] for r in data[t]]) == sorted(rows)
    if not same and t not in ("browser", "paper_code", "once", "counter", "sign_in_code", "unsent", "setting", "totp"):
        wrong.append(t)
    if not read or read[0] != list(names(t)):
        wrong.append(t + " has no first line")
print(wrong)
print(sorted(n for n in pack.namelist() if "/" not in n))
assert sorted(n for n in pack.namelist() if "/" in n and not n.startswith("csv/")) == ["templates/mail/code.xml", "words/cy.read", "words/en.txt"] and pack.read("words/en.txt") == b"Continue\tOn\n", pack.namelist()
print(sum(len(data[t]) for t in ("browser", "paper_code", "once", "counter", "sign_in_code", "unsent")))
again = sqlite3.connect(":memory:"); again.executescript(pack.read("schema.sql").decode()); print(len(again.execute("select 1 from sqlite_schema where type='table' and name not like 'sqlite%'").fetchall()) == len(tables))
END
is "$(tr '\n' ' ' <"$folder/pack.out")" "None True $(sqlite3 "$fresh" "select count(*) from sqlite_schema where type = 'table' and name not like 'sqlite%'") [] ['README.txt', 'bothways.db', 'data.json', 'erased.txt', 'schema.sql'] 0 True " "every row is in it as CSV and JSON, with schema, list and database, and no login"
unzip -q -o "$folder/pack.zip" bothways.db -d "$folder/unpacked"
SITE=$folder/next; mkdir "$SITE"
call restore "$folder/unpacked/bothways.db" --json
is "$status $(said restored)" "0 true" "and its database can be brought back by a successor"
done_testing
