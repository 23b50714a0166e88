#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# From an unpacked zip to a site, and closed for good: on a host where nothing is yet, over https. Each check of the host made to
# fail in turn; mail by a sendmail and by a mail server that take, refuse and are not there.
. "$srcdir/tests/page/lib.sh"
servers=
trap 'kill $servers 2>/dev/null; rm -rf "$folder"' EXIT
SITE=$folder/host
mkdir "$SITE"
db=$SITE/data/bothways.db
cookie=
more=HTTPS=on
new_cookie() { sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1; }
code() { tr -d ' \n' <"$SITE/data/setup-code.txt"; }
setting() { ask "select value from setting where name = '$1'"; }

# Nothing is there yet.
get signup /home '' 2>/dev/null
is "$status $(grep -c 'href="/setup/start"' "$folder/plain")" "503 1" "a site that is not there yet leads to set-up"
is "$(ls "$SITE")" "" "and nothing is made by that"
get setup /start ''
is "$status $(ask 'pragma journal_mode')" "200 wal" "set-up makes the site, with a WAL where locks hold and the disk is the host's own"
is "$(cd "$SITE" && find data -perm /077)" "" "nobody else may read what it made"
is "$(grep -c "$(code | cut -c1-4)" "$folder/plain")" 0 "the code is not on the page"
first=$(code)
get setup /start ''
is "$(code)" "$first" "a second look leaves the code as it is"

# The code.
for page in checks charity languages mail programme people coordinator finish; do get setup /$page ''; said="$said $status"; done
is "$said" " 403 403 403 403 403 403 403 403" "without it no page opens"
post setup /start 'code=0000+0000'
is "$status $(setting setup_browser)" "422 " "a wrong code opens nothing"
ask "update counter set times = 10 where kind = 'setup'"
post setup /start "code=$first"
is "$status" 429 "ten tries in a quarter of an hour, then even the right one waits"
ask "delete from counter"
post setup /start "code=$(echo "$first" | tr 'A-Z' 'a-z')"
is "$status $(place)" "303 /setup/checks#main" "the right one opens it"
cookie=$(new_cookie)
get setup /checks ''
is "$status" 200 "in this browser"
mine=$cookie
cookie=
get setup /checks ''
is "$status" 403 "and in no other"
cookie=$mine

# found WORD: what the checks say of it, `port` being where the host's web server is.
port=9
found() {
  cookie=$mine
  # Over http the cookie has another name.
  [ -n "$2" ] || cookie=${mine#__Host-}
  more="$2"
  get setup /checks ''
  printf '%s' "token=$(field token)&once=$(field once)&${3:-}" >"$folder/form"
  env -i SITE="$SITE" REQUEST_METHOD=POST SCRIPT_NAME=/setup PATH_INFO=/checks CONTENT_TYPE=application/x-www-form-urlencoded "CONTENT_LENGTH=$(wc -c <"$folder/form")" \
    HTTP_HOST="localhost:$port" REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$cookie" ${2:+"$2"} ${root:+"DOCUMENT_ROOT=$root"} $via "$builddir/programs/setup" <"$folder/form" >"$folder/page" 2>/dev/null
  setting setup_found | tr ' ' '\n' | grep "^$1-"
  cookie=$mine
  more=HTTPS=on
}
is "$(found owner HTTPS=on; found place HTTPS=on; found rights HTTPS=on)" "owner-good
place-good
rights-good" "the programs' user, the place and the rights are good"
chmod 644 "$SITE/data/key"
is "$(found rights HTTPS=on)" rights-open "a key that others may read is found"
get setup /checks ''
is "$(grep -c 'class="button" href="/setup/charity"' "$folder/plain") $(words | grep -c 'set that folder to 700')" "0 1" "it says what to do, and goes no further"
chmod 600 "$SITE/data/key"
root=$SITE
is "$(found place HTTPS=on)" place-web "a data folder in the web folder is found"
root=
is "$(setting setup_found | tr ' ' '\n' | grep -c https-good)" 1 "https is seen"
# A sanitizer wants to be loaded first: neither a clock nor a disk can be made for it.
sanitized=$(grep -c __asan_init "$builddir/programs/setup")
if [ "$sanitized" -eq 0 ]; then
  via="faketime 2001-02-03"
  is "$(found clock HTTPS=on)" clock-wrong "a clock that is years behind is found"
fi
cat >"$folder/small" <<'X'
#!/bin/sh
trap '' XFSZ
exec prlimit --fsize=3000000 "$@"
X
chmod +x "$folder/small"
via=$folder/small
is "$(found room HTTPS=on)" room-none "an account that is full is found"
via=
if [ "$sanitized" -eq 0 ]; then
  printf '#include <fcntl.h>\n#include <stdarg.h>\n#include <unistd.h>\n#include <sys/syscall.h>\nint fcntl(int f, int c, ...) { va_list a; va_start(a, c); void *p = va_arg(a, void *); va_end(a); return c == F_SETLK ? 0 : (int)syscall(SYS_fcntl, f, c, p); }\nint fcntl64(int f, int c, ...) { va_list a; va_start(a, c); void *p = va_arg(a, void *); va_end(a); return c == F_SETLK ? 0 : (int)syscall(SYS_fcntl, f, c, p); }\n' >"$folder/unlocked.c"
  gcc -shared -fPIC -o "$folder/unlocked.so" "$folder/unlocked.c"
  via="env LD_PRELOAD=$folder/unlocked.so"
  is "$(found locks HTTPS=on)" locks-none "a disk on which locks do not hold is found"
  via=
fi
is "$(found fetch HTTPS=on)" fetch-untried "where nothing answers, nobody knows whether the folder can be fetched"
get setup /checks ''
is "$(grep -c '<img[^>]*src="/data/square.png"' "$folder/plain") $(head -c 4 "$SITE/data/square.png" | tail -c 3)" "1 PNG" "so a red square is put there, and the person asked"
is "$(found fetch HTTPS=on sees=yes)" fetch-yes "who sees it has to move the folder"
is "$(found fetch HTTPS=on sees=no) $(ls "$SITE/data" | grep -c square)" "fetch-no 0" "who does not may go on, and the square is gone"
serve() { # FOLDER: served at $port
  python3 -c 'import functools, http.server, sys
s = http.server.HTTPServer(("127.0.0.1", 0), functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1]))
print(s.server_port, flush=True)
s.serve_forever()' "$1" >"$folder/port" 2>/dev/null &
  servers="$servers $!"
  for try in $(seq 100); do [ -s "$folder/port" ] && break; sleep 0.05; done
  port=$(cat "$folder/port")
}
serve "$SITE"
is "$(found fetch '') $(setting setup_found | tr ' ' '\n' | grep https)" "fetch-yes https-none" "a folder that the web server hands out is found by the host's curl; and that there is no https"
: >"$folder/port"
mkdir "$folder/empty"
serve "$folder/empty"
is "$(found fetch '')" fetch-no "and one that it does not"
is "$(ls "$SITE/data" | grep -cE 'fetch|try|room|clock|square')" 0 "what was tried leaves nothing behind"
port=9
is "$(found https HTTPS=on sees=no)" https-good "with https and nothing in the way"
get setup /checks ''
is "$(grep -c 'class="button" href="/setup/charity"' "$folder/plain")" 1 "it goes on"

# Who they are.
get setup /finish ''
is "$(grep -o 'href="/setup/[a-z]*"' "$folder/plain" | sort -u | tr '\n' ' ')" 'href="/setup/charity" href="/setup/mail" href="/setup/people" href="/setup/programme" ' "the end says what is missing"
post setup /finish ''
is "$status $(setting setup_done_at)" "403 " "and is not reached before"
who='site_name=Hafan&phone=01632+960+123&phone_hours=Mornings&concern_hours=24&zone=britain'
post setup /charity "$who&address=http%3A%2F%2Fhafan.example"
is "$status" 422 "an address without https is refused"
post setup /charity "$who&address=https%3A%2F%2Fhafan.example%2Fbw"
is "$status $(place) $(setting site_name) $(setting address) $(setting time_rule)" "303 /setup/languages#main Hafan https://hafan.example/bw GMT0BST,M3.5.0/1,M10.5.0" "who they are is kept"
post setup /languages 'languages=en&first=cy'
is "$status" 422 "the first language has to be one of those that are ticked"
post setup /languages 'languages=en&languages=cy&first=cy'
is "$status $(setting languages)" "303 cy en" "languages are kept, the charity's own first"
get setup /languages lang=en
cookie="$cookie; bw-lang=en"

# Mail by a sendmail.
cat >"$folder/sendmail" <<'X'
#!/bin/sh
[ ! -e "$0.fails" ] || { echo "550 we know no such sender"; exit 69; }
cat >"$0.got"
echo "250 queued as 7"
X
chmod +x "$folder/sendmail"
ask "insert into setting values ('mail_command', '$folder/sendmail')"
mail='mail_from=hello%40hafan.example&mail_an_hour=20&test_to=me%40hafan.example'
touch "$folder/sendmail.fails"
post setup /mail "mail_way=sendmail&$mail"
get setup /mail-sent ''
is "$(words | grep -c 'It was not taken') $(words | grep -c '550 we know no such sender')" "1 1" "a sendmail that refuses is heard, in its own words"
get setup /finish ''
is "$(grep -c 'href="/setup/mail"' "$folder/plain")" 1 "and is not the end of it"
rm "$folder/sendmail.fails"
post setup /mail "mail_way=sendmail&$mail"
get setup /mail-sent ''
is "$(words | grep -c 'It was taken') $(words | grep -c '250 queued as 7') $(grep -c '^To: <me@hafan.example>' "$folder/sendmail.got")" "1 1 1" "one that takes it has the mail"
is "$(words | grep -c "Three lines in the DNS of your address")" 1 "and where the lines for the DNS stand is said"

# And by a mail server, over TLS, through the host's curl.
sh "$srcdir/tests/check/certificate.sh" "$folder/tls.key" "$folder/tls.crt"
: >"$folder/port"
python3 "$srcdir/tests/page/smtp.py" "$folder" >"$folder/port" 2>"$folder/smtp.err" &
servers="$servers $!"
for try in $(seq 100); do [ -s "$folder/port" ] && break; sleep 0.05; done
smtp="mail_way=smtp&smtp_host=localhost&smtp_port=$(cat "$folder/port")&smtp_user=site&$mail"
more=HTTPS=on
via="env SSL_CERT_FILE=$folder/tls.crt"
post setup /mail "$smtp&smtp_password=nonsense"
get setup /mail-sent ''
is "$(words | grep -c 'It was not taken') $(words | grep -c '535 ') $(words | grep -c 'nonsense')" "1 1 0" "a wrong password is refused in the server's words, and not shown"
post setup /mail "$smtp&smtp_password=a+%22b%5Cc"
get setup /mail-sent ''
is "$(words | grep -c 'It was taken') $(words | grep -c '250 kept') $(grep -c '^Subject: ' "$folder/smtp.got")" "1 1 1" "the right one is taken, and the mail is there"
via=
is "$(sqlite3 "$db" .dump | grep -c 'b\\c') $(ls "$SITE/data" | grep -c 'mail-')" "0 0" "the password is sealed, and the message does not lie about"
post setup /mail "$smtp&smtp_password="
get setup /mail-sent ''
is "$(words | grep -c 'It was not taken')" 1 "a server whose certificate nobody vouches for gets nothing"
via="env SSL_CERT_FILE=$folder/tls.crt"
post setup /mail "$smtp&smtp_password="
get setup /mail-sent ''
is "$(words | grep -c 'It was taken')" 1 "left empty, the password stays"
via=

# A programme of each kind.
for kind in everyday institutional teaching; do
  ask "delete from wording; delete from topic; delete from programme"
  post setup /programme "kind=$kind&name=&intergenerational=yes"
  is "$status $(ask "select kind || intergenerational from programme") $(ask "select count(*) from topic") $(ask "select count(*) from wording where words = ''") $(ask "select count(distinct language) from wording")" \
    "303 ${kind}1 8 0 4" "$kind: with its topics, in every language"
done
post setup /programme "kind=everyday&name=Another"
is "$status $(ask 'select count(*) from programme')" "403 1" "there is one first programme"

# Who works here. Said wrong and said again, nobody is left over.
people='full_name=Ann+Lee&call_name=Ann&email=ann%40hafan.example&second_name=Cai+Rees&second_email=cai%40hafan.example'
post setup /people "$people&lead_name=Bob&lead_email=CAI%40hafan.example&second_role=lead"
is "$status" 422 "two leads are two people"
post setup /people "$people&second_role=trustee&lead_name=Bob&lead_email=bob%40hafan.example"
is "$status $(ask "select group_concat(role, ' ') from (select role from role order by role)")" "303 coordinator keeper lead trustee" "a lead and a trustee"
post setup /people "full_name=Ann+Lee&call_name=Ann&email=ann%40hafan.example&second_name=Ann&second_email=ann%40hafan.example&second_role=trustee&lead_name=Bob&lead_email=bob%40hafan.example"
is "$status" 422 "the trustee is not the coordinator"
post setup /people "$people&second_role=lead&lead_name=Ann+Lee&lead_email=ann%40hafan.example"
is "$status $(ask "select count(*) from person") $(ask "select group_concat(role, ' ') from (select role from role order by role)")" "303 2 coordinator keeper lead lead" "or two leads, one of them the coordinator"

ask "insert into totp (person_id, sealed, last_step, confirmed_at) select min(id), 'x', 0, 1 from person"
post setup /people "$people&second_role=trustee&lead_name=Bob&lead_email=bob%40hafan.example"
is "$status $(ask "select count(*) from role")" "403 4" "once somebody has signed in with an app, who works here is not unsaid"
ask "delete from totp"

# The end: only over https; then closed, and the coordinator sets up the app.
more=NOTHING=1
cookie=$(echo "$cookie" | sed 's/__Host-//')
get setup /finish ''
is "$(grep -c 'Open this page with https' "$folder/plain") $(grep -c '>Finish<' "$folder/plain")" "1 0" "without https there is no end"
cookie=$mine
more=HTTPS=on
post setup /finish ''
is "$status $(place)" "303 /account/enrol#main" "the coordinator is signed in, and asked for a second key"
cookie=$(new_cookie)
get desk /todo ''
is "$status $(place | cut -d'?' -f1)" "303 /account/enrol" "before that the desk is shut"
get account /enrol ''
key=$(sed -n 's/.*class="code"[^>]*>\([A-Z2-7 ]*\)<.*/\1/p' "$folder/plain" | head -1 | tr -d ' ')
post_sealed=$(field sealed)
request POST account /enrol '' "token=$(field token)&once=$(field once)&sealed=$post_sealed&digits=$(oathtool --totp -b "$key")"
is "$status $(place)" "303 /desk/todo#main" "with it, the desk is open"
is "$("$builddir/programs/bothways" check --site "$SITE/data" >"$folder/check" 2>&1; echo $?)" 0 "and the site is whole"
before=$cookie
cookie=$mine
get setup /checks ''
is "$status" 403 "set-up is closed, for the browser that went through it too"
cookie=
get setup /start ''
is "$status $(grep -c '<form' "$folder/plain") $(words | grep -c "$SITE") $(ls "$SITE/data" | grep -c setup-code)" "200 0 0 0" "it says how it is opened, and not where the data lies; the code is gone"
post setup /start "code=$first"
is "$status $(setting setup_browser)" "403 " "and opens nothing any more"

# Opened again by the file manager: a coordinator who has lost everything gets in, with an app anew.
: >"$SITE/data/setup-code.txt"
get setup /start ''
is "$([ "$(code)" != "$first" ] && echo "$(code | wc -c)")" 8 "an empty file is given a new code"
post setup /start "code=$(code)"
cookie=$(new_cookie)
get setup /people ''
is "$status $(place)" "303 /setup/coordinator#main" "who works here is not said anew"
post setup /people "$people&second_role=lead&lead_name=X&lead_email=x%40hafan.example"
is "$(ask "select count(*) from person")" 2 "nor can it be"
post setup /coordinator 'full_name=Ann+Lee&call_name=Ann&email=ANN%40hafan.example'
is "$status $(ask 'select count(*) from totp')" "303 0" "the coordinator's app is forgotten"
mine=$cookie
found https HTTPS=on sees=no >/dev/null
post setup /finish ''
is "$status $(place)" "303 /account/enrol#main" "and they are in, to set up another"
is "$(ask "select group_concat(verb, ' ') from (select distinct verb from audit where verb like 'setup.%' or verb like 'role.%' or verb in ('programme.begin', 'login.unenrol') order by verb)")" \
  "login.unenrol programme.begin role.coordinator role.keeper role.lead role.trustee setup.end" "the audit says what was done"

# A conf beside the program, found from its own place: names, prefixes and endings as hosts have them.
web=$folder/home/public_html/bw
mkdir -p "$web"
cp "$builddir/programs/setup" "$web/setup.cgi"
asked() { env -i REQUEST_METHOD=GET SCRIPT_NAME=/bw/setup.cgi PATH_INFO=/start HTTP_HOST=hafan.example REMOTE_ADDR=10.0.0.1 HTTPS=on DOCUMENT_ROOT="$folder/home/public_html" "$web/setup.cgi" 2>/dev/null | tr -d '\r' >"$folder/plain"; }
asked
is "$(cat "$web/bothways.conf") $(stat -c %a "$folder/home/bothways-data")" "$folder/home/bothways-data 700" "the data folder is made beside the web folder"
is "$(grep -c 'action="/bw/setup.cgi/start' "$folder/plain")" 1 "and links are made as the host has them"
mkdir -p "$folder/home/public_html/second"
cp "$builddir/programs/setup" "$folder/home/public_html/second/setup.cgi"
web=$folder/home/public_html/second
asked
is "$(cat "$web/bothways.conf")" "$folder/home/bothways-data-2" "a second site has a folder of its own"
mkdir -p "$folder/nowhere/x"
cp "$builddir/programs/setup" "$folder/nowhere/x/setup.cgi"
web=$folder/nowhere/x
env -i REQUEST_METHOD=GET SCRIPT_NAME=/x/setup.cgi PATH_INFO=/start HTTP_HOST=h REMOTE_ADDR=10.0.0.1 "$web/setup.cgi" 2>/dev/null | tr -d '\r' >"$folder/plain"
is "$(grep -c '^Status: 503' "$folder/plain") $(grep -c 'bothways-data' "$folder/plain") $(ls "$folder/nowhere/x" "$folder/nowhere" | grep -c bothways)" "1 2 0" "where no web folder is to be seen, it says which folder to make"
if [ "$(id -u)" -eq 0 ]; then
  mkdir -p "$folder/other/public_html/bw"
  cp "$builddir/programs/setup" "$folder/other/public_html/bw/setup.cgi"
  chown -R 65534 "$folder/other"
  env -i REQUEST_METHOD=GET SCRIPT_NAME=/bw/setup.cgi PATH_INFO=/start HTTP_HOST=h REMOTE_ADDR=10.0.0.1 "$folder/other/public_html/bw/setup.cgi" 2>/dev/null | tr -d '\r' >"$folder/plain"
  is "$(grep -c suEXEC "$folder/plain") $(find "$folder/other" -name 'bothways*' | wc -l)" "1 0" "run as another user, it says so and makes nothing"
fi
done_testing
