#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A coordinator moderates a run: compares it with how it is, undoes what was pressed, swaps mentors, looks
# for somebody by name. Nobody is told anything.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
mail=$(ask "select count(*) from outbox")
state() { ask "select state from proposal where id = $1"; }

# What it says of now and then, against the rows themselves.
get desk /run/1 ''
number() { sed -n "s#.*<th scope=\"row\">$1</th><td class=\"n\">\([0-9]*\)</td><td class=\"n\">\([0-9]*\)</td>.*#\\$2#p" "$folder/plain"; }
live="select z.mentor_id as m, z.mentee_id as e from pair y join proposal z on z.id = y.proposal_id where y.state <> 'ended' and z.programme_id = 1"
forward="$live union all select mentor_id, mentee_id from proposal where programme_id = 1 and state in ('proposed', 'kept', 'sent', 'agreed')"
both() { ask "with t as ($1) select count(*) from (select m from t intersect select e from t)"; }
people() { ask "with t as ($1) select count(*) from (select m from t union select e from t)"; }
is "$(number 'People who do both' 1) $(number 'People who do both' 2)" "$(both "$live") $(both "$forward")" "people who do both are counted, now and then"
is "$(number 'People who give or receive' 1) $(number 'People who give or receive' 2)" "$(people "$live") $(people "$forward")" "and all who give or receive"
is "$(number 'Asks that wait' 1)" "$(ask "select count(*) from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
  where s.programme_id = 1 and s.state = 'approved' and p.state = 'active' and a.state = 'open'")" "and the asks that wait"

# Keep and Drop are undone until it is sent.
one=$(ask "select id from proposal where state = 'proposed' and programme_id = 1 order by id limit 1")
post desk "/proposal/$one" 'act=keep'
is "$(state "$one")" kept "kept"
post desk "/proposal/$one" 'act=undo'
is "$(state "$one")" proposed "and undone"
post desk "/proposal/$one" 'act=drop'
get desk /run/1 ''
shows "Dropped lately" "what was dropped can be found"
post desk "/proposal/$one" 'act=undo'
is "$(state "$one")" proposed "and taken back"
post desk "/proposal/$one" 'act=drop'
asked=$(ask "select ask_id from proposal where id = $one")
ask "update ask set state = 'closed' where id = $asked"
post desk "/proposal/$one" 'act=undo'
is "$status $(state "$one")" "409 dropped" "but not when the ask is closed meanwhile"
ask "update ask set state = 'open' where id = $asked"

# Every swap that is shown may be made, and only those.
ask "update signup set ways = 'in-person phone video writing', tongues = 'en cy' where programme_id = 1; update ask set wish = 'any'; update offer set wish = 'any'"
found=
for two in $(ask "select id from proposal where state = 'proposed' order by id"); do
  get desk "/swap/$two" ''
  other=$(sed -n 's/.*name="other_id" value="\([0-9]*\)".*/\1/p' "$folder/plain" | head -1)
  [ -n "$other" ] && { found=$two; break; }
done
is "${found:+found}" found "some two proposals can swap"
then=$(ask "select group_concat(m || '>' || e, ' ') from (select * from (select b.mentor_id as m, a.mentee_id as e from proposal a, proposal b where a.id = $found and b.id = $other
  union all select a.mentor_id, b.mentee_id from proposal a, proposal b where a.id = $found and b.id = $other) order by m, e)")
post desk "/swap/$found" "other_id=$other"
is "$status" 303 "swapped"
is "$(state "$found") $(state "$other")" "replaced replaced" "the two give way"
is "$(ask "select group_concat(mentor_id || '>' || mentee_id, ' ') from (select * from (select * from proposal where state = 'kept' and origin = 'hand' order by id desc limit 2) order by mentor_id, mentee_id)")" \
  "$then" "to the two with mentors exchanged"
post desk "/swap/$one" "other_id=999999"
is "$(echo "$status" | tr 49 4)" "$status" "a swap that was not offered is refused"
is "$(ask "select count(*) from proposal x where weight <> (select sum(points) from reason where proposal_id = x.id)")" 0 "reasons come to the weight"

# By hand, by name.
waits=$(ask "select ask_id from proposal where state = 'proposed' order by id limit 1")
get desk "/others/$waits" ''
name=$(sed -n 's/.*<h2><bdi>\([^<]*\)<.*/\1/p' "$folder/plain" | head -1)
get desk "/others/$waits" "name=$(echo "$name" | tr 'A-Z' 'a-z')"
is "$(sed -n 's/.*<h2><bdi>\([^<]*\)<.*/\1/p' "$folder/plain" | head -1)" "$name" "somebody is found by name, in any case of letters"
get desk "/others/$waits" "name=nobodyatall"
shows "Nobody of that name" "and it says when nobody is"
is "$(ask "select count(*) from outbox")" "$mail" "nobody was told anything"
done_testing
