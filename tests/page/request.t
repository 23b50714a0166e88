#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A complaint about data, or a request: a line on the desk with its day, acknowledged by mail or by letter.
. "$srcdir/tests/page/lib.sh"
tasks() { ask "select count(*) from task where subject = 'person' and kind like 'data-%'"; }

sign_in mentee
me=$signed_in
post account /complaint 'words=Who+read+my+words%3F'
is "$status $(tasks)" "422 0" "what it is, is asked"
post account /complaint 'kind=data-complaint&words='
is "$status $(tasks)" "422 0" "and what went wrong"
post account /complaint "kind=data-complaint&words=$(head -c 2001 /dev/zero | tr '\0' 'a')"
is "$status $(tasks)" "422 0" "in so many letters"
get account /complaint ''
token=$(field token) once=$(field once)
request POST account /complaint '' "token=$token&once=$once&kind=data-complaint&words=Zqzfirst"
is "$status $(place)" "303 /account/complaint-sent#main" "it is sent"
request POST account /complaint '' "token=$token&once=$once&kind=data-complaint&words=Zqzfirst"
is "$status $(tasks)" "303 1" "pressed twice it is sent once"
post account /complaint 'kind=data-complaint&words=Zqzsecond'
is "$(tasks)" 2 "a second one is one of its own"
post account /complaint 'kind=data-request&words=Zqzthird'
is "$(ask "select group_concat(distinct ((due_at - at) / 86400) || role || person_id) from task where kind like 'data-%'")" "30coordinator$me" "a coordinator has thirty days"
is "$(ask "select count(*) from outbox where person_id = $me and kind = 'request'")" 3 "and they hear that it has come"
get account /complaint-sent ''
shows "answers by" "the page says by when"
get account /data ''
is "$(grep -c 'Zqzfirst\|Zqzsecond\|Zqzthird' "$folder/plain")" 3 "they see what they sent"
is "$(ask "select count(*) from audit where verb = 'request.make' and person_id = $me and columns = ''")" 3 "the audit knows that they asked, and not what"

# Whoever is signed out, or never was in.
cookie=
post account /complaint 'kind=data-complaint&words=Zqzoutside'
is "$status" 422 "whoever is not signed in says how to answer them"
post account /complaint 'kind=data-complaint&words=Zqzoutside&reply_to=Zqzring+01632+960+999'
is "$status" 303 "and then it is sent"
is "$(ask "select coalesce(person_id, 0) || words from task where words like 'Zqzoutside%'" | tr -d '\n')" "0ZqzoutsideZqzring 01632 960 999" "from nobody we know"
get account /data ''
is "$status" 303 "what is held is for who is signed in"
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do post account /complaint "kind=data-complaint&words=x$i&reply_to=y"; done
is "$status" 429 "there is an end to it"

# A form asks nobody what it does not show them.
sign_in mentor
post account /pause 'how_long=open'
is "$status" 422 "whoever meets somebody says whether they go on meeting"
ask "update pair set state = 'ended'"
post account /pause 'how_long=open'
is "$status" 303 "whoever meets nobody takes a rest without saying so"

# At the desk.
first=$(ask "select id from task where words = 'Zqzfirst'")
sign_in mentor
get account /data ''
is "$(grep -c Zqz "$folder/plain")" 0 "nobody sees another's"
get desk "/request/$first" ''
is "$status" 403 "nor at the desk"
sign_in coordinator
get desk /todo ''
is "$(grep -c "/desk/request/$first\"" "$folder/plain")" 1 "it is on the coordinators' list"
get desk "/request/$first" ''
shows Zqzfirst "who read it"
hides "Dear " "with no letter, where a mail went"
ask "update person set email = '', reach = 'post', address = 'Zqzaddress' where id = $me"
get desk "/request/$first" ''
shows "Dear " "whoever has no e-mail gets a letter"
shows Zqzaddress "to where they live"
is "$(grep -c "/desk/data/$me\"" "$folder/plain")" 1 "and what is held on them can be printed"
post desk "/request/$first" 'act=done'
is "$status $(ask "select state from task where id = $first")" "303 done" "it is done"
post desk "/request/$first" 'act=done'
is "$status" 404 "once"
get desk /request/999999 ''
is "$status" 404 "what is not there is not there"
done_testing
