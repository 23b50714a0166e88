#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The desk's report against the same numbers counted apart (report.py), for each programme and several times.
size=' ' # the whole demo year
. "$srcdir/tests/page/lib.sh"
sign_in coordinator

# The numbers of the page, a line each, in its order: each row of a table without its name.
numbers() {
  tr -d '\n' <"$folder/plain" | sed 's/<\/main>.*//; s/<thead>/\n/g; s/<tr>/\n/g; s/<\/table>/\n/g' | grep '^<th scope="row"' \
    | sed 's/^<th[^>]*>.*<\/th>//; s/^<td><span[^>]*>[^<]*<\/span><\/td>//; s/<td translate="no">.*<\/span><\/td><td class="n">/<td class="n">/; s/<\/td>/|/g; s/<[^>]*>//g; s/|*$//' | tr '|' ' ' | sed 's/Not shown/few/g'
}
compared=0
for scope in 0 1 2; do
  for days in 365 100 30; do
    first=$(date -d "-$days days" +%F) last=$(date +%F)
    get desk /report "programme=$scope&first=$first&last=$last"
    numbers >"$folder/page-numbers"
    python3 "$srcdir/tests/page/report.py" "$db" $scope "$first" "$last" >"$folder/apart" 2>&1
    sed 's/^[^ ]* //; s/none/few/g' "$folder/apart" >"$folder/apart-numbers"
    diff "$folder/page-numbers" "$folder/apart-numbers" >"$folder/differs"
    is "$status $(cat "$folder/differs")" "200 " "programme $scope, $days days: the same as counted apart"
    compared=$((compared + $(grep -cvE '^[^ ]+( (0|few|none))*$' "$folder/apart")))
  done
done
is "$([ $compared -gt 50 ] && echo many)" many "of them $compared rows with something to tell"

is "$(python3 "$srcdir/tests/page/report.py" "$db" 0 "$(date -d '-365 days' +%F)" "$last" | grep -cE '^(loneliness|happy)-(half-year|end) [0-9]+ [0-9.]+ ')" 4 "measures before and after among them"

# Evidence for standards, the same way.
for scope in 0 1 2 3; do
  for days in 365 60; do
    first=$(date -d "-$days days" +%F)
    get desk /standards "programme=$scope&first=$first&last=$last"
    numbers >"$folder/page-numbers"
    python3 "$srcdir/tests/page/report.py" "$db" $scope "$first" "$last" evidence 2>&1 | sed '1,/^--$/d; s/^[^ ]* //; s/ *$//' >"$folder/apart-numbers"
    sed 's/^ *//; s/  */ /g; s/ *$//' "$folder/page-numbers" | diff - "$folder/apart-numbers" >"$folder/differs"
    is "$status $(wc -l <"$folder/apart-numbers") $(cat "$folder/differs")" "200 13 " "evidence, programme $scope, $days days: the same as counted apart"
  done
done

# A group that is too small is not told, by itself or by what is left of the whole.
get desk /report "first=$(date -d '-365 days' +%F)&last=$(date +%F)"
is "$(numbers | sed -n '1,13p' | cut -d' ' -f1-5,7 | tr ' ' '\n' | grep -cE '^[1-4]$')" 0 "no group of one to four"
ask "update pair set state = 'ended', ended_at = unixepoch() - 86400 * 3, ended_how = case when id in (select id from pair order by id limit 3) then 'sudden' else 'planned' end, due_at = 253402300799, review_state = ''" >/dev/null
get desk /report ''
is "$(numbers | sed -n '20,21p' | tr '\n' ' ')" "few few " "three that ended suddenly are not told, nor the others, which would tell"

# One programme by itself, where the numbers of all would tell what it hides.
few_alone=$(for scope in 0 1 2 3; do
  python3 "$srcdir/tests/page/report.py" "$db" $scope "$first" "$last" | sed "s/^/$scope /"
done | awk '$2 !~ /^(over|mentor|mentee|topic)/ { if ($1 == 0) { if ($3 != "few") whole[$2] = 1 } else if ($3 == "few") few[$2]++; else some[$2] += $3 }
  END { for (name in few) if (few[name] == 1 && whole[name] && some[name]) print name }')
is "$few_alone" "" "no number of one programme alone is hidden where those of the others and of all would tell it"

# The file says what the page says.
get desk /report-file "first=$first&last=$last"
is "$status $(grep -ci '^content-type: text/csv' "$folder/plain") $(grep -ci '^content-disposition: attachment' "$folder/plain")" "200 1 1" "a file to keep"
sed '1,/^$/d' "$folder/plain" >"$folder/file"
is "$(sed -n 1p "$folder/file") $(grep -c ',sudden,$' "$folder/file") $(grep -cvE '^[a-z0-9-]+,[a-z0-9-]+,[0-9-]*$' "$folder/file")" "part,what,number 1 1" "of codes and numbers, but for its first line, and what is not shown is empty"
get desk /report "first=$first&last=$last"
is "$(sed '/longest-ring/d' "$folder/file" | sed -n 's/^.*,\([0-9-]*\)$/\1/p' | sed '1,3d' | sed 's/^$/few/' | tr '\n' ' ')" "$(numbers | sed '1,13s/ [^ ]*\( [^ ]*\)$/\1/; s/\([0-9]\)\.\([0-9]\)/\1\2/g' | tr ' ' '\n' | grep -v '^$' | tr '\n' ' ')" "the numbers of the page"

# The command line tells the same.
bothways=$builddir/programs/bothways
for scope in '' valley; do
  get desk /report-file "first=$first&last=$last${scope:+&programme=$(ask "select id from programme where slug = '$scope'")}"
  sed '1,/^$/d' "$folder/plain" >"$folder/file"
  is "$("$bothways" report --csv --from "$first" --to "$last" ${scope:+--programme $scope} | tr -d '\r' | diff - "$folder/file")" "" "bothways report --csv is the file, ${scope:-all programmes}"
  is "$("$bothways" report --json --from "$first" --to "$last" ${scope:+--programme $scope} | python3 -c 'import json, sys
told = json.load(sys.stdin)
print("\n".join("%s,%s,%s" % (r["part"], r["what"], "" if r["number"] is None else r["number"]) for r in told["rows"]))' >"$folder/as-json"; sed 1,4d "$folder/file" | diff "$folder/as-json" -)" "" "and --json, ${scope:-all programmes}"
done
is "$("$bothways" report --from "$first" --to "$last" | sed 1d | awk '{ print $3 }' | tr '\n' ' ')" "$("$bothways" report --csv --from "$first" --to "$last" | tr -d '\r' | sed 1,4d | sed 's/.*,$/few/; s/.*,//' | tr '\n' ' ')" "and as lines"
for wrong in '--from 2027-02-30' '--to 9999-12-31' '--from 2026-03-02 --to 2026-03-01' '--programme nowhere' '--csv --json'; do
  # shellcheck disable=SC2086 # words
  is "$("$bothways" report $wrong >"$folder/out" 2>&1; echo $?) $(wc -l <"$folder/out")" "2 1" "bothways report $wrong is refused in one line"
done

get desk /report-sheet "first=$first&last=$last"
is "$status $(words | grep -c 'for trustees')" "200 1" "the page to print for trustees"

# Whoever is no coordinator sees whole years: two times of which one is a few days longer would tell of these days.
sign_in trustee
get desk /report "first=$first&last=$(date -d '-3 days' +%F)"
year=$(words | sed 's/^.*From \(.*\) to .*Groups.*/\1/' | grep -c ' 1 January 20')
is "$status $year $(grep -c 'name="first_day.day"' "$folder/plain")" "200 1 0" "a trustee sees the numbers of whole years"
sign_in coordinator

# However many programmes there are, those of a later one are told, and hidden, as those of the first.
ask "with recursive n(i) as (select 1 union all select i + 1 from n where i < 70)
  insert into programme (slug, kind) select 'more-' || i, 'everyday' from n;
  insert into wording (subject, subject_id, language, words) select 'programme', id, 'en', slug from programme where slug like 'more-%'; update signup set programme_id = (select max(id) from programme)
  where id in (select subject_id from audit where verb = 'signup.approve' order by id desc limit 2)"
newest=$(ask "select max(id) from programme")
get desk /report "programme=$newest&first=$first&last=$last"
numbers >"$folder/page-numbers"
is "$status $(sed -n 13p "$folder/page-numbers" | cut -d' ' -f1)" "200 few" "two people of the 73rd programme are not told"
get desk /standards "programme=$newest&first=$first&last=$last"
is "$status $(numbers | wc -l)" "200 13" "and its evidence is there"

# What is asked wrongly.
post desk /report 'programme_id=99'
is "$status" 422 "a programme that there is not"
post desk /report 'programme_id=1&first_day.day=3&first_day.month=3&first_day.year=2026&last_day.day=2&last_day.month=3&last_day.year=2026'
is "$status" 422 "a last day before the first"
post desk /report 'programme_id=1&first_day.day=30&first_day.month=2&first_day.year=2026'
is "$status" 422 "a day that does not exist"
post desk /report 'programme_id=2&first_day.day=3&first_day.month=3&first_day.year=2026'
is "$status $(place)" "303 /desk/report?programme=2&first=2026-03-03&last=#found" "a programme from a day on"
for wrong in 'programme=99999999999999999999' 'programme=-1' 'first=2027-02-30' 'last=9999-12-31' 'first=2199-01-01&last=1900-01-01'; do
  get desk /report "$wrong"
  is "$status" 200 "an address with $wrong shows what there is"
done
done_testing
