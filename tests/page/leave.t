#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Leaving: each other of a pair is told as was chosen, everything of theirs closes, and they are signed in nowhere.
. "$srcdir/tests/page/lib.sh"

sign_in mentee
me=$signed_in
sign_in coordinator
post account /leave ''
is "$status" 403 "whoever works at the desk hands that over first"
get account /leave ''
shows "Hand that over first" "and the page says so"
is "$(ask "select count(*) from person where state = 'left'")" 0 "nobody has left"

sign_in mentee
pairs=$(ask "select group_concat(y.id, ' ') from pair y join proposal z on z.id = y.proposal_id where $me in (z.mentor_id, z.mentee_id) and y.state <> 'ended'")
first=${pairs%% *}
others=$(ask "select group_concat(case when z.mentor_id = $me then z.mentee_id else z.mentor_id end) from pair y join proposal z on z.id = y.proposal_id where y.id in ($(echo $pairs | tr ' ' ','))")
is "$(echo "$pairs" | wc -w)" 2 "somebody has two pairs"
strange=$(ask "select min(y.id) from pair y join proposal z on z.id = y.proposal_id where $me not in (z.mentor_id, z.mentee_id) and y.state <> 'ended'")
ask "delete from outbox"
get account /leave ''
is "$(grep -o "type=.checkbox. name=.ring." "$folder/plain" | wc -l)" 2 "they are asked about each"
post account /leave "ring=$strange"
is "$status $(ask "select state from person where id = $me")" "422 active" "another's pair is none of theirs"
get account /leave ''
token=$(field token) once=$(field once) held=$cookie
request POST account /leave '' "token=$token&once=$once&ring=$first"
is "$status $(place)" "303 /account/left#main" "they leave"
request POST account /leave '' "token=$token&once=$once&ring=$first"
is "$(ask "select count(*) from audit where verb = 'person.leave' and subject_id = $me")" 1 "pressed twice they leave once"
is "$(ask "select state || ' ' || ((due_at - unixepoch() + 60) / 86400) from person where id = $me")" "left 730" "what is kept has its day"
is "$(ask "select group_concat(distinct state) from pair where id in ($(echo $pairs | tr ' ' ','))")" ended "their pairs end"
is "$(ask "select group_concat(kind, ' ') from (select kind from task where subject = 'pair' and subject_id = $first and state = 'open' order by kind)")" "closing ring-left" "a coordinator rings whom they named"
is "$(ask "select ended_how from pair where id = ${pairs##* }")" planned "the other ends as planned"
is "$(ask "select kind || count(*) from outbox where person_id in ($others) group by kind")" ended1 "and one mail goes, of an ending"
is "$(ask "select kind from outbox where person_id = $me")" left "they get one themselves"
is "$(ask "select count(*) from ask a join signup s on s.id = a.signup_id where s.person_id = $me and a.state <> 'closed'")$(ask "select count(*) from offer o join signup s on s.id = o.signup_id where s.person_id = $me and o.state <> 'closed'")" 00 "what they asked and offered is closed"
is "$(ask "select group_concat(distinct state) from signup where person_id = $me")" withdrawn "and so is their sign-up"
is "$(ask "select count(*) from browser where person_id = $me")" 0 "they are signed in nowhere"
cookie=$held
get account /me ''
is "$status" 303 "the browser that they had is nobody's"
is "$(ask "select count(*) from task where kind = 'left' and person_id = $me and state = 'open'")" 1 "the desk has a line"
is "$("$builddir/programs/bothways" check --site "$SITE/data" | grep -c BROKEN)" 0 "all that must be true still is"

sign_in coordinator
get desk /todo ''
line=$(ask "select id from task where kind = 'left' and person_id = $me")
is "$(grep -c "/desk/request/$line\"" "$folder/plain")" 1 "a coordinator sees it"
post desk "/request/$line" 'act=return'
is "$status $(ask "select state from person where id = $me")" "303 active" "and lets them come back"

# For somebody who rings: a coordinator has them leave, and only a lead has them erased.
ask "update person set state = 'active' where id = $me"
post desk "/leave/$me" 'erase=yes'
is "$status $(ask "select state from person where id = $me") $(ask "select count(*) from task where kind = 'erase' and state = 'open'")" "303 left 0" "a coordinator has somebody leave, and not erased"
get desk "/leave/$me" ''
is "$status" 404 "once"
ask "update person set state = 'active' where id = $me"
sign_in safeguarding-lead
post desk /erase 'who=Nobody+At+All'
is "$status" 422 "a name that nobody has"
post desk /erase "who=$me"
is "$status $(place)" "303 /desk/leave/$me#main" "a number, or a name, leads to them"
post desk "/leave/$me" 'erase=yes'
is "$status $(ask "select state from person where id = $me") $(ask "select count(*) from task where kind = 'erase' and state = 'open' and person_id = $me")" "303 left 1" "a lead has them erased"
get desk /erasures ''
post desk /erasures "person_id=$me"
is "$(ask "select state from person where id = $me") $(ask "select count(*) from task where kind = 'erase' and state = 'open'")" "active 0" "or not, when they take it back"
staff=$(ask "select min(person_id) from role")
post desk "/leave/$staff" ''
is "$(ask "select state from person where id = $staff")" active "nobody who works at the desk"
done_testing
