#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Rooms include only what rooms.txt allows; each third-party header has one home; page programs do not
# hold libxml2.
. "$srcdir/tests/check/tap.sh"
cd "$srcdir" || exit 1

allowed() { # room included-room
  grep -q "^$1:.* $2\( \|\$\)" tests/check/rooms.txt
}

wrong=
for file in $(find lib cli -name '*.[ch]'); do
  room=${file#lib/}
  room=${room%/*}
  for include in $(sed -n 's/^#include "\([a-z/-]*\)\/[a-z_-]*\.h".*/\1/p' "$file" | sort -u); do
    [ "$include" = "$room" ] && continue
    case $include in
      cgi-bin | tools | tests) wrong="$wrong $file->$include" ;;
      *) allowed "$room" "$include" || wrong="$wrong $file->$include" ;;
    esac
  done
done
is "$wrong" "" "no room includes one that it may not"

outside=$(grep -l '#include "cgi-bin/' -r lib cli 2>/dev/null | tr '\n' ' ')
is "$outside" "" "nothing in lib includes a program"

strangers=$(grep -hEo '^#include <[^>]+>' -r lib cgi-bin cli tools | sed 's/#include <\(.*\)>/\1/' | sort -u |
  grep -vE '^(std(align|arg|bool|def|int|io|lib)|string|strings|inttypes|limits|errno|math|time|locale|signal|fcntl|dirent|unistd|sys/(stat|wait))\.h$' |
  while read -r header; do grep -qF "! $header:" tests/check/rooms.txt || echo "$header"; done)
is "$strangers" "" "every third-party header has its home in rooms.txt"

astray=$(sed -n 's/^! \(.*\): \(.*\)/\1 \2/p' tests/check/rooms.txt | while read -r header home; do
  grep -rlF "#include <$header>" lib cgi-bin cli tools | grep -v "^$home/[^/]*$" | sed "s|^|$header in |"
done)
is "$astray" "" "and none is included elsewhere"

cd "$builddir" || exit 1
for program in programs/*; do
  [ -x "$program" ] || continue
  # The command line checks a charity's own pages; the desk asks it.
  [ "$program" = programs/bothways ] && continue
  holds=$(readelf -d "$program" | grep -c 'libxml2')
  is "$holds" 0 "${program#programs/} does not hold libxml2"
done
done_testing
