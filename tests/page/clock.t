#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Clocks that are wrong, that jump, that change for summer, and days that are seldom: pages answer, nothing ends
# before its time, nothing is younger than nothing, and the audit goes by its numbers. Pages as two roles on three
# days, in the long run as four roles on seven.
. "$srcdir/tests/page/lib.sh"
# A clock is moved by a library that is loaded first, and so is a sanitizer.
if grep -q __asan_init "$builddir/programs/signup"; then
  echo "1..0 # SKIP under a sanitizer"
  exit 0
fi
# What is left of a clock whose process was killed keeps a later process of the same number from starting.
for left in /dev/shm/*faketime_s[eh]m*_[0-9]*; do kill -0 "${left##*_}" 2>/dev/null || rm -f "$left"; done
year=$(($(date +%Y) + 1))
roles='mentee coordinator' days="$year-03-28 00:59:58,2028-02-29 12:00:00,2038-01-20 10:00:00"
if [ "${BOTHWAYS_TEST:-short}" != short ]; then
  roles='mentee mentor coordinator safeguarding-lead'
  days="$days,$year-10-31 00:30:00,2029-02-28 23:59:59,2038-01-19 03:14:06,2100-03-01 00:00:00"
fi
bothways=$builddir/programs/bothways
# at MOMENT: from here on it is so late. A moment has a blank, and `via` is split at blanks: a wrapper holds it.
at() {
  printf '#!/bin/sh\nTZ=UTC exec faketime "%s" "$@"\n' "$1" >"$folder/then"
  chmod +x "$folder/then"
  via=$folder/then
}
night() { $via "$bothways" night >"$folder/night" 2>&1; echo $?; }
# Everything that a role may open, by its own door: what answers with a fault, and numbers below nothing in what it says.
crawl() {
  wrong=
  for role in $roles; do
    sign_in $role
    for program in account desk feedback match setup signup; do
      for route in $(routes $program); do
        case $route in /demo/* | /outgoing | /sign-out) continue ;; esac
        get $program "$(placed "$route")" ''
        case $status in 5?? | nothing) wrong="$wrong $program$route:$status" ;; esac
        if [ "$status" = 200 ] && words | grep -qE '(^|[ (])[-−][0-9]+ '; then wrong="$wrong $program$route:negative"; fi
      done
    done
  done
  echo "$wrong"
}
states() { ask "select 'pair', state, count(*) from pair group by state union all select 'proposal', state, count(*) from proposal group by state union all select 'signup', state, count(*) from signup group by state"; }
sound() { "$bothways" check | grep -v '^ok '; }

# A clock that runs behind: yesterday, for everything that was done today.
before=$(states)
at "$(date -u -d '-1 day' '+%Y-%m-%d %H:%M:%S')"
is "$(crawl)" "" "every page answers while the clock is a day behind"
is "$(night) $(states)" "0 $before" "a night of yesterday ends nothing"
via=
is "$(night; states)" "0
$before" "nor does the night of the day itself, of what began today"

# It steps back while somebody is at work, and forward again.
at "$(date -u '+%Y-%m-%d %H:%M:%S')"
sign_in coordinator
get desk /todo ''
is "$status" 200 "somebody works"
at "$(date -u -d '-50 minutes' '+%Y-%m-%d %H:%M:%S')"
get desk /todo ''
is "$status" 200 "the clock steps back, and they still do"
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
post signup /name 'full_name=Ann+Behind&call_name=Ann'
is "$status" 303 "a form is kept at a time that was"
via=
get signup /name ''
is "$(grep -c 'value="Ann Behind"' "$folder/plain")" 1 "and is there when the clock is right again"
post signup /name 'full_name=Ann+Ahead&call_name=Ann'
is "$status $(ask "select count(*) from person where full_name = 'Ann Ahead'")" "303 1" "and changed"
is "$(sound)" "" "the audit's chain goes by its numbers, not by the clock"

# The nights that have 23 and 25 hours, the day that three years lack, the second that 32 bits end with, a year later.
echo "$days" | tr ',' '\n' >"$folder/days"
while read -r day; do
  at "$day"
  is "$(night)" 0 "the night of $day is done"
  done_once=$(states)
  is "$(night) $(states)" "0 $done_once" "and done twice, it is done once"
  is "$(crawl)" "" "every page answers"
  cookie=
  post signup /start ''
  cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
  post signup /name "full_name=Ann+Then&call_name=Ann"
  get signup /name ''
  is "$status $(grep -c 'value="Ann Then"' "$folder/plain")" "200 1" "a form is kept"
  ask "delete from counter"
done <"$folder/days"
via=
is "$(sound)" "" "all that must always be true is"
done_testing
