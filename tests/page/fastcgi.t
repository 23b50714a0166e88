#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# What a web server may send over FastCGI, and what none should: bodies without a length, longer and shorter
# than said, in pieces of any size, cut off. One worker answers all of it, and goes on.
. "$srcdir/tests/page/lib.sh"
cgi-fcgi -start -connect "$folder/signup.sock" "$builddir/programs/signup" 1 >/dev/null 2>&1
worker=
trap 'kill $worker 2>/dev/null; rm -rf "$folder"' EXIT

# spoken WAY LENGTH BODY: a POST of the name page; LENGTH "none" says none.
spoken() {
  case $2 in none) length=NOTHING=1 ;; *) length=CONTENT_LENGTH=$2 ;; esac
  printf '%s' "$3" >"$folder/body"
  env -i REQUEST_METHOD=POST SCRIPT_NAME=/signup PATH_INFO=/name QUERY_STRING= CONTENT_TYPE=application/x-www-form-urlencoded "$length" HTTP_HOST=localhost \
    REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$cookie" "$builddir/tests/page/speak" "$folder/signup.sock" "$1" <"$folder/body" >"$folder/page"
  tr -d '\r' <"$folder/page" >"$folder/plain"
  status=$(sed -n '1s/^Status: \([0-9]*\).*/\1/p' "$folder/plain")
}
kept() { ask "select full_name from person where id = (select max(person_id) from signup)"; }
name_form() { via="cgi-fcgi -bind -connect $folder/signup.sock"; get signup /name ''; via=; echo "token=$(field token)&once=$(field once)&call_name=Ann&full_name=$1"; }

post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)

body=$(name_form Whole)
spoken whole ${#body} "$body"
is "$status $(kept)" "303 Whole" "a body as it should be"
worker=$(workers signup)
body=$(name_form Without)
spoken whole none "$body"
is "$status $(kept)" "303 Without" "a body without a length is read to its end"
body=$(name_form Bytes)
spoken bytes ${#body} "$body"
is "$status $(kept)" "303 Bytes" "in single bytes"
body=$(name_form Odd)
spoken odd ${#body} "$body"
is "$status $(kept)" "303 Odd" "in records of every size"
spoken odd none "$(name_form Oddly)"
is "$status $(kept)" "303 Oddly" "without a length too"
body=$(name_form Shorter)
spoken whole $((${#body} + 9)) "$body"
is "$status $(kept)" "400 Oddly" "shorter than was said: nothing is kept"
shows "did not reach us whole" "and that is said"
body=$(name_form Longer)
spoken whole $((${#body} - 3)) "$body"
is "$status $(kept)" "303 Lon" "longer than was said: what was said is read"
spoken whole none "$(name_form "$(head -c 70000 /dev/zero | tr '\0' a)")"
is "$status $(kept)" "413 Lon" "too much without a length is refused with a page"
shows "too long for us" "that says so"
spoken whole nonsense "$(name_form Nonsense)"
is "$status $(kept)" "400 Lon" "a length that is no number"
spoken whole -5 "$(name_form Negative)"
is "$status $(kept)" "400 Lon" "or a negative one"
body=$(name_form Silent)
spoken silent ${#body} "$body"
is "$status $(kept)" "303 Silent" "a body that is said and there is answered, though its end is not said"
body=$(name_form Cut)
spoken cut ${#body} "$body"
is "$(kept)" Silent "a connection that is cut keeps nothing"
body=$(name_form After)
spoken whole ${#body} "$body"
is "$status $(kept)" "303 After" "and the next is answered"
is "$(workers signup)" "${worker:-none}" "by the same worker"
is "$(ask 'pragma integrity_check') $(ask 'pragma foreign_key_check')" "ok " "after all of it the database is sound"
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "the audit's chain holds, and all that must always be true"

# Words that nobody sees yet are shown to whoever asks for them at the desk, in that request, and to nobody after them.
mkdir -p "$SITE/data/words"
printf 'Any age helps any age\tNobody is too old\n' >"$SITE/data/words/en.draft.txt"
sign_in coordinator
via="cgi-fcgi -bind -connect $folder/signup.sock"
get signup /home 'draft=1'
shows 'Nobody is too old' "one worker shows a draft to a coordinator who asks"
get signup /home ''
hides 'Nobody is too old' "not where they do not ask"
get signup /home 'draft=1'
cookie=
get signup /home 'draft=1'
hides 'Nobody is too old' "and not to the visitor who comes next"
get signup /nowhere 'draft=1'
is "$status" 404 "who may be lost, too"
mv "$SITE/data/words/en.draft.txt" "$SITE/data/words/en.txt"
get signup /home ''
shows 'Nobody is too old' "what goes live is said at the next request"
via=
done_testing
