#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A page does no more where there are more people: each is asked in a programme and in one four times as large (in the long
# run ten times, with 5,000 people), and what the database did for it is compared: statements, steps of SQLite's machine, and
# the bytes of the answer. A page of some rows has as many at most, so that a little more is let pass.
# Work is counted, which a sanitizer does not change; the same pages are asked by the tests of roles.
if [ "${BOTHWAYS_TEST:-short}" = short ] && grep -q __asan_init "$builddir/programs/signup"; then
  echo "1..0 # SKIP in the short run under a sanitizer"
  exit 0
fi
few=250
many=1000
[ "${BOTHWAYS_TEST:-short}" = short ] || { few=500 many=5000; }
size="--people $few --days 120"
. "$srcdir/tests/page/lib.sh"
. "$srcdir/tests/page/pages.sh"

# These look at a whole programme, or at all that waits, and say why.
allowed='
desk/run/:programme_id      what a match would change is counted over all asks and pairs of the programme
desk/what-if/:programme_id  the same
desk/others/:ask_id         all who offer what is asked are looked at, up to 400
desk/swap/:proposal_id      all proposals of the programme are looked at for one to exchange with
desk/proposal/:proposal_id  circles are found in all pairs of the programme
desk/answer/:proposal_id    the same
desk/invitation/:invitation_id  a name is looked for among all people of the programme
desk/tie/:bar_id            the same, among all people
desk/name/:bar_id           the same
desk/people                 500 people are looked at, at the most
desk/people-file            everybody is in it
desk/signups                all that wait are put in the order in which they came
account/data                what is held on somebody is looked for everywhere: logins, mail of 30 days, who named them
account/data-file           the same
desk/data/:person_id        the same
desk/matching               how many take part is counted, in an index alone
desk/audit-chain            the whole chain is read, row by row: that is what the page is for
desk/todo                   all that waits is put in order; 200 lines are shown
desk/report                 a report counts everybody, and every pair and meeting
desk/report-file            the same
desk/report-sheet           the same
desk/standards              the same
desk/retention              what each rule would take is counted
desk/organisations          spellings that are not joined are counted, each once
'
# These are not asked, and why.
unmeasured='
account/code                   between two steps of signing in
account/who                    the same
account/app                    the same
account/recovery               the same
account/enrol                  the same
account/link/:link             signs in
account/demo/:key              the same
account/sign-out               signs out
account/outgoing               of a demo site alone, which this one is not while it is measured
account/how-you-are/:programme_id  asked at three moments, of somebody who has not answered yet
desk/bereaved/:pair_id         of a pair that death has ended: there is none
desk/request/:task_id          of a request for what is held: there is none
desk/hand-over-file            a file that has to be made first
desk/take-away-file            the same
desk/own-page/:page            of a page in the own words of the charity: there is none
desk/own-look/:page            the same
account/lesson/:lesson         has the name of a lesson, not a number
desk/text/:mail                has the name of a mail, and reads what no number of people changes
desk/word/:word                has the mark of a sentence, not a number
desk/sentence/:sentence        the same
desk/language/:language        has a code, not a number; nothing of it grows with people
desk/language-file/:language   the same
feedback/move/:meeting_id      of a meeting to come: they have none
match/proposal/:proposal_id    of one that waits for an answer: they have none
match/withdraw/:proposal_id    the same
match/suggest/:proposal_id     the same
match/review/:pair_id          of a review that is open: they have none
match/closing/:pair_id         of a pair that has ended: theirs goes on
match/read                     of a programme in which people choose for themselves: theirs is none
match/topic/:topic_id          the same
match/choose/:ask_id           the same
match/ask/:offer_id            the same
match/invite/:ask_id           the same
match/help/:invitation_id      of an invitation to them: they have none
match/take-back/:invitation_id of one that they sent: they have none
match/invitation/:key          opened by a key from a letter
setup/start                    the site is set up
setup/checks                   the same
setup/charity                  the same
setup/languages                the same
setup/mail                     the same
setup/mail-sent                the same
setup/programme                the same
setup/people                   the same
setup/coordinator              the same
setup/finish                   the same
setup/restore                  the same
signup/done                    after a sign-up was sent
signup/reply                   after the desk has asked something
'

# More by so many steps is no growth, but other people with other pairs; so many bytes, rows that the smaller has not; and
# no page is larger than this.
STEPS=2500
STATEMENTS=12
ROWS=50      # that a page has at most, each worth 200 steps
BYTES=60000
LARGEST=250000

note_work() {
  : >"$SITE/data/bothways.log"
  get "$2" "$3" ''
  [ "$status" = 200 ] || return
  sed -n "s#.* work .* statements \\([0-9]*\\) rows \\([0-9]*\\) steps \\([0-9]*\\)#$1 $2$4 \\1 \\3#p" "$SITE/data/bothways.log" | head -1 | tr '\n' ' ' >>"$worked"
  wc -c <"$folder/page" >>"$worked"
}
work_of() {
  worked=$1
  : >"$worked"
  ask "update setting set value = 'work' where name = 'demo'"
  walk_pages note_work
}
work_of "$folder/few"
SITE=$folder/large
db=$SITE/data/bothways.db
mkdir "$SITE"
"$builddir/tools/bothways-demo" make --people $many --days 120 "$srcdir/data" http://localhost >"$folder/made" || exit 1
"$builddir/tools/bothways-demo" doors http://localhost >"$folder/doors" || exit 1
work_of "$folder/many"
[ -z "${SHOW:-}" ] || cp "$folder/few" "$folder/many" "$SHOW"

# role page statements steps bytes, of both.
grown=$(awk -v steps=$STEPS -v statements=$STATEMENTS -v bytes=$BYTES -v largest=$LARGEST -v rows=$ROWS -v allowed="$allowed" '
  BEGIN { n = split(allowed, lines, "\n"); for (i = 1; i <= n; i++) { split(lines[i], words, " "); may[words[1]] = 1 } }
  FNR == NR { s[$1 $2] = $4; t[$1 $2] = $3; b[$1 $2] = $5; next }
  !(($1 $2) in s) { next }
  $5 > largest { print $1, $2, $5, "bytes" }
  may[$2] { next }
  $5 > b[$1 $2] + bytes { print $1, $2, b[$1 $2], "bytes, then", $5 }
  $4 > 1.3 * s[$1 $2] + steps && $4 > 200 * rows { print $1, $2, s[$1 $2], "steps, then", $4 }
  $3 > t[$1 $2] + statements && $3 > rows + statements { print $1, $2, t[$1 $2], "statements, then", $3 }' "$folder/few" "$folder/many")
is "$grown" "" "with $many people no page does more than with $few"
both=$(awk 'FNR == NR { s[$1 $2] = 1; next } ($1 $2) in s { n++ } END { print n + 0 }' "$folder/few" "$folder/many")
echo "# $both pages, as those who may open them, asked in both"
awk '{ print $2 }' "$folder/few" | sort -u >"$folder/asked"
awk '{ print $2 }' "$folder/many" | sort -u | grep -xF -f - "$folder/asked" >"$folder/measured"
sed -n 's#^/\([^ ]*\) .*#\1#p' "$srcdir/tests/page/roles.txt" | sort -u >"$folder/all"
echo "$unmeasured" | awk '{ print $1 }' | grep . | sort -u >"$folder/unmeasured"
is "$(grep -vxF -f "$folder/measured" "$folder/all" | grep -vxF -f "$folder/unmeasured")" "" "every page was asked in both, but for those that are named"
is "$(grep -xF -f "$folder/measured" "$folder/unmeasured"; grep -vxF -f "$folder/all" "$folder/unmeasured")" "" "and none is named that was asked, or is not there"
idle=$(awk 'NF < 5 || $4 < 1 { print $1, $2 }' "$folder/many")
is "$idle" "" "and something was measured each time"
gone=
for page in $(echo "$allowed" | awk '{ print $1 }'); do grep -q " $page " "$folder/many" || gone="$gone $page"; done
is "$gone" "" "what is allowed exists"
done_testing
