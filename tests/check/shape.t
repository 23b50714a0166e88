#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The measures of a good room (docs/architecture.md), as limits: files, functions, parameters, nesting.
. "$srcdir/tests/check/tap.sh"
cd "$srcdir" || exit 1
sources=$(find lib cgi-bin tools cli tests bench -name '*.[ch]' -not -path '*/node_modules/*' 2>/dev/null)

long=$(wc -l $(find lib cgi-bin tools cli bench -name '*.c' 2>/dev/null) | awk '$2 != "total" && $1 > 400 { print $2 ": " $1 }')
is "$long" "" "no source file has over 400 lines"
long=$(wc -l $(find tests -name '*.c' -not -path '*/node_modules/*') | awk '$2 != "total" && $1 > 500 { print $2 ": " $1 }')
is "$long" "" "and none of the tests over 500"

high=$(wc -l $(find lib cgi-bin tools cli -name '*.h' -not -name '*-views.h' 2>/dev/null) | awk '$2 != "total" && $1 > 150 { print $2 ": " $1 }')
is "$high" "" "no header has over 150 lines"

# A function's body stands between { and } at the start of a line.
shapes=$(awk '
  FNR == 1 { inside = 0; head = "" }
  /^{$/ { inside = 1; start = FNR; deepest = 0; name = head; next }
  /^}/ && inside {
    inside = 0
    if (FNR - start - 1 > 70) print FILENAME ":" start ": " FNR - start - 1 " lines"
    if (deepest > 5) print FILENAME ":" start ": nested " deepest - 1 " deep"
    sub(/^[^(]*\(/, "", name)
    if (gsub(/,/, ",", name) > 5) print FILENAME ":" start ": too many parameters"
    head = ""
    next
  }
  inside { match($0, /^\t*/); if (RLENGTH > deepest && $0 !~ /^\t*(case|default|[.{"&|?:+]|[a-z_]+:$)/ && $0 ~ /[;{]$/ && continued == 0) deepest = RLENGTH
           continued = ($0 !~ /[;{}:]$/ && $0 !~ /^\t*\/\*/ && $0 !~ /\*\/$/) }
  !inside { head = ($0 ~ /^[a-z_].*\(/ || head != "") && $0 !~ /;$/ ? head $0 : "" }
' $sources)
is "$shapes" "" "no function has over 70 lines, 6 parameters or 4 levels"

unsigned=$(for f in $sources $(find sql templates/static tests bench script tools locale cgi-bin lib -name '*.mk' -o -name '*.t' -o -name '*.sh' -o -name '*.mjs' -o -name '*.awk' -o -name '*.py' -o -name '*.cc' 2>/dev/null | grep -v node_modules) \
  configure.ac Makefile.am script/*; do head -3 "$f" | grep -q 'SPDX-License-Identifier: AGPL-3.0-or-later' || echo "$f"; done)
is "$unsigned" "" "every source file says its licence"

forbidden=$(grep -nE '\b(strcpy|strcat|sprintf|vsprintf|strtok|alloca|gets|atoi|atol|setjmp|longjmp|system|popen)\(' $sources | head)
is "$forbidden" "" "no function that cannot be used safely is called"

is "$(grep -nE '\b(malloc|calloc|realloc|free)\(' -r cgi-bin lib/domain lib/web lib/form lib/template --include='*.[ch]' | grep -v 'scandir\|entries' | head)" "" \
  "pages and the domain allocate in the arena alone"
is "$(grep -nE '\bdb_(begin|commit|rollback|end)' -r lib/domain cgi-bin --include='*.c' | head)" "" "nothing in the domain or a page begins or commits"
is "$(grep -rnE 'fcgi_stdio' lib cgi-bin | head)" "" "fcgi_stdio.h is never included"
is "$(sed 's|/\*|\n&|; s|\*/|&\n|' templates/static/style.css | awk '/^\/\*/ { note = 1 } !note && /(left|right)/; /\*\// { note = 0 }')" "" "the style sheet names no left or right"
is "$([ "$(wc -c <templates/static/style.css)" -le 12000 ] && echo small)" small "the style sheet is under 12 kB"
is "$(grep -lE '<script|[[:space:]]on[a-z]+="|[[:space:]]style="' -r templates --include='*.xml' | head)" "" "no template has a script, an event or an inline style"
is "$(grep -nwE 'TODO|FIXME|XXX' $sources | head)" "" "no work is left for later in a comment"
done_testing
