#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Programs killed without warning under eight writers: 50 kills, in the long run 1,000.
# What an answer said is kept is kept, nothing is half kept, no mail that is marked sent goes twice.
. "$srcdir/tests/check/tap.sh"
kills=50
[ "${BOTHWAYS_TEST:-short}" = short ] || kills=1000
writers=8
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
SITE=$folder/site
export SITE
mkdir "$SITE" "$folder/mails"
"$builddir/tools/bothways-demo" make --small "$srcdir/data" http://localhost >"$folder/made" || exit 1
db=$SITE/data/bothways.db

# A mail command that keeps each message it is handed, and people for the codes to go to.
cat >"$folder/sendmail" <<END
#!/bin/sh
exec cat >"$folder/mails/\$\$"
END
chmod +x "$folder/sendmail"
sqlite3 "$db" >/dev/null <<END
.timeout 5000
insert into setting values ('mail_way', 'sendmail'), ('mail_command', '$folder/sendmail')
  on conflict (name) do update set value = excluded.value;
with recursive w (n) as (select 1 union all select n + 1 from w where n < $writers),
  t (n) as (select 1 union all select n + 1 from t where n < 2000)
insert into person (state, call_name, email, created_at, found_by)
select 'active', 'W', 'writer' || w.n || '.' || t.n || '@example.org', 0, 'w' || char(10) || 'w' || char(10) || 'writer' || w.n || char(10) || t.n from w, t;
insert into person_word (kind, word, person_id) select 'name', 'w', id from person where email like 'writer%';
insert into person_word (kind, word, person_id) select 'word', 'w', id from person where email like 'writer%';
insert into person_word (kind, word, person_id)
select 'word', substr(email, 1, instr(email, '.') - 1), id from person where email like 'writer%';
insert into person_word (kind, word, person_id)
select 'word', substr(email, instr(email, '.') + 1, instr(email, '@') - instr(email, '.') - 1), id from person where email like 'writer%';
END

# What the demo site calls sent went nowhere.
{ echo none; sqlite3 "$db" "select id from outbox where state = 'sent'"; } >"$folder/sent-before"
"$builddir/tests/kill/kills" "$builddir/programs" $writers $kills >"$folder/said"
killed=$(sed -n 's/^killed //p' "$folder/said")
is "$([ "${killed:-0}" -ge $kills ] && echo enough)" enough "at least $kills programs were killed at work"
is "$(grep -c '^writer ' "$folder/said") $(grep '^wrong' "$folder/said")" "$writers " "every other answer was the usual one"

ask() { sqlite3 -cmd '.timeout 5000' "$db" "$1"; }
is "$(ask 'pragma integrity_check')" ok "the database is sound"
is "$(ask 'pragma foreign_key_check')" "" "every row has what it refers to"
lost= losers=0
while read -r _ number _ kept _ tried; do
  have=$(ask "select substr(call_name, 2) from person where full_name = 'Writer $number'")
  { [ -n "$have" ] && [ "$have" -ge "$kept" ] && [ "$have" -le "$tried" ]; } || { lost="$lost $number: told $kept, tried $tried, has '$have'"; losers=$((losers + 1)); }
done <<END
$(grep '^writer ' "$folder/said")
END
is "$lost" "" "what was answered as kept is there"
is "$(ask "select count(*) from person where full_name like 'Writer %'")" $writers "nobody is there twice"
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "the audit's chain holds, and all that must always be true"

# Let what is left go out: a request sends one.
left=$(ask "select count(*) from outbox where state = 'waiting'")
while [ "$left" -gt 0 ]; do
  REQUEST_METHOD=GET SCRIPT_NAME=/signup PATH_INFO=/ HTTP_HOST=localhost SERVER_PROTOCOL=HTTP/1.1 "$builddir/programs/signup" >/dev/null
  left=$((left - 1))
done
is "$(ask "select count(*) from outbox where state = 'waiting' and not_before <= unixepoch()")" 0 "no mail that could go waits"
grep -rhoE '^Message-ID: <bothways-[0-9]+' "$folder/mails" | grep -oE '[0-9]+$' | sort -n >"$folder/numbers"
ask "select id from outbox where state = 'sent'" | grep -vxFf "$folder/sent-before" | sort -n >"$folder/sent"
is "$(uniq -d "$folder/numbers" | head -5)" "" "no mail went twice"
is "$(grep -vxFf "$folder/numbers" "$folder/sent" | head -5)" "" "what is marked sent went"
echo "# $killed killed under $writers writers; $(awk "/^writer /{ n += \$4 } END { print n + 0 }" "$folder/said") forms said to be kept at the last, $losers writers lost some; $(wc -l <"$folder/sent") mails marked sent, $(uniq -d "$folder/numbers" | wc -l) twice"
is "$([ "$(wc -l <"$folder/sent")" -gt 20 ] && echo many)" many "there was mail to lose"
done_testing
