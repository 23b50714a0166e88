#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A login that runs out while somebody types: signed in again, they are back on the page with what they typed.
. "$srcdir/tests/page/lib.sh"
new_cookie() { sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1; }
sent=$(ask "select id from signup where state = 'sent' order by id limit 1")

# At the desk, after half an hour, by the six figures alone.
key=$(sed -n 's/^sign-in coordinator [^ ]* //p' "$folder/doors")
sign_in coordinator
get desk "/signup/$sent" ''
body="token=$(field token)&once=$(field once)&decision=ask&question=Which+caf%C3%A9%3F"
ask "update browser set seen_at = seen_at - 1900"
request POST desk "/signup/$sent" '' "$body"
is "$status $(place)" "303 /account/app?to=desk%2Fsignup%2F$sent#main" "half an hour idle asks for six figures"
is "$(ask "select state from signup where id = $sent")" sent "and decides nothing"
get account /app "to=desk%2Fsignup%2F$sent"
request POST account /app "to=desk%2Fsignup%2F$sent" "token=$(field token)&once=$(field once)&digits=$(oathtool -b --totp "$key")"
is "$status $(place)" "303 /desk/signup/$sent#main" "the figures lead back to the page"
[ -z "$(new_cookie)" ] || cookie=$(new_cookie)
get desk "/signup/$sent" ''
shows "You are signed in again" "which says so"
shows "Which café?" "what was typed is still there"
request POST desk "/signup/$sent" '' "token=$(field token)&once=$(field once)&decision=ask&question=Which+caf%C3%A9%3F"
is "$(ask "select state || ' ' || question from signup where id = $sent")" "asked Which café?" "and one press keeps it"

# A person, after a day and more, by a code; and nobody else with the same browser gets it.
sign_in mentee
pair=$(for id in $(ask "select id from pair"); do get match "/pair/$id" ''; [ "$status" = 200 ] && echo "$id" && break; done)
get feedback "/meeting/$pair" ''
body="token=$(field token)&once=$(field once)&other_day.day=31&other_day.month=Mai&other_day.year=20xx&way=phone"
ask "update browser set seen_at = seen_at - 80000, created_at = created_at - 80000"
request POST feedback "/meeting/$pair" '' "$body"
is "$status $(place | cut -d'?' -f1)" "303 /account/sign-in" "a day idle asks to sign in"
sign_in mentor
get feedback "/meeting/$pair" ''
hides "You are signed in again" "somebody else does not find what was typed"
sign_in mentee
get feedback "/meeting/$pair" ''
shows "You are signed in again" "the same person does"
is "$(grep -c 'value="20xx"' "$folder/plain")" 1 "as it was typed"
is "$(ask "select count(*) from unsent where sealed like '%20xx%'")" 0 "and it did not lie open"
done_testing
