#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The doors and the outgoing mail of a demo site; on any other there are none.
. "$srcdir/tests/page/lib.sh"

door=$(sed -n 's#^sign-in mentor http://localhost/account\([^ ]*\).*#\1#p' "$folder/doors")
get account "$door" ''
is "$status" 200 "a demo site has a door for a mentor"
sign_in mentor
first=$cookie
sign_in mentor
is "$([ -n "$cookie" ] && [ "$cookie" != "$first" ] && echo again)" again "which opens again and again"
cookie=
remote=127.0.0.1 get account /outgoing ''
is "$status" 200 "outgoing mail is shown on the machine itself"
remote=10.0.0.9 get account /outgoing ''
is "$status" 404 "and nowhere else"

# As a charity's own site is: script/server did not make it.
ask "delete from setting where name = 'demo'"
for path in "$door" /demo/anything /outgoing; do
  remote=127.0.0.1 get account "$path" ''
  is "$status" 404 "$(echo "$path" | cut -c1-7) is not there on another site"
done
request POST account "$door" '' ''
is "$status" 404 "nor can its button be pressed"
done_testing
