#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The pages of a pair, as the real programs answer them: what one side, the other and the desk see of what each has
# said, by marker words; whose pages they are; what is refused, and what nobody is told.
. "$srcdir/tests/page/lib.sh"

sign_in mentor
mentor_cookie=$cookie
sign_in mentee
mentee_cookie=$cookie
sign_in coordinator
desk_cookie=$cookie
as() { eval "cookie=\$$1_cookie"; }
door=$(ask "select min(y.id) from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id where m.email <> '' and e.email <> ''")
mentor=$(ask "select mentor_id from proposal z join pair y on y.proposal_id = z.id where y.id = $door")
mentee=$(ask "select mentee_id from proposal z join pair y on y.proposal_id = z.id where y.id = $door")
other=$(ask "select min(y.id) from pair y join proposal z on z.id = y.proposal_id where $mentor not in (mentor_id, mentee_id) and $mentee not in (mentor_id, mentee_id)")
today=$(date +%F)
ask "delete from review where pair_id = $door; delete from aim; update pair set state = 'active', review_state = 'open', review_number = 1, mentor_says = '', mentee_says = '', mentor_signal = 1, mentee_signal = 1, mentor_agreed = 0,
  mentee_agreed = 0 where id = $door; delete from feedback where meeting_id in (select id from meeting where pair_id = $door); delete from meeting where pair_id = $door;
  insert into meeting (id, pair_id, day, noted_by, created_at) values (9001, $door, '$today', $mentor, 0);"

# Markers: each in one place.
say() { # SIDE MARKER MORE
  as "$1"
  post feedback /say/9001 "did_meet=yes&productive=yes&next_time=Nextof$1&private_word=Wordof$1&$2"
  is "$status" 303 "the $1 says how it went"
}
say mentor split=listening
say mentee listened=bit
as mentee
post match "/aims/$door" 'words=Secretaim&kind=personal'
post match "/aims/$door" 'words=Sharedaim&kind=practical&shared=yes'
as mentor
post match "/aims/$door" 'words=Notmine&kind=personal'
is "$status" 404 "aims are the mentee's to set"
post match "/change/$door" 'what=talk&talk_words=Talkofmentor'
post match "/change/$door" 'what=something&change_words=Changeofmentor'
as mentee
post match "/review/$door" 'answer=change&words=Reviewofmentee'
ask "insert into concern (who_about, what, raised_by, due_at, raised_at) values ('Concernabout', 'Concernwhat', $mentee, 0, 0)"

pages_of() { # everything that this person can open of the pair
  for page in "match /pair/$door" "match /agreement/$door" "match /sheet/$door" "match /aims/$door" "match /review/$door" "match /change/$door" \
    "match /balance/$door" "match /circle" "feedback /say/9001" "feedback /thanks/9001" "feedback /plan/$door" "feedback /meeting/$door" "account /me"; do
    get ${page% *} "${page#* }" ''
    cat "$folder/plain"
  done >"$folder/all"
}
desk_pages() {
  for page in "/pair/$door" /pairs /todo "/sheet/$door" "/review/$door" /mentor-says/9001 /mentee-says/9001 "/plan/$door" "/meeting/$door"; do
    get desk "$page" ''
    cat "$folder/plain"
  done >"$folder/all"
}
sees() { # WHO MARKER yes|no
  is "$(grep -c "$2" "$folder/all" | awk '{ print ($1 > 0) ? "yes" : "no" }')" "$3" "the $1 sees $2: $3"
}
as mentor
pages_of
for cell in Nextofmentor:yes Wordofmentor:yes Nextofmentee:no Wordofmentee:no Secretaim:yes Sharedaim:yes Reviewofmentee:no Concernwhat:no Talkofmentor:no; do
  sees mentor ${cell%:*} ${cell#*:}
done
is "$(grep -c 'value="bit" checked' "$folder/all")" 0 "nor what the mentee answered"
as mentee
pages_of
for cell in Nextofmentee:yes Wordofmentee:yes Nextofmentor:no Wordofmentor:no Secretaim:yes Changeofmentor:no Talkofmentor:no Concernwhat:no; do
  sees mentee ${cell%:*} ${cell#*:}
done
is "$(grep -c 'value="listening" checked' "$folder/all")" 0 "nor how the mentor split the time"
get match "/balance/$door" ''
is "$status" 404 "which is drawn for the mentor alone"
as desk
desk_pages
for cell in Wordofmentor:yes Wordofmentee:yes Nextofmentor:no Nextofmentee:no Sharedaim:yes Secretaim:no Reviewofmentee:yes Changeofmentor:yes Talkofmentor:yes Concernwhat:no \
  'value="listening" checked:no' 'value="bit" checked:no'; do
  sees coordinator "${cell%:*}" "${cell##*:}"
done
get desk "/pair/$door" ''
shows "The mentee has 2 aims." "the coordinator counts the aims that are not shared"
is "$(words | grep -c 'Concern[aw]')" 0 "and cannot tell that there is a concern"

# How a meeting went is for the writer: who asked for the other's page gets their own.
as mentor
get feedback /say/9001 ''
is "$(grep -c 'name="listened"' "$folder/plain")" 0 "the mentor is not asked what the mentee is"

# Somebody else's pair is not there, whatever is asked of it.
as mentee
wrong=
for page in pair agreement sheet aims review change closing; do
  get match "/$page/$other" ''
  [ "$status" = 404 ] || wrong="$wrong GET/$page:$status"
  request POST match "/$page/$other" '' "token=$(field token)&x=1"
  case $status in 403 | 404 | 405) ;; *) wrong="$wrong POST/$page:$status" ;; esac
done
for page in plan meeting; do
  get feedback "/$page/$other" ''
  [ "$status" = 404 ] || wrong="$wrong GET/$page:$status"
done
theirs=$(ask "select min(id) from meeting where pair_id = $other")
for page in say move thanks; do
  get feedback "/$page/$theirs" ''
  [ "$status" = 404 ] || wrong="$wrong GET/$page:$status"
done
is "$wrong" "" "nobody opens a page of a pair that is not theirs"

# Forms that are sent wrong say what to do, and nothing is kept.
refused() { # PROGRAM PATH FIELDS WORDS
  post "$1" "$2" "$3"
  is "$status $(words | grep -cF "$4")" "422 1" "$2 with '$3' says: $4"
}
as mentor
refused match "/agreement/$door" '' 'Tick the box if you agree'
refused match "/review/$door" '' 'Choose one of these'
refused match "/review/$door" 'answer=change&words=' 'Say what should change, in a few words'
refused match "/change/$door" 'what=rhythm' 'Choose how often you would like to meet'
refused match "/change/$door" 'what=something' 'Say what should change, in a few words'
refused feedback "/plan/$door" 'other_day.day=1&other_day.month=1&other_day.year=2020' 'This day is over, or over a year away'
refused feedback "/plan/$door" 'other_day.day=31&other_day.month=February&other_day.year=2031' 'Enter a day that exists'
as mentee
refused match "/aims/$door" 'words=&kind=' 'Write what you aim for'
refused match "/aims/$door" 'words=One&kind=other' 'Choose one of the answers here'
as desk
refused desk "/review/$door" 'side=mentee&how=phone&answer=go-on' 'This answer is there already'
refused desk "/plan/$door" 'how=phone' 'Choose the day, or type another one'
is "$(ask "select count(*) from review where pair_id = $door and kind <> 'change'")" 1 "what was refused is not kept"

# A ring of four: names of those next to one, and nobody else's.
ask "insert into person (id, state, call_name, created_at) values (7001, 'active', 'Ringone', 0), (7002, 'active', 'Ringtwo', 0), (7003, 'active', 'Ringthree', 0);
  insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at) values
  (8001, 1, 1, 1, $mentee, 7001, 0, 'opened', 0, 0), (8002, 1, 1, 1, 7001, 7002, 0, 'opened', 0, 0), (8003, 1, 1, 1, 7002, 7003, 0, 'opened', 0, 0),
  (8004, 1, 1, 1, 7003, $mentee, 0, 'opened', 0, 0);
  insert into pair (id, proposal_id, state, due_at, opened_at, trial_until) select id, id, 'active', 0, 0, '' from proposal where id > 8000;"
as mentee
get match /circle ''
shows "Circle of 4" "a ring of four is drawn"
shows "Ringthree helps you" "with the name of who helps one"
shows "You help Ringone" "and of whom one helps"
shows "Ringone helps someone" "but not of whom they help"
is "$(grep -c Ringtwo "$folder/plain")" 0 "who is two steps away has no name here"
ask "update pair set state = 'ended' where id > 8000"

# Nobody is told who ended it: both get the same mail, and the pages say the same.
ask "delete from outbox"
as mentor
post match "/review/$door" 'answer=end'
is "$(ask "select state from pair where id = $door")" ended "one ends it"
is "$(ask "select group_concat(kind, ' ') from outbox")" "ended ended" "both get the same mail"
for side in mentor mentee; do
  as $side
  get match "/pair/$door" ''
  words | sed -n 's/.*\(Your meetings came to their end.*gave each other\.\).*/\1/p' >"$folder/$side"
done
is "$(cat "$folder/mentor")" "$(cat "$folder/mentee")" "and reads the same of it"
is "$([ -s "$folder/mentor" ] && echo said)" said "which is something"
as mentee
get match "/pair/$door" ''
is "$(words | grep -cE '01632 960 [2-9]|person[0-9]+@')" 0 "how to reach the other ends with it"
get feedback "/meeting/$door" ''
is "$status" 404 "and no meeting is noted any more"

# Paused by a lead, nobody can tell why, or go on by themselves.
ask "update pair set state = 'paused', before_pause = 'active', paused_why = 'concern', ended_at = 0 where id = $door"
as mentee
get match "/pair/$door" ''
shows "Your coordinator will be in touch." "paused for a concern, the coordinator will be in touch"
is "$(grep -c 'value="resume"' "$folder/plain")" 0 "and they cannot go on by themselves"
concern=$(words)
ask "update pair set paused_why = 'conflict' where id = $door"
get match "/pair/$door" ''
is "$(words)" "$concern" "a conflict reads the same"
request POST match "/pair/$door" '' "token=$(field token)&once=$(field once)&act=resume"
is "$(ask "select state from pair where id = $door")" paused "nor by sending what the page does not offer"
as desk
get desk "/pair/$door" ''
conflict=$(words)
ask "update pair set paused_why = 'concern' where id = $door"
get desk "/pair/$door" ''
is "$(words)" "$conflict" "the desk cannot tell a concern from a conflict"
done_testing
