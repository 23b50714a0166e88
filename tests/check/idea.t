#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# docs/idea.md names only pages and tests that there are, for everything that the idea asks.
. "$srcdir/tests/check/tap.sh"
cd "$srcdir" || exit 1
table() { grep -E '^\| (S[0-9]+|careful|shared|light) \|' docs/idea.md; }
is "$(table | sed 's/^| \([^ ]*\) .*/\1/' | tr '\n' ' ')" "$(seq -f S%g 22 | tr '\n' ' ')careful shared light " "a line for each of S1 to S22 and of the three levels"
is "$(table | grep -vcE '`/[a-z].*`tests/')" 0 "each names a page and a test"
is "$(table | grep -o '`/[^`]*`' | tr -d '`' | sort -u | while read -r page; do grep -q "^$page " tests/page/roles.txt || echo "$page"; done)" "" "each page is a route"
is "$(table | grep -o '`tests/[^`]*`' | tr -d '`' | sort -u | while read -r test; do [ -f "$test" ] || echo "$test"; done)" "" "each test is there"
done_testing
