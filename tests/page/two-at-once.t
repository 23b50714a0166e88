#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Two coordinators at once never undo each other: the second is told who changed what they were looking at,
# and keeps what they typed.
# Hundreds of processes for pages that other tests ask too: what is lost is looked for there, as it takes half the time of each.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
first=$cookie
sign_in safeguarding-lead
second=$cookie
lead=$(ask "select person_id from role where role = 'lead' order by person_id limit 1")
ask "insert or ignore into role (person_id, role) values ($lead, 'coordinator')"
name=$(ask "select call_name from person where id = (select person_id from role where role = 'coordinator' and person_id <> $lead order by person_id limit 1)")
# The reading of a page by the second, before the first is faster.
look() { cookie=$second; get desk "$1" ''; seen="token=$(field token)&once=$(field once)&filled=$(field filled)"; }
late() { cookie=$second; request POST desk "$1" '' "$seen&$2"; }

signup=$(ask "select id from signup where state = 'sent' order by id limit 1")
look "/signup/$signup"
cookie=$first
post desk "/signup/$signup" 'decision=approve'
is "$status" 303 "the first approves"
late "/signup/$signup" 'decision=decline&reason=No+room+for+knitting'
is "$status" 409 "the second is told that they are late"
shows "$name was faster" "and by whom"
shows "No room for knitting" "and what they typed is still there"
is "$(ask "select state, reason from signup where id = $signup")" "approved|" "nothing of the first is undone"

# A form of settings has no state: what it was filled with tells.
fields=$(cookie=$first; get desk /weights/1 ''; grep -o '<input[^>]*type="number"[^>]*>' "$folder/plain" \
  | sed 's/.*name="\([a-z_-]*\)".*value="\([0-9]*\)".*/\1=\2/' | tr '\n' '&')
look /weights/1
cookie=$first
post desk /weights/1 "$(echo "$fields" | sed 's/topic=[0-9]*/topic=90/')"
is "$status" 303 "the first sets what counts"
late /weights/1 "$(echo "$fields" | sed 's/topic=[0-9]*/topic=50/')"
is "$status" 409 "the second, who had read the page before, is told"
shows "$name was faster" "and by whom"
is "$(sed -n 's/.*id="topic"[^>]*value="\([0-9]*\)".*/\1/p' "$folder/plain")" 50 "what they typed is still there"
is "$(ask "select points from part where programme_id = 1 and kind = 'topic'")" 90 "the first's stands"
seen="token=$(field token)&once=$(field once)&filled=$(field filled)"
late /weights/1 "$(echo "$fields" | sed 's/topic=[0-9]*/topic=50/')"
is "$status" 303 "pressed again, now that they know, it is kept"
is "$(ask "select points from part where programme_id = 1 and kind = 'topic'")" 50 "as they wanted"

# One's own change is no reason: who goes Back and presses again means it.
look /weights/1
late /weights/1 "$(echo "$fields" | sed 's/topic=[0-9]*/topic=60/')"
late /weights/1 "$(echo "$fields" | sed 's/topic=[0-9]*/topic=70/')"
is "$status" 303 "one's own earlier page is no stranger's"

is "$(ask 'pragma integrity_check') $(ask 'pragma foreign_key_check')" "ok " "so far the database is sound"
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "the audit's chain holds, and all that must always be true"

# A line of the list: what it says is in its press. Somebody else's answer, and any other change, make it another line.
ask "update person set email_checked_at = 5 where email <> ''; update signup set talk_ask = 0, talk_offer = 0"
signup=$(ask "select id from signup where state = 'sent' order by id limit 1")
look /todo
press=$(grep -o "value=\"signup\.$signup\.[^\"]*" "$folder/plain" | sed 's/value="//')
cookie=$first
post desk "/signup/$signup" 'decision=ask&question=When+is+good'
late /todo "act=$press"
is "$status" 409 "a line that somebody else has answered is not answered again"
shows "$name was faster" "who it was is said"
is "$(ask "select state from signup where id = $signup")" asked "what they did stands"
is "$(grep -c 'name="act"' "$folder/plain" | awk '{ print ($1 > 0) }')" 1 "and the list is there as it is now"
ask "update signup set state = 'sent' where id = $signup"
look /todo
press=$(grep -o "value=\"signup\.$signup\.[^\"]*" "$folder/plain" | sed 's/value="//')
ask "update person set email = 'elsewhere@example.org', call_name = 'Somebody else' where id = (select person_id from signup where id = $signup)"
late /todo "act=$press"
is "$status" 409 "a line that says something else by now is another"
look /todo
press=$(grep -o "value=\"signup\.$signup\.[^\"]*" "$folder/plain" | sed 's/value="//')
late /todo "act=$press"
once=$status
late /todo "act=$press"
is "$once $status $(ask "select count(*) from audit where verb = 'signup.approve' and subject_id = $signup")" "303 303 1" "pressed twice is pressed once"
look /todo
late /todo "act=signup.$signup.AAAAAAAAAAAA"
is "$status" 409 "a press that no page has shown does nothing"

# What follows asks each form of the desk on a copy of the site, and compares: a sanitizer changes nothing of that, and forms are sent under it elsewhere.
if [ "${BOTHWAYS_TEST:-short}" = short ] && grep -q __asan_init "$builddir/programs/signup"; then
  done_testing
  exit 0
fi

# Every form of the desk: read by one, something done there by the other, and then sent as it was read. First, that there is
# something for each.
cookie=
post account /complaint 'kind=data-request&words=What+do+you+hold&reply_to=By+phone'
sign_in mentee
post account /erase ''
cookie=$second
post desk "/concern/$(ask "select min(id) from concern")" 'act=take'
tied=$(ask "select p.full_name from pair y join proposal z on z.id = y.proposal_id join person p on p.id = z.mentor_id where y.state = 'trial' and p.state = 'active' order by y.id limit 1")
post desk "/concern-pairs/$(ask "select min(id) from concern")" "act=tie&who=$(echo "$tied" | tr ' ' '+')"
post desk "/death/$(ask "select max(z.mentor_id) from proposal z join pair y on y.proposal_id = z.id join person p on p.id = z.mentor_id where y.state = 'active' and p.state = 'active'")" 'act=die'
ask "insert into bar (person_id, kind, words, folded) select min(id), 'family', 'Zed Nobody', 'zed nobody' from person where state = 'active';
  update pair set state = 'paused', before_pause = 'active', paused_why = 'conflict' where id in (select id from pair where state = 'active' order by id desc limit 3);
  insert or ignore into role (person_id, role) select person_id, 'lead' from role where role = 'coordinator';
  insert into bar (person_id, kind, words, folded, other_id, state) select min(id), 'line', '', '', max(id), 'tied' from person where state = 'active';
  insert into organisation (name, folded) values ('Ty Hafan', 'tyhafan');
  insert into invitation (by_id, kind, ask_id, name, due_at, at)
    select min(q.person_id), 'suggest', min(a.id), 'Olwen Letter', unixepoch() + 2592000, unixepoch() from ask a join signup s on s.id = a.signup_id, signup q
    where a.state = 'open' and s.state = 'approved' and q.state = 'approved' and q.person_id <> s.person_id" >/dev/null
# Somebody who has signed up twice, and waits; and a card of codes.
cookie=$first
everyday=$(ask "select min(id) from programme where state = 'open' and kind = 'everyday'")
for full in Nest+P%C5%B5yll Nest+Pwyll; do
  post desk "/new-person/$everyday" "how=phone&call_name=Nest&full_name=$full&reach=phone&phone=01632+960+888&language=en&adult=yes&heard=yes&ask_topic_id=$(ask "select min(id) from topic where programme_id = $everyday")&offer_topics=$(ask "select max(id) from topic where programme_id = $everyday")&capacity=1&ways=phone"
done
post desk "/signup/$(ask 'select max(id) - 1 from signup')" 'decision=approve'
carded=$(ask "select min(person_id) from signup where state = 'approved' and person_id in (select id from person where email = '' and state = 'active')")
get desk "/new-card/$carded" ''
request POST desk "/new-card/$carded" '' "token=$(field token)&once=$(field once)&sealed=$(field sealed)"
# How people are is asked, and nobody has said it yet.
ask "update programme set measures = 'ucla-3 direct ons-4'; delete from measure"
# When they were last seen is no change of anybody's.
ask "update browser set seen_at = unixepoch() + 3600; pragma wal_checkpoint(truncate)" >/dev/null
# Of these nothing is compared, and why.
cat >"$folder/not-compared" <<'END'
/people           finds somebody
/import           looks at what was sent; what is put in is what was looked at (tests/page/import.t has two at once)
/what-if          looks at other weights, and keeps none
/audit            looks for rows
/report           asks for a report
/lead-find        finds somebody
/erase            finds somebody
/help             what it changes is the helper's own login
/letters          what it changes is mail, which a page also sends by itself
/hand-over        makes a file for whoever asks
/news             there is none; that it was read is a setting
/charity          settings, which tests/page/charity.t has two change at once
/colours          the same
/mail             of the site keeper, who is neither of these two: settings
/backups          the same: files
/take-away        the same: a file
/restore          the same: the whole database
/own-pages        the same: files
/own-page         the same
/words            the same: finds a sentence
/word             the same: files; own-desk.t has two at one sentence
/language         files; languages.t has two readers at once
/sentence         the same: there, too
END
python3 "$srcdir/tests/page/two-at-once.py" "$builddir" "$SITE" "$second" "$first" $(forms desk) >"$folder/said" 2>&1
# What may be kept all the same: another line of a list, somebody new, an absence of one's own, a match made anew (what was kept stays).
is "$(grep 'kept' "$folder/said" | grep -vE '^/(todo|rests|away|invite|new-person/:programme_id|new-programme|new-topic/:programme_id|run/:programme_id): ')" "" "of no form of the desk does the second undo what the first did"
sed -n 's#^\(/[^/: ]*\)[^ ]*: untried$#\1#p' "$folder/said" | sort >"$folder/untried"
sed 's/ .*//' "$folder/not-compared" | sort >"$folder/named"
is "$(grep -vxF -f "$folder/named" "$folder/untried")" "" "each was tried, but for those that are named with a reason"
is "$(grep -vxF -f "$folder/untried" "$folder/named")" "" "and none is named that was tried"
# What breaks comes first in its line. Pairs of /rests were let rest above, by no act that the audit has.
is "$(grep -vE '^/rests: breaks BROKEN  pair-audit: pair[ 0-9]+, kept 303 pair task$' "$folder/said" | grep -vE '^/[^ ]*: (late|same|kept|untried)')" "" "none failed, and what must always be true is so after each"
sed 's/^/# /' "$folder/said"
echo "# $(wc -l <"$folder/said") forms, $(grep -vc untried "$folder/said") tried, $(grep -c 'late' "$folder/said") told to be late"
done_testing
