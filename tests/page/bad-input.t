#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every form of every program, sent wrong in every way: a page that says what happened, never a fault,
# and nothing kept. Forms come from the programs' own tables, so that a new one is tried too.
. "$srcdir/tests/page/lib.sh"
. "$srcdir/tests/page/pages.sh"

usual=$(head -c 5000 /dev/zero | tr '\0' 'a')
longer=$(head -c 120001 /dev/zero | tr '\0' 'a')
many=$(awk 'BEGIN { for (i = 0; i < 230; i++) printf "&x%d=1", i }')
too_much=$(head -c 70000 /dev/zero | tr '\0' 'a')
huger=$(head -c 1100000 /dev/zero | tr '\0' 'a')
# What somebody says stands between them and another is taken as they put it, and lets a pair rest.
count_rows() { ask "select (select count(*) from person) || ' ' || (select count(*) from proposal) || ' ' || (select count(*) from meeting) || ' ' || (select count(*) from feedback) || ' ' || (select count(*) from concern) || ' ' || (select count(*) from aim) || ' ' || (select count(*) from review) || ' ' || (select count(*) from task where kind <> 'paused')"; }

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
  # A page that takes a file takes more.
  case $program$route in desk/import/*) long=$longer huge=$huger ;; *) long=$usual huge=$too_much ;; esac
  refused='403 404 422 303'
  fields=$(sed -n 's/.*<\(input\|textarea\|select\)[^>]* name="\([a-z_.]*\)".*/\2/p' "$folder/plain" | grep -vE '^(token|once|filled|to_lang)$' | sort -u | head -12)
  before=$(count_rows)
  refusals=0
  told=$(logged)
  for name in $fields; do
    sent "$name too long" "413 422" "$name=$long"
    sent "$name not offered" "$refused" "$name=no-such-option"
    sent "$name not UTF-8" "400" "$name=%ff%fe"
    sent "$name NUL" "400" "$name=a%00b"
    sent "$name control" "$refused" "$name=a%1bb%e2%80%aec"
    sent "$name repeated" "$refused" "$name=1&$name=2&$name=3"
  done
  sent "nothing" "403 404 422 303 409" ""
  sent "many fields" "400" "x=1$many"
  sent "too much" "413" "x=$huge"
  more=CONTENT_LENGTH=4
  request POST "$program" "$path" '' "x=12345"
  expect "403 404" "longer than said"
  more=CONTENT_LENGTH=
  request POST "$program" "$path" '' "x=1"
  expect "403 404" "without a length"
  request POST "$program" "$path" '' "x=$huge"
  expect "413" "too much without a length"
  more=
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
  is "$(($(logged) - told))" "$refusals" "$role: $program$path has a line in the log for each refusal"
  # Any words are an ask, or say who told somebody of a death.
  case $program$route in match/ask/* | desk/bereaved/*) ;; *) is "$(count_rows)" "$before" "$role: nothing is kept of $program$path sent wrong" ;; esac
  is "$wrong" "" "$role: $program$path says what was wrong, in every way"
}

# Puts where a form stands that this role is shown into $path, with its page in $folder/plain: the number that pages.sh knows, else
# the newest that there is one of.
find_form() { # PROGRAM ROUTE
  case $2 in *:*_id) ;; *) path=$(placed "$2"); get "$1" "$path" ''; has_form; return ;; esac
  kind=${2#*:}
  for number in $(number_for "$1:$kind" "$1$2") $(ask "select id from ${kind%_id} order by id desc limit 20" 2>/dev/null); do
    path=${2%%:*}$number
    get "$1" "$path" ''
    has_form && return
    case $status in 303 | 403) return 1 ;; esac
  done
  return 1
}
# What the demo site has nothing of: an organisation, somebody suggested, a family tie, a person whose second sign-up waits, a card, requests, a
# second login, pairs that rest and one that death has ended, short measures to answer, a concern that somebody has taken on, a new version.
sign_in safeguarding-lead
post desk "/concern/$(ask 'select min(id) from concern')" act=take
sign_in coordinator
post desk "/death/$(ask "select max(z.mentor_id) from proposal z join pair y on y.proposal_id = z.id join person p on p.id = z.mentor_id
  where y.state = 'active' and p.state = 'active' and p.id not in ($(door_side mentor_id), $(door_side mentee_id))")" act=die
everyday=$(ask "select min(id) from programme where state = 'open' and kind = 'everyday'")
for full in Nest+P%C5%B5yll Nest+Pwyll; do
  post desk "/new-person/$everyday" "how=phone&call_name=Nest&full_name=$full&reach=phone&phone=01632+960+888&language=en&adult=yes&heard=yes&ask_topic_id=$(ask "select min(id) from topic where programme_id = $everyday")&offer_topics=$(ask "select max(id) from topic where programme_id = $everyday")&capacity=1&ways=phone"
done
post desk "/signup/$(ask 'select max(id) - 1 from signup')" decision=approve
carded=$(ask "select min(id) from person where email = '' and state = 'active'")
get desk "/new-card/$carded" ''
request POST desk "/new-card/$carded" '' "token=$(field token)&once=$(field once)&sealed=$(field sealed)"
sign_in mentee
sign_in mentor
cookie=
post account /complaint 'kind=data-request&words=What+do+you+hold&reply_to=By+phone'
ask "insert into bar (person_id, kind, words, folded) select min(id), 'family', 'Zed Nobody', 'zed nobody' from person where state = 'active';
  insert into task (kind, role, person_id, subject, subject_id, due_at, at) select 'erase', 'lead', id, 'person', id, unixepoch() + 86400, unixepoch() from person where id = $carded;
  insert into invitation (by_id, kind, ask_id, name, due_at, at)
    select min(q.person_id), 'suggest', min(a.id), 'Olwen Letter', unixepoch() + 2592000, unixepoch() from ask a join signup s on s.id = a.signup_id, signup q
    where a.state = 'open' and s.state = 'approved' and q.state = 'approved' and q.person_id <> s.person_id;
  update pair set state = 'paused', before_pause = 'active', paused_why = 'conflict' where id in (select id from pair where state = 'active' order by id desc limit 2);
  update pair set review_state = 'open', mentor_says = '', mentee_says = '' where id = (select y.id from pair y join proposal z on z.id = y.proposal_id
    where z.mentor_id = $(door_side mentor_id) and y.state in ('trial', 'active') order by y.id limit 1);
  update programme set measures = 'ucla-3';
  delete from measure;
  insert into setting values ('upgraded_at', '1772548200'), ('news_read', '0.0.1') on conflict (name) do update set value = excluded.value"
: >"$folder/tried"
has_form() { [ "$status" = 200 ] && [ -n "$(field token)" ] && sed -n '/<main/,/<\/main>/p' "$folder/plain" | grep -q '<form'; }

# Besides the doors: who was asked something of their sign-up, and who has a proposal to answer.
for role in visitor owner replier mentee mentor answering coordinator safeguarding-lead setter; do
  cookie=
  case $role in
    visitor) ;;
    setter)
      : >"$SITE/data/setup-code.txt"
      get setup /start ''
      post setup /start "code=$(tr -d ' \n' <"$SITE/data/setup-code.txt")"
      cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1) ;;
    owner) begin_signup ;;
    replier)
      begin_signup
      ask "update signup set state = 'asked', question = 'When is good?' where id = (select max(id) from signup)" ;;
    answering)
      sign_in mentee
      me=$(ask "select mentee_id from proposal where state = 'sent' and mentee_answer = '' order by id limit 1")
      ask "update browser set person_id = $me where person_id = $signed_in" ;;
    *) sign_in $role ;;
  esac
  case $role in answering) ;; *) me=0 ;; esac
  case $role in mentor) me=$(door_side mentor_id) ;; mentee) me=$(door_side mentee_id) ;; esac
  # What somebody presses of their own account may let their pairs rest: it comes after these.
  for program in feedback match account desk setup signup; do
    for route in $(forms $program); do
      wrong=
      path=$route
      # What only a press of its own starts has no fields to send wrong.
      case $program$route in account/sign-out | signup/start | account/demo/:key) continue ;; esac
      case $role in owner | replier) [ $program != signup ] && continue ;; answering) [ $program != match ] && continue ;; esac
      [ $role = setter ] && [ $program != setup ] && continue
      # Nothing sent is an answer too, where nothing has to be said.
      case $program$route in setup/checks | setup/finish | account/leave | account/erase | desk/leave/:person_id) continue ;; esac
      case $role in owner | replier | visitor) ;; *) [ $program = signup ] && continue ;; esac
      # In the short run each form is tried by the first who is shown it; in the long one by everybody.
      [ "${BOTHWAYS_TEST:-short}" = short ] && grep -qxF "$program$route" "$folder/tried" && continue
      # Not before: a name that was sent wrong could be joined to it.
      case $role.$program$route in coordinator.desk/organisation/*) ask "insert or ignore into organisation (name, folded) values ('Ty Hafan', 'tyhafan')" ;; esac
      find_form $program "$route" || continue
      echo "$program$route" >>"$folder/tried"
      tried
    done
  done
done

for program in account desk feedback match setup signup; do forms $program | sed "s#^#$program#"; done >"$folder/forms"
# Not sent wrong here, and why.
cat >"$folder/left-out" <<'END'
account/leave                  nothing has to be said: nothing sent is an answer
account/erase                  the same
desk/leave/:person_id          the same
setup/checks                   the same
setup/finish                   the same
account/sign-out               a press of its own, without fields
account/demo/:key              the same
signup/start                   the same
account/code                   between two steps of signing in
account/who                    the same
account/app                    the same
account/recovery               the same
account/enrol                  the same
account/link/:link             opened by a key from a mail
match/invitation/:key          the same
setup/programme                after earlier steps of set-up
desk/own-page/:page            has a name, not a number: own-desk.t
desk/word/:word                the same
desk/sentence/:sentence        has the mark of a sentence: languages.t
account/lesson/:lesson         has a name, not a number, and no fields: lessons.t
account/how-you-are/:programme_id  asked at three moments of somebody's time in a programme: programmes.t
match/closing/:pair_id         of a pair of theirs that has ended: theirs go on
match/withdraw/:proposal_id    of a yes that waits for the other's
match/suggest/:proposal_id     of a proposal that its mentor has no time for
match/help/:invitation_id      of an invitation to somebody of the programme
match/take-back/:invitation_id of an invitation of one's own
END
sort -u "$folder/tried" >"$folder/sent"
sed 's/ .*//' "$folder/left-out" | sort >"$folder/named"
is "$(cat "$folder/sent" "$folder/named" | grep -vxF -f - "$folder/forms")" "" "every form was sent wrong by somebody, but for those that are named with a reason"
is "$(grep -xF -f "$folder/sent" "$folder/named"; grep -vxF -f "$folder/forms" "$folder/named")" "" "and none is named that was, or is not there"

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

# What was pressed twice is kept once, whatever it was; and what was changed after Back is what was meant.
dump() { sqlite3 -cmd '.timeout 5000' "$db" .dump | sed 's/^\(INSERT INTO browser VALUES(.*\),[0-9]*);$/\1)/'; }
twice() { # PROGRAM PATH FIELDS
  get "$1" "$2" ''
  body="token=$(field token)&once=$(field once)&filled=$(field filled)&$3"
  request POST "$1" "$2" '' "$body"
  first="$status $(place)"
  dump >"$folder/once"
  request POST "$1" "$2" '' "$body"
  dump >"$folder/twice"
  is "$status $(place) $(diff "$folder/once" "$folder/twice" | grep -c '^[<>]')" "$first 0" "$1$2 pressed twice leads where it did, and changes nothing more"
  is "$(echo "$first" | cut -c1-3)" 303 "having been kept"
}
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
twice signup /name 'call_name=Ann&full_name=Ann+Smith'
mine=$(ask "select max(id) from signup")
request POST signup /name '' "$(echo "$body" | sed 's/Ann+Smith/Ann+Jones/')"
is "$status $(ask "select p.full_name from person p join signup s on s.person_id = p.id where s.id = $mine")" "303 Ann Jones" "Back, changed and pressed again: the later answer stands"
twice signup /reach 'reach=phone&phone=01632+960+777'
twice signup /which "programme_id=1"
twice signup /ask "topic_id=$(ask "select min(id) from topic where programme_id = 1")&words=w&wish=any"
sign_in mentee
pair=$(ask "select min(p.id) from pair p join proposal q on q.id = p.proposal_id join person m on m.id = q.mentor_id join person e on e.id = q.mentee_id where m.email <> '' and e.email <> ''")
day=$(date -u -d '3 days ago' +%Y-%m-%d)
twice feedback "/meeting/$pair" "other_day.day=$(echo "$day" | cut -c9-)&other_day.month=$(echo "$day" | cut -c6-7)&other_day.year=$(echo "$day" | cut -c1-4)&way=phone"
meeting=$(ask "select max(id) from meeting where pair_id = $pair")
twice feedback "/say/$meeting" 'did_meet=yes&productive=yes&private_word=w'
sign_in coordinator
twice desk "/signup/$(ask "select min(id) from signup where state = 'sent'")" 'decision=ask&question=When'
twice desk "/proposal/$(ask "select min(id) from proposal where state = 'proposed'")" 'act=keep'

# Another language in the middle of a form loses no word; Change on the last page comes back to it.
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
post signup /name 'call_name=Si%C3%A2n&full_name=&to_lang=cy'
is "$status $(grep -c 'value="Siân"' "$folder/plain") $(grep -c '<html lang="cy"' "$folder/plain") $(grep -c 'class="error"' "$folder/plain")" "200 1 1 0" "pressing a language keeps what was typed, and judges nothing"
get signup /name 'then=/check'
request POST signup /name 'then=/check' "token=$(field token)&once=$(field once)&call_name=Ann&full_name=Ann+Reed"
is "$status $(place)" "303 /signup/check#main" "what was changed from the last page leads back to it"
sign_in mentee
get feedback "/say/$meeting" 'lang=cy'
request POST feedback "/say/$meeting" 'lang=cy' "token=$(field token)&once=$(field once)&did_meet=yes"
is "$status $(ask "select language from person where id = (select mentee_id from proposal where id = (select proposal_id from pair where id = $pair))")" "303 cy" "the language that somebody writes in is the one they are written to in"

# A field that was not asked for is dropped, whatever it is called.
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
mine=$(ask "select max(id) from signup")
post signup /name "call_name=Ben&full_name=Ben+Hill&state=approved&person_id=1&signup_id=1&role=coordinator&email=x%40y&id=1"
is "$status $(ask "select s.state, p.state, p.email, p.id = (select max(id) from person) from signup s join person p on p.id = s.person_id where s.id = $mine")" "303 open|new||1" "fields that were not asked for are dropped"

# Other people's rows: by their numbers, looked at and written to.
sign_in mentee
me=$(ask "select mentee_id from proposal where id = (select proposal_id from pair where id = $pair)")
dump >"$folder/before"
strange=
for id in $(ask "select id from pair"); do
  theirs=$(ask "select count(*) from pair y join proposal z on z.id = y.proposal_id where y.id = $id and $me in (z.mentor_id, z.mentee_id)")
  [ "$theirs" = 0 ] || continue
  for page in "match /pair/$id" "feedback /meeting/$id"; do
    set -- $page
    get "$1" "$2" ''
    [ "$status" = 404 ] || strange="$strange $1$2:$status"
  done
  get feedback "/meeting/$pair" ''
  request POST feedback "/meeting/$id" '' "token=$(field token)&once=$(field once)&day=$day&way=phone"
  case $status in 403 | 404) ;; *) strange="$strange POST/feedback/meeting/$id:$status" ;; esac
done
for id in $(ask "select t.id from meeting t join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id where $me not in (z.mentor_id, z.mentee_id)"); do
  get feedback "/say/$meeting" ''
  request POST feedback "/say/$id" '' "token=$(field token)&once=$(field once)&did_meet=no"
  case $status in 403 | 404) ;; *) strange="$strange POST/feedback/say/$id:$status" ;; esac
done
for id in $(ask "select id from proposal where $me not in (mentor_id, mentee_id) order by id limit 20"); do
  get feedback "/say/$meeting" ''
  request POST match "/proposal/$id" '' "token=$(field token)&once=$(field once)&answer=no"
  case $status in 403 | 404) ;; *) strange="$strange POST/match/proposal/$id:$status" ;; esac
done
dump >"$folder/after"
is "$strange $(diff "$folder/before" "$folder/after" | grep -c '^[<>]')" " 0" "nobody opens or writes to another person's rows"

# A long name is refused with what was typed.
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
typed=$(head -c 200 /dev/zero | tr '\0' 'b')
post signup /name "call_name=$typed&full_name=Ann+%22Smith%22+%3Cb%3E"
is "$status $(grep -c "$typed" "$folder/plain") $(grep -c 'Ann &quot;Smith&quot; &lt;b&gt;' "$folder/plain")" "422 1 1" "what was typed is still there, and escaped"
is "$(tail -1 "$SITE/data/bothways.log" | sed 's/.* 422 /422 /')" "422 refused: POST signup/name call_name:too-long" "the log says which field and why, and not what was typed"
done_testing
