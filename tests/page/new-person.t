#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Somebody signed up at the desk, by phone or from paper, on one page; the blank form.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
me=$signed_in
programme=$(ask "select min(id) from programme where state = 'open' and intergenerational = 1")
get desk "/blank-form/$programme" ''
is "$status" 200 "there is a form to print"
shows 'What would you like help with?' "with the questions of a sign-up"
get desk "/blank-form/$programme" 'lang=cy'
shows 'Gyda beth' "in the language that is asked for" || :
people=$(ask "select count(*) from person")
topic=$(ask "select min(id) from topic where programme_id = $programme")
other=$(ask "select max(id) from topic where programme_id = $programme")
who='how=phone&call_name=Fred&full_name=Frederick+%C3%93+Ceallaigh&reach=phone&phone=01632+960+555&reach=post&address=3+Weir+Cottages%0ANP20+4AB&language=cy&age_band=75-&adult=yes&heard=yes'
wish="ask_topic_id=$topic&ask_words=I+want+to+ring+my+sister&ask_wish=younger&offer_topics=$other&offer_words=I+kept+bees&offer_wish=any"
when='time_offered=call-fortnight&capacity=2&ways=phone&ways=in-person&district=np20&tongues=cy&tongues=en&core_values=calm'
ties='organisations=Ty+Hafan&people=Bob+Jones&family=Ann+Hill'
post desk "/new-person/$programme" "how=phone"
is "$status $(ask "select count(*) from person")" "422 $people" "an empty form signs nobody up"
post desk "/new-person/$programme" "$(echo "$who&$when&$wish" | sed 's/&heard=yes//')"
is "$status $(ask "select count(*) from person")" "422 $people" "nor one whose reader does not say that they know what is kept"
post desk "/new-person/$programme" "$who&$when&offer_topics=$other"
is "$status" 422 "what they ask, or that it has to be talked over, is asked for"
post desk "/new-person/$programme" "$who&$(echo "$when" | sed 's/&district=np20//')&$wish"
is "$status" 422 "and where they are, who would meet in person"
post desk "/new-person/$programme" "$who&$when&$wish&$ties"
signup=$(ask "select max(id) from signup")
is "$status $(place)" "303 /desk/signup/$signup#main" "a good form leads to the sign-up"
is "$(ask "select p.full_name, p.phone, p.language, p.age_band, p.reach, s.state, s.district, s.ways, s.time_offered, s.capacity, s.core_values, s.tongues from person p join signup s on s.person_id = p.id where s.id = $signup")" \
  "Frederick Ó Ceallaigh|01632 960 555|cy|75-|phone post|sent|NP20|phone in-person|call-fortnight|2|calm|cy en" "which holds all that they told"
is "$(ask "select topic_id, words, wish from ask where signup_id = $signup") $(ask "select topic_id, words from offer where signup_id = $signup")" "$topic|I want to ring my sister|younger $other|I kept bees" "what they ask and offer"
is "$(ask "select kind, words from bar where person_id = (select person_id from signup where id = $signup) order by kind" | tr '\n' ' ')" "family|Ann Hill organisation|Ty Hafan person|Bob Jones " "and whom they must not meet"
is "$(ask "select verb from audit where subject = 'signup' and subject_id = $signup and person_id = $me order by id" | tr '\n' ' ')" "signup.start signup.phone signup.send " "the audit says who wrote it down, and how they heard it"
get desk "/signup/$signup" ''
is "$(words | grep -c 'Bob Jones')" 0 "the name stays the safeguarding lead's"
post desk "/signup/$signup" 'decision=approve'
is "$status $(ask "select p.state from person p join signup s on s.person_id = p.id where s.id = $signup")" "303 active" "they come in as anybody else"
get desk /people 'words=o+ceallaigh'
shows 'Frederick Ó Ceallaigh' "and are found"
post desk "/new-person/$programme" "$(echo "$who" | sed 's/how=phone/how=paper/')&$when&talk_ask=yes&talk_offer=yes"
is "$status $(ask "select talk_ask + talk_offer from signup where id = $((signup + 1))")" "303 2" "who is unsure is talked with"
is "$("$builddir/programs/bothways" check 2>&1 | grep -v ' 0 wrong' | grep -c 'signup-audit.*[1-9] wrong')" 0 "every step of it is in the audit"
done_testing
