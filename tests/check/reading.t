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

# One word for one thing, everywhere: what other programs call a person, a meeting, a proposal, signing in or pressing.
other='users? (account|name|profile)|members?|profiles?|sessions?|mentorships?|matchings|tutors?|volunteers?|admins?|administrators?|moderators?|log(ging|ged)? (in|on|out)|click(s|ed|ing)?|submit(s|ted)?|tap|dashboard|password recovery'
said() { grep -E '^msgid(_plural)? ' | grep -iwE "$other"; }
is "$(msgcat --no-wrap "$builddir/bothways.pot" | said)" "" "no text has another word for what has a name of its own"
is "$(printf 'msgid "Click to log in to your session"\n' | said | wc -l)" 1 "and one that has is found"
done_testing
