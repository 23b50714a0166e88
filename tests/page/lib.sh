# SPDX-License-Identifier: AGPL-3.0-or-later
# A demo site of the test's own, a small one unless `size` says otherwise, and the real programs asked as CGI. `more` is one more variable of the
# environment, `remote` the visitor's address, `via` a command that stands before the program.
. "$srcdir/tests/check/tap.sh"
more=
via=
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
SITE=$folder/site
export SITE
mkdir "$SITE"
"$builddir/tools/bothways-demo" make ${size:---small} "$srcdir/data" http://localhost >"$folder/made" || exit 1
"$builddir/tools/bothways-demo" doors http://localhost >"$folder/doors" || exit 1
db=$SITE/data/bothways.db
cookie=

ask() { sqlite3 -cmd '.timeout 5000' "$db" "$1"; }

# request METHOD PROGRAM PATH QUERY BODY: the answer in $folder/page, its status in $status. `sends` is a file that holds the body instead, `type` what it is.
sends=
request() {
  if [ "$sends" ]; then cat "$sends"; else printf '%s' "$5"; fi >"$folder/body"
  env -i SITE="$SITE" GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD="$1" SCRIPT_NAME="/$2" PATH_INFO="$3" \
    QUERY_STRING="$4" CONTENT_TYPE="${type:-application/x-www-form-urlencoded}" CONTENT_LENGTH="$(wc -c <"$folder/body")" HTTP_HOST=localhost \
    SERVER_NAME=localhost SERVER_PORT=80 REMOTE_ADDR="${remote:-10.0.0.1}" HTTP_COOKIE="$cookie" ${more:+"$more"} \
    ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} $via "$builddir/programs/$2" <"$folder/body" >"$folder/page"
  tr -d '\r' <"$folder/page" >"$folder/plain"
  status=$(sed -n '1,/^$/s/^Status: \([0-9]*\).*/\1/p' "$folder/plain")
  # A program that died says nothing at all.
  [ -s "$folder/plain" ] || status=nothing
  status=${status:-200}
  case $status in 4?? | 5??) refusals=$((refusals + 1)) ;; esac
}
# How many answers were refusals, and how many of them the log tells of: a line each.
refusals=0
logged() { grep -cE ' [0-9A-Z]{8} [45][0-9]{2} [a-z-]+: ' "$SITE/data/bothways.log"; }
get() { request GET "$1" "$2" "$3" ''; }
field() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$folder/plain" | head -1; }
# post PROGRAM PATH FIELDS: with the token of the page as it is got first.
post() {
  get "$1" "$2" ''
  request POST "$1" "$2" '' "token=$(field token)&once=$(field once)&$3"
}
place() { sed -n 's/^Location: *//p' "$folder/plain"; }
# Tags and line ends taken off, so that a sentence is a sentence.
words() { sed '1,/^$/d; s/<[^>]*>//g' "$folder/plain" | tr '\n' ' ' | tr -s ' '; }
shows() { is "$(words | grep -cF "$1")" 1 "$2"; }
hides() { is "$(words | grep -cF "$1")" 0 "$2"; }
# sign_in ROLE: by the demo site's door; who that is, in $signed_in.
sign_in() {
  cookie=
  known_logins=$(ask "select coalesce(group_concat(quote(token)), '') from browser")
  door=$(sed -n "s#^sign-in $1 http://localhost/account\([^ ]*\).*#\1#p" "$folder/doors")
  post account "$door" ''
  cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
  signed_in=$(ask "select person_id from browser where person_id is not null and token not in ($known_logins) limit 1")
}

# bring_reader: a reader of translations, whom the demo site has not, with a door of their own.
bring_reader() {
  ask "insert into person (state, call_name, full_name, email, language, created_at) values ('active', 'Nia', 'Nia Rees', 'nia.rees@example.org', 'en', 1);
    insert into role (person_id, role) values (last_insert_rowid(), 'reader')"
  "$builddir/tools/bothways-demo" doors http://localhost >"$folder/doors"
}

# workers PROGRAM: the FastCGI processes of this test's own site; other tests run beside it.
workers() { pgrep -f "^$builddir/programs/$1" | while read -r pid; do tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -qxF "SITE=$SITE" && echo "$pid"; done; }

# Every route of every program, as /PROGRAM/path; those with a form behind them.
routes() { sed -n 's#^\t{ "\(/[^"]*\)".*#\1#p' "$srcdir/cgi-bin/$1.c"; }
forms() { sed -n '/KEEPS\{0,1\}(/s#^\t{ "\(/[^"]*\)".*#\1#p' "$srcdir/cgi-bin/$1.c"; }
# A page's own address for a route: a number where it has one.
placed() {
  case $1 in
    */:language) echo "${1%:language}cy" ;;
    */:slug) echo "${1%:slug}valley" ;;
    */:*) echo "${1%%:*}1" ;;
    *) echo "$1" ;;
  esac
}
# What differs from one answer to the next, and may: tokens, keys, the number of a request, moments.
masked() {
  sed -e 's/name="\(token\|once\|sealed\)" value="[^"]*"/name="\1" value=""/g' -e 's/^Set-Cookie: \([^=]*\)=[^;]*/Set-Cookie: \1=/' \
    -e 's/<strong[^>]*class="code"[^>]*>[^<]*</<strong></g' -e 's/[0-9A-Z]\{4\} [0-9A-Z]\{4\}</</g' -e 's/ d="M[^"]*"//g' \
    -e 's/\([?;&]\(from\|after\)=\)[A-Za-z0-9_-]\{40,\}/\1/' \
    -e 's/\(<strong translate="no" dir="ltr">\)[0-9A-Z]\{8\}</\1</' "$1"
}
