#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Concerns and private lists: who reads them, and that nobody else can tell that they are there, by any page, mail,
# count or row of the audit. Markers stand in every word that only some may see.
. "$srcdir/tests/page/lib.sh"

# crawl: every page of every program, with the numbers that there are; what was seen is in $folder/seen.
crawl() { # each page's own line is before it
  : >"$folder/seen"
  for program in account desk feedback match setup signup; do
    for route in $(routes $program); do
      case $route in
        */:link | */:key | */:slug) continue ;;
        */:*) for number in $(printf "%s\n" 1 "$pair" "$concern" "$bar" | sort -un); do
            get $program "${route%%:*}$number" ''
            printf '\n== %s\n' "$program$route $number $status" >>"$folder/seen"
            cat "$folder/plain" >>"$folder/seen"
          done ;;
        *) get $program "$route" ''
          printf '\n== %s\n' "$program$route $status" >>"$folder/seen"
          cat "$folder/plain" >>"$folder/seen" ;;
      esac
    done
  done
}
sees() { is "$(grep -c "$1" "$folder/seen" | awk '{ print ($1 > 0) }')" 1 "$2"; }
never() { is "$(awk -v m="$1" '/^== /{ at = $0 } index($0, m) { print at }' "$folder/seen" | head -5)" "" "$2"; }
pages() { is "$([ "$(grep -c '^== .* 200$' "$folder/seen")" -gt "$1" ] && echo many)" many "of more than $1 pages"; }

mentee=$(ask "select z.mentee_id from pair y join proposal z on z.id = y.proposal_id join person p on p.id = z.mentee_id join person q on q.id = z.mentor_id where p.email <> '' and q.email <> '' order by y.id limit 1")
pair=$(ask "select min(y.id) from pair y join proposal z on z.id = y.proposal_id join person p on p.id = z.mentee_id join person q on q.id = z.mentor_id where p.email <> '' and q.email <> ''")
mentor=$(ask "select z.mentor_id from pair y join proposal z on z.id = y.proposal_id where y.id = $pair")
mentor_name=$(ask "select full_name from person where id = $mentor" | tr ' ' '+')
hari=$(ask "select id from person where call_name = 'Hari'")
judith=$(ask "select id from person where call_name = 'Judith'")
is "$(ask "select state from pair where id = $pair" | grep -c 'trial\|active')" 1 "there is a pair that meets"
cp -r "$SITE" "$folder/calm"

# The form.
cookie=
get feedback /concern ''
is "$status" 200 "anybody may tell a worry"
shows "Is somebody in danger now? Ring 999." "999 comes first"
shows "Leave this page quickly" "one can leave quickly"
shows "Delyth" "who runs the programme can be chosen"
hides "Stop our meetings" "who is in no pair is not asked about meetings"
post feedback /concern 'what=&who_about='
is "$status" 422 "what worries is asked for"
post feedback /concern "who_about=A&what=B&stop=$pair"
is "$status $(ask "select state = 'paused' from pair where id = $pair")" "422 0" "who is in no pair stops none"
post feedback /concern 'who_about=A&what=B&about_us=yes&not_for=99999'
is "$status" 422 "nobody can be named who is not there"

# A person's own list, and a worry with the meetings stopped.
sign_in mentee
post account /bars 'organisations=XORGX&departments=XDEPTX&lines=XLINEX&posts=XPOSTX&posts_until.day=1&posts_until.month=2&posts_until.year=2030&family=XFAMX&care=XCAREX&friends=XFRIENDX&people=XPRIVX'
is "$status $(ask "select count(*) from bar where person_id = $mentee and words like 'X%X'")" "303 8" "a person changes whom not to be matched with at any time"
post account /bars 'posts=XPOSTX&posts_until.day=31&posts_until.month=2&posts_until.year=2030'
is "$status" 422 "a day that is none is refused"
bar=$(ask "select id from bar where words = 'XPRIVX'")
get feedback /concern ''
shows "Stop our meetings for now?" "who is in a pair may stop its meetings"
before=$(ask "select max(id) from outbox")
post feedback /concern "who_about=XWHOX&what=XWHATX&reply_to=XREPLYX&stop=$pair"
is "$status $(place)" "303 /feedback/concern-sent#main" "the worry is told"
concern=$(ask "select max(id) from concern")
is "$(ask "select state || ' ' || paused_why from pair where id = $pair")" "paused concern" "and the meetings rest in the same step"
is "$(ask "select group_concat(kind || ' ' || person_id, ', ') from (select kind, person_id from outbox where id > $before order by kind, person_id)")" \
  "$(ask "select group_concat(m, ', ') from (select 'in-touch ' || id as m, id from person where id in ($mentor, $mentee) order by id)"), news $hari" \
  "both hear the same, and the lead that there is news"
REQUEST_METHOD=GET SCRIPT_NAME=/signup PATH_INFO=/ HTTP_HOST=localhost SERVER_PROTOCOL=HTTP/1.1 "$builddir/programs/signup" >/dev/null
for i in 1 2 3 4 5; do REQUEST_METHOD=GET SCRIPT_NAME=/signup PATH_INFO=/ HTTP_HOST=localhost SERVER_PROTOCOL=HTTP/1.1 "$builddir/programs/signup" >/dev/null; done
is "$(cat "$SITE"/data/mail/* 2>/dev/null | grep -cE 'XW|XREPLY|XPRIV|XFAM|concern|worr')" 0 "no mail says more"

# What each sees of it.
private='XPRIVX'
for role in visitor mentor coordinator trustee; do
  cookie=
  [ $role = visitor ] || sign_in $role
  crawl
  for marker in XWHOX XWHATX XREPLYX "$private" 'for a concern' 'concern.raise' 'name.tie'; do
    case "$role $marker" in "trustee for a concern") continue ;; esac
    never "$marker" "a $role never sees $marker"
  done
  case $role in
    coordinator)
      for marker in XORGX XDEPTX XLINEX XPOSTX XFAMX XCAREX XFRIENDX; do sees "$marker" "a coordinator sees $marker"; done
      pages 40 ;;
    *) for marker in XORGX XDEPTX XLINEX XPOSTX XFAMX XCAREX XFRIENDX; do never "$marker" "a $role never sees $marker"; done
      pages 10 ;;
  esac
done
sign_in mentee
crawl
never XWHATX "whoever told it finds it nowhere again"
sees "$private" "a person sees their own list"
never 'for a concern' "nor why they rest"
sign_in safeguarding-lead
crawl
for marker in XWHOX XWHATX XREPLYX "$private" 'concern.raise'; do sees "$marker" "a lead sees $marker"; done

# To a coordinator a pause for a concern and one for a conflict are the same, page by page.
sign_in coordinator
look() { # what a coordinator can look at, but for what differs anyway
  for path in /todo /pairs "/pair/$pair" /ties /organisations /lines /matching /run/1 /run/2 /signups; do
    get desk "$path" ''
    masked "$folder/plain" | sed 's/name="filled" value="[^"]*"//g'
  done
}
rows() { get desk /audit ''; grep -o '<tr><td.*' "$folder/plain" | sed 's#</tr>#&\n#g' | sed -n 's#.*<td><span>\([^<]*\).*dir="ltr">\([a-z.-]*\)</th>.*#\2 \1#p' | head -4; }
mv "$SITE" "$folder/first"
cp -r "$folder/calm" "$SITE"
sign_in mentee
post feedback /concern "who_about=Him&what=He+asked&stop=$pair"
sign_in coordinator
look >"$folder/by-concern"
rows >"$folder/rows-concern"
rm -rf "$SITE"
cp -r "$folder/calm" "$SITE"
sign_in mentee
post account /bars "people=$mentor_name"
is "$(ask "select state || ' ' || paused_why from pair where id = $pair")" "paused conflict" "a name on a private list pauses a pair at once"
sign_in coordinator
look >"$folder/by-conflict"
rows >"$folder/rows-conflict"
is "$(diff "$folder/by-concern" "$folder/by-conflict" | head -5)" "" "to a coordinator both are the same on every page"
is "$([ -s "$folder/by-concern" ] && grep -c 'paused<' "$folder/by-concern" | awk '{ print ($1 > 0) }')" 1 "which say that the meetings are paused"
is "$(grep -v '^bar.change' "$folder/rows-conflict" | grep pair)" "$(grep pair "$folder/rows-concern")" "and in the audit, which names nobody for it"
rm -rf "$SITE"
mv "$folder/first" "$SITE"

# About those who run the programme.
cookie=
post feedback /concern "who_about=The+lead&what=XABOUTX&about_us=yes&not_for=$hari"
named=$(ask "select max(id) from concern")
sign_in safeguarding-lead
get desk /concerns ''
hides "Concern $named" "a lead whom it names does not see it"
get desk "/concern/$named" ''
is "$status" 404 "nor opens it"
post desk "/concern/$named" 'act=take'
is "$(ask "select state from concern where id = $named")" new "nor takes it on"
get desk /audit 'verb=concern'
hides "concern.raise concern $named" "nor finds it in the audit"
sign_in trustee
get desk /concerns ''
shows "Concern $named" "the trustee does"
hides "Concern $concern" "and no other"

# A lead's work on it.
sign_in safeguarding-lead
get desk "/concern/$concern" ''
shows "I take this on" "a lead may take it on"
post desk "/concern/$concern" 'act=take'
is "$status $(ask "select state || owner_id from concern where id = $concern")" "303 taken$hari" "and does"
post desk "/concern/$concern" 'act=write&words=Rang'
is "$status" 422 "what it was is asked for"
post desk "/concern/$concern" 'act=write&kind=action'
is "$status" 422 "and the words"
post desk "/concern/$concern" 'act=write&kind=reply&words=Rang+her.'
is "$status $(ask "select replied_at > 0 from concern where id = $concern")" "303 1" "an answer is written down"
post desk "/concern-think/$concern" 'needs=yes&risk=unsure&protect=&wants=Peace&serious=yes'
is "$status" 422 "whether it is serious wants a reason"
post desk "/concern-think/$concern" 'needs=yes&risk=unsure&wants=Peace&serious=no&serious_why=Nobody+was+hurt&serious_day.day=40&serious_day.month=1&serious_day.year=2026'
is "$status" 422 "a day that is none is refused"
post desk "/concern-think/$concern" 'needs=yes&risk=unsure&wants=Peace&serious=no&serious_why=Nobody+was+hurt'
is "$status $(ask "select needs || risk || serious from concern where id = $concern")" "303 yesunsureno" "it is thought through"
post desk "/concern-pairs/$concern" 'act=release&why=x'
is "$status" 422 "which pair is asked for"
post desk "/concern-pairs/$concern" "act=release&pair_id=$pair"
is "$status" 422 "and why"
other=$(ask "select max(id) from pair where state <> 'ended' and id <> $pair")
post desk "/concern-pairs/$concern" "act=pause&pair_id=$other&why=x"
is "$status $(ask "select state = 'paused' from pair where id = $other")" "422 0" "a pair that is not tied to it is not touched"
post desk "/concern-pairs/$concern" "act=release&pair_id=$pair&why=A+misunderstanding"
is "$status $(ask "select state from pair where id = $pair" | grep -c 'trial\|active')" "303 1" "a lead releases it"
get desk "/concern-close/$concern" ''
is "$status" 200 "closing asks first"
post desk "/concern-close/$concern" 'why='
is "$status" 422 "for a reason"

# Two leads at once: the second is told, and what they typed is still there.
ask "insert into role (person_id, role) values ($judith, 'lead')"
get desk "/concern-close/$concern" ''
late="token=$(field token)&once=$(field once)&filled=$(field filled)&why=XTYPEDX+by+the+slower"
kept=$cookie
sign_in trustee
post desk "/concern-close/$concern" 'why=By+the+faster'
is "$status" 303 "one of two leads closes it"
cookie=$kept
request POST desk "/concern-close/$concern" '' "$late"
is "$(ask "select count(*) from concern_entry where concern_id = $concern and kind = 'close'")" 1 "the other does not close it again"
is "$([ "$status" -ge 400 ] && grep -c XTYPEDX "$folder/plain" | awk '{ print ($1 > 0) }')" 1 "and finds what they typed"
post desk "/concern/$concern" 'act=reopen&words=She+rang+again'
is "$(ask "select state from concern where id = $concern")" reopened "it is opened again, with a reason"

# Pairs that leads alone release.
ask "update pair set state = 'paused', before_pause = 'active', paused_why = 'conflict' where id = $other"
get desk /rests ''
shows "Nothing stands in the way any more" "a pair whose conflict is over may go on"
post desk /rests "act=release&pair_id=$other"
is "$status $(ask "select state from pair where id = $other")" "303 active" "and a lead lets it"
post desk /rests "act=release&pair_id=$other"
is "$(ask "select state from pair where id = $other")" active "once"
is "$(grep -cE 'fault|trouble' "$SITE/data/bothways.log")" 0 "the log tells of no fault"
done_testing
