#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Everyday asking, as the real programs answer it: offers without names; nobody who is full, rests or is barred;
# three open at most; what a coordinator moderates is not told to the mentor before.
. "$srcdir/tests/page/lib.sh"

ask "update programme set kind = 'everyday'"
sign_in mentee
me=$signed_in
programme=$(ask "select programme_id from signup where person_id = $me and state = 'approved'")

# All that is shown of a topic, page by page, as numbers in order.
shown_of() {
  after=
  all=
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    get match "/topic/$1" "$2${after:+&after=$after}"
    all="$all $(grep -o '/match/ask/[0-9]*' "$folder/plain" | grep -o '[0-9]*$' | tr '\n' ' ')"
    after=$(grep -o 'after=[0-9]*' "$folder/plain" | head -1 | grep -o '[0-9]*')
    [ -n "$after" ] || break
  done
  echo $all | tr ' ' '\n' | sort -n | tr '\n' ' '
}
open_for() { [ -n "$(echo " $(shown_of "$topic" '') " | grep " $1 ")" ] && echo shown || echo hidden; }

get match /read ''
is "$status" 200 "somebody of an everyday programme reads what people offer"
for topic in $(ask "select topic_id from offer o join topic t on t.id = o.topic_id where t.programme_id = $programme group by topic_id order by count(*) desc"); do
  [ -n "$(shown_of "$topic" '')" ] && break
done
offer=$(shown_of "$topic" '' | cut -d' ' -f1)
owner=$(ask "select s.person_id from offer o join signup s on s.id = o.signup_id where o.id = $offer")
is "$(open_for "$offer")" shown "an offer is shown"
names=
for name in $(ask "select p.call_name from offer o join signup s on s.id = o.signup_id join person p on p.id = s.person_id where o.topic_id = $topic and p.id <> $me"); do
  sed '/<main/,/<\/main>/!d' "$folder/plain" | sed 's/<[^>]*>//g' | grep -qw -- "$name" && names="$names $name"
done
is "$names" "" "and no name with it"
get match "/ask/$offer" ''
is "$status" 200 "it can be asked for"
hides "$(ask "select call_name from person where id = $owner")" "and still has no name"

# Who is full, rests or is barred is shown nowhere, and cannot be asked by the address either.
barred() { # WHAT SQL UNDO
  ask "$2"
  get match "/ask/$offer" ''
  is "$(open_for "$offer") $status" "hidden 404" "$1 is not shown, and not asked"
  get match "/ask/$offer" ''
  [ -z "$3" ] || ask "$3"
}
barred "who rests" "update person set state = 'paused' where id = $owner" "update person set state = 'active' where id = $owner"
barred "who is full" "update signup set capacity = (select count(*) from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = $owner) where person_id = $owner" "update signup set capacity = 9 where person_id = $owner"
barred "whom the reader named" "insert into bar (person_id, kind, words, folded) select $me, 'person', full_name, lower(full_name) from person where id = $owner" "delete from bar where person_id = $me"
barred "who named the reader" "insert into bar (person_id, kind, words, folded) select $owner, 'person', full_name, lower(full_name) from person where id = $me" "delete from bar where person_id = $owner"
barred "who has another's offer closed" "update offer set state = 'closed' where id = $offer" "update offer set state = 'open' where id = $offer"
barred "who is to be helped first" "update programme set mentee_weeks = 26 where id = $programme; update ask set state = 'open', since = strftime('%s') where signup_id in (select id from signup where person_id = $owner)
  and id = (select max(a.id) from ask a join signup s on s.id = a.signup_id where s.person_id = $owner); insert into ask (signup_id, topic_id, since) select id, $topic, strftime('%s') from signup where person_id = $owner and programme_id = $programme and state = 'approved';
  update pair set ended_how = 'mistake', state = 'ended' where proposal_id in (select id from proposal where mentor_id = $owner); update pair set opened_at = strftime('%s') where proposal_id in (select id from proposal where mentee_id = $owner)" "update programme set mentee_weeks = 0"
is "$(open_for "$offer")" shown "and afterwards is shown again"
get match "/topic/$topic" 'way=nonsense&near=maybe&after=x'
is "$status" 200 "an address typed wrong is no fault"

# Asking. A coordinator looks first, where the programme says so.
post match "/ask/$offer" 'words='
is "$status" 422 "what to say to them, is asked"
post match "/ask/$offer" 'words=I+would+like+to+learn+how+you+do+it'
is "$status" 303 "an offer is asked for"
is "$(ask "select state || ' ' || mentee_answer from proposal where origin = 'asked' and offer_id = $offer")" "proposed yes" "a coordinator looks at it first"
is "$(ask "select count(*) from outbox where person_id = $owner and kind = 'proposal'")" 0 "and the mentor hears nothing yet"
get account /me ''
shows "A coordinator looks at it first." "the page of whoever asked says so"
hides "$(ask "select call_name from person where id = $owner")" "without a name"
is "$(open_for "$offer")" hidden "what was asked for is not asked for twice"
id=$(ask "select id from proposal where origin = 'asked' and offer_id = $offer")
get match "/proposal/$id" ''
is "$status" 404 "its card is not there before it is sent"
post match "/withdraw/$id" ''
is "$(ask "select state from proposal where id = $id")" withdrawn "it can be taken back"
is "$(open_for "$offer")" shown "and asked for again"

# At the level shared it goes out at once; three at most are open.
ask "update programme set moderation = 'shared', open_asks = 1"
post match "/ask/$offer" 'words=Again'
is "$(ask "select count(*) from proposal where origin = 'asked' and offer_id = $offer and state = 'sent'")" 1 "at the level shared it goes out at once"
id=$(ask "select id from proposal where origin = 'asked' and offer_id = $offer and state = 'sent'")
get match "/proposal/$id" ''
hides "$(ask "select call_name from person where id = $owner")" "the card has no name before the mentor has said yes"
other=$(shown_of "$topic" '' | tr ' ' '\n' | grep -v "^$offer$" | head -1)
other=${other:-$(ask "select o.id from offer o join topic t on t.id = o.topic_id join signup s on s.id = o.signup_id where t.programme_id = $programme and o.state = 'open' and s.state = 'approved' and s.person_id not in ($me, $owner) order by o.id limit 1")}
get match "/ask/$other" ''
case $status in 200) shows "You have asked as many as you may at once." "as many are open as may be" ;; *) is "$status" 404 "as many are open as may be" ;; esac
done_testing
