#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The rules of docs/security.md that whole programs have to keep: files, headers, cookies, what a GET leaves
# behind, what an installed site does not have, what the log holds. Signing in is in sign-in.t.
. "$srcdir/tests/page/lib.sh"

# The heads of all answers, as this browser is given them; with a query that would break out of a header.
for program in account desk feedback match setup signup; do
  for route in $(routes $program) /nothing /static/style.css /static/../../data/key; do echo "$program $(placed "$route")"; done
done >"$folder/addresses"
all_pages() { # METHOD [QUERY]
  while read -r program path; do
    printf '\n= %s /%s%s\n' "$1" "$program" "$path"
    env -i SITE="$SITE" GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD="$1" SCRIPT_NAME="/$program" PATH_INFO="$path" \
      QUERY_STRING="${2:-}" HTTP_HOST=localhost REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$cookie" "$builddir/programs/$program"
  done <"$folder/addresses" | tr -d '\r' | awk '/^= [A-Z]+ \// { head = 1 } head; /^$/ { head = 0 }'
}
dump() {
  sqlite3 -cmd '.timeout 5000' "$db" .dump |
    sed "s/^\(INSERT INTO \(browser\|role\) VALUES(.*\),[0-9]*);$/\1)/; /^INSERT INTO audit VALUES(.*'people.export'/d; /^INSERT INTO setting VALUES('audit.head'/d"
}

# 5: a GET writes nothing, but when a login was last seen, who read a concern, and that somebody took the file of everybody.
for role in visitor owner mentee coordinator safeguarding-lead; do
  cookie=
  case $role in
    visitor) ;;
    owner) post signup /start ''; cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1) ;;
    *) sign_in $role ;;
  esac
  ask "update browser set seen_at = seen_at - 20 * 60"
  dump >"$folder/before"
  { all_pages GET; case $role in visitor | coordinator) all_pages HEAD; all_pages DELETE ;; esac; } >"$folder/heads"
  dump >"$folder/after"
  is "$(diff "$folder/before" "$folder/after" | grep '^[<>]' | grep -v '^> INSERT INTO concern_look' | head -3)" "" "as a $role, no look at any page writes anything"
done
is "$([ "$(grep -c '^Status: ' "$folder/heads")" -gt 50 ] && echo many)" many "many pages were looked at"

# 19: every answer, whatever it is, has the headers; and is not kept, but for files.
headers_of() { # whole or not: what is missing of an answer's head in $folder/plain
  for header in "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'" \
    'X-Content-Type-Options: nosniff' 'Referrer-Policy: same-origin' 'Cache-Control: no-store' 'Cross-Origin-Opener-Policy: same-origin'; do
    sed '/^$/q' "$folder/plain" | grep -qxF "$header" || echo "$status: $header"
  done
}
cookie=
missing=
for asked in 'GET signup /home' 'GET desk /todo' 'GET signup /nothing' 'PUT signup /home' 'GET signup /name' 'POST signup /home' 'POST feedback /concern'; do
  set -- $asked
  request "$1" "$2" "$3" '' 'x=1'
  missing="$missing$(headers_of)"
done
get feedback /concern ''
request POST feedback /concern '' "token=$(field token)&once=$(field once)"
missing="$missing$(headers_of)"
more=CONTENT_TYPE=text/plain
request POST feedback /concern '' "x"
more=
missing="$missing$(headers_of)"
mv "$SITE/data/bothways.db" "$SITE/data/away"
get signup /home ''
is "$status" 503 "without its database a site says so"
missing="$missing$(headers_of)"
mv "$SITE/data/away" "$SITE/data/bothways.db"
is "$missing" "" "pages, redirects, refusals and faults all have the headers"
get signup /static/style.css ''
is "$status $(headers_of)" "200 200: Cache-Control: no-store" "a file has them too, and may be kept"
is "$(sed '/^$/q' "$folder/plain" | grep -c '^Strict-Transport')" 0 "over http nothing is said of https"
more=HTTPS=on
get signup /home ''
is "$(sed '/^$/q' "$folder/plain" | grep -c '^Strict-Transport-Security: max-age=31536000$')" 1 "over https it is"

# 10: cookies.
cookies() { sed -n '/^$/q; s/^Set-Cookie: //p' "$folder/plain" | sed 's/=[A-Za-z0-9_-]\{32\};/=…;/'; }
is "$(cookies)" "" "a look at a page sets no cookie"
get signup /home 'lang=cy'
is "$(cookies)" "bw-lang=cy; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure" "pressing a language sets one that says it"
get signup /home 'lang=xx%0d%0aSet-Cookie:%20a=b'
is "$(cookies)" "" "a language that is none sets none"
post signup /start ''
is "$(cookies)" "__Host-bw=…; Path=/; Max-Age=2678400; HttpOnly; SameSite=Lax; Secure" "over https: the cookie of a host of its own"
secret=$(sed -n 's/^Set-Cookie: __Host-bw=\([^;]*\).*/\1/p' "$folder/plain")
is "$(dump | grep -cF -- "$secret")" 0 "the cookie itself lies nowhere"
get_as() { env -i SITE="$SITE" REQUEST_METHOD="$1" SCRIPT_NAME="$2" PATH_INFO="$3" HTTP_HOST=localhost SERVER_PROTOCOL=HTTP/1.1 GATEWAY_INTERFACE=CGI/1.1 REMOTE_ADDR=10.0.0.1 \
  HTTPS=on CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=${#4} "$builddir/programs/signup" <"$folder/body" | tr -d '\r' >"$folder/plain"; }
: >"$folder/body"
get_as GET /~us/signup /start ''
body="token=$(field token)&once=$(field once)"
printf '%s' "$body" >"$folder/body"
get_as POST /~us/signup /start "$body"
is "$(cookies) $(place)" "__Secure-bw=…; Path=/~us/; Max-Age=2678400; HttpOnly; SameSite=Lax; Secure /~us/signup/think#main" "below a path: one that is sent to this path alone"
more=
post signup /start ''
is "$(cookies)" "bw=…; Path=/; Max-Age=2678400; HttpOnly; SameSite=Lax" "over http: one without promises"

# 8: no header holds what was sent, and redirects go to our own pages.
nasty='to=%0d%0aX-Evil:%201&then=%0d%0aX-Evil:%201&lang=%0d%0aX-Evil:%201&programme=%0aX-Evil:1'
for role in visitor mentee; do
  cookie=
  [ $role = visitor ] || sign_in $role
  all_pages GET "$nasty" >"$folder/heads"
  is "$([ "$(grep -c '^Status: ' "$folder/heads")" -gt 50 ] && grep -c '^X-Evil' "$folder/heads") $(sed -n 's/^Location: //p' "$folder/heads" | grep -vc '^/[a-z]')" "0 0" "as a $role, no header is forged, and every redirect is to a page of ours"
done
cookie=
more='PATH_INFO=/x
X-Evil: 1'
request GET signup /x '' ''
more=
is "$status $(sed '/^$/q' "$folder/plain" | grep -c '^X-Evil')" "404 0" "nor by an address"
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
for then in //evil.example https://evil.example /nothing; do
  get signup /name ''
  request POST signup /name "then=$then" "token=$(field token)&once=$(field once)&call_name=A&full_name=B"
  is "$status $(place)" "303 /signup/reach#main" "?then=$then leads nowhere else"
done

# 20: what a site has that script/server did not make.
doors=$(sed -n 's#^sign-in [a-z-]* http://localhost/account\([^ ]*\).*#\1#p' "$folder/doors" | head -1)
cookie=
remote=127.0.0.1
get account /outgoing ''
is "$status" 200 "a demo site shows its mail to this machine"
remote=10.0.0.1
get account /outgoing ''
is "$status" 404 "and to no other"
get account "$doors" ''
door="token=$(field token)&once=$(field once)"
get account /sign-in ''
form="token=$(field token)&once=$(field once)&email=someone%40example.org"
ask "delete from setting where name = 'demo'"
remote=127.0.0.1
get account /outgoing ''
gone=$status
get account "$doors" ''
gone="$gone $status"
request POST account "$doors" '' "$door"
is "$gone $status $(cookies)" "404 404 404 " "an installed site has neither doors nor mail to read"
remote=
codes=$(ask "select count(*) from sign_in_code")
request POST account /sign-in '' "$form"
is "$status $(ask "select count(*) from sign_in_code")" "403 $codes" "and signs nobody in over plain http"
shows "does not begin with https" "but says why"
more=HTTPS=on
post account /sign-in 'email=someone%40example.org'
is "$status $(place)" "303 /account/code#main" "over https it does"
more=
ask "insert into setting values ('demo', '1')"

# 21: the log holds numbers and verbs.
log=$SITE/data/bothways.log
lines=$(wc -l <"$log")
more=$(printf 'REQUEST_METHOD=GET\033[31m\n2026-01-01 forged line\001')
request GET signup /home '' ''
more=
is "$status $(($(wc -l <"$log") - lines)) $(tail -1 "$log" | grep -c 'GET?\[31m?2026-01-01 forged line?')" "405 1 1" "what a visitor sends cannot forge a line"
is "$(LC_ALL=C grep -c "$(printf '[\001-\010\013-\037\177]')" "$log")" 0 "no line holds a control character"
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
post signup /name 'call_name=Lqzqz&full_name='
post signup /reach 'reach=email&email=lqzqz%40example.org%0a'
post account /sign-in 'email=lqzqz%40example.org'
post account /code 'code=LQZQ-LQZQ'
post feedback /concern 'who_about=Lqzqz&what=&reply_to=lqzqz'
request POST signup /name 'lqzqz=1' 'token=lqzqz&call_name=Lqzqz'
get signup /lqzqz ''
request POST signup /name '' 'call_name=%ffLqzqz'
is "$(grep -ic 'lqzq' "$log")" 0 "nothing that anybody typed is in it"
is "$([ "$(wc -l <"$log")" -gt "$lines" ] && echo told)" told "but that something was refused"

# 1: the data folder is its owner's alone, whatever has been done.
is "$(find "$SITE/data" -type d ! -perm 0700; find "$SITE/data" -type f ! -perm 0600)" "" "folders are 0700 and files 0600"
is "$(find "$SITE/data" -type f | sed 's/.*[./]//' | sort -u | tr '\n' ' ')" "db db-shm db-wal eml key lock log " "of which there are all kinds"

# A program finds its site from bothways.conf beside it, and nothing else speaks for it.
mkdir "$folder/cgi-bin"
cp "$builddir/programs/signup" "$folder/cgi-bin/signup.cgi"
echo "$SITE/data" >"$folder/cgi-bin/bothways.conf"
env -i SITE=/nowhere REQUEST_METHOD=GET SCRIPT_NAME=/cgi-bin/signup.cgi PATH_INFO=/home HTTP_HOST=localhost "$folder/cgi-bin/signup.cgi" >"$folder/page"
is "$(grep -c 'Riverside' "$folder/page" | sed 's/[1-9][0-9]*/yes/') $(grep -c 'href="/cgi-bin/signup.cgi/how"' "$folder/page" | sed 's/[1-9][0-9]*/yes/')" "yes yes" "an installed program reads the line beside it, and leads to its own name"
rm "$folder/cgi-bin/bothways.conf"
env -i REQUEST_METHOD=GET SCRIPT_NAME=/cgi-bin/signup.cgi PATH_INFO=/home HTTP_HOST=localhost "$folder/cgi-bin/signup.cgi" >"$folder/page" 2>/dev/null
is "$(sed -n '1s/\r$//p' "$folder/page")" "Status: 503 Service Unavailable" "without it there is no site"
done_testing
