#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# What is mailed to others is printed for whoever has no e-mail: in their language, a sheet each; and what was posted is noted.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
me=$signed_in
ask "delete from outbox"
get desk /letters ''
is "$status" 200 "there may be none"
shows 'There are none.' "and it says so"
signup=$(ask "select min(id) from signup where state = 'sent'")
person=$(ask "select person_id from signup where id = $signup")
ask "update person set email = '', reach = 'post', address = '1 Mill Lane' || char(10) || 'NP20 9XX', language = 'cy', full_name = 'Fred Huws', call_name = 'Fred' where id = $person"
post desk "/signup/$signup" decision=approve
is "$(ask "select person_id, kind, state, recipient, language from outbox")" "$person|approved|letter||cy" "who is told by mail else, is told by a letter"
get signup /home ''
is "$(ask "select state from outbox")" letter "which no mail server gets"
get desk /letters ''
shows 'Fred Huws' "the desk has it to print"
is "$(grep -c '<div class="window" dir="ltr"><p class="lines" dir="auto"><bdi>Fred Huws</bdi><br><bdi>1 Mill Lane$' "$folder/plain")" 1 "with the address in the window"
is "$(grep -c '<div class="card" lang="cy"' "$folder/plain")" 1 "in their language"
welsh=$(grep -A1 -x 'msgid "Welcome"' "$srcdir/locale/cy.po" | sed -n 's/^msgstr "\(.*\)"$/\1/p')
is "$(grep -cF "$welsh" "$folder/plain" | sed 's/[1-9].*/some/')" some "word by word"
is "$(sed -n 's/.*<html[^>]* lang="\([a-z]*\)".*/\1/p' "$folder/plain" | head -1)" en "while the desk stays in its own"
post desk /letters ''
is "$status $(ask "select state from outbox")" "422 letter" "which are in the post, is asked for"
letter=$(ask "select id from outbox")
post desk /letters "letters=$letter"
is "$status $(ask "select state, sent_at > 0 from outbox")" "303 posted|1" "a letter that is in the post is noted"
is "$(ask "select person_id, subject_id from audit where verb = 'letter.post'")" "$me|$person" "with who posted it"
get desk /letters ''
shows 'There are none.' "and waits no more"
get desk "/person/$person" ''
shows 'A letter was posted' "their story tells of it"
ask "update person set address = '', reach = 'phone', phone = '01632 960 111' where id = $person"
post desk "/help/$person" act=begin
is "$(ask "select count(*) from outbox where state = 'letter'")" 0 "without an address there is no letter: they are rung"
post desk "/help/$person" act=end
ask "update person set address = '1 Mill Lane', email = 'fred@example.org' where id = $person;
  insert into outbox (person_id, kind, recipient, language, state, not_before, created_at) values ($person, 'news', 'fred@example.org', 'cy', 'failed', 0, 0)"
get desk /letters ''
shows 'Fred Huws' "a mail that could not be sent can be posted instead"

# Every mail can be printed, to everybody alike.
ask "update person set email = '' where id = $person; delete from outbox"
kinds=$(ls "$srcdir"/templates/mail/*.xml | xargs -n1 basename | sed 's/.xml$//' | grep -v '^\(code\|invitation\|test\)$')
for kind in $kinds; do ask "insert into outbox (person_id, kind, recipient, language, state, not_before, created_at) values ($person, '$kind', '', 'cy', 'letter', 0, 0)"; done
ask "insert or replace into setting values ('post_address', '2 Quay Street' || char(10) || 'Hafod')"
get desk /letters ''
is "$(grep -o '<div class="card" lang' "$folder/plain" | wc -l)" "$(echo "$kinds" | grep -vc '^erase-')" "every mail can be a letter"
is "$(grep -c 'class="window"' "$folder/plain")" "$(echo "$kinds" | grep -vc '^erase-')" "on a sheet of its own"
is "$(tr '\n' ' ' <"$folder/plain" | grep -o '<p translate="no">[^<]*</p><p class="lines" dir="auto"><bdi>2 Quay Street Hafod</bdi>' | wc -l)" "$(grep -c 'class="window"' "$folder/plain")" "with the charity and its address below"

# That somebody asked to be erased, and that it takes longer, is for leads.
of_erasure=$(ask "select group_concat(id, ' ') from (select id from outbox where kind like 'erase-%' order by id)")
offered() { grep -o 'name="letters" value="[^"]*"' "$folder/plain" | grep -o '[0-9]*' | tr '\n' ' '; }
is "$(echo "$of_erasure" | wc -w) $(offered | wc -w)" "2 $(($(echo "$kinds" | wc -l) - 2))" "two of all that wait tell of an erasure"
is "$(offered | tr ' ' '\n' | grep -cxF "$(echo "$of_erasure" | tr ' ' '\n')")" 0 "a coordinator is shown none that tells of an erasure"
post desk /letters "letters=${of_erasure%% *}"
is "$(ask "select count(*) from outbox where state = 'posted'")" 0 "and can note none as posted"
ask "update outbox set state = 'failed', recipient = 'fred@example.org' where kind like 'erase-%'"
sign_in site-keeper
get desk /mail ''
is "$status $(grep -c 'erase-' "$folder/plain") $(grep -o '>left<' "$folder/plain" | wc -l)" "200 0 2" "the page of mail does not tell those from others who have left"
sign_in safeguarding-lead
get desk /concerns ''
is "$(grep -c 'href="[^"]*/desk/letters"' "$folder/plain")" 1 "a lead finds the letters"
get desk /letters ''
is "$status $(offered)" "200 $of_erasure " "and has those, and no others"
post desk /letters "letters=$(ask "select min(id) from outbox where kind = 'approved'")"
is "$(ask "select count(*) from outbox where state = 'posted'")" 0 "and can note no other"
post desk /letters "letters=${of_erasure%% *}"
is "$status $(ask "select group_concat(id) from outbox where state = 'posted'")" "303 ${of_erasure%% *}" "a lead notes what is in the post"
is "$(ask "select verb, subject_id from audit order by id desc limit 1")" "erase.letter|$person" "as the audit says"
get desk /audit 'verb=erase'
is "$(grep -c 'erase.letter' "$folder/plain" | sed 's/[1-9][0-9]*/some/')" some "to leads"
sign_in coordinator
get desk /audit ''
is "$status $(grep -c 'erase.letter' "$folder/plain")" "200 0" "and to no coordinator"
before=$(ask "select count(*) from audit where verb = 'letter.post' and subject_id = $person")
get desk "/person/$person" ''
is "$(grep -c 'A letter was posted' "$folder/plain")" "$before" "whose story of the person has nothing new"
sign_in trustee
get desk /letters ''
is "$status" 403 "nobody but coordinators and leads prints any"

# Any letter at will: what could be written to somebody now, printed in their language; nothing is sent, and no code is in it.
sign_in coordinator
ask "delete from outbox"
fred=$(ask "select z.mentee_id from pair y join proposal z on z.id = y.proposal_id join person p on p.id = z.mentee_id where y.state in ('trial', 'active') and p.state = 'active'
  and not exists (select 1 from role r where r.person_id = p.id) and not exists (select 1 from proposal o where o.state = 'sent' and p.id in (o.mentor_id, o.mentee_id)) limit 1")
ask "update person set address = '2 Mill Lane', email = '', language = 'cy', full_name = 'Ffred Huws' where id = $fred; delete from meeting where pair_id in (select y.id from pair y join proposal z on z.id = y.proposal_id where $fred in (z.mentor_id, z.mentee_id))"
possible() { grep -o 'kind=[a-z-]*"' "$folder/plain" | sed 's/kind=//; s/"//' | tr '\n' ' '; }
get desk "/letter/$fred" ''
is "$status $(possible | tr ' ' '\n' | grep -cxE 'approved|opened') $(possible | tr ' ' '\n' | grep -cxE 'code|invitation|confirm|test|night|role|erase-.*|proposal|asked|declined')" "200 2 0" "what can be written to somebody follows from how things stand"
is "$(ask "select count(*) from audit where verb = 'letter.print'")" 0 "looking at the list is no letter"
get desk "/letter/$fred" 'kind=approved'
is "$status $(grep -cF "$welsh" "$folder/plain" | sed 's/[1-9].*/some/') $(grep -c '<div class="card" lang="cy"' "$folder/plain") $(grep -c '2 Mill Lane' "$folder/plain")" "200 some 1 1" "one is printed in their language, with their address"
is "$(sed -n 's/.*<html[^>]* lang="\([a-z]*\)".*/\1/p' "$folder/plain" | head -1)" en "while the desk stays in its own"
is "$(ask "select count(*) || ' ' || max(subject_id) || ' ' || max(person_id) from audit where verb = 'letter.print'") $(ask 'select count(*) from outbox')" "1 $fred $signed_in 0" "that is noted, and nothing is sent"
for kind in code invitation confirm erase-later proposal nonsense ../test; do
  get desk "/letter/$fred" "kind=$kind"
  is "$status" 404 "$kind is none of them"
done
is "$(ask "select count(*) from audit where verb = 'letter.print'")" 1 "nor noted"
for kind in $(get desk "/letter/$fred" ''; possible); do
  get desk "/letter/$fred" "kind=$kind"
  is "$status $(grep -c '/account/link/\|/match/invitation/' "$folder/plain") $(grep -oE '>[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}<' "$folder/plain" | wc -l)" "200 0 0" "$kind holds nothing that signs in"
done
ask "update person set language = 'ur' where id = $fred; update setting set value = value || ' ur' where name = 'languages' and value not like '%ur%'"
get desk "/letter/$fred" 'kind=approved'
number=$(ask "select value from setting where name = 'phone'")
is "$(grep -c 'lang="ur" dir="rtl"' "$folder/plain" | sed 's/[1-9].*/some/') $(grep -c "$(printf '\342\201\246')$number$(printf '\342\201\251')" "$folder/plain")" "some 1" "a number of a phone stands from left to right in a letter from right to left"
ask "update person set state = 'paused', language = 'cy' where id = $fred"
get desk "/letter/$fred" ''
is "$(possible | tr ' ' '\n' | grep -cx resting)" 1 "who rests can be asked how they are"
get desk "/person/$fred" ''
shows 'A letter was printed' "their story tells of it"
ask "update person set state = 'died' where id = $fred"
get desk "/letter/$fred" ''
is "$status" 404 "nobody is written to who has died"
done_testing
