#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Programmes at the desk: begun as a draft, set, opened; topics and names in every language; and what a programme asks people about
# how they are, answered item by item and shown to nobody.
. "$srcdir/tests/page/lib.sh"
settings() { echo "state=$1&moderation=careful&trial_meetings=4&trial_days=50&review_days=100&quiet_days=20&open_asks=2&group_most=1&reverse_years=25&mentee_weeks=3$2"; }

sign_in coordinator
get desk /programmes ''
is "$status $(grep -c 'href="/desk/programme/' "$folder/plain")" "200 2" "all programmes are there"
post desk /new-programme 'kind=everyday&name=Street+friends&intergenerational=yes'
new=$(ask "select max(id) from programme")
is "$status $(place)" "303 /desk/programme/$new#main" "a coordinator begins one"
is "$(ask "select slug || state || intergenerational from programme where id = $new") $(ask "select count(*) from topic where programme_id = $new")" "everyday-2draft1 8" "from the template of its kind, as a draft"
post desk /new-programme 'kind=everyday'
is "$(ask "select slug from programme where id = $new + 1")" everyday-3 "and another of that kind"
cookie_desk=$cookie
cookie=
get signup /which ''
hides 'Street friends' "nobody can join a draft"
cookie=$cookie_desk
post desk "/programme/$new" "$(settings open '&measures=direct')"
is "$status $(ask "select state, trial_meetings, trial_days, review_days, quiet_days, open_asks, intergenerational, mentee_weeks, measures from programme where id = $new")" "303 open|4|50|100|20|2|0|3|direct" "its settings are kept"
post desk "/programme/$new" "$(settings open '&measures=direct' | sed 's/trial_meetings=4/trial_meetings=40/')"
is "$status $(words | grep -c 'Enter how many meetings a trial has, from 1 to 12')" "422 1" "a setting that is none is refused"
post desk "/programme/$new" "$(settings open '')"
is "$status $(ask "select measures from programme where id = $new")" "303 " "nothing need be asked about how people are"
is "$(ask "select group_concat(verb, ' ') from (select distinct verb from audit where subject = 'programme' and subject_id = $new order by id)")" "programme.begin programme.change" "the audit knows"

topic=$(ask "select min(id) from topic where programme_id = $new")
request_in() { get desk "$1" "$2"; request POST desk "$1" "$2" "token=$(field token)&once=$(field once)&filled=$(field filled)&$3"; }
request_in "/topic/$topic" 'in=cy' 'words=Ar+%C3%B4l+newid&more=gwaith&position=9&act=save'
is "$status $(ask "select words || more from wording where subject = 'topic' and subject_id = $topic and language = 'cy'") $(ask "select position from topic where id = $topic")" "303 Ar ôl newidgwaith 8" "a topic has its words in each language, and its place"
is "$(ask "select words from wording where subject = 'topic' and subject_id = $topic and language = 'en'")" "Finding my feet after a change" "the others stay as they are"
topics() { ask "select group_concat(id, ' ') from (select id from topic where programme_id = $new order by position, id)"; }
others=$(ask "select group_concat(id, ' ') from (select id from topic where programme_id = $new and id <> $topic order by position, id)")
is "$(topics)" "$others $topic" "the last of them"
post desk "/topic/$topic" 'words=x&position=2&act=save'
is "$status $(topics)" "303 ${others%% *} $topic ${others#* }" "the second, and the others make room"
post desk "/topic/${others##* }" 'words=x&position=1&act=save'
is "$(topics)" "${others##* } ${others%% *} $topic $(echo "${others#* }" | sed 's/ [0-9]*$//')" "the last goes before all"
is "$(ask "select group_concat(position, ' ') from (select position from topic where programme_id = $new order by position)")" "0 1 2 3 4 5 6 7" "each has a place of its own"
is "$(ask "select count(*) from topic where programme_id <> $new and position > 20")" 0 "other programmes keep theirs"
post desk "/new-topic/$new" 'words=Chess&more=first+moves'
chess=$(ask "select max(id) from topic")
is "$status $(place) $(ask "select words from wording where subject = 'topic' and subject_id = $chess")" "303 /desk/topic/$chess#main Chess" "a topic is added"
post desk "/topic/$chess" 'words=Chess&position=10&act=leave-out'
is "$status $(ask "select count(*) from topic where id = $chess")$(ask "select count(*) from wording where subject = 'topic' and subject_id = $chess")" "303 00" "and left out, with its words"
used=$(ask "select min(topic_id) from ask")
post desk "/topic/$used" 'words=x&position=1&act=leave-out'
is "$status $(words | grep -c 'People ask for this topic') $(ask "select count(*) from topic where id = $used")" "422 1 1" "but not one that somebody asks for"
request_in "/programme-words/$new" 'in=cy' 'words=Ffrindiau&more='
is "$status $(ask "select words from wording where subject = 'programme' and subject_id = $new and language = 'cy'")" "303 Ffrindiau" "a programme has its name in each language"

# How people are.
sign_in mentee
me=$signed_in
programme=$(ask "select programme_id from signup where person_id = $me and state = 'approved' order by id limit 1")
ask "update programme set measures = 'ucla-3 direct ons-4' where id = $programme; delete from measure; update pair set opened_at = strftime('%s')"
get account /me ''
is "$(grep -c "/account/how-you-are/$programme" "$folder/plain")" 1 "somebody is asked how they are, where the programme asks"
post account "/how-you-are/$programme" 'satisfied=11'
is "$status $(ask 'select count(*) from measure')" "422 0" "no more than ten"
post account "/how-you-are/$programme" 'companionship=2&left_out=unsaid&lonely=4&satisfied=7&anxious=0'
is "$status $(ask "select group_concat(item || answered, ' ') from (select item, answered from measure where person_id = $me order by item)")" "303 anxious0 companionship2 happy-1 isolated-1 left-out-1 lonely4 satisfied7 worthwhile-1" "and answers what they like"
get account /me ''
is "$(grep -c "/account/how-you-are/" "$folder/plain")" 0 "once"
get account "/how-you-are/$programme" ''
is "$status $(grep -cE ' checked|value="7"' "$folder/plain")" "200 0" "what they said is not shown there again"
ask "update programme set measures = '' where id = $programme"
get account "/how-you-are/$programme" ''
is "$status" 404 "where a programme does not ask there is no such page"

# From paper: of who has no e-mail, put in once, and shown to nobody again.
ask "update programme set measures = 'ucla-3 direct ons-4' where id = $programme; delete from measure; update person set email = '', language = 'cy' where id = $me; delete from role where person_id = $me"
signup=$(ask "select id from signup where person_id = $me and programme_id = $programme and state = 'approved'")
sign_in coordinator
get desk "/person/$me" ''
is "$(grep -c "/desk/how-you-are/$signup" "$folder/plain")" 1 "the page of who has no e-mail leads to the sheet"
get desk "/how-sheet/$signup" ''
name=$(ask "select full_name from person where id = $me")
is "$status $(grep -c '<html lang="cy"' "$folder/plain") $(sed '/<main/,/<\/main>/!d' "$folder/plain" | grep -c ">$me<\| $me\.")" "200 1 1" "the sheet is in their language, with their number"
is "$(sed '/<main/,/<\/main>/!d' "$folder/plain" | grep -cF "$name")" 0 "and not their name"
post desk "/how-you-are/$signup" 'satisfied=11'
is "$status $(ask 'select count(*) from measure')" "422 0" "no more than ten there either"
post desk "/how-you-are/$signup" ''
is "$status $(ask 'select count(*) from measure')" "303 0" "what can be typed in once is not spent on an empty form"
get desk "/how-you-are/$signup" 'nothing=1'
shows "Nothing was marked" "and the page says so"
post desk "/how-you-are/$signup" 'companionship=2&left_out=unsaid&lonely=4&satisfied=7&anxious=9'
is "$status $(ask "select group_concat(distinct given_how) || count(*) || max(answered) from measure where person_id = $me")" "303 paper89" "a coordinator puts it in"
is "$(ask "select verb, subject_id, person_id, columns from audit order by id desc limit 1")" "measure.paper|$me|$signed_in|" "the audit knows who, and nothing of what"
get desk "/how-you-are/$signup" ''
is "$status $(grep -c 'name="companionship"\|<input id="satisfied"' "$folder/plain") $(words | grep -c 'The answers for this time are in')" "200 0 1" "and sees none of it again"
token=$(get desk /people ''; field token)
request POST desk "/how-you-are/$signup" '' "token=$token&once=$(field once)&companionship=1&satisfied=1"
is "$status $(ask "select max(answered) from measure where person_id = $me")" "409 9" "nor can it be put in anew"
get desk "/person/$me" ''
is "$(grep -c "/desk/how-you-are/$signup" "$folder/plain")" 0 "the link is gone"
ask "delete from measure; update person set email = 'a@example.org' where id = $me"
get desk "/how-you-are/$signup" ''
is "$status" 404 "of who has e-mail nobody asks on paper"

# How this site matches: each setting says its own sentence, in its own number, and what is not so is not said.
ask "update programme set state = 'closed' where id <> $programme; delete from part where programme_id = $programme;
  update programme set state = 'open', kind = 'institutional', moderation = 'careful', intergenerational = 0, trial_meetings = 3, trial_days = 42, reverse_years = 25, quiet_days = 15,
    review_days = 90, open_asks = 3, group_most = 1, measures = '', mentee_weeks = 0, mentor_lessons = '', mentee_lessons = '' where id = $programme"
cookie=
rules() { get signup /matching "lang=${1:-en}"; words; }
told=
# turns SETTINGS: from then on the page says WITH, and no longer WITHOUT ('' for none).
turns() {
  rules | grep -qF "$2" && told="$told; $2 is said before"
  [ -z "$3" ] || rules | grep -qF "$3" || told="$told; $3 is not said before"
  ask "update programme set $1 where id = $programme"
  rules | grep -qF "$2" || told="$told; $2 is not said after $1"
  [ -z "$3" ] || ! rules | grep -qF "$3" || told="$told; $3 is still said after $1"
}
turns "moderation = 'shared'" 'You may choose from three suggestions' 'looks at each suggestion before anybody is told'
turns "moderation = 'light'" 'When both say yes, you can meet.' 'a coordinator lets you meet'
turns "moderation = 'careful'" 'A coordinator reads each sign-up, and looks' 'Who shows that their e-mail works is in at once'
turns "kind = 'everyday'" 'You can also read short offers without a name' ''
turns "kind = 'teaching', group_most = 6" 'One offer can take up to 6 people at a time.' 'You can also read short offers'
turns "group_most = 7" 'up to 7 people at a time' 'up to 6 people at a time'
turns "intergenerational = 1" 'It brings young and old together.' 'It does not ask how old you are.'
turns "reverse_years = 30" 'younger by 30 years or more' 'younger by 25 years or more'
turns "trial_meetings = 4" 'The trial ends after 4 meetings.' 'The trial ends after 3 meetings.'
turns "trial_days = 28" 'It ends after 28 days at the latest.' 'It ends after 42 days at the latest.'
turns "review_days = 60" 'every 60 days how it goes' 'every 90 days how it goes'
turns "quiet_days = 21" 'do not meet for 21 days' 'do not meet for 15 days'
turns "open_asks = 1" 'You can have one ask at a time.' 'You can have up to 3 asks at a time.'
turns "mentee_weeks = 8" 'is helped first, for 8 weeks' ''
turns "mentor_lessons = 'listening ending'" 'we ask a mentor to read: Listening and giving advice Ending well' ''
turns "mentee_lessons = 'mentored'" 'we ask a mentee to read: Being mentored' ''
turns "measures = 'direct'" 'We ask how you are, at the start' ''
is "$told" "" "each setting of a programme says its sentence on the page about matching, and another one no more"
is "$(ask "select group_concat(name, ' ') from pragma_table_info('programme') where name not in ('id', 'slug', 'state')")" \
  "kind intergenerational trial_meetings trial_days reverse_years quiet_days review_days open_asks group_most measures moderation mentee_weeks mentor_lessons mentee_lessons" "there are no other settings"
points() { tr '\n' ' ' <"$folder/plain" | sed 's#.*<tbody>##; s#</tbody>.*##; s#</tr>#\n#g' | sed 's#<[^>]*>#|#g; s/[ |]*|[ |]*/|/g' | sed -n 's/^|\([^|]*\)|\([0-9]*\)|$/\2 \1/p'; }
ask "insert into part values ($programme, 'waited', 0), ($programme, 'seen', 20), ($programme, 'topic', 1), ($programme, 'values', 60)"
told=
rules >/dev/null
is "$(points | cut -d' ' -f1 | sort -rnc 2>&1) $(points | tail -1) $(points | grep -c 'has waited') $(points | grep -c '^60 Each value that both chose')" " 1 One offers exactly what the other asks 0 1" "what counts is there with its points, the most first, and what counts for nothing is not"
rules | grep -qF 'How long somebody has waited does not count.' || told=waited
for language in cy pl ur; do
  ask "update setting set value = 'en cy pl ur' where name = 'languages'"
  rules "$language" | grep -qF '28' || told="$told $language"
  rules "$language" | grep -qF 'The trial ends' && told="$told $language-english"
done
is "$told" "" "in every language"
done_testing
