#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Each button and each link of a page has a name of its own, or does the same as the others of its name: on every page of
# a programme with much to do, as everybody who may open it, and in another language.
# Words are looked at, which a sanitizer does not change; the same pages are asked by the tests of roles.
if [ "${BOTHWAYS_TEST:-short}" = short ] && grep -q __asan_init "$builddir/programs/signup"; then
  echo "1..0 # SKIP in the short run under a sanitizer"
  exit 0
fi
. "$srcdir/tests/page/lib.sh"
. "$srcdir/tests/page/pages.sh"
n=0
keep_page() {
  get "$2" "$3" ''
  [ "$status" = 200 ] || return
  n=$((n + 1))
  { echo "$1 $2$3"; sed '1,/^$/d' "$folder/plain"; } >"$folder/page-$n"
}
names() { python3 "$srcdir/tests/page/names.py" "$folder"/page-*; }
walk_pages keep_page
is "$([ $n -ge 100 ] && echo many || echo $n)" many "nearly every page is looked at"
is "$(names)" "" "no two buttons, and no two links, that do different things have one name"

# A line of the desk's list for each kind of task, twice, of different people.
rm -f "$folder"/page-*
sign_in coordinator
pairs=$(ask "select id from pair where state in ('trial', 'active') order by id limit 2")
for kind in change signal quiet quiet-long paused ring-left closing follow-up talk; do
  for pair in $pairs; do
    ask "insert into task (kind, role, person_id, subject, subject_id, due_at, at) select '$kind', 'coordinator', mentee_id, 'pair', $pair, unixepoch() - 500 * 86400, unixepoch()
      from proposal where id = (select proposal_id from pair where id = $pair)"
  done
done
for kind in data-request data-complaint left rest only-gives only-receives; do
  ask "insert into task (kind, role, person_id, subject, subject_id, due_at, at) select '$kind', 'coordinator', id, 'person', id, unixepoch() - 500 * 86400, unixepoch() from person where state = 'active' order by id limit 2"
done
for page in 1 2 3 4; do
  get desk /todo "whose=all&page=$page"
  { echo "todo $page"; sed '1,/^$/d' "$folder/plain"; } >"$folder/page-$page"
done
is "$(grep -h 'This is done' "$folder"/page-* | wc -l | awk '{ print ($1 > 8) }')" 1 "many lines of the list are tasks"
is "$(names)" "" "and each has a button with a name of its own"

# The judge of this test sees what it is for.
printf 'x\n<main><form><button name="a" value="1">Done</button><button name="a" value="2"> Done\n</button></form><a href="/a">Open</a><a href="/b">Open</a><a href="/b">Open</a></main>\n' >"$folder/page-1"
is "$(python3 "$srcdir/tests/page/names.py" "$folder/page-1" | tr '\n' ';')" 'x: 2 of button "Done";x: 2 of a "Open";' "one name for two things is found"
done_testing
