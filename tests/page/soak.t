#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Ten requests a second on FastCGI behind a web server for 20 minutes (SOAK_SECONDS), in the long run alone, with a
# mail command that fails, hangs and dies at random: nothing is lost, no mail goes twice.
. "$srcdir/tests/check/tap.sh"
if [ "${BOTHWAYS_TEST:-short}" = short ]; then
  echo "1..0 # SKIP in the short run"
  exit 0
fi
folder=$(mktemp -d) || exit 1
server=
trap 'kill $server 2>/dev/null; wait; rm -rf "$folder"' EXIT
mkdir "$folder/mails"
cat >"$folder/sendmail" <<END
#!/bin/bash
# Of a hundred: ten are refused for now, three die before they took it, one hangs for a while and takes it then.
cat >"$folder/mails/\$\$.new"
case \$((RANDOM % 100)) in
  0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9) rm "$folder/mails/\$\$.new"; exit 75 ;;
  10 | 11 | 12) rm "$folder/mails/\$\$.new"; kill -9 \$\$ ;;
  13) sleep 4 ;;
esac
mv "$folder/mails/\$\$.new" "$folder/mails/\$\$.\$RANDOM"
END
chmod +x "$folder/sendmail"
build=${builddir#"$(cd "$srcdir" && pwd)"/}
BUILD=$build PORT=8391 SITE=$folder/site "$srcdir/script/server" --fastcgi >"$folder/server" 2>&1 &
server=$!
for _ in $(seq 300); do grep -q '^ready' "$folder/server" && break; sleep 0.2; done
address=$(sed -n 's/^ready //p' "$folder/server")
is "$([ -n "$address" ] && echo served)" served "the site is served"
SITE=$folder/site
export SITE
db=$SITE/data/bothways.db
ask() { sqlite3 -cmd '.timeout 9000' "$db" "$1"; }
ask "insert into setting values ('mail_way', 'sendmail'), ('mail_command', '$folder/sendmail') on conflict (name) do update set value = excluded.value"
# What the demo site calls sent went nowhere.
{ echo none; ask "select id from outbox where state = 'sent'"; } >"$folder/sent-before"
python3 "$srcdir/tests/page/soak.py" "$address" "$SITE" "${SOAK_SECONDS:-1200}" >"$folder/said" 2>&1
is "$(grep -vE '^(wrote|asked) ' "$folder/said")" "" "every request was answered as it should be, with a whole page"
lost=
while read -r _ number name; do
  have=$(ask "select call_name from person where full_name = 'Soaker $number'")
  [ "$have" = "$name" ] || lost="$lost $number: told $name, has $have;"
done <<END
$(grep '^wrote ' "$folder/said")
END
is "$lost" "" "what was said to be kept is kept, once"
is "$(grep -c '^asked ' "$folder/said")" "$(ask "select count(*) from outbox where recipient like 'soak%'")" "no mail that was promised is lost"

# What failed is tried again later: let the time have come, until nothing waits.
for _ in $(seq 50); do
  [ "$(ask "select count(*) from outbox where state in ('waiting', 'sending')")" -gt 0 ] || break
  ask "update outbox set not_before = 0 where state = 'waiting'"
  "$builddir/programs/bothways" post >/dev/null 2>&1
done
kill $server
wait $server
grep -rhoE '^Message-ID: <bothways-[0-9]+' "$folder/mails" | grep -oE '[0-9]+$' | sort -n >"$folder/numbers"
ask "select id from outbox where state = 'sent'" | grep -vxFf "$folder/sent-before" | sort -n >"$folder/sent"
is "$(uniq -d "$folder/numbers" | head -5)" "" "no mail went twice"
is "$(grep -vxFf "$folder/numbers" "$folder/sent" | head -5)" "" "what is marked sent went"
is "$(ask "select state, count(*) from outbox where state not in ('sent', 'cancelled') group by state")" "" "none waits for ever"
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "all that must always be true is"
done_testing
