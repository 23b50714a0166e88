#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# docs/privacy.md, cell by cell. Every field of a mentor and a mentee holds a word that stands nowhere else;
# every page of every program is opened by everybody, with the numbers of these two and of others, and every
# mail is read. What has only a few answers is turned round: where it may not be seen, no page changes.
. "$srcdir/tests/page/lib.sh"

# The mentor and the mentee of the doors; and of another pair, for whom these two are strangers.
pair=$(ask "select min(p.id) from pair p join proposal q on q.id = p.proposal_id join person m on m.id = q.mentor_id
  join person e on e.id = q.mentee_id where m.email <> '' and e.email <> ''")
proposal=$(ask "select proposal_id from pair where id = $pair")
mentor=$(ask "select mentor_id from proposal where id = $proposal")
mentee=$(ask "select mentee_id from proposal where id = $proposal")
their_door() { sed -n "s#^sign-in $1 http://localhost/account\([^ ]*\).*#\1#p" "$folder/doors" | head -1; }
stranger=$(ask "select min(p.id) from pair p join proposal q on q.id = p.proposal_id join person m on m.id = q.mentor_id
  join person e on e.id = q.mentee_id where m.email <> '' and e.email <> '' and not (q.mentor_id in ($mentor, $mentee) or q.mentee_id in ($mentor, $mentee))")
ask "update person set phone = email, email = '' where email <> '' and id in (select mentor_id from proposal) and id not in (select q.mentor_id from pair p join proposal q on q.id = p.proposal_id where p.id = $stranger);"
"$builddir/tools/bothways-demo" doors http://localhost >"$folder/doors-of-others"
other=$(sed -n "s#^sign-in mentor http://localhost/account\([^ ]*\).*#\1#p" "$folder/doors-of-others")
ask "update person set email = phone where email = '' and phone like '%@%'"

# Nothing else between the two: no second pair, no other proposal.
ask "delete from pair where id <> $pair and proposal_id in (select id from proposal where mentor_id in ($mentor, $mentee) or mentee_id in ($mentor, $mentee));
  delete from proposal where id <> $proposal and (mentor_id in ($mentor, $mentee) or mentee_id in ($mentor, $mentee));
  delete from bar where person_id in ($mentor, $mentee);
  delete from feedback where meeting_id in (select id from meeting where pair_id <> $pair)"

# The words: Mqzqz… are the mentor's, Eqzqz… the mentee's, Cqzqz… and Tqzqz… of concerns.
mark() { # letter person side
  signup=$(ask "select max(id) from signup where person_id = $2")
  ask "update person set call_name = '$1qzqzCalled', full_name = '$1qzqzFull', reach = 'email phone post', email = '$1qzqzEmail@example.org', phone = '$1qzqzPhone',
    address = '$1qzqzAddress', thanks_to = '$1qzqzThanks' where id = $2;
  update signup set district = '$1qzqzDistrict', other_tongue = '$1qzqzTongue', question = '$1qzqzQuestion', reason = '$1qzqzReason' where id = $signup;
  delete from ask where signup_id = $signup and id <> (select ask_id from proposal where id = $proposal);
  delete from offer where signup_id = $signup and id <> (select offer_id from proposal where id = $proposal);
  insert into ask (signup_id, topic_id, words, since) select $signup, min(id), '$1qzqzOwnAsk', 0 from topic where programme_id = (select programme_id from signup where id = $signup);
  insert into offer (signup_id, topic_id, words) select $signup, min(id), '$1qzqzOwnOffer' from topic where programme_id = (select programme_id from signup where id = $signup);
  insert or ignore into feedback (meeting_id, side, did_meet, given_at) select id, '$3', 'yes', 0 from meeting where pair_id = $pair;
  insert into review (pair_id, number, side, kind, answer, words, gained, next_step, given_at)
    values ($pair, 1, '$3', 'trial', 'go-on', '$1qzqzChange', '$1qzqzGained', '$1qzqzNextstep', 0);
  update feedback set listened = '$1qzqzListened', split = '$1qzqzSplit', next_time = '$1qzqzNext', private_word = '$1qzqzWord'
   where side = '$3' and meeting_id in (select id from meeting where pair_id = $pair)"
}
mark_bars() { for kind in $kinds; do ask "insert into bar (person_id, kind, words, folded) values ($2, '$kind', '$1qzqzBar$kind', '$1qzqz$kind')"; done; }
kinds=$(sed -n "/^create table bar /,/^)/s/.*check (kind in (\(.*\))),/\1/p" "$srcdir"/sql/schema/*.sql | tr -d "',")
ask "delete from aim where pair_id = $pair; delete from review where pair_id = $pair;
  insert into aim (pair_id, number, kind, words, shared, since, changed_at) values ($pair, 1, 'practical', 'EqzqzAim', 0, 0, 0), ($pair, 2, 'personal', 'EqzqzSharedaim', 1, 0, 0)"
mark M "$mentor" mentor
mark E "$mentee" mentee
mark_bars M "$mentor"
mark_bars E "$mentee"
ask "update offer set words = 'MqzqzOffer' where id = (select offer_id from proposal where id = $proposal);
  update ask set words = 'EqzqzAsk' where id = (select ask_id from proposal where id = $proposal);
  update signup set core_values = 'calm honesty' where person_id = $mentor; update signup set core_values = 'calm humour' where person_id = $mentee;
  update person set age_band = '75-' where id = $mentor; update person set age_band = '30-44' where id = $mentee;
  update proposal set mentor_shows = 'phone', mentee_shows = 'email' where id = $proposal;
  insert into concern (raised_by, who_about, what, reply_to, about_us, due_at, raised_at) values ($mentee, 'CqzqzAbout', 'CqzqzWhat', 'CqzqzReply', 0, 0, 0),
    ($mentee, 'TqzqzAbout', 'TqzqzWhat', 'TqzqzReply', 1, 0, 0)"

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
    echo "= $program$path"
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
# The words in a file, as M-Called.
found() { sed -n 's/[METC]qzqz[A-Z]/\n&/gp' "$1" | sed -n 's/^\([METC]\)qzqz\([A-Za-z]*\).*/\1-\2/p' | sort -u; }
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
look "opened" safeguarding-lead nothing "C-About C-Reply C-What E-Barperson E-Called E-Full M-Barperson M-Called M-Full " "a safeguarding lead sees the names and the concerns, but for those about the people who run it"
look "opened" trustee nothing "E-Full M-Full T-About T-Reply T-What " "the trustee sees those, who told them and the names of their pairs, alone"

# What has only a few answers, turned round.
turned() { # WHO WHAT-CHANGES SENTENCE
  come_in "$1"
  seen "$1"
  masked "$folder/seen-$1" >"$folder/before"
  ask "begin; $2; commit"
  seen "$1"
  masked "$folder/seen-$1" >"$folder/after"
  is "$(diff "$folder/before" "$folder/after" | grep '^[<>]' | head -4)" "" "$3"
}
of_mentor="update person set age_band = '18-29' where id = $mentor;
  update feedback set did_meet = 'no', productive = 'no', useful = 'bit', energising = 'no', split = 'advising' where side = 'mentor' and meeting_id in (select id from meeting where pair_id = $pair)"
of_mentee="update person set age_band = '60-74' where id = $mentee;
  update feedback set did_meet = 'no', productive = 'no', useful = 'bit', energising = 'no', listened = 'no' where side = 'mentee' and meeting_id in (select id from meeting where pair_id = $pair)"
turned mentee "$of_mentor" "no page of the mentee's changes with the mentor's age or answers"
turned mentor "$of_mentee" "no page of the mentor's changes with the mentee's age or answers"
turned coordinator "update feedback set split = 'listening' where side = 'mentor'; update feedback set listened = 'yes' where side = 'mentee';
  update concern set state = 'taken'; insert into concern (who_about, what, due_at, raised_at) values ('x', 'y', 0, 0)" \
  "no page of a coordinator's changes with how the time was split, who felt listened to, or whether there are concerns"

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
