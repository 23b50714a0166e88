#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Everybody as a file for a spreadsheet: read back by a reader that is not ours; no cell of it does anything.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
person=$(ask "select min(id) from person where state = 'active'")
ask "update person set full_name = '=HYPERLINK(\"http://evil.example\",\"Gwen\")', call_name = '@SUM(1)', address = '-1 Mill \"Lane\",' || char(10) || '=cmd|calc', phone = '+44 1632 960 123' where id = $person"
get desk /people-file ''
is "$status" 200 "the file is there"
is "$(grep -c '^Content-Disposition: attachment; filename="bothways-people.csv"$' "$folder/plain") $(grep -c '^Content-Type: text/csv' "$folder/plain")" "1 1" "to be kept"
read_back() { # what Python's reader makes of it
  python3 - "$folder/page" "$1" <<'EOF'
import csv, io, sys
body = open(sys.argv[1], 'rb').read().split(b'\r\n\r\n', 1)[1].decode('utf-8-sig')
rows = list(csv.DictReader(io.StringIO(body, newline='')))
if sys.argv[2] == 'numbers':
    print(' '.join(row['number'] for row in rows))
elif sys.argv[2] == 'wrong':
    print([row['number'] for row in rows if None in row or None in row.values() or any(v[:1] in '=+-@|%\t\r\n' and v for v in row.values())])
else:
    row = next(r for r in rows if r['number'] == sys.argv[2])
    print('|'.join([row['full_name'], row['call_name'], row['phone'], row['address'].replace('\n', '/')]))
EOF
}
is "$(ask "select verb || ' ' || subject || ' ' || subject_id || ' ' || person_id from audit order by id desc limit 1")" "people.export person 0 $signed_in" "and that it was is written down"
is "$(read_back numbers)" "$(ask "select group_concat(id, ' ') from (select id from person where state <> 'erased' and (state <> 'new' or id in (select person_id from signup where sent_at > 0)) order by id)")" "with everybody in it, once"
is "$(read_back wrong)" "[]" "every row is whole, and no cell begins a formula"
is "$(read_back "$person")" "'=HYPERLINK(\"http://evil.example\",\"Gwen\")|'@SUM(1)|'+44 1632 960 123|'-1 Mill \"Lane\",/=cmd|calc" "what was written is all there"
sign_in trustee
get desk /people-file ''
is "$status" 403 "nobody but a coordinator has it"
is "$(ask "select count(*) from audit where verb = 'people.export'")" 1 "and what they did not get is nothing that they took"
done_testing
