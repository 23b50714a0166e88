#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A coordinator fills in somebody's own pages: said on each, over by a press or after half an hour, told, and in the audit.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
me=$signed_in
person=$(ask "select min(p.id) from person p join signup s on s.person_id = p.id where p.state = 'active' and p.email <> '' and s.state = 'approved' and p.id not in (select person_id from role)")
name=$(ask "select call_name from person where id = $person")
own=$(ask "select call_name || full_name || language from person where id = $me")
get account /me ''
is "$(grep -c 'name="to_lang"' "$folder/plain")" 0 "a page without a form has none"
get desk "/help/$person" ''
is "$status $(grep -c 'You are filling this in' "$folder/plain")" "200 0" "a look at it begins nothing"
post desk "/help/$person" act=begin
is "$status $(place)" "303 /account/details#main" "a coordinator begins, and is in the person's pages"
get account /details ''
shows "You are filling this in for $name." "which say for whom"
shows "$(ask "select full_name from person where id = $person")" "and are theirs"
for page in /name /reach /values /time /tongues /asks /pause; do
  get account "$page" ''
  is "$status $(grep -c 'You are filling this in' "$folder/plain")" "200 1" "$page says it too"
done
get desk /todo ''
is "$status $(grep -c 'You are filling this in' "$folder/plain") $(words | grep -c "You are helping $name. This page is not theirs.")" "200 0 1" "the desk says whom they help, and that it is not theirs"
for page in /logins /bars /data; do
  get account "$page" ''
  is "$status $(grep -c 'You are filling this in' "$folder/plain") $(words | grep -c "You are helping $name. This page is not theirs.")" "200 0 1" "so does $page, which is the coordinator's own"
done
get account /details ''
is "$(grep -c 'href="[^"]*/account/logins"' "$folder/plain")" 0 "no link leads from their pages to where the coordinator is signed in"
ask "update ask set state = 'open' where signup_id in (select id from signup where person_id = $person); update programme set kind = 'everyday'"
get account /asks ''
is "$(grep -c 'href="[^"]*/match/' "$folder/plain") $(grep -c 'href="[^"]*/account/ask/' "$folder/plain" | sed 's/[1-9][0-9]*/some/')" "0 some" "nor to whom the coordinator could ask or invite"
get account /me ''
is "$status $(place)" "303 /desk/person/$person#main" "from their own page it leads to the desk's"
for page in /bars /data /leave /erase; do
  get account "$page" ''
  is "$(grep -c "$(ask "select full_name from person where id = $person")" "$folder/plain")" 0 "$page is never the person's"
done
get account /data-file ''
is "$(grep -cF "$(ask "select full_name from person where id = $person")" "$folder/plain")" 0 "nor is the file"

before=$(ask "select max(id) from audit")
get account /name ''
token=$(field token) once=$(field once)
request POST account /name '' "token=$token&once=$once&call_name=Newname&full_name=New+Name"
is "$status $(ask "select call_name, full_name from person where id = $person")" "303 Newname|New Name" "what is typed is the person's"
is "$(ask "select call_name || full_name || language from person where id = $me")" "$own" "and not the coordinator's"
is "$(ask "select distinct person_id from audit where id > $before") $(ask "select count(*) from audit where id > $before and subject = 'person' and subject_id = $person")" "$me 1" "the audit names both"
is "$(ask "select verb from audit where person_id = $me and verb like 'help.%' and subject_id = $person")" help.begin "and the beginning"
is "$(ask "select count(*) from outbox where person_id = $person and kind = 'helped'")" 1 "the person is told"
get account /name 'lang=cy'
request POST account /name 'lang=cy' "token=$(field token)&once=$(field once)&call_name=Newname&full_name=New+Name"
is "$(ask "select language from person where id in ($person) and language = 'cy'")" "$(ask "select language from person where id = $person and language = 'cy'")" "whose language stays"

# A form opened for one never reaches another.
request POST account /name 'lang=en' "token=${token%.*}&once=other&call_name=Wrong&full_name=Wrong"
is "$status" 403 "a form of one's own is not the person's"
get account /name 'lang=en'
token=$(field token)
request POST desk "/help/$person" '' "token=$token&once=stop&act=end"
is "$status $(place)" "303 /desk/person/$person#main" "a press ends it"
is "$(ask "select count(*) from audit where person_id = $me and verb = 'help.end'")" 1 "which the audit says"
request POST account /name '' "token=$token&once=after&call_name=Wrong&full_name=Wrong"
is "$status $(ask "select count(*) from person where call_name = 'Wrong'")" "403 0" "a form that was still open changes nobody"
get account /details ''
hides 'New Name' "the pages are the coordinator's own again"

post desk "/help/$person" act=begin
get account /name ''
token=$(field token)
ask "update browser set helps_until = unixepoch() - 1 where helps_id is not null"
get account /details ''
hides 'New Name' "after half an hour it is over"
request POST account /name '' "token=$token&once=late&call_name=Wrong&full_name=Wrong"
is "$status $(ask "select count(*) from person where call_name = 'Wrong'")" "403 0" "and so is a form"
second=$(ask "select min(p.id) from person p join signup s on s.person_id = p.id where p.state = 'active' and s.state = 'approved' and p.id not in (select person_id from role) and p.id <> $person")
post desk "/help/$second" act=begin
request POST account /name '' "token=$token&once=second&call_name=Wrong&full_name=Wrong"
is "$status $(ask "select count(*) from person where call_name = 'Wrong'")" "403 0" "of one person's it never becomes another's"
post desk "/help/$second" act=end
lead=$(ask "select person_id from role where role = 'lead' limit 1")
post desk "/help/$lead" act=begin
is "$(ask "select count(*) from browser where helps_id = $lead")" 0 "nobody is helped who works at the desk"
sign_in trustee
get desk "/help/$person" ''
is "$status" 403 "nobody but a coordinator helps"
done_testing
