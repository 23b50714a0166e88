#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Addresses with a number: what is no number, a number that nothing has, and the number of somebody else's are refused calmly on every
# page, read or sent to, and write nothing. Sending wrong fields to what is there is bad-input.t.
# Answers are looked at, which a sanitizer does not change; the same pages are asked, with numbers and without, by the tests of roles.
if [ "${BOTHWAYS_TEST:-short}" = short ] && grep -q __asan_init "$builddir/programs/signup"; then
  echo "1..0 # SKIP in the short run under a sanitizer"
  exit 0
fi
. "$srcdir/tests/page/lib.sh"
tried=0
for role in mentee coordinator safeguarding-lead; do
  sign_in $role
  case $role in mentee) programs='account match feedback' ;; *) programs=desk ;; esac
  # A lead's own pages alone: the others are the coordinator's.
  for program in $programs; do
    for route in $(routes $program | grep ':[a-z_]*_id$'); do
      [ $role = safeguarding-lead ] && grep -q "^/$program$route .*coordinator" "$srcdir/tests/page/roles.txt" && continue
      echo "$program $route"
    done
  done >"$folder/routes"
  python3 "$srcdir/tests/page/number-pages.py" "$builddir" "$SITE" "$cookie" "$signed_in" <"$folder/routes" >"$folder/answers"
  tried=$((tried + $(tail -1 "$folder/answers")))
  is "$(sed '$d' "$folder/answers")" "" "$role: $(wc -l <"$folder/routes") routes refuse what is no number of theirs, and write nothing"
done
is "$([ $tried -gt 1200 ] && echo many || echo $tried)" many "much was tried"

# The judge sees what it is for: one's own is opened.
sign_in mentee
own=$(ask "select min(y.id) from pair y join proposal z on z.id = y.proposal_id where $signed_in in (z.mentor_id, z.mentee_id)")
get match "/pair/$own" ''
is "$status" 200 "one's own opens"
get match "/pair/0$own" ''
is "$status" 404 "by one number alone"
sed "s/{person} not in (z.mentor_id, z.mentee_id)/{person} in (z.mentor_id, z.mentee_id)/" "$srcdir/tests/page/number-pages.py" >"$folder/number-pages.py"
echo 'match /pair/:pair_id' | PYTHONPATH=$srcdir/tests/page python3 "$folder/number-pages.py" "$builddir" "$SITE" "$cookie" "$signed_in" >"$folder/answers"
is "$(grep -c "^GET match/pair/$own: 200$" "$folder/answers")" 1 "and would be told of, were it another's"
done_testing
