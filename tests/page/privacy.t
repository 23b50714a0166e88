#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# docs/privacy.md, cell by cell. Every field of a mentor and a mentee holds a word that stands nowhere else;
# every page of every program is opened by everybody, with the numbers of these two and of others, and every
# mail is read. What has only a few answers is turned round: where it may not be seen, no page changes.
. "$srcdir/tests/page/lib.sh"

. "$srcdir/tests/page/marked.sh"

# Every address of every program: for a number those that have to do with the two, and one of others.
numbers() {
  case $1 in
    pair_id) echo "$pair $stranger" ;;
    proposal_id) ask "select id from proposal where id = $proposal union select min(id) from proposal where state = 'proposed'" ;;
    meeting_id) ask "select id from meeting where pair_id in ($pair, $stranger)" ;;
    signup_id) ask "select max(id) from signup where person_id in ($mentor, $mentee) group by person_id" ;;
    person_id) echo "$mentor $mentee" ;;
    bar_id) ask "select id from bar where person_id in ($mentor, $mentee)" ;;
    ask_id) ask "select a.id from ask a join signup s on s.id = a.signup_id where s.person_id in ($mentor, $mentee)" ;;
    concern_id) ask "select id from concern" ;;
    programme_id) echo "1 2" ;;
    slug) echo valley ;;
    *) echo 1 ;;
  esac
}
addresses() {
  for program in account desk feedback match setup signup; do
    for route in $(routes $program); do
      case $route in
        */demo/* | */outgoing) continue ;;
        */:*) for number in $(numbers "${route##*:}"); do echo "$program ${route%%:*}$number"; done ;;
        *) echo "$program $route" ;;
      esac
    done
  done
}
# seen NAME: all that this browser can open, in $folder/seen-NAME.
seen() {
  while read -r program path; do
    printf '\n= %s\n' "$program$path"
    env -i SITE="$SITE" GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD=GET SCRIPT_NAME="/$program" PATH_INFO="$path" \
      HTTP_HOST=localhost REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$cookie" "$builddir/programs/$program"
  done <"$folder/addresses" >"$folder/seen-$1"
}
come_in() { # a role of the doors, or other, or visitor
  cookie=
  case $1 in
    visitor) return ;;
    other) door=$other ;;
    *) door=$(their_door "$1") ;;
  esac
  post account "$door" ''
  cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
}
# look WHEN WHO SEES: what is seen of all the words, and nothing but that.
look() {
  come_in "$2"
  seen "$2"
  is "$(found "$folder/seen-$2" | grep -v "$3" | tr '\n' ' ')" "$4" "$1: $5"
}
addresses >"$folder/addresses"
is "$([ "$(wc -l <"$folder/addresses")" -gt 60 ] && echo many)" many "there are many pages to look at"

seen_at_desk() { for what in Address Ask Offer Barcare Bardepartment Barfamily Barfriend Barline Barorganisation Barother Barpost Called Change Gained Nextstep Sharedaim District Email Full OwnAsk OwnOffer Phone Tongue Word; do
  case $1$what in MAsk | EOffer | MSharedaim) continue ;; esac
  printf '%s\n' "$1-$what"; done | sort | tr '\n' ' ' | sed 's/ $//'; }
# The pair is open. Of their own a person sees what they wrote, asked, offered and told; that is left out by the third word.
told() { for what in Address District Email Full OwnAsk OwnOffer Phone Question Tongue; do printf '\\|^%s-%s' "$1" "$what"; done; }
own='^M-Offer\|^M-Next\|^M-Word\|^M-Called\|^M-Thanks\|^M-Bar\|^M-Change\|^M-Gained\|^M-Listened\|^M-Split'$(told M)
look "opened" mentor "$own" "E-Aim E-Ask E-Called E-Email E-Sharedaim " "the mentor sees the ask, the aims, what they are called, and the e-mail that was ticked"
is "$(found "$folder/seen-mentor" | grep -c '^M-Word$\|^M-Next$')" 2 "and their own words"
is "$(grep -c '<li>Humour</li>' "$folder/seen-mentor" | sed 's/[1-9][0-9]*/yes/')" yes "and all the mentee's values"
own='^E-Ask\|^E-Next\|^E-Word\|^E-Called\|^E-Thanks\|^E-Bar\|^E-Aim\|^E-Shared\|^E-Change\|^E-Gained\|^E-Listened\|^E-Split'$(told E)
look "opened" mentee "$own" "M-Called M-Offer M-Phone " "the mentee sees the offer, what they are called, and the phone number that was ticked"
is "$(grep -c '<li>Calm</li>' "$folder/seen-mentee" | sed 's/[1-9][0-9]*/yes/') $(grep -c '<li>Honesty</li>' "$folder/seen-mentee")" "yes 0" "and the values that both have, no other"
look "opened" other nothing "" "a person who is in another pair sees nothing of the two"
look "opened" visitor nothing "" "nor does a visitor"
look "opened" coordinator nothing "$(seen_at_desk E) $(seen_at_desk M) " \
  "a coordinator sees all but the notes for next time, the two private answers, the thanks, the names and the concerns"
# A lead sees people and pairs without what they aim at and say of each other, and names and concerns, but for those about the people who run it.
seen_by_lead() { # what is seen with a concern
  { for letter in E M; do { seen_at_desk $letter | tr ' ' '\n' | grep -vE -- '-(Change|Gained|Nextstep|Sharedaim)$'; echo "$letter-Barperson"; }; done
    printf '%s\n' C-About C-Reply C-What "$@"; } | LC_ALL=C sort | tr '\n' ' '
}
with_concern='E-Aim E-Change E-Gained E-Nextstep E-Sharedaim M-Change M-Gained M-Nextstep'
look "opened" safeguarding-lead nothing "$(seen_by_lead)" "a safeguarding lead sees people and pairs without their aims and answers, and the names and the concerns that are theirs"
looks() { ask "select count(*) from concern_look where person_id = $lead"; }
lead=$(ask "select person_id from role where role = 'lead' order by person_id limit 1")
concern=$(ask "select id from concern where who_about = 'CqzqzAbout'")
about_us=$(ask "select id from concern where who_about = 'TqzqzAbout'")
ask "insert into concern_entry (concern_id, number, at, kind, words, pair_id) values ($about_us, 1, 0, 'tie', '', $pair)"
look "opened" safeguarding-lead nothing "$(seen_by_lead)" "a concern that is not theirs to read shows a lead no more, of the pair that was tied to it"
ask "insert into concern_entry (concern_id, number, at, kind, words, pair_id) values ($concern, 1, 0, 'tie', '', $pair); delete from concern_look"
# shellcheck disable=SC2086 # a word each
look "opened" safeguarding-lead nothing "$(seen_by_lead $with_concern)" "with a concern that they may read, also the aims, and what was said to reviews"
ask "delete from concern_look"
get desk "/lead-pair/$pair" ''
is "$(looks)" 1 "and the look stands with the concern"
ask "delete from concern_look"
get desk "/lead-person/$mentee" ''
get desk "/lead-pair/$stranger" ''
is "$(looks)" 1 "that at the person too, and none where there is no concern"
ask "update concern set not_for = $lead where id = $concern"
get desk "/lead-pair/$pair" ''
is "$status $(found "$folder/plain" | grep -c -- '-\(Aim\|Change\|Gained\)$')" "200 0" "whom a concern names sees the pair as if there were none"
ask "update concern set not_for = null, state = 'closed' where id = $concern"
get desk "/lead-pair/$pair" ''
is "$(found "$folder/plain" | grep -c -- '-\(Aim\|Change\|Gained\)$')" 0 "and nobody sees more once it is closed"
ask "update concern set state = 'new' where id = $concern; delete from concern_entry where concern_id in ($concern, $about_us)"
look "opened" trustee nothing "E-Full M-Full T-About T-Reply T-What " "the trustee sees those, who told them and the names of their pairs, alone"

# What has only a few answers, turned round. The audit has grown since by a row: that the file of everybody was taken.
compared() { masked "$folder/seen-$1" | awk '/^= / { skip = $0 == "= desk/audit" } !skip'; }
turned() { # WHO WHAT-CHANGES SENTENCE
  come_in "$1"
  seen "$1"
  compared "$1" >"$folder/before"
  ask "begin; $2; commit"
  seen "$1"
  compared "$1" >"$folder/after"
  is "$(diff "$folder/before" "$folder/after" | grep '^[<>]' | head -4)" "" "$3"
}
of_mentor="update person set age_band = '18-29' where id = $mentor;
  update feedback set did_meet = 'no', productive = 'no', useful = 'bit', energising = 'no', split = 'advising' where side = 'mentor' and meeting_id in (select id from meeting where pair_id = $pair)"
of_mentee="update person set age_band = '60-74' where id = $mentee;
  update feedback set did_meet = 'no', productive = 'no', useful = 'bit', energising = 'no', listened = 'no' where side = 'mentee' and meeting_id in (select id from meeting where pair_id = $pair)"
turned mentee "$of_mentor; $(unwell "$mentor")" "no page of the mentee's changes with the mentor's age or answers, or how the mentor is"
turned mentor "$of_mentee; $(unwell "$mentee")" "no page of the mentor's changes with the mentee's age or answers, or how the mentee is"
come_in safeguarding-lead
for one in $(ask 'select id from concern'); do get desk "/concern/$one" ''; done
turned safeguarding-lead "update feedback set did_meet = 'no', productive = 'no', useful = 'bit', energising = 'no', listened = 'no', split = 'listening', next_time = 'x' where meeting_id in (select id from meeting where pair_id = $pair);
  update aim set kind = 'personal', state = 'reached'; $(unwell "$mentor, $mentee")" "no page of a lead's changes with what was said of a meeting, with how anybody is, or with the aims, without a concern"
turned coordinator "update feedback set split = 'listening' where side = 'mentor'; update feedback set listened = 'yes' where side = 'mentee';
  update concern set state = 'taken'; insert into concern (who_about, what, due_at, raised_at) values ('x', 'y', 0, 0); $(unwell "$mentor, $mentee")" \
  "no page of a coordinator's changes with how the time was split, who felt listened to, how anybody is, or whether there are concerns"

# Before both have said yes, and before a coordinator has opened the pair.
ask "delete from feedback where meeting_id in (select id from meeting where pair_id = $pair); delete from meeting where pair_id = $pair; delete from pair where id = $pair;
  update proposal set state = 'sent', mentor_answer = '', mentee_answer = '' where id = $proposal"
for state in sent agreed; do
  [ $state = sent ] || ask "update proposal set state = 'agreed', mentor_answer = 'yes', mentee_answer = 'yes' where id = $proposal"
  look $state mentor '^M-Offer\|^M-Called\|^M-Thanks\|^M-Bar'$(told M) "E-Ask E-Called " "the mentor sees the ask and what they are called, alone"
  is "$(grep -c '<li>Calm</li>' "$folder/seen-mentor" | sed 's/[1-9][0-9]*/yes/') $(grep -c '<li>Humour</li>' "$folder/seen-mentor")" "yes 0" "$state: and the values that both have"
  look $state mentee '^E-Ask\|^E-Called\|^E-Thanks\|^E-Bar'$(told E) "M-Called M-Offer " "the mentee sees the offer and what they are called, alone"
  is "$(grep -c '<li>Calm</li>' "$folder/seen-mentee" | sed 's/[1-9][0-9]*/yes/') $(grep -c '<li>Honesty</li>' "$folder/seen-mentee")" "yes 0" "$state: and the values that both have"
done

# Every mail that there is, to both: what they are called themselves, and nothing of anybody else.
for mail in "$srcdir"/templates/mail/*.xml; do
  kind=$(basename "$mail" .xml)
  ask "insert into outbox (person_id, kind, recipient, language, not_before, created_at) select id, '$kind', email, 'en', 0, 0 from person where id in ($mentor, $mentee)"
done
cookie=
while [ "$(ask "select count(*) from outbox where state = 'waiting' and not_before < unixepoch()")" -gt 0 ]; do get signup /home ''; done
is "$(cat "$SITE"/data/mail/*.eml | grep -c '^To: <[ME]qzqz')" "$(ls "$srcdir"/templates/mail/*.xml | wc -l | awk '{ print 2 * $1 }')" "every mail was written to both"
for letter in M E; do
  grep -l "^To: <${letter}qzqzEmail" "$SITE"/data/mail/*.eml | xargs cat | grep -v '^To: ' >"$folder/mailed"
  is "$(found "$folder/mailed")" "$letter-Called" "a mail says what its reader is called, and no more of anybody"
done
done_testing
