#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Several at the same moment: one button pressed many times, two who open the same match, a mentor's last place
# taken twice, opened and dropped at once. One of them wins, and nothing is there twice. 12 rounds of four races, in
# the long run 2,500.
# Hundreds of processes for pages that other tests ask too: what is lost is looked for there, as it takes half the time of each.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
. "$srcdir/tests/page/lib.sh"
rounds=12
[ "${BOTHWAYS_TEST:-short}" = short ] || rounds=2500

# fire NUMBER PROGRAM PATH COOKIE BODY: in the background; its status is in $folder/status-NUMBER.
fire() {
  {
    printf '%s' "$5" | env -i SITE="$SITE" REQUEST_METHOD=POST SCRIPT_NAME="/$2" PATH_INFO="$3" CONTENT_TYPE=application/x-www-form-urlencoded \
      CONTENT_LENGTH=${#5} HTTP_HOST=localhost REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$4" ASAN_OPTIONS="$ASAN_OPTIONS" "$builddir/programs/$2" | sed -n '1s/^Status: \([0-9]*\).*/\1/p' >"$folder/status-$1"
  } &
}
# The statuses of four that are through, in order.
landed() { cat "$folder/status-1" "$folder/status-2" "$folder/status-3" "$folder/status-4" | sort | tr '\n' ' '; }
# Forms as four looked at them before any pressed: $form1 to $form4.
forms_of() { # PROGRAM PATH FOR-3-AND-4
  form1=$(form_of "$1" "$2") form2=$(form_of "$1" "$2") form3=$(form_of "$1" "$3") form4=$(form_of "$1" "$3")
}
form_of() { get "$1" "$2" ''; echo "token=$(field token)&once=$(field once)&filled=$(field filled)"; }

sign_in coordinator
coordinator=$cookie
# Two proposals of one mentor who has one place, for asks that are open.
set -- $(ask "select id, mentor_id, mentee_id, ask_id from proposal where state = 'proposed' order by id limit 1" | tr '|' ' ')
one=$1 mentor=$2
two=$(ask "select x.id from proposal x join ask a on a.id = x.ask_id where x.state = 'proposed' and x.id <> $one and x.mentee_id not in ($mentor, $3) order by x.id limit 1")
ask "delete from bar; update ask set state = 'open' where id in (select ask_id from proposal where id in ($one, $two));
  update proposal set mentor_id = $mentor, programme_id = (select programme_id from proposal where id = $one) where id = $two;
  update pair set state = 'ended' where proposal_id in (select id from proposal where mentor_id = $mentor
    or mentee_id in (select mentee_id from proposal where id in ($one, $two)));
  update proposal set state = 'withdrawn' where id not in ($one, $two) and state not in ('opened', 'dropped', 'declined', 'replaced', 'lapsed')
    and (mentor_id = $mentor or mentee_id in (select mentee_id from proposal where id in ($one, $two)));
  update signup set capacity = 1 where person_id = $mentor"
# again WHICH: these have both said yes, and nothing was opened yet.
again() { ask "delete from pair where proposal_id in ($one, $two); update ask set state = 'open' where id in (select ask_id from proposal where id in ($one, $two));
  update proposal set state = 'withdrawn' where id in ($one, $two); update proposal set state = 'agreed', mentor_answer = 'yes', mentee_answer = 'yes' where id in ($1); delete from task"; }
pairs() { ask "select count(*) from pair where proposal_id in ($one, $two)"; }
again "$one"
cookie=$coordinator
get desk "/proposal/$one" ''
is "$(grep -c 'value="open"' "$folder/plain")" 1 "there is a match to open"

wrong=
round=0
while [ $round -lt $rounds ]; do
  round=$((round + 1))
  cookie=
  body="$(form_of feedback /concern)&who_about=Somebody&what=Round+$round"
  ask "delete from counter"
  for i in 1 2 3 4; do fire $i feedback /concern '' "$body"; done
  wait
  said=$(landed)
  [ "$said$(ask "select count(*) from concern where what = 'Round $round'")" = '303 303 303 303 1' ] || wrong="$wrong $round:pressed:$said"

  cookie=$coordinator
  again "$one"
  forms_of desk "/proposal/$one" "/proposal/$one"
  for i in 1 2 3 4; do eval "form=\$form$i"; fire $i desk "/proposal/$one" "$coordinator" "$form&act=open"; done
  wait
  said=$(landed)
  [ "$said$(pairs)" = '303 409 409 409 1' ] || wrong="$wrong $round:opened:$said:$(pairs)"

  again "$one, $two"
  forms_of desk "/proposal/$one" "/proposal/$two"
  for i in 1 2; do eval "form=\$form$i"; fire $i desk "/proposal/$one" "$coordinator" "$form&act=open"; done
  for i in 3 4; do eval "form=\$form$i"; fire $i desk "/proposal/$two" "$coordinator" "$form&act=open"; done
  wait
  said=$(landed)
  # Two who have said yes for one place: a coordinator has to drop one first. Never are both opened.
  [ "$(pairs)" -le 1 ] || wrong="$wrong $round:last-place:$said:$(pairs)"

  again "$one"
  forms_of desk "/proposal/$one" "/proposal/$one"
  for i in 1 2; do eval "form=\$form$i"; fire $i desk "/proposal/$one" "$coordinator" "$form&act=open"; done
  for i in 3 4; do eval "form=\$form$i"; fire $i desk "/proposal/$one" "$coordinator" "$form&act=drop"; done
  wait
  said=$(landed)
  [ "$said$(ask "select state in ('opened', 'withdrawn') and (state = 'opened') = (select count(*) from pair where proposal_id = $one) from proposal where id = $one")" = '303 409 409 409 1' ] \
    || wrong="$wrong $round:opened-and-dropped:$said"
done
is "$(echo "$wrong" | cut -c1-400)" "" "in $rounds rounds one wins each time, and the others are told"
is "$(ask "select count(*) from (select z.mentor_id from pair y join proposal z on z.id = y.proposal_id where y.state <> 'ended' group by z.mentor_id
  having count(*) > (select max(capacity) from signup s where s.person_id = z.mentor_id and s.state = 'approved'))")" 0 "nobody mentors more than they have places"
is "$("$builddir/programs/bothways" check | grep -v "^ok \|proposal-audit\|pair-audit")" "" "the audit's chain holds, and what must always be true of pairs"
done_testing
