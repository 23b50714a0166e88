#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The zip: the same wherever and whenever it is made, small, whole, with its licences; programs that need nothing of
# their host, in an empty root and without the sources.
. "$srcdir/tests/check/tap.sh"
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
zip=$(ls "$srcdir"/build/bothways-*.zip | head -1)

# Somewhere else, with another umask and another clock: from the sources alone.
mkdir -p "$folder/a-longer-place/of-its-own"
(cd "$srcdir" && find . -path ./build -prune -o -path ./.git -prune -o -path ./tests/browser/node_modules -prune -o -path ./autom4te.cache -prune -o -type f -print \
  | grep -v -e '^./configure$' -e '/Makefile.in$' -e '^./aclocal.m4$' | tar cf - -T - --mtime='2001-02-03') | tar xf - -C "$folder/a-longer-place/of-its-own"
(cd "$folder/a-longer-place/of-its-own" && umask 077 && TZ=Asia/Tokyo LC_ALL=C.UTF-8 script/bundle "$folder/second") >"$folder/second.log" 2>&1 || sed 's/^/# /' "$folder/second.log" | tail -5
is "$(sha256sum <"$zip")" "$(sha256sum <"$folder/second/$(basename "$zip")")" "made twice, in two places and at two times, it is the same"
echo "# $(sha256sum <"$zip" | cut -c1-64) twice; $(stat -c %s "$zip") bytes"
is "$([ "$(stat -c %s "$zip")" -lt 16000000 ] && echo under)" under "it is under 16 MB"
rm -rf "$folder/a-longer-place" "$folder/second"

unzip -q "$zip" -d "$folder/web"
site=$folder/web/bothways
is "$(cd "$site" && sha256sum -c --quiet checksums.txt 2>&1)" "" "its checksums hold"
is "$(cd "$site" && find . -type f | sed 's|^\./||' | grep -v '^checksums.txt$' | LC_ALL=C sort)" "$(cut -c67- "$site/checksums.txt")" "and name each file"
is "$(find "$site" -type l -o -type d -empty -o -perm /022)" "" "no symbolic link, no empty folder, nothing that others may write"
is "$(cd "$site" && find . -type f -perm /111 | sort | tr '\n' ' ')" "$(cd "$site" && ls -d ./bothways ./*.cgi | LC_ALL=C sort | tr '\n' ' ')" "the programs may be run, and nothing else"

for program in "$site"/*.cgi "$site/bothways"; do
  name=$(basename "$program")
  is "$(readelf -lW "$program" | grep -c INTERP) $(readelf -dW "$program" 2>/dev/null | grep -c NEEDED)" "0 0" "$name needs no loader and no library"
  is "$(readelf -nW "$program" | sed -n 's/.*ABI: \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | awk '{ print ($1 < 3 || ($1 == 3 && $2 <= 10)) ? "old" : "new" }')" old "$name runs on Linux 3.10"
  is "$([ "$(stat -c %s "$program")" -le 5000000 ] && echo small)" small "$name has at most 5 MB"
  echo "# $name: $(stat -c %s "$program") bytes"
  is "$(strings "$program" | grep -c "$srcdir")" 0 "$name holds no path of where it was made"
done

# Every archive on the line that links the programs has its licence in the list.
unnamed=
for library in $(make -s -C "$srcdir/build/static" --eval='print-others: ; @echo $(OTHERS)' print-others | tr ' ' '\n' | sed -n 's/^-l//p' | sort -u) c gcc; do
  archive=$(gcc -print-file-name="lib$library.a")
  package=$(dpkg -S "$(readlink -f "$archive")" 2>/dev/null | cut -d: -f1 | head -1)
  { [ -n "$package" ] && grep -q "^$package .*: $package.txt" "$site/licences/README.txt" && [ -s "$site/licences/$package.txt" ]; } || unnamed="$unnamed $library"
done
is "$unnamed" "" "the list of licences names everything that is linked"

# A demo's data, an empty root, no environment: the page is there, in Welsh too.
SITE=$folder/web "$srcdir/build/static/tools/bothways-demo" make --small "$srcdir/data" https://charity.example >/dev/null
echo /data >"$site/bothways.conf"
request() { # PATH LANGUAGES
  env -i GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD=GET SCRIPT_NAME=/bothways/signup.cgi PATH_INFO="$1" QUERY_STRING= \
    HTTP_HOST=charity.example REMOTE_ADDR=10.0.0.1 HTTP_ACCEPT_LANGUAGE="$2" HTTPS=on $(command -v prlimit) --as=67108864 $(command -v chroot) "$folder/web" /bothways/signup.cgi
}
if [ "$(id -u)" -eq 0 ]; then
  is "$(request /home en | grep -c '<html lang="en"')" 1 "in an empty root, with 64 MB to live in, a page is answered"
  is "$(request /home cy | grep -c '<html lang="cy"')" 1 "and in Welsh"
  is "$(env -i $(command -v chroot) "$folder/web" /bothways/bothways check >/dev/null 2>&1; echo $?)" 0 "the command line finds its site there"
else
  echo "# an empty root needs an administrator: not tried"
fi

# An unpacker that knows no run bits: the first page says which to set, and says it of each program.
mkdir "$folder/plain"
python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])' "$zip" "$folder/plain"
is "$(find "$folder/plain" -type f -perm /111 | wc -l) $(cd "$folder/plain/bothways" && sha256sum -c --quiet checksums.txt 2>&1)" "0 " "unpacked without run bits, everything is there"
is "$(grep -c '<code>755</code>' "$folder/plain/bothways/index.html")" 2 "and the first page says which bits to set"

# The first page in every language: the same elements in the same order, the same names of files, its links to the others.
skeleton() { tr '\n' ' ' <"$1" | sed -e 's|<nav.*</nav>||' -e 's|<style>.*</style>||' | grep -oE '<code>[^<]*</code>|<[^>]*>' | sed -E 's/<html[^>]*>/<html>/'; }
wrong=
for language in $(cat "$srcdir/locale/LINGUAS"); do
  page=$folder/plain/bothways/index.$language.html
  [ "$(skeleton "$page" 2>/dev/null)" = "$(skeleton "$folder/plain/bothways/index.html")" ] && grep -q "<html lang=\"$language\"" "$page" || wrong="$wrong $language"
  grep -q "href=\"index.$language.html\" hreflang=\"$language\"" "$folder/plain/bothways/index.html" || wrong="$wrong $language:no-link"
done
is "$wrong" "" "the first page is there in every language of the catalogues, and says the same of the same files"
done_testing
