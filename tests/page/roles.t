#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Who may open what: tests/page/roles.txt against every route as every role.
. "$srcdir/tests/page/lib.sh"
table=$srcdir/tests/page/roles.txt

unknown=
for program in account desk feedback match setup signup; do
  for route in $(routes $program); do
    grep -q "^/$program$route " "$table" || unknown="$unknown /$program$route"
  done
done
is "$unknown" "" "every route has a line in roles.txt"

# A page that is missing for who may is not told from one that is barred: 404 is neither.
bring_reader
for role in visitor mentee mentor coordinator safeguarding-lead trustee reader; do
  cookie=
  [ "$role" = visitor ] || sign_in "$role"
  wrong=
  while read -r route who; do
    case $route in '' | '#'*) continue ;; esac
    program=$(echo "$route" | cut -d/ -f2)
    path=$(placed "${route#/$program}")
    get "$program" "$path" ''
    may=barred
    case $status in 200) may=open ;; 303) case $(place) in */account/sign-in* | */account/app*) ;; *) may=open ;; esac ;; 404) may=missing ;; esac
    case " $who " in *" $role "* | *" anybody "*) should=open ;; *) should=barred ;; esac
    { [ $may = $should ] || [ $may = missing ]; } || wrong="$wrong $route:$status"
    request POST "$program" "$path" '' 'token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    case $should$status in barred200 | barred422) wrong="$wrong POST$route:$status" ;; *5[0-9][0-9]) wrong="$wrong POST$route:$status" ;; esac
  done <"$table"
  is "$wrong" "" "a $role opens what roles.txt says and nothing else"
done

# A lead who is no coordinator has the names to settle among what waits; a coordinator does not.
for role in safeguarding-lead coordinator; do
  sign_in $role
  get desk /todo ''
  case $role in safeguarding-lead) told=1 ;; *) told=0 ;; esac
  is "$(grep -c 'href="/desk/names"' "$folder/plain" | sed 's/[1-9][0-9]*/1/')" $told "what waits for a $role $([ $told = 1 ] && echo has || echo 'has not') names to settle"
done
done_testing
