#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Who did what: searched at the desk, with nothing in it that betrays a concern; and every change of what is
# written there is found.
. "$srcdir/tests/page/lib.sh"

chain() { SITE=$1 "$builddir/programs/bothways" audit verify | sed 's/^the audit //; s/;.*//; s/at row/at/; s/^is //'; }
is "$(chain "$SITE")" holds "the chain of the demo site holds"

# Each byte of each column of one row, flipped in a copy.
cp -r "$SITE" "$folder/copy"
copy=$folder/copy/data/bothways.db
change() { # SQL: on a copy of the database as it was
  cp "$db" "$copy"
  rm -f "$copy-wal" "$copy-shm"
  sqlite3 "$copy" "drop trigger audit_keeps; drop trigger audit_stays; $1"
}
sqlite3 "$db" 'pragma wal_checkpoint(truncate)' >/dev/null
rows=$(ask 'select count(*) from audit')
row=$(ask "select min(id) from audit where columns <> '' and id > $rows / 2")
change ''
cp "$db" "$copy"
flips=$(SITE=$folder/copy "$builddir/tests/conflict/flips" "$row")
is "$(echo "$flips" | sed 's/^[0-9]* //')" "flips, 0 missed" "each byte and bit of row $row flipped is found there"
is "$([ "$(echo "$flips" | cut -d' ' -f1)" -gt 250 ] && echo many)" many "which are many"

# Dropped, put in another order, put in between, put at the end.
for drop in 1 2 "$row" $((rows - 1)) "$rows"; do
  change "delete from audit where id = $drop"
  is "$(chain "$folder/copy")" "broken at $drop" "row $drop dropped is missed"
  change "delete from audit where id = $drop; update audit set id = id - 1 where id > $drop"
  is "$(chain "$folder/copy")" "broken at $drop" "and when the later ones are moved up"
done
change "delete from audit where id > $rows - 3"
is "$(chain "$folder/copy")" "broken at $((rows - 2))" "three rows dropped at the end are missed"
change "update audit set id = -1 where id = $row; update audit set id = $row where id = $row + 1; update audit set id = $row + 1 where id = -1"
is "$(chain "$folder/copy")" "broken at $row" "two rows that changed places are found"
change "insert into audit select $rows + 1, at, person_id, verb, subject, subject_id, columns, hash from audit where id = $rows"
is "$(chain "$folder/copy")" "broken at $((rows + 1))" "a row added at the end is found"
change "delete from audit"
is "$(chain "$folder/copy")" "broken at 1" "all of them dropped are missed"

# Somebody who has the file, but not the site's key, makes the whole chain anew.
change ''
python3 - "$copy" "$row" <<'END'
import hashlib, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("update audit set person_id = 1 + person_id where id = ?", (sys.argv[2],))
before = ""
for r in db.execute("select id, at, person_id, verb, subject, subject_id, columns from audit order by id").fetchall():
    before = hashlib.sha256("\n".join([before] + [str(x) for x in r]).encode()).hexdigest()
    db.execute("update audit set hash = ? where id = ?", (before, r[0]))
db.commit()
END
is "$(chain "$folder/copy")" "broken at $((rows + 1))" "a chain made anew without the site's key does not end as the site wrote it"
is "$(ask "update audit set verb = 'x' where id = 1" 2>&1 | grep -c 'not changed')" 1 "and the database itself refuses to change a row"

# At the desk.
found() { grep -o '<tr><td' "$folder/plain" | wc -l; }
sign_in coordinator
get desk /audit-chain ''
shows "No. It is whole, from the first row to the last." "the desk says that it is whole"
get desk /audit ''
is "$status $(found)" "200 50" "the newest fifty are shown"
older=$(sed -n 's/.*href="[^"]*\(audit?[^"]*from=[^"#]*\)#found".*/\1/p' "$folder/plain" | sed 's/&amp;/\&/g; s/audit?//')
first=$(sed -n 's/.*<tbody>//p' "$folder/plain" | cksum)
get desk /audit "$older"
is "$status $(found)" "200 50" "then the fifty before"
is "$([ "$(sed -n 's/.*<tbody>//p' "$folder/plain" | cksum)" != "$first" ] && echo other)" other "which are other ones"
get desk /audit 'from=nonsense'
is "$status" 200 "where to go on cannot be guessed at"
post desk /audit 'who=Delyth+Owen&verb=pair'
is "$status" 303 "a search leads to what it finds"
get desk /audit "$(place | sed 's/.*?//; s/#.*//')"
is "$(found) $(grep -o '>pair\.[a-z-]*</th>' "$folder/plain" | wc -l)" "$(ask "select min(50, count(*)) from audit where verb like 'pair.%' and person_id = (select id from person where full_name = 'Delyth Owen')") $(found)" \
  "by a person and the first part of a verb"
today=$(date +%Y-%m-%d)
get desk /audit "first=$today&last=$today"
is "$(found)" "$(ask "select min(50, count(*)) from audit where date(at, 'unixepoch') = '$today' and subject <> 'concern'")" "by a day"
get desk /audit 'first=2019-01-01&last=2019-12-31'
shows "Nothing, as far as was looked." "of a year long ago there is nothing"
post desk /audit 'who=Nobody+Known'
is "$status" 422 "a name that nobody has is refused"
shows "Nobody is called so" "and said so"
post desk /audit 'first_day.day=2&first_day.month=1&first_day.year=2026&last_day.day=1&last_day.month=1&last_day.year=2026'
is "$status" 422 "days the wrong way round are refused"

# What betrays a concern, or a private list, is for leads.
is "$([ "$(ask "select count(*) from audit where subject = 'concern'")" -gt 0 ] && echo some)" some "there is something to hide"
get desk /audit 'verb=concern'
shows "Nothing, as far as was looked." "a coordinator finds nothing about concerns"
sign_in safeguarding-lead
get desk /audit 'verb=concern'
shows "concern.raise" "a lead does"
ask "update concern set not_for = (select id from person where call_name = 'Hari')"
get desk /audit 'verb=concern'
shows "Nothing, as far as was looked." "but not of one that names them"
sign_in trustee
get desk /audit ''
is "$status" 403 "the trustee sees what is sent to them, and no more"
sign_in mentor
get desk /audit ''
is "$status" 403 "and nobody else any of it"
done_testing
