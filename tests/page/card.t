#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A card of codes on paper: made at the desk, each code good once, struck out one by one; guessing is slow.
. "$srcdir/tests/page/lib.sh"
person=$(ask "select person_id from signup where state = 'approved' and person_id in (select id from person where email = '' and state = 'active') order by id limit 1")
sign_in coordinator
desk=$cookie
get desk "/new-card/$person" ''
code() { sed -n "s#.*<td class=\"n\">$1</td><td[^>]*>\([^<]*\)</td>.*#\1#p" "$folder/plain" | tr ' ' '+'; }
one=$(code 1) two=$(code 2) three=$(code 3)
is "$(ask "select count(*) from paper_code where kind = 'card'")" 0 "looking at a new card makes none"
sealed=$(field sealed) token=$(field token)
request POST desk "/new-card/$person" '' "token=$(field token)&once=$(field once)&sealed=$sealed"
is "$status $(ask "select count(*) from paper_code where kind = 'card' and person_id = $person")" "303 10" "ten codes are kept"
is "$(ask "select count(*) from paper_code where hash like '%$(echo "$one" | tr -d +)%'")" 0 "as hashes alone"
request POST desk "/new-card/$person" '' "token=$token&once=x&sealed=nonsense"
is "$status" 403 "codes that are not ours are not kept"

cookie=
post account /card "card=$person&number=1&code=$two"
is "$status" 422 "another number's code is wrong"
post account /card "card=$person&number=1&code=$(echo "$one" | tr 'A-Z' 'a-z' | tr -d +)"
is "$status $(place)" "303 /account/me#main" "a code signs in, in any case, without its space"
post account /card "card=$person&number=1&code=$one"
is "$status" 422 "and only once"
cookie=$desk
post desk "/card/$person" "number=2"
is "$status" 303 "a coordinator strikes out another"
cookie=
post account /card "card=$person&number=2&code=$two"
is "$status" 422 "which then is none"
ask "update person set state = 'left' where id = $person"
post account /card "card=$person&number=3&code=$three"
is "$status" 422 "who has left does not come in"
ask "update person set state = 'active' where id = $person"
before=$(ask "select count(*) from audit where verb = 'login.begin'")
for try in 1 2 3 4 5 6 7; do post account /card "card=$person&number=3&code=AAAA+AAAA"; done
is "$status" 429 "guessing is stopped"
post account /card "card=$person&number=3&code=$three"
is "$status" 429 "for the right code too"
is "$(ask "select count(*) from audit where verb = 'login.begin'")" "$before" "and nobody came in"

# Staff with a card still need the six digits.
lead=$(ask "select person_id from role where role = 'lead' limit 1")
cookie=$desk
get desk "/new-card/$lead" ''
one=$(code 1)
request POST desk "/new-card/$lead" '' "token=$(field token)&once=$(field once)&sealed=$(field sealed)"
cookie=
post account /card "card=$lead&number=1&code=$one"
is "$(place | cut -d'#' -f1)" /account/app "a card opens no desk by itself"
done_testing
