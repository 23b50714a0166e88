#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Short lessons: the programme says which come before a first meeting; a person reads them on their own pages, once; a coordinator
# notes one that was done in person, and sees at the pair, at the proposal and in the list what is left; the first mail names it.
. "$srcdir/tests/page/lib.sh"
done_of() { ask "select lessons from person where id = $1"; }
today=$(date -u +%F)
pair=$(ask "select min(y.id) from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
  where y.state in ('trial', 'active') and m.state = 'active' and e.state = 'active' and m.email <> ''
    and not exists (select 1 from role r where r.person_id in (m.id, e.id))")
mentor=$(ask "select z.mentor_id from pair y join proposal z on z.id = y.proposal_id where y.id = $pair")
mentee=$(ask "select z.mentee_id from pair y join proposal z on z.id = y.proposal_id where y.id = $pair")
programme=$(ask "select z.programme_id from pair y join proposal z on z.id = y.proposal_id where y.id = $pair")
is "$(ask "select count(*) > 10 from person where lessons like '%=self%'") $(ask "select count(*) > 0 from person where lessons like '%=person%'")" "1 1" "people of the demo site have read some, and some did them in person"

# The programme.
sign_in coordinator
coordinators=$cookie
settings='state=open&moderation=careful&trial_meetings=4&trial_days=50&review_days=100&quiet_days=20&open_asks=2&group_most=1&reverse_years=25&mentee_weeks=0'
post desk "/programme/$programme" "$settings&mentor_lessons=asking&mentor_lessons=safety&mentee_lessons=mentored&mentee_lessons=safety"
is "$status $(ask "select mentor_lessons || '|' || mentee_lessons from programme where id = $programme")" "303 asking safety|mentored safety" "the programme says which come before a first meeting"
post desk "/programme/$programme" "$settings&mentor_lessons=boxing"
is "$status $(ask "select mentor_lessons from programme where id = $programme")" "422 asking safety" "a lesson that is none is refused"

# Somebody reads one.
sign_in mentee
me=$signed_in
ask "update person set lessons = '' where id = $me; update ask set state = 'open' where signup_id = (select id from signup where person_id = $me and programme_id = $programme); delete from offer where signup_id in (select id from signup where person_id = $me) and id not in (select offer_id from proposal);
  update offer set state = 'closed' where signup_id in (select id from signup where person_id = $me); delete from signup where person_id = $me and programme_id <> $programme and not exists (select 1 from ask a where a.signup_id = signup.id)
    and not exists (select 1 from offer o where o.signup_id = signup.id); update programme set mentor_lessons = 'asking safety', mentee_lessons = 'mentored safety'"
listed() { grep -o 'href="/account/lesson/[a-z]*' "$folder/plain" | sed 's,.*/,,' | tr '\n' ' '; }
ask "update pair set state = 'ended', ended_how = 'planned', ended_at = 1 where proposal_id in (select id from proposal where mentor_id = $me)"
get account /me ''
is "$(listed)" "mentored safety " "a person's own page lists what is left of what is wanted of a mentee"
get account /lesson/safety ''
is "$status $(words | grep -c 'To think about:') $(grep -c '<h1>' "$folder/plain")" "200 1 1" "a lesson ends with something to think about"
post account /lesson/safety ''
is "$status $(place) $(done_of "$me")" "303 /account/me#main safety=$today=self" "and is read once"
get account /me ''
is "$(listed)" "mentored " "then it is gone from the list"
get account /lesson/safety ''
is "$status $(words | grep -c 'You have done this') $(grep -c '<form method="post">.*I have read' "$folder/plain")" "200 1 0" "it says so, and asks nothing twice"
ask "update person set lessons = 'safety=2026-01-02=self' where id = $me"
token=$(get account /lesson/mentored ''; field token)
request POST account /lesson/safety '' "token=$token&once=$(field once)"
is "$(done_of "$me")" "safety=2026-01-02=self" "sent again it keeps its first day"
get account /lesson/boxing ''
is "$status" 404 "there is no other"
ask "update offer set state = 'open' where signup_id in (select id from signup where person_id = $me)"
offers=$(ask "select count(*) from offer o join signup s on s.id = o.signup_id where s.person_id = $me")
get account /me ''
is "$(listed)" "$([ "$offers" -gt 0 ] && echo 'mentored asking ' || echo 'mentored ')" "whoever offers something as well has a mentor's too"

# At the desk.
cookie=$coordinators
ask "update person set lessons = 'safety=2026-01-02=self' where id in ($mentor, $mentee); delete from offer where signup_id in (select id from signup where person_id = $mentee) and id not in (select offer_id from proposal)"
get desk "/person/$mentor" ''
is "$status $(words | grep -c 'Read on Friday 2 January 2026')" "200 1" "somebody's page says what they have done, how and when"
before=$(words | grep -c 'Did a short lesson in person')
post desk "/person/$mentor" "filled=$(field filled)&lesson=asking"
is "$status $(done_of "$mentor")" "303 safety=2026-01-02=self asking=$today=person" "a coordinator notes one as done in person"
is "$(ask "select verb || ' ' || subject || ' ' || columns from audit order by id desc limit 1")" "lesson.person person lessons" "the audit knows that, and not which"
get desk "/person/$mentor" ''
is "$before $(words | grep -c 'Done in person on') $(words | grep -c 'Did a short lesson in person')" "0 1 1" "their page and their story say so"
get desk "/pair/$pair" ''
is "$status $(words | grep -oE 'has done them all\.|has not done these yet: *Being mentored' | sed 's/: *B/: B/' | tr '\n' '|')" "200 has done them all.|has not done these yet: Being mentored|" "the pair's page says who has done them, and what is left"
post desk "/person/$mentor" "filled=$(field filled)&lesson=asking"
is "$(done_of "$mentor")" "safety=2026-01-02=self" "what was noted by mistake is taken back"
post desk "/person/$mentor" "filled=$(field filled)&lesson=safety"
is "$(done_of "$mentor")" "safety=2026-01-02=self" "what they have read themselves stays theirs"
post desk "/person/$mentor" "filled=$(field filled)&lesson=boxing"
is "$status $(done_of "$mentor")" "422 safety=2026-01-02=self" "another word is no lesson"
ask "update programme set mentor_lessons = '', mentee_lessons = '' where id = $programme"
get desk "/pair/$pair" ''
hides 'Lessons before the first meeting' "where the programme wants none nothing is said"
ask "update programme set mentor_lessons = 'asking', mentee_lessons = 'mentored'"

# Before it is opened: the list, the proposal, and the mail.
proposal=$(ask "select min(id) from proposal where state = 'agreed'")
[ -n "$proposal" ] || proposal=$(ask "update pair set state = 'ended', ended_how = 'planned' where id = $pair; update proposal set state = 'agreed' where id = (select proposal_id from pair where id = $pair) returning id")
mentor=$(ask "select mentor_id from proposal where id = $proposal")
ask "update person set lessons = '', language = 'cy', email = 'owen@example.org' where id = $mentor"
get desk "/proposal/$proposal" ''
is "$status $(words | grep -c 'Lessons before the first meeting') $(words | grep -c 'It is for you to decide')" "200 1 1" "a proposal that both have agreed to says what is left, and that it is no bar"
get desk /todo 'whose=all'
is "$(words | grep -c 'Not all have done the lessons for a first meeting')" 1 "and so does the list"
ask "update outbox set state = 'cancelled', sealed = ''; insert into outbox (person_id, kind, recipient, language, not_before, created_at) values ($mentor, 'opened', 'owen@example.org', 'cy', 1, 1), ($mentor, 'opened', 'owen@example.org', 'en', 1, 1)"
rm -rf "$SITE/data/mail"
"$builddir/programs/bothways" post >/dev/null
# The text of a mail in Welsh is base64 or not, as it needs.
written() { for mail in "$SITE"/data/mail/*.eml; do tr -d '\r' <"$mail" | sed '1,/^$/d' | base64 -d 2>/dev/null || tr -d '\r' <"$mail" | sed '1,/^$/d'; done | sed 's/=20$//; s/=$//'; }
is "$(written | grep -c 'Asking good questions') $(written | grep -c "$(sed -n '/^msgid "Asking good questions"/{n;s/msgstr "\(.*\)"/\1/p}' "$srcdir/locale/cy.po" | head -1)")" "1 1" "the first mail names what is left, in the reader's language"
ask "update person set lessons = 'asking=2026-01-02=self mentored=2026-01-02=person safety=2026-01-02=self listening=2026-01-02=self' where id = $mentor;
  insert into outbox (person_id, kind, recipient, language, not_before, created_at) values ($mentor, 'opened', 'owen@example.org', 'en', 1, 1)"
rm -rf "$SITE/data/mail"
"$builddir/programs/bothways" post >/dev/null
is "$(written | grep -c 'You have both said yes') $(written | grep -c 'lessons')" "1 0" "with nothing left it names none"
done_testing
