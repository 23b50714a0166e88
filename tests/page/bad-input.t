#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every form of every program, sent wrong in every way: a page that says what happened, never a fault,
# and nothing kept. Forms come from the programs' own tables, so that a new one is tried too.
. "$srcdir/tests/page/lib.sh"

long=$(head -c 5000 /dev/zero | tr '\0' 'a')
many=$(awk 'BEGIN { for (i = 0; i < 230; i++) printf "&x%d=1", i }')
huge=$(head -c 70000 /dev/zero | tr '\0' 'a')
count_rows() { ask "select (select count(*) from person) || ' ' || (select count(*) from proposal) || ' ' || (select count(*) from meeting) || ' ' || (select count(*) from feedback) || ' ' || (select count(*) from concern) || ' ' || (select count(*) from aim) || ' ' || (select count(*) from review)"; }

# expect STATUSES WHAT: the answer of the last request has one of these, and is a whole page.
expect() {
  case " $1 " in
    *" $status "*) ;;
    *) wrong="$wrong
$role $program$path: $2: $status instead of $1" ;;
  esac
  [ "$status" -lt 500 ] && { grep -q '</html>' "$folder/plain" || [ "$status" = 303 ] || [ "$status" = 302 ]; } || wrong="$wrong
$role $program$path: $2: no whole page"
}

sent() { # WHAT STATUSES BODY [VARIABLE]: with a good token
  get "$program" "$path" ''
  more=${4:-}
  request POST "$program" "$path" '' "token=$(field token)&once=$(field once)&$3"
  more=
  expect "$2" "$1"
}

# A form that this role is shown, in all ways.
tried() {
  refused='403 404 422 303'
  fields=$(sed -n 's/.*<\(input\|textarea\|select\)[^>]* name="\([a-z_.]*\)".*/\2/p' "$folder/plain" | grep -vE '^(token|once|filled|to_lang)$' | sort -u | head -12)
  before=$(count_rows)
  for name in $fields; do
    sent "$name too long" "413 422" "$name=$long"
    sent "$name not offered" "$refused" "$name=no-such-option"
    sent "$name not UTF-8" "400" "$name=%ff%fe"
    sent "$name NUL" "400" "$name=a%00b"
    sent "$name control" "$refused" "$name=a%1bb%e2%80%aec"
    sent "$name repeated" "$refused" "$name=1&$name=2&$name=3"
  done
  sent "many fields" "400" "x=1$many"
  sent "too much" "413" "x=$huge"
  sent "multipart" "415" "x" CONTENT_TYPE=multipart/form-data
  sent "foreign page" "403" "x=1" HTTP_SEC_FETCH_SITE=cross-site
  sent "foreign origin" "403" "x=1" HTTP_ORIGIN=https://elsewhere.example
  more=CONTENT_LENGTH=9999
  request POST "$program" "$path" '' "token=x"
  expect "400" "shorter than said"
  more=CONTENT_LENGTH=nonsense
  request POST "$program" "$path" '' "token=x"
  expect "400" "a length that is none"
  more=
  request POST "$program" "$path" '' "x=1"
  expect "403 404" "without a token"
  request POST "$program" "$path" '' "token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&once=A&x=1"
  expect "403 404" "with a stale token"
  request PUT "$program" "$path" '' "x=1"
  expect "405" "another method"
  request GET "$program" "$path" '' "x=1"
  expect "200 404" "GET with a body"
  is "$(count_rows)" "$before" "$role: nothing is kept of $program$path sent wrong"
  is "$wrong" "" "$role: $program$path says what was wrong, in every way"
}

for role in visitor owner mentee mentor coordinator safeguarding-lead; do
  cookie=
  case $role in
    visitor) ;;
    owner)
      post signup /start ''
      cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1) ;;
    *) sign_in $role ;;
  esac
  for program in account desk feedback match signup; do
    for route in $(forms $program); do
      wrong=
      path=$(placed "$route")
      # What only a press of its own starts has no fields to send wrong.
      case $program$path in account/sign-out | signup/start | account/demo/*) continue ;; esac
      [ $role = owner ] && [ $program != signup ] && continue
      [ $role != owner ] && [ $role != visitor ] && [ $program = signup ] && continue
      get $program "$path" ''
      { [ "$status" = 200 ] && [ -n "$(field token)" ]; } || continue
      done_with="$done_with $program$route"
      tried
    done
  done
done

# Addresses.
cookie=
for path in /../../etc/passwd /%2e%2e/x /nothing //x /name/ /name/1 "/$long"; do
  get signup "$path" ''
  is "$(echo "$status" | grep -cE '^4')" 1 "the address $(echo "$path" | cut -c1-30) is none of ours"
done
get signup /name 'x=%ff'
is "$status" 400 "a question that is no text is refused"

# Pressed twice, and somebody else's.
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
get feedback /concern ''
body="token=$(field token)&once=$(field once)&who_about=Somebody&what=Twice+pressed"
request POST feedback /concern '' "$body"
first="$status $(place)"
request POST feedback /concern '' "$body"
is "$status $(place)" "$first" "pressed twice leads where the first press did"
is "$(ask "select count(*) from concern where what = 'Twice pressed'")" 1 "and is kept once"
sign_in mentee
mine=$(ask "select id from pair order by id" | while read -r id; do get match "/pair/$id" ''; [ "$status" = 200 ] && echo "$id"; done | wc -l)
is "$([ "$mine" -lt "$(ask 'select count(*) from pair')" ] && echo fewer)" fewer "a mentee opens no pair but their own"

# A long name is refused with what was typed.
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
typed=$(head -c 200 /dev/zero | tr '\0' 'b')
post signup /name "call_name=$typed&full_name=Ann+%22Smith%22+%3Cb%3E"
is "$status $(grep -c "$typed" "$folder/plain") $(grep -c 'Ann &quot;Smith&quot; &lt;b&gt;' "$folder/plain")" "422 1 1" "what was typed is still there, and escaped"
is "$(grep -cE 'refused|403|413|400|stale|foreign' "$SITE/data/bothways.log" | awk '{ print ($1 > 0) }')" 1 "refusals are in the log"
done_testing
