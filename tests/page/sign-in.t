#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Signing in: codes and links that mails hold, how often what may be tried, and that nobody learns whom the
# site knows. Rules 11, 12 and 14 of docs/security.md.
. "$srcdir/tests/page/lib.sh"
known=$(ask "select email from person where email <> '' and state = 'active' and id not in (select person_id from role) group by email having count(*) = 1 order by id limit 1")
staff=$(ask "select email from person p join role r on r.person_id = p.id where role = 'coordinator' limit 1")
new_cookie() { sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1; }
newest_mail() { ls -t "$SITE"/data/mail/*.eml | head -1; }
# asks ADDRESS: a code, in a browser of its own; what the mail holds in $code and $link.
asks() {
  cookie=
  post account /sign-in "email=$(echo "$1" | sed 's/@/%40/')"
  cookie=$(new_cookie)
  code=$(sed -n 's/.*\([0-9A-Z]\{4\}\) \([0-9A-Z]\{4\}\).*/\1\2/p' "$(newest_mail)" | head -1)
  link=$(sed -n 's#.*/account\(/link/[^[:space:]]*\).*#\1#p' "$(newest_mail)" | tr -d '\r' | head -1)
}
# Whether this browser is in: its own page opens.
is_in() { get account /me ''; [ "$status" = 200 ] && echo in || echo out; }

# The same answer for an address that we know and one that we do not.
answers() {
  cookie=
  post account /sign-in "email=$(echo "$1" | sed 's/@/%40/')"
  masked "$folder/plain" | sed "s/$1/ADDRESS/g"
  cookie=$(new_cookie)
  get account /code ''
  masked "$folder/plain" | sed -e "s/$1/ADDRESS/g" -e 's/^Content-Length.*//'
}
mails=$(ls "$SITE/data/mail" 2>/dev/null | wc -l)
answers "$known" >"$folder/of-known"
is "$(($(ls "$SITE/data/mail" | wc -l) - mails))" 1 "who is known gets a mail"
answers nobody@example.org >"$folder/of-nobody"
is "$(($(ls "$SITE/data/mail" | wc -l) - mails))" 1 "who is not gets none"
is "$(diff "$folder/of-known" "$folder/of-nobody")" "" "and what both are told is the same"
post account /code 'code=7K3M+9QTX'
is "$status $(ask "select tries from sign_in_code where email = 'nobody@example.org'")" "422 1" "a wrong code is wrong for both"
cookie=
ask "delete from counter"

# A code: once, from the browser that asked, within its time.
asks "$known"
mine=$cookie
cookie=
post account /code "code=$code"
is "$status $(is_in)" "303 out" "a code opens nothing in another browser"
cookie=$mine
is "$(is_in)" out "nor before it is typed"
post account /code "code=$(echo "$code" | tr 'A-Z' 'a-z')"
after=$(new_cookie)
cookie=$after
is "$status $(is_in)" "303 in" "it does in the one that asked"
is "$([ "$after" != "$mine" ] && echo another)" another "under another cookie than before"
cookie=$mine
is "$(is_in)" out "and that of before is worth nothing"
post account /code "code=$code"
is "$status $(place)" "303 /account/sign-in#main" "a code is spent once"
asks "$known"
old=$code
ask "update sign_in_code set expires_at = unixepoch() - 1"
post account /code "code=$code"
is "$status $(is_in)" "303 out" "after its time it is worth nothing"
ask "delete from counter"
asks "$known"
post account /code "code=$old"
is "$status $(is_in)" "422 out" "nor is the one before a new one"

# Five tries. They are counted though each was refused.
for try in 2 3 4 5; do post account /code 'code=0000-0000'; done
is "$status $(ask "select tries from sign_in_code where email = '$known'")" "422 5" "wrong tries are counted, though the answer was a refusal"
post account /code "code=$code"
is "$status" 422 "after five the right code is worth nothing"
shows "was tried too often" "and that is said"
is "$(is_in)" out "nobody is in"

# A link: any number of looks, spent by its button.
ask "delete from counter"
asks "$known"
cookie=
logins=$(ask "select count(*) from browser")
for look in 1 2 3 4 5 6 7 8 9 10; do get account "$link" ''; request HEAD account "$link" '' ''; done
is "$status $(ask "select count(*) from browser") $(is_in)" "200 $logins out" "looking at a link, as mail scanners do, signs nobody in"
get account "$link" ''
person=$(ask "select id from person where email = '$known'")
request POST account "$link" '' "token=$(field token)&once=$(field once)&person_id=$person"
cookie=$(new_cookie)
is "$status $(is_in)" "303 in" "its button does"
cookie=
get account "$link" ''
is "$status" 404 "and the link is spent"
ask "delete from counter"
asks "$known"
other=$(ask "select id from person where email <> '$known' and state = 'active' and id not in (select person_id from role) limit 1")
get account "$link" ''
request POST account "$link" '' "token=$(field token)&once=$(field once)&person_id=$other"
is "$status $(new_cookie)" "422 " "it signs in nobody whose address it is not"

# How often a code is sent: to one address, and for one network.
ask "delete from counter"
said=
for time in 1 2 3 4; do cookie=; post account /sign-in 'email=often%40example.org'; said="$said$status "; done
is "$said" "303 303 303 429 " "three codes an address in a quarter of an hour"
shows "tried very often" "more is told to wait"
remote=10.0.0.2
cookie=
post account /sign-in 'email=often%40example.org'
is "$status" 429 "from wherever it is asked"
ask "update counter set began_at = began_at - 16 * 60 where kind = 'code address'"
post account /sign-in 'email=often%40example.org'
is "$status" 303 "then it goes on"
ask "update counter set times = 60 where kind = 'code network'"
post account /sign-in 'email=somebody%40example.org'
is "$status" 429 "sixty for a network in an hour"
remote=10.0.0.3
cookie=
post account /sign-in 'email=somebody%40example.org'
is "$status" 303 "and others are not kept waiting"
is "$(ask "select count(*) from counter where who like '%10.0%' or who like '%@%' or length(who) <> 32")" 0 "who was counted is a keyed hash"
remote=10.0.0.4
for limit in 'signup /start start 20' 'signup /return return 20' 'feedback /concern concern 10'; do
  set -- $limit
  cookie=
  post "$1" "$2" 'code=7K3M9QTX&who_about=x&what=y'
  first=$status
  ask "update counter set times = $4 where kind = '$3'"
  cookie=
  post "$1" "$2" 'code=7K3M9QTX&who_about=x&what=z'
  is "$([ "$first" != 429 ] && echo first) $status" "first 429" "$1$2: $4 an hour for a network"
done
remote=

# Six figures for whoever works at the desk.
ask "delete from counter"
asks "$staff"
post account /code "code=$code"
cookie=$(new_cookie)
is "$status $(place)" "303 /account/app#main" "a coordinator is asked for six figures"
get desk /todo ''
is "$status $(place | cut -d'?' -f1)" "303 /account/app" "and is half in until then"
get account /me ''
is "$status" 303 "of their own page too"
key=$(sed -n 's#^sign-in coordinator [^ ]* \(.*\)#\1#p' "$folder/doors" | tr -d ' ')
post account /app 'digits=000000'
is "$status $(ask "select times from counter where kind = 'digits'")" "422 1" "wrong figures are counted"
digits=$(oathtool --totp -b "$key")
post account /app "digits=$digits"
is "$status $(place)" "303 /desk/todo#main" "the right ones let in"
get desk /todo ''
is "$status" 200 "and the desk is open"
ask "update browser set strong_at = 0"
post account /app "digits=$digits"
is "$status" 422 "the same figures are used once"
ask "update counter set times = 10 where kind = 'digits'"
post account /app 'digits=000001'
is "$status" 429 "ten tries in a quarter of an hour"

# Somebody of staff without an app sets one up; later a code from the sheet lets in, once.
ask "delete from counter"
lead=$(ask "select person_id from role where role = 'lead' limit 1")
ask "delete from totp where person_id = $lead"
asks "$(ask "select email from person where id = $lead")"
post account /code "code=$code"
cookie=$(new_cookie)
is "$status $(place)" "303 /account/enrol#main" "staff without an app are asked to set one up"
get desk /todo ''
is "$status $(place | cut -d'?' -f1)" "303 /account/enrol" "before that the desk is shut"
get account /enrol ''
sealed=$(field sealed)
key=$(sed -n 's/.*class="code"[^>]*>\([A-Z2-7 ]*\)<.*/\1/p' "$folder/plain" | head -1 | tr -d ' ')
sheet=$(words | sed 's/.*Code1\([0-9A-Z]\{4\} [0-9A-Z]\{4\}\)2.*/\1/')
request POST account /enrol '' "token=$(field token)&once=$(field once)&sealed=$sealed&digits=000000"
is "$status $(sed -n 's/.*class="code"[^>]*>\([A-Z2-7 ]*\)<.*/\1/p' "$folder/plain" | head -1 | tr -d ' ') $(ask "select count(*) from totp where person_id = $lead")" "422 $key 0" \
  "wrong figures set up nothing, and the key stays the same"
request POST account /enrol '' "token=$(field token)&once=$(field once)&sealed=$sealed&digits=$(oathtool --totp -b "$key")"
is "$status $(ask "select count(*) from paper_code where person_id = $lead and hash like '\$argon2id%'")" "303 8" "the right ones do, with eight codes that are kept as slow hashes"
get desk /todo ''
is "$status" 200 "and the desk is open"
get account /enrol ''
is "$status" 403 "which cannot be done over"
ask "update browser set strong_at = 0"
get desk /todo ''
is "$status $(place | cut -d'?' -f1)" "303 /account/app" "later six figures are asked for"
number() { post account /recovery "number=$1&code=$(echo "$2" | tr ' ' '+')"; }
number 1 '0000 0000'
is "$status" 422 "a code that is none lets nobody in"
number 2 "$sheet"
is "$status" 422 "nor one under another number"
number 1 "$(echo "$sheet" | tr 'A-Z' 'a-z')"
is "$status" 303 "a code from the sheet does"
ask "update browser set strong_at = 0"
number 1 "$sheet"
is "$status" 422 "once"
is "$(ask "select group_concat(verb, ' ') from (select verb from audit where person_id = $lead and verb like 'login.%' order by id)")" "login.begin login.enrol login.strong login.recover login.strong" "the audit says what was done"

# Signing out.
ask "delete from counter"
sign_in mentee
is "$(is_in)" in "somebody is in"
post account /sign-out ''
is "$status $(sed -n 's/^Clear-Site-Data: //p' "$folder/plain")" '303 "cache", "cookies", "storage"' "signing out asks the browser to forget"
is "$(is_in)" out "and the login is over"
done_testing
