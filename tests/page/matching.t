#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The pages of matching, as the real programs answer them: what a run found in words, what would change
# if, what counts, and who else could help. None of them tells more than it may.
. "$srcdir/tests/page/lib.sh"

# Public.
get signup /matching ''
is "$status" 200 "anybody may read how this site matches"
shows "It never puts you together with somebody who could gain if you fail" "it says what it never does"
shows "Each value that both chose, up to three 50" "it shows what counts, in points"
ask "insert into part values (1, 'values', 33), (1, 'tongue', 0), (2, 'tongue', 0)"
get signup /matching ''
shows "Each value that both chose, up to three 33" "it shows the programme's own lines"
hides "They share a language besides English" "and not one that is worth nothing there"
get signup /matching 'lang=cy'
get desk /run/1 ''
hides "Circles and chains" "a visitor sees no run"

# The coordinator.
sign_in coordinator
get desk /run/1 ''
is "$status" 200 "a coordinator sees the run"
shows "The list of organisations bars the only one who could." "it says which bar keeps somebody out"
apart=$(ask "select a.left_count from ask a join signup s on s.id = a.signup_id where a.left_why = 'apart' and a.state = 'open' and s.programme_id = 1 order by a.id limit 1")
case $apart in 1) apart="One person offers it, but " ;; *) apart="$apart people offer it, but " ;; esac
is "$(words | grep -cE "$apart(likes|all like) to meet in another way\\.|$apart(not|none) near ")" 1 "it says why nobody was found for somebody"
shows "What would help most" "it says which offers would help most"
is "$(words | grep -c "Circle of [0-9]")" 1 "it shows circles"
is "$(sed -n '/<svg class="ringpic"/,/<\/svg>/p' "$folder/plain" | grep -c 'aria-label="A picture of this circle')" "$(grep -c '<svg class="ringpic"' "$folder/plain")" "the picture says that the words stand below"
is "$(grep -c ' style=' "$folder/plain")" 0 "with no style in the page"
is "$(ask "select count(*) from proposal x where weight <> (select sum(points) from reason where proposal_id = x.id)")" 0 "reasons come to the weight"

# A private bar reads alike, whoever it is of.
ask "update ask set left_why = 'private', left_count = 1 where left_why = 'organisation'; update run_bar set kind = 'private' where kind = 'organisation'"
get desk /run/1 ''
shows "Not possible, for a private reason." "a private bar is told as one, and no more"
hides "bars the only one" "not as whose it is"

# What if.
before=$(ask .dump | grep -v -e 'INTO once' -e 'INTO browser' | cksum)
get desk /what-if/1 'what=mentor&topic=9&near=NP20'
shows "One more ask would find a mentor." "one more mentor near NP20 would serve one more"
now() { sed -n 's/.*Asks that find a mentor<\/th><td class="n">\([0-9]*\)<.*/\1/p' "$folder/plain"; }
one=$(now)
get desk /what-if/2 "what=mentor&topic=$(ask "select min(id) from topic where programme_id = 2")"
two=$(now)
get desk /what-if/1 'what=join&with=2'
is "$(now)" "$((one + two))" "two programmes joined are counted against both apart"
get desk /what-if/1 'what=mentor&topic=9999&near=NP20'
hides "The answer" "a topic that is not the programme's gets no answer"
get desk /what-if/99 ''
is "$status" 404 "nor is there a programme that is none"
post desk /what-if/1 'what=mentor'
is "$status" 422 "without a topic the form comes back"
shows "Choose what the new mentor would offer" "and says what to do"
post desk /what-if/1 'what=mentor&topic_id=9&near=np20+4ur'
is "$status $(place)" "303 /desk/what-if/1?what=mentor&topic=9&near=NP20&tie=&with=0#answer" "the form leads to its answer"
is "$(ask .dump | grep -v -e 'INTO once' -e 'INTO browser' | cksum)" "$before" "asking what if has written nothing"

# What counts.
lines='topic=120&both=40&values=50&place=150&district=150&near=110&far=60&way=40&tongue=50&rhythm=40&wish=80&waited=10&missed=40&free=40'
post desk /weights/1 "$lines&seen=21"
is "$status" 422 "a line out of its bounds is refused"
shows "Enter a number from 0 to 20" "with its bounds"
post desk /weights/1 "$lines&seen=20"
is "$status" 303 "within them it is kept"
is "$(ask "select group_concat(kind || ' ' || points) from part where programme_id = 1 and kind in ('seen', 'values') order by kind")" "seen 20,values 50" "in the table"
is "$(ask "select count(*) from audit where verb = 'programme.weights'")" 1 "and in the audit"

# Who else.
open=$(ask "select min(ask_id) from (select ask_id from proposal where programme_id = 1 group by ask_id having count(*) = 1 and max(state) = 'proposed')")
get desk "/others/$open" ''
is "$status" 200 "who else could help is shown"
shows "Put one forward by hand" "and can be put forward"
post desk "/others/$open" ''
is "$status" 422 "nobody is put forward unless chosen"
offer=$(ask "select offer_id from proposal where ask_id = $open and state = 'proposed'")
post desk "/others/$open" "offer_id=$offer"
is "$status" 303 "who is chosen is put forward"
is "$(ask "select group_concat(state) from (select state from proposal where ask_id = $open order by id)")" "replaced,kept" "kept at once, in the place of the other"
get desk "/others/$open" ''
is "$status" 404 "and then the ask is not open to others"
sign_in mentor
get desk "/others/$open" ''
hides "Who could help" "a person sees none of it"
get desk /what-if/1 ''
hides "What to try" "nor what if"
get desk /weights/1 ''
hides "What counts" "nor what counts, at the desk"
done_testing
