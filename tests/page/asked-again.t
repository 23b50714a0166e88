#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A coordinator asks again: the person finds a box for the answer, sends, and the coordinator reads it.
. "$srcdir/tests/page/lib.sh"

# A browser that somebody whom a coordinator asked is signed in with.
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
asked=$(ask "select id from signup where state = 'asked' order by id limit 1")
ask "update browser set signup_id = null, person_id = (select person_id from signup where id = $asked)
  where signup_id = (select max(id) from signup)"

get account /me ''
is "$(grep -c 'href="/signup/reply"' "$folder/plain")" 1 "their page leads to the answer"
post signup /reply 'reply='
is "$status" 422 "an empty answer is asked for again"
post signup /reply 'reply=It+is+an+old+telephone'
is "$status $(place)" "303 /signup/check#main" "the answer is kept, and leads to all of them"
get signup /check ''
shows "It is an old telephone" "which shows it"
post signup /check ''
is "$status $(place)" "303 /signup/done#main" "the sign-up is sent again"
get signup /done ''
is "$status" 200 "somebody signed in is told what happens next"
get signup /reply ''
is "$status" 403 "what was sent is not changed any more"

sign_in coordinator
get desk "/signup/$asked" ''
shows "It is an old telephone" "the coordinator reads the answer"
post desk "/signup/$asked" 'decision=ask&question=Which+one?'
is "$(ask "select reply from signup where id = $asked")" "" "a new question has no answer yet"

# Back after Send, and Continue: a page says that it is sent, not that nothing can be found.
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
ask "update signup set state = 'sent', sent_at = 1 where id = (select max(id) from signup)"
get signup /bars ''
shows "You have sent your sign-up." "who goes back after sending is told that it is sent"
done_testing
