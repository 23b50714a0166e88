#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Somebody has signed up twice: what the second sign-up says goes to the first, and nothing of the first is lost.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
me=$signed_in
programme=$(ask "select min(id) from programme where state = 'open' and kind = 'everyday'")
topics=$(ask "select id from topic where programme_id = $programme order by id limit 3" | tr '\n' ' ')
topic() { echo "$topics" | cut -d' ' -f"$1"; }
signs_up() { # NAME REACH ASK OFFER MORE
  post desk "/new-person/$programme" "how=phone&call_name=Nest&full_name=$1&$2&language=en&adult=yes&heard=yes&ask_topic_id=$3&offer_topics=$4&capacity=1&ways=phone&$5"
  ask "select person_id from signup order by id desc limit 1"
}
first=$(signs_up 'Nest+P%C5%B5yll' 'reach=phone&phone=01632+960+888' "$(topic 1)" "$(topic 2)" 'family=Ann+Hill')
post desk "/signup/$(ask "select id from signup where person_id = $first")" decision=approve
get desk "/merge/$first" ''
is "$status" 200 "a page says who could be the same"
shows 'Nobody else has this name' "nobody is, so far"
second=$(signs_up 'Nest+Pwyll' 'reach=email&email=nest%40example.org' "$(topic 3)" "$(topic 2)" 'people=Bob+Jones')
get desk "/person/$second" ''
shows 'Has Nest signed up twice?' "the desk sees a second of the name, accents or not"
get desk "/merge/$second" ''
is "$(grep -c "name=\"into_id\" value=\"$first\"" "$folder/plain")" 1 "and who it could be"
staff=$(ask "select min(person_id) from role")
post desk "/merge/$second" "into_id=$staff"
is "$status $(ask "select state from person where id = $second")" "422 new" "nobody else can be chosen"
post desk "/merge/$second" ''
is "$status" 422 "who, is asked for"
post desk "/merge/$second" "into_id=$first"
is "$status $(place)" "303 /desk/person/$first#main" "the two are made one"
signup=$(ask "select id from signup where person_id = $first")
is "$(ask "select phone, email, reach, full_name from person where id = $first")" "01632 960 888|nest@example.org|email phone|Nest Pŵyll" "who can be reached in both ways, and is called as before"
is "$(ask "select group_concat(topic_id, ' ') from (select topic_id from ask where signup_id = $signup order by topic_id)") $(ask "select count(*) from offer where signup_id = $signup")" "$(topic 1) $(topic 3) 1" "asks both, and offers the one thing once"
is "$(ask "select group_concat(kind, ' ') from (select kind from bar where person_id = $first order by kind)")" "family person" "and is kept apart from whom both named"
is "$(ask "select p.state, s.state from person p join signup s on s.person_id = p.id where p.id = $second")" "left|withdrawn" "the second has left"
is "$(ask "select group_concat(subject_id, ' ') from (select subject_id from audit where verb = 'person.merge' and person_id = $me order by 1)")" "$first $second" "the audit names both, and who did it"
is "$(ask "select count(*) from outbox where kind = 'left'")" 0 "nobody is told that they have left"
get desk /people 'words=nest%40example.org'
is "$(grep -c "href=\"/desk/person/$first\"" "$folder/plain")" 1 "they are found by what was added"
get desk /people ''
request POST desk "/merge/$second" '' "token=$(field token)&once=late&into_id=$first"
is "$status $(ask "select count(*) from audit where verb = 'person.merge'")" "422 2" "pressed too late, nothing happens"
other=$(ask "select min(id) from programme where state = 'open' and id <> $programme")
here=$programme
programme=$other
third=$(signs_up 'N.+Pwyll' 'reach=phone&phone=%2B44+1632+960888' "$(ask "select min(id) from topic where programme_id = $other")" "$(ask "select max(id) from topic where programme_id = $other")" '')
post desk "/merge/$third" "into_id=$first"
is "$(ask "select group_concat(programme_id, ' ') from (select programme_id from signup where person_id = $first order by id)") $(ask "select state from signup where person_id = $first and programme_id = $other")" "$here $other sent" "one to another programme goes over, and waits to be read"
is "$("$builddir/programs/bothways" check 2>&1 | grep -c 'people-found.*[1-9] wrong\|-audit.*[1-9] wrong')" 0 "and all is as it must be"
done_testing
