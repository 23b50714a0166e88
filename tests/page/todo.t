#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The desk's one list: each sort of line is there when it should be, in order, and goes when it is answered; and what a press
# says that it will send is what lies in the outbox afterwards, to whom and in which words.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
coordinator=$(ask "select min(person_id) from role where role = 'coordinator'")
now=$(date +%s)
night() { "$builddir/programs/bothways" night >/dev/null; }
day=86400

# What the night before has left over is of no interest here.
ask "update outbox set state = 'cancelled', sealed = ''"
ask "update signup set state = 'withdrawn' where state in ('sent', 'asked'); update proposal set state = 'replaced' where state in ('proposed', 'kept', 'sent', 'agreed'); delete from task"
get desk /todo ''
hides 'Due by' "with nothing that waits there is no line"

# The chunk of the page that is a line of a sort, on one line of its own.
chunk() { tr '\n' ' ' <"$folder/plain" | sed 's#<li> *<div>#\n&#g' | grep "value=\"$1\." | head -1; }
key() { chunk "$1" | sed -n 's/.*name="act" value="\([^"]*\)".*/\1/p'; }
unescaped() { sed "s/&amp;/\&/g; s/&#39;/'/g; s/&quot;/\"/g"; }
# Who is promised which subject: a line each, name|language|subject.
promised() { chunk "$1" | sed 's#<li>#\n&#g' | sed -n 's#.*<bdi>\([^<]*\)</bdi> gets an e-mail:.*<q lang="\([^"]*\)"[^>]*>\([^<]*\)</q>.*#\1|\2|\3#p' | unescaped | sort; }
subject() { # of a mail as it was sent
  sed -n '/^Subject: /,/^Date: /p' "$1" | tr -d '\r' | grep -v '^Date: ' | sed 's/^Subject: //' | while read -r part; do
    case $part in
      '=?UTF-8?B?'*) printf '%s' "$part" | sed 's/=?UTF-8?B?//; s/?=//' | base64 -d ;;
      *) printf '%s' "$part" ;;
    esac
  done
}
# What lies in the outbox, in the same form: sent out to the folder, and read there.
delivered() {
  "$builddir/programs/bothways" post >/dev/null
  for mail in "$SITE"/data/mail/*.eml; do
    [ -e "$mail" ] || continue
    to=$(tr -d '\r' <"$mail" | sed -n 's/^To: <\(.*\)>/\1/p')
    language=$(tr -d '\r' <"$mail" | sed -n 's/^Content-Language: //p')
    echo "$(ask "select call_name from person where email = '$to'")|$language|$(subject "$mail")"
  done | sort
}

# press KIND WHAT: the line is there, its press does what it says and sends what it says, and the line is gone.
press() {
  get desk /todo "$3"
  line=$(key "$1")
  is "$([ -n "$line" ] && echo there)" there "$1: $2 is a line"
  said=$(promised "$1")
  nothing=$(chunk "$1" | grep -c 'Nothing is sent')
  is "$([ -n "$said" ] && echo 0 || echo 1)" "$nothing" "$1: it says what is sent, or that nothing is"
  rm -rf "$SITE/data/mail"
  request POST desk /todo "$3" "token=$(field token)&once=$(field once)&filled=$(field filled)&act=$line"
  is "$status" 303 "$1: one press answers it"
  is "$(delivered)" "$said" "$1: what was sent is what it said"
  get desk /todo "$3"
  is "$(grep -c "value=\"${line%.*}\." "$folder/plain")" 0 "$1: and the line is gone"
  all_kinds="$all_kinds $1"
}
pair=$(ask "select min(y.id) from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
  where m.email <> '' and e.email <> '' and y.state in ('trial', 'active') and m.state = 'active' and e.state = 'active'")
mentor=$(ask "select z.mentor_id from pair y join proposal z on z.id = y.proposal_id where y.id = $pair")
mentee=$(ask "select z.mentee_id from pair y join proposal z on z.id = y.proposal_id where y.id = $pair")
ask "update pair set review_state = '', mentor_says = '', mentee_says = '' where id = $pair; update person set language = 'cy' where id = $mentee"
task() { # KIND [PERSON]: about the pair
  ask "insert into task (kind, role, person_id, subject, subject_id, due_at, at) values ('$1', 'coordinator', nullif('$2', ''), 'pair', $pair, $now + 5 * $day, $now)"
}

# Sign-ups.
waiting=$(ask "select s.id from signup s join person p on p.id = s.person_id where s.state = 'withdrawn' and p.email <> '' and s.talk_ask = 0 and s.talk_offer = 0 order by s.id limit 1")
ask "update signup set state = 'sent', due_at = $now + $day where id = $waiting; update person set email_checked_at = 0 where id = (select person_id from signup where id = $waiting)"
get desk /todo ''
is "$(key signup)" "" "a sign-up whose address has not been shown to be theirs has no press"
shows "They have not yet shown that the e-mail is theirs" "and says why"
ask "update person set email_checked_at = 5, language = 'cy' where id = (select person_id from signup where id = $waiting)"
ask "update signup set talk_ask = 1 where id = $waiting"
get desk /todo ''
is "$(key signup)" "" "nor has one where something is to be talked over"
ask "update signup set talk_ask = 0 where id = $waiting"
press signup "a complete one"
is "$(ask "select state from signup where id = $waiting")" approved "and they are in"
ask "update signup set state = 'asked', due_at = $now - $day where id = $waiting"
press asked "a question without an answer"
ask "update signup set state = 'approved' where id = $waiting"

# Proposals. Two who can be put forward: a run makes some.
post desk /run/1 ''
one=$(ask "select x.id from proposal x join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id where x.state = 'proposed' and x.warned = 0 and m.email <> '' and e.email <> '' order by x.id limit 1")
ask "update proposal set state = 'replaced' where state = 'proposed' and id <> $one"
press proposed "what a run puts forward"
is "$(ask "select state from proposal where id = $one")" kept "it is kept"
press kept "what is kept"
is "$(ask "select state from proposal where id = $one")" sent "it is sent"
is "$(get desk /todo ''; grep -c 'value="ring-' "$folder/plain")" 0 "whoever has e-mail and time is not rung"
ask "update proposal set due_at = $now - $day where id = $one"
press ring-mentor "a mentor who does not answer"
press ring-mentee "a mentee who does not answer"
ask "update proposal set mentor_rung = $now - 4 * $day where id = $one"
is "$(get desk /todo ''; key ring-mentor | cut -d. -f1)" ring-mentor "days later it is there again"
ask "update person set email = '' where id = (select mentor_id from proposal where id = $one)"
press ring-mentor "somebody without e-mail"
ask "update proposal set state = 'agreed', mentor_answer = 'yes', mentee_answer = 'yes' where id = $one"

# Two agreed for one place keep each other from it.
ask "insert into proposal (programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at, mentor_answer, mentee_answer)
  select x.programme_id, a.id, x.offer_id, x.mentor_id, s.person_id, 1, 'agreed', x.due_at + 1, x.changed_at, 'yes', 'yes'
    from proposal x join ask a on a.id <> x.ask_id join signup s on s.id = a.signup_id and s.programme_id = x.programme_id join person p on p.id = s.person_id
   where x.id = $one and a.state = 'open' and s.state = 'approved' and p.state = 'active' and p.email <> '' and s.person_id not in (x.mentor_id, x.mentee_id)
   limit 1"
two=$(ask "select max(id) from proposal")
ask "update signup set capacity = 1 + (select count(*) from pair y join proposal z on z.id = y.proposal_id where y.state <> 'ended' and z.mentor_id = (select mentor_id from proposal where id = $one)) where person_id = (select mentor_id from proposal where id = $one)"
get desk /todo ''
shows "One of the two has to go" "two agreed for one place: the line says so"
is "$(chunk agreed | grep -c '>Drop ')" 1 "and offers to drop one"
ask "update proposal set due_at = due_at - 10 * $day where id = $two"
press agreed "one too many"
is "$(ask "select state from proposal where id = $two")" withdrawn "it is dropped"
get desk /todo ''
hides "One of the two has to go" "and the other is free"
press agreed "the other"
is "$(ask "select state from proposal where id = $one")" opened "it begins"

# Invitations.
by=$mentee
ask_id=$(ask "select a.id from ask a join signup s on s.id = a.signup_id where a.state = 'open' and s.state = 'approved' order by a.id limit 1")
ask "insert into invitation (by_id, kind, ask_id, name, address, due_at, at) values ($by, 'suggest', $ask_id, 'Olwen Letter', '3 High Street', $now + 30 * $day, $now)"
press letter "a letter to print"
ask "insert into invitation (by_id, kind, ask_id, name, due_at, at) values ($by, 'suggest', $ask_id, 'Xanthippe Quux', $now + 30 * $day, $now)"
press meant "a name that nobody has"
ask "insert into task (kind, role, person_id, subject, subject_id, due_at, at) values ('invitation-stuck', 'coordinator', $by, 'invitation', 1, $now + $day, $now)"
press invitation-stuck "somebody who could not be asked"

# Pairs.
for kind in talk change; do task $kind "$mentor"; press $kind "a wish"; done
task signal "$mentee"
press signal "meetings that go less well"
is "$(ask "select review_state from pair where id = $pair")" open "both are asked"
ask "update pair set review_state = 'half', mentor_says = 'go-on', review_number = 1 where id = $pair"
task review-phone "$mentee"
press review-phone "the second answer to a review"
is "$(ask "select state || review_state from pair where id = $pair")" active "they go on"
ask "update pair set review_state = 'open', mentor_says = '', mentee_says = '', review_number = 2 where id = $pair"
task review-phone "$mentee"
press review-phone "the first answer"
is "$(ask "select mentee_says from pair where id = $pair")" go-on "it waits for the other"
ask "update pair set review_state = '', mentor_says = '', mentee_says = '' where id = $pair"
for kind in quiet quiet-long; do task $kind; press $kind "a pair that is quiet"; done
post desk "/pair/$pair" 'act=pause'
ask "update outbox set state = 'cancelled' where state = 'waiting'"
press paused "a pause"
ask "update pair set due_at = $now - $day where id = $pair"
night
ask "update outbox set state = 'cancelled' where state = 'waiting'"
is "$(get desk /todo ''; key paused | cut -d. -f1)" paused "a pause that goes on is there again"
press paused "a pause that goes on"
post desk "/pair/$pair" 'act=end'
ask "update outbox set state = 'cancelled' where state = 'waiting'"
press closing "an ending"
is "$(ask "select ended_how from pair where id = $pair")" planned "as planned"
task follow-up
press follow-up "what was to be asked after an ending"

# People who rest, only give or only receive: the night finds them.
ask "delete from task; update person set state = 'paused', paused_until = '', due_at = $now - $day where id = $mentor"
night
press rest "a rest that goes on for long"
night
is "$(ask "select count(*) from task where kind = 'rest' and state = 'open'")" 0 "and not again for months"
ask "update person set state = 'active' where id = $mentor"
ask "update person set email = '' where id = (select id from person where state = 'active' and phone <> '' and email <> '' and id in (select person_id from signup where state = 'approved') and id not in ($mentor, $mentee) order by id limit 1)"
only_gives=$(ask "select s.person_id from signup s join offer o on o.signup_id = s.id join person p on p.id = s.person_id where s.state = 'approved' and p.state = 'active' and p.email <> ''
  and not exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = s.person_id and y.state <> 'ended') and o.state = 'open' group by s.person_id having count(distinct s.id) = 1 order by s.person_id limit 1")
ask "delete from task; update ask set state = 'closed' where signup_id in (select id from signup where person_id = $only_gives);
  update signup set due_at = $now + $day where state = 'approved' and person_id <> $only_gives; update signup set due_at = $now - $day where person_id = $only_gives"
night
is "$(ask "select group_concat(kind || person_id) from task where state = 'open'")" "only-gives$only_gives" "who only gives is found by the night, and nobody else"
press only-gives "somebody who only gives"
night
is "$(ask "select count(*) from task where state = 'open'")" 0 "and not again for months"
ask "update task set done_at = done_at - 181 * $day"
night
is "$(ask "select count(*) from task where state = 'open' and kind = 'only-gives'")" 1 "half a year later once more"
ask "update ask set state = 'open' where signup_id in (select id from signup where person_id = $only_gives); update offer set state = 'closed' where signup_id in (select id from signup where person_id = $only_gives);
  delete from task; update proposal set mentor_id = mentee_id where 0"
ask "update pair set state = 'ended' where proposal_id in (select id from proposal where mentor_id = $only_gives)"
night
is "$(ask "select kind from task where state = 'open'")" only-receives "who only receives is found too"
press only-receives "somebody who only receives"

# Coordinators who are not there.
other=$(ask "insert into person (state, call_name, full_name, reach, email, created_at) values ('active', 'Huw', 'Huw Deputy', 'email', 'huw@example.org', 0) returning id")
ask "insert into role (person_id, role, seen_at) values ($other, 'coordinator', $now); update pair set coordinator_id = $other, state = 'active' where id = $pair; delete from task;
  insert into task (kind, role, owner_id, subject, subject_id, due_at, at) values ('talk', 'coordinator', $other, 'pair', $pair, $now + $day, $now)"
get desk /todo ''
is "$(key talk)" "" "what another looks after, who is there, is not one's own"
shows "One more thing waits for another coordinator" "but one sees that it is there"
get desk /todo 'whose=all'
is "$(key talk | cut -d. -f1)" talk "and may look at it"
shows "Huw looks after this." "with who it is"
ask "update role set seen_at = $now - 20 * $day where person_id = $other"
get desk /todo ''
is "$(key talk | cut -d. -f1)" talk "when they were not signed in for a fortnight it is everybody's"
press absent "a coordinator who is not there"
is "$(ask "select deputy_id from role where person_id = $other")" "$coordinator" "one stands in"
get desk /todo ''
is "$(key talk | cut -d. -f1)" talk "and has what is theirs"
ask "update role set seen_at = $now, deputy_id = null where person_id = $other"
get desk /todo ''
is "$(key talk)" "" "when they are back it is theirs again"
ask "update role set away_from = date('now', '-1 day'), away_until = date('now', '+5 day'), deputy_id = $coordinator where person_id = $other"
get desk /todo ''
shows "Huw looks after this, and is away until" "who is away says until when, and the deputy has it"
get desk /away ''
shows "stands in." "who stands in is there to be read"
post desk /away 'away_from.day=1&away_from.month=1&away_from.year=2098&away_until.day=3&away_until.month=1&away_until.year=2098&act=away'
is "$status $(ask "select away_from || away_until from role where person_id = $coordinator and role = 'coordinator'")" "303 2098-01-012098-01-03" "a coordinator says when they are away"
post desk /away 'away_from.day=4&away_from.month=1&away_from.year=2098&away_until.day=3&away_until.month=1&away_until.year=2098&act=away'
is "$status" 422 "the last day comes after the first"
post desk /away 'act=away'
is "$status" 422 "both days are asked for"
post desk /away 'act=back'
is "$(ask "select away_from || away_until from role where person_id = $coordinator and role = 'coordinator'")" "" "and that they are not after all"

# Sorts that are not ours lead to their page.
ask "delete from task; insert into task (kind, role, person_id, subject, subject_id, words, due_at, at) values ('no-such-sort', 'coordinator', $mentor, 'person', $mentor, 'Wants to see it all', $now + 30 * $day, $now)"
get desk /todo ''
shows "Wants to see it all" "a request of any sort is on the list"
is "$(grep -c '/desk/task/' "$folder/plain")" 1 "and leads to its page"

for kind in data-complaint data-request; do
  ask "delete from task; insert into task (kind, role, subject, words, due_at, at) values ('$kind', 'coordinator', 'person', 'XWORDSX', $now + 30 * $day, $now)"
  get desk /todo ''
  is "$(grep -c '/desk/request/' "$folder/plain")$(grep -c 'XWORDSX\|name="act"' "$folder/plain")" 10 "$kind leads to its page, where what they wrote stands"
  all_kinds="$all_kinds $kind"
done
ask "delete from task; insert into task (kind, role, person_id, subject, subject_id, due_at, at) values ('left', 'coordinator', $mentor, 'person', $mentor, $now + 30 * $day, $now)"
press left "somebody who has left"
task bereaved "$mentee"
get desk /todo ''
is "$(grep -c 'Open the pair' "$folder/plain")$(grep -c 'name="act"' "$folder/plain")" 10 "whoever is to be told of a death is not told in one press"
all_kinds="$all_kinds bereaved"

# The order: how grave, then what was due first.
ask "delete from task"
for kind in follow-up signal quiet talk paused; do task $kind; done
ask "update task set due_at = $now - 9 * $day where kind = 'quiet'"
get desk /todo ''
is "$(grep -o 'value="[a-z-]*\.[0-9]*\.' "$folder/plain" | sed 's/value="//; s/\..*//' | tr '\n' ' ')" "paused talk quiet signal follow-up " "worst first: how grave, then what was due first"
shows "9 days late." "how late is said"
get desk /todo 'group=wishes'
is "$(grep -c 'name="act"' "$folder/plain")" 2 "one sort alone"
get desk /todo 'group=no-such-group'
shows "Nothing of this sort waits" "a sort that nothing waits in says so"
get desk /todo 'programme=99'
shows "Nothing of this sort waits" "and so does a programme"
ask "delete from task"
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27; do task follow-up "$n"; done
get desk /todo ''
is "$(grep -c 'name="act"' "$folder/plain")" 25 "a page has 25"
shows "You see 1 to 25 of 27." "and says of how many"
get desk /todo 'page=2'
is "$(grep -c 'name="act"' "$folder/plain")" 2 "the rest is on the next"

# Every sort of the table was pressed, or has its page.
untried=$(sed -n 's/^\t{ "\([a-z-]*\)", *[0-9], .*/\1/p' "$srcdir/lib/domain/todo.c" | grep -vx other | while read -r kind; do case " $all_kinds " in *" $kind "*) ;; *) echo "$kind" ;; esac; done)
is "$untried" "" "every sort of line was tried"
done_testing
