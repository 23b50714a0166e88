#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# What a page costs, measured in interleaved rounds of one run: one CGI process beside an empty one, FastCGI beside a program that
# answers from memory and beside php-fpm, eight sign-ups at once beside one sync of the disk, bytes, memory. Of the static build.
# Run by script/bench web. ROUNDS: of processes (200); SECONDS_EACH: of each case of FastCGI in each of 7 rounds (0.4).
set -u
rounds=${ROUNDS:-200}
seconds=${SECONDS_EACH:-0.4}
TMPDIR=$builddir
export TMPDIR
size=
. "$srcdir/tests/page/lib.sh"
children=
finish() {
  # shellcheck disable=SC2046,SC2086 # words
  # spawn-fcgi ends no line.
  kill $children 2>/dev/null
  kill -9 $(for file in "$folder"/*.pid; do cat "$file" 2>/dev/null; echo; done) 2>/dev/null
  rm -rf "$folder"
}
trap finish EXIT
for tool in empty one load signups; do gcc -O2 -o "$folder/$tool" -D_GNU_SOURCE "$srcdir/bench/web/$tool.c" || exit 1; done
gcc -O2 -o "$folder/memory" "$srcdir/bench/web/memory.c" -lfcgi || exit 1
# Stripped, as in the zip.
mkdir "$folder/programs"
for program in "$builddir"/programs/*; do strip -s -o "$folder/programs/$(basename "$program")" "$program"; done
ln -s "$builddir/locale" "$folder/locale"
builddir_of_tools=$builddir
builddir=$folder
grep -c INTERP <(readelf -lW "$folder/programs/signup") | grep -q '^0$' || { echo "the programs are not linked whole" >&2; exit 1; }
ask "update setting set value = '' where name = 'demo'" >/dev/null

sign_in_as() {
  builddir=$builddir_of_tools
  ask "update setting set value = 'demo' where name = 'demo'" >/dev/null
  sign_in "$1"
  builddir=$folder
}
sign_in_as mentee
ask "update person set language = 'cy' where id = $signed_in"
ask "update setting set value = '' where name = 'demo'" >/dev/null

# case NAME PROGRAM PATH COOKIE: a folder that `one` and `load` read.
environment() {
  printf '%s\n' "SITE=$SITE" GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD=GET "SCRIPT_NAME=/$1" "PATH_INFO=$2" QUERY_STRING= \
    HTTP_HOST=localhost SERVER_NAME=localhost SERVER_PORT=80 REMOTE_ADDR=10.0.0.1 "HTTP_COOKIE=$3" "HTTP_ACCEPT_LANGUAGE=${4:-en}"
}
make_case() {
  mkdir "$folder/$1"
  echo "$folder/programs/$2" >"$folder/$1/program"
  echo "$folder/$2.sock" >"$folder/$1/socket"
  environment "$2" "$3" "$4" >"$folder/$1/environment"
  env -i $(environment "$2" "$3" "$4") "$folder/programs/$2" </dev/null >"$folder/$1/answer" 2>/dev/null
  grep -q '</html>' "$folder/$1/answer" || { echo "no page: $1" >&2; head -3 "$folder/$1/answer" >&2; exit 1; }
}
make_case home signup /home ''
make_case my-page-in-Welsh account /me "$cookie"
grep -q '<html lang="cy"' "$folder/my-page-in-Welsh/answer" || { echo "my page is not in Welsh" >&2; exit 1; }
mkdir "$folder/empty-dynamic"
echo "$folder/empty" >"$folder/empty-dynamic/program"

echo "The machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg); $rounds rounds"
echo
"$folder/one" "$rounds" "$folder" empty-dynamic home my-page-in-Welsh
# What a simulated processor counts, which is the same however busy the real one is.
echo "instructions (callgrind): $(for case in empty-dynamic home my-page-in-Welsh; do
  mapfile -t variables < <(cat "$folder/$case/environment" 2>/dev/null)
  echo "$case $(env -i "${variables[@]}" "$(command -v valgrind)" --tool=callgrind --callgrind-out-file=/dev/null "$(cat "$folder/$case/program")" </dev/null 2>&1 >/dev/null | sed -n 's/.*Collected : //p')"
done | paste -sd' ')"

# FastCGI: two processes of each.
for program in signup account; do
  SITE=$SITE spawn-fcgi -s "$folder/$program.sock" -F 2 -P "$folder/$program.pid" -- "$folder/programs/$program" >/dev/null
done
for case in home my-page-in-Welsh; do
  mkdir "$folder/memory-of-$case"
  spawn-fcgi -s "$folder/memory-$case.sock" -F 2 -P "$folder/memory-$case.pid" -- "$folder/memory" "$folder/$case/answer" >/dev/null
  echo "$folder/memory-$case.sock" >"$folder/memory-of-$case/socket"
  cp "$folder/$case/environment" "$folder/memory-of-$case/environment"
done
: >"$SITE/data/bothways.log"
cat >"$folder/fpm.conf" <<X
[global]
error_log = $folder/fpm.log
daemonize = no
[www]
listen = $folder/php.sock
pm = static
pm.max_children = 2
php_admin_flag[opcache.enable] = 1
X
[ "$(id -u)" -ne 0 ] || printf 'user = root\ngroup = root\n' >>"$folder/fpm.conf"
root_flag=$([ "$(id -u)" -ne 0 ] || echo -R)
# shellcheck disable=SC2086 # nothing, or one word
"$(ls /usr/sbin/php-fpm* | head -1)" $root_flag -F -y "$folder/fpm.conf" >/dev/null 2>&1 & children="$children $!"
for try in $(seq 100); do [ -S "$folder/php.sock" ] && break; sleep 0.05; done
for case in home my-page-in-Welsh; do
  mkdir "$folder/php-as-$case"
  echo "$folder/php.sock" >"$folder/php-as-$case/socket"
  { printf '%s\n' "SCRIPT_FILENAME=$srcdir/bench/web/page.php" "BENCH_DATABASE=$db" BENCH_STATEMENTS=10 "BENCH_BYTES=$(wc -c <"$folder/$case/answer")"; grep -v COOKIE "$folder/$case/environment"; } \
    >"$folder/php-as-$case/environment"
done
echo
"$folder/load" 7 "$seconds" 4 "$folder" memory-of-home php-as-home home
"$folder/load" 7 "$seconds" 4 "$folder" memory-of-my-page-in-Welsh php-as-my-page-in-Welsh my-page-in-Welsh
echo "after that, resident: $(for program in signup account; do for pid in $(cat "$folder/$program.pid"); do awk -v name=$program '/^VmRSS/ { printf "%s %d kB  ", name, $2 }' "/proc/$pid/status"; done; done)"

echo
before=$(ask 'select count(*) from signup')
ask "delete from counter"
"$folder/signups" "$folder/programs/signup" 8 125 "$SITE/data"
echo "in the database: $(($(ask 'select count(*) from signup') - before)) of 1000; $("$folder/programs/bothways" check | grep -vc '^ok ') broken of what must always be true"

echo
printf '%-22s %8s %8s\n' "bytes of a page" plain 'gzip -6'
for case in home my-page-in-Welsh; do
  sed '1,/^\r*$/d' "$folder/$case/answer" >"$folder/page-bytes"
  printf '%-22s %8d %8d\n' "$case" "$(wc -c <"$folder/page-bytes")" "$(gzip -6 <"$folder/page-bytes" | wc -c)"
done
env -i $(environment signup "/static/$(sed -n 's/.*href="[^"]*static\/\([^"]*style.css[^"]*\)".*/\1/p' "$folder/home/answer" | head -1)" '') "$folder/programs/signup" </dev/null 2>/dev/null | sed '1,/^\r*$/d' >"$folder/page-bytes"
printf '%-22s %8d %8d   (once)\n' style.css "$(wc -c <"$folder/page-bytes")" "$(gzip -6 <"$folder/page-bytes" | wc -c)"

# A card's code is hashed slowly, with much memory: the most that a process ever has, and that all of it fits.
echo
sign_in_as coordinator
ask "update setting set value = '' where name = 'demo'" >/dev/null
via="$(command -v prlimit) --as=67108864 $(command -v time) -f %M -o $folder/kilobytes"
largest() { # NAME, of the last request
  printf '%-34s %s kB at the most, of 64 MB of address space: %s\n' "$1" "$(tail -1 "$folder/kilobytes")" "$status"
}
get signup /home ''
largest "home"
get desk /todo ''
largest "the to-do list of the desk"
cookie=
post account /card 'card=1&number=1&code=AAAA+AAAA'
largest "a card's code, hashed"
echo "programs: $(stat -c '%n %s' "$folder"/programs/*.cgi "$folder"/programs/* 2>/dev/null | sed 's|.*/||' | sort -u | tr '\n' ';')"
