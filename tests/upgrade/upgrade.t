#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# New programs over old ones. From a saved database of every version of the schema: to this release, and to a program with
# one step more, which a test can make slow, fail, or die. Once, by one process, with a copy before it.
. "$srcdir/tests/check/tap.sh"
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
SITE=$folder/site
export SITE
data=$SITE/data
db=$data/bothways.db
newer=$builddir/tests/upgrade/signup
steps=$(find "$srcdir/sql/schema" -name '*.sql' | wc -l)
newest=$((steps + 1))
copy=$data/backups/before-schema-$(printf '%04d' $newest).db

# A step that is not released yet still changes: its rows are made anew.
unreleased=
for v in $(seq 1 "$steps"); do
  file=$(find "$srcdir/sql/schema" -name "$(printf '%04d' "$v")-*.sql" -printf '%f')
  grep -q "  $file\$" "$srcdir/tests/upgrade/released.txt" || unreleased="$unreleased $v"
done
[ -z "$unreleased" ] || BUILD=$builddir "$srcdir/tests/upgrade/save" "$folder" >/dev/null
rows_of() { case " $unreleased " in *" $1 "*) echo "$folder" ;; *) echo "$srcdir/tests/upgrade" ;; esac; }

ask() { sqlite3 -cmd '.timeout 5000' "$db" "$1"; }
# saved VERSION JOURNAL: a data folder as that version left it.
saved() {
  rm -rf "$SITE"
  mkdir -p "$data"
  head -c 32 /dev/zero >"$data/key"
  {
    echo "pragma synchronous = off; pragma journal_mode = $2; begin;"
    find "$srcdir/sql/schema" -name '*.sql' | sort | head -n "$1" | xargs cat
    gzip -dc "$(rows_of "$1")/schema-$(printf '%04d' "$1").sql.gz"
    echo "commit; pragma user_version = $1;"
  } | sqlite3 -bail "$db" >/dev/null 2>"$folder/wrong"
  [ -s "$folder/wrong" ] && sed 's/^/# the saved rows do not fit: /' "$folder/wrong" | head -3
  ask "select count(*) from person" >/dev/null
}
# A page of PROGRAM; its status in $status.
get() {
  env -i SITE="$SITE" GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD=GET SCRIPT_NAME=/signup PATH_INFO=/home HTTP_HOST=localhost \
    REMOTE_ADDR=10.0.0.1 "$1" </dev/null >"${2:-$folder/page}"
  status=$(tr -d '\r' <"${2:-$folder/page}" | sed -n '1,/^$/s/^Status: \([0-9]*\).*/\1/p')
}
says() { tr '\n' ' ' <"$folder/page" | grep -cF "$1"; }
# What the version before knows of FILE, but for what an upgrade says of itself.
rows() {
  sqlite3 "$1" >"$folder/asked" <<'END'
select 'select ''' || t.name || '''; select ' || group_concat('"' || c.name || '"') || ' from "' || t.name || '";' from sqlite_schema t, pragma_table_info(t.name) c
  where t.type = 'table' and t.name not in ('sqlite_sequence', 'upgrade_trial') and c.name <> 'trial' group by t.name order by t.name;
END
  sqlite3 "$1" <"$folder/asked" | grep -v '^upgraded_at|' | sha256sum
}
sound() { sqlite3 "$1" 'pragma integrity_check; pragma foreign_key_check' | tr '\n' ' '; }
version() { ask 'pragma user_version'; }
# The tables as SQLite keeps them.
schema() { sqlite3 "$1" 'select type, name, sql from sqlite_schema order by type, name'; }

# edited LIST FOLDER: those steps of the folder that are not as the list has them.
edited() { sed -n '/^[0-9a-f]\{64\} /p' "$1" | (cd "$2" && sha256sum -c --quiet 2>/dev/null | sed 's/:.*//'); }
is "$(edited "$srcdir/tests/upgrade/released.txt" "$srcdir/sql/schema")" "" "no released step of the schema was edited"
# As long as there is no release, that one looks at nothing: that it would see one.
cp -r "$srcdir/sql/schema" "$folder/schema"
chmod -R u+w "$folder/schema"
(cd "$folder/schema" && sha256sum ./*.sql | sed 's#\./##') >"$folder/released"
is "$(edited "$folder/released" "$folder/schema")" "" "a step that stays as it was released is let be"
first=$(basename "$(find "$folder/schema" -name '0001-*.sql')")
echo '-- one word more' >>"$folder/schema/$first"
is "$(edited "$folder/released" "$folder/schema")" "$first" "one that was edited is seen"
missing=$(for v in $(seq 1 "$steps"); do [ -f "$(rows_of "$v")/schema-$(printf '%04d' "$v").sql.gz" ] || echo "$v"; done)
is "$missing" "" "there is a saved database of every released version, and one is made of each other"
kept=$(for v in $unreleased; do find "$srcdir/tests/upgrade" -name "schema-$(printf '%04d' "$v").sql.gz"; done)
is "$kept" "" "none is kept of a step that may still change: nothing would read it"

for from in $(seq 1 "$steps"); do
  saved "$from" delete
  before=$(rows "$db")
  get "$builddir/programs/signup"
  is "$status $(version) $([ "$(rows "$db")" = "$before" ] && echo same) $(sound "$db")" "200 $steps same ok " "version $from opens with this release, every row as it was"
  is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "and all that must always be true is"

  for journal in delete wal; do
    saved "$from" "$journal"
    before=$(rows "$db")
    old=$(schema "$db")
    mkdir "$data/backups"
    echo half >"$copy.part"
    get "$newer"
    is "$status $(version) $([ "$(rows "$db")" = "$before" ] && echo same) $(sound "$db")" "200 $newest same ok " "version $from, journal $journal: a program with one step more brings it up to date, every row as it was"
    is "$(ask "select n from upgrade_trial") $(ask "select count(*) from person where trial <> 'some'")" "1 0" "the step was taken once, whole"
    is "$(sqlite3 "$copy" 'pragma user_version') $([ "$(rows "$copy")" = "$before" ] && echo same) $([ "$(schema "$copy")" = "$old" ] && echo same) $(sound "$copy")" "$from same same ok " "the copy before it is whole, and what was there"
    is "$(find "$data/backups" ! -type d | wc -l) $(find "$copy" -perm 600 | wc -l)" "1 1" "there is one, for its owner alone; half a one of a killed program is gone"
    was=$(stat -c %i.%Y "$copy")
    get "$newer"
    is "$status $(stat -c %i.%Y "$copy") $(ask "select count(*) from upgrade_trial")" "200 $was 1" "the next request does nothing of it again"
    get "$builddir/programs/signup"
    is "$status $(says 'older than its database')" "503 1" "the older program refuses it, and says that it is older"
    is "$("$builddir/programs/bothways" check 2>&1 | grep -c 'newer Bothways')" 1 "so does the command"
  done
done

# Many at once.
saved "$steps" wal
ask "insert into setting values ('slow', '2000000')"
for i in 1 2 3 4 5 6 7 8; do get "$newer" "$folder/page$i" & done
wait
is "$(cat "$folder"/page? | grep -c 'Status: 200') $(ask "select count(*) from upgrade_trial") $(find "$data/backups" ! -type d | wc -l) $(sound "$db")" "8 1 1 ok " "of eight requests at once one does it and the others wait for it"

# Killed in the middle, again and again, in both journals.
middle=0
told=0
for try in 1 2 3 4; do
  [ $((try % 2)) -eq 0 ] && journal=wal || journal=delete
  saved "$steps" $journal
  ask "insert into setting values ('slow', '100000000')"
  before=$(rows "$db")
  env -i SITE="$SITE" REQUEST_METHOD=GET SCRIPT_NAME=/signup PATH_INFO=/home HTTP_HOST=localhost SERVER_PROTOCOL=HTTP/1.1 "$newer" </dev/null >/dev/null 2>&1 &
  program=$!
  while [ ! -e "$copy" ]; do kill -0 $program 2>/dev/null || break; sleep 0.01; done
  sleep "0.0$try"
  kill -9 $program && middle=$((middle + 1))
  wait $program 2>/dev/null
  [ "$(version) $(rows "$db") $(sound "$db")" = "$steps $before ok " ] && told=$((told + 1))
  ask "update setting set value = '1' where name = 'slow'"
  before=$(rows "$db")
  get "$newer"
  [ "$status $(version) $(rows "$db") $(ask "select count(*) from upgrade_trial") $(sound "$db")" = "200 $newest $before 1 ok " ] && told=$((told + 1))
done
is "$middle" 4 "$middle programs were killed in the middle of the step"
is "$told" 8 "each time nothing of it was kept, and the next program did all of it"

# A step that fails.
saved "$steps" delete
ask "insert into setting values ('poison', '13')"
before=$(rows "$db")
get "$newer"
is "$status $(says 'could not be fitted') $(version) $([ "$(rows "$db")" = "$before" ] && echo same)" "503 1 $steps same" "a step that fails leaves everything as it was, and the page says so"
is "$(grep -c 'One of its steps failed' "$data/upgrade-failed.txt") $(grep -c '0002-of-the-test.sql: CHECK' "$data/bothways.log")" "1 1" "a file in the data folder says so too, and the log why"
was=$(stat -c %i.%Y "$copy")
get "$newer"
is "$status $(stat -c %i.%Y "$copy") $(grep -c '0002-of-the-test.sql: CHECK' "$data/bothways.log")" "503 $was 1" "no visitor sets off another try at once"
get "$builddir/programs/signup"
is "$status" 200 "the programs of before go on with it"
ask "delete from setting where name = 'poison'"
touch -d '2 minutes ago' "$data/upgrade-failed.txt"
get "$newer"
is "$status $(version) $(find "$data" -name upgrade-failed.txt)" "200 $newest " "a minute later it is tried again, and is done"

# No copy, no upgrade.
saved "$steps" delete
echo 'in the way' >"$data/backups"
get "$newer"
is "$status $(version) $(grep -c 'No copy could be made' "$data/upgrade-failed.txt")" "503 $steps 1" "where no copy can be made nothing is touched"

# An old program that goes on running while the database is brought up to date.
saved "$steps" wal
mkdir "$folder/programs"
# place PROGRAM: as an unpacker does, which makes a file of its own.
place() { cp "$1" "$folder/new" && mv "$folder/new" "$folder/programs/signup"; }
spawn() {
  place "$builddir/programs/signup"
  rm -f "$folder/socket"
  env -i SITE="$SITE" spawn-fcgi -n -s "$folder/socket" -- "$folder/programs/signup" >/dev/null 2>&1 & program=$!
  while [ ! -S "$folder/socket" ]; do sleep 0.02; done
}
fast() {
  env -i REQUEST_METHOD="$1" SCRIPT_NAME=/signup PATH_INFO="$2" HTTP_HOST=localhost SERVER_PROTOCOL=HTTP/1.1 HTTPS=on HTTP_SEC_FETCH_SITE=same-origin HTTP_COOKIE="$cookie" \
    REMOTE_ADDR=10.0.0.1 CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH="${#3}" cgi-fcgi -bind -connect "$folder/socket" >"$folder/page" <<END
$3
END
  tr -d '\r' <"$folder/page" >"$folder/plain"
  status=$(sed -n '1,/^$/s/^Status: \([0-9]*\).*/\1/p' "$folder/plain")
}
field() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$folder/plain" | head -1; }
cookie=
spawn
fast GET /start ''
is "$status" 200 "an old program runs"
form="token=$(field token)&once=$(field once)"
get "$newer"
before=$(ask 'select count(*) from signup')
fast POST /start "$form"
is "$status $(ask 'select count(*) from signup')" "503 $before" "once the database is newer it writes nothing"
place "$newer"
fast GET /home ''
fast GET /home ''
is "$status $(kill -0 $program && echo the same)" "200 the same" "and the program that lies there now takes its place, in the same process"
kill $program 2>/dev/null

# New programs whose like nobody has asked yet.
saved "$steps" wal
spawn
fast GET /home ''
place "$newer"
chmod -x "$folder/programs/signup"
sleep 3
fast GET /home ''
fast GET /home ''
is "$status $(version)" "200 $steps" "a program that cannot be run, its run bit lost, leaves the old one going"
chmod +x "$folder/programs/signup"
sleep 3
fast GET /home ''
is "$status $(kill -0 $program && echo the same)" "200 the same" "one that has lain there for some seconds takes over after an answer"
fast GET /home ''
is "$status $(version)" "200 $newest" "and brings the database up to date"
kill $program
wait $program 2>/dev/null
is "$(kill -0 $program 2>/dev/null || echo ended)" ended "told to stop, it does"
# Told while somebody's form is still on its way, and a newer program lies there.
spawn
place "$newer"
sleep 3
(sleep 1; printf 'token=x') | env -i REQUEST_METHOD=POST SCRIPT_NAME=/signup PATH_INFO=/start HTTP_HOST=localhost REMOTE_ADDR=10.0.0.1 CONTENT_TYPE=application/x-www-form-urlencoded \
  CONTENT_LENGTH=7 cgi-fcgi -bind -connect "$folder/socket" >"$folder/page" &
asking=$!
sleep 0.5
kill $program
wait $asking
for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 $program 2>/dev/null || break; sleep 0.1; done
is "$(grep -c '^Status: ' "$folder/page") $(kill -0 $program 2>/dev/null || echo ended)" "1 ended" "told so in the middle of an answer, it gives that, and ends all the same"
kill $program 2>/dev/null
done_testing
