#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# English texts are short and plain: sentences of at most 20 words, pages of grade 5 (age ten) at the most.
. "$srcdir/tests/check/tap.sh"
hard() { awk -f "$srcdir/tests/check/reading.awk" | sort; }
is "$(msgcat --no-wrap "$builddir/bothways.pot" | hard)" "" "every sentence is short and every page is plain"
is "$(printf '#: a.xml\nmsgid "one two three four five six seven eight nine ten one two three four five six seven eight nine ten one."\n' | hard |
  grep -c '^21 words')" 1 "a sentence of 21 words is found"
is "$(printf '#: a.xml\nmsgid "%s"\n' "$(for i in 1 2 3 4 5 6; do printf 'Administrative procedures necessitate considerable deliberation. '; done)" | hard |
  grep -c 'grade')" 1 "and a page of long words"
done_testing
