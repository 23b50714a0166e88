#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The work of a page is bounded: no statement reads a growing table from end to end. SQLite itself is asked
# how it would run each of them; those that may look at a whole table stand below, with the reason.
. "$srcdir/tests/check/tap.sh"

allowed='
audit_last              the newest row alone
audit_found             readers of a concern, of the people with roles
code_clear              codes live fifteen minutes
code_of_browser         codes live fifteen minutes
code_by_link            codes live fifteen minutes
code_try                codes live fifteen minutes
code_proven             codes live fifteen minutes
bars_live               the nightly check reads all bars of who is in a pair
conflict_live           the nightly check reads all pairs that are live
lines_up                people of the lines of responsibility
organisations_all       the charity s own list
organisations_of        the charity s own list
bar_people              a lead ties a name to one of all people
concerns_open           concerns are few
concerns_late           concerns are few
erase_tied              concerns are few, and so is what was done about them
concerns_closed         concerns are few
concerns_waiting        concerns are few
concern_one             its readers, of the people with roles
concern_readers         people with roles are few
pair_ties_near          the recursion reads what it found itself
programmes_quiet        programmes are few
leave_browsers          somebody leaves, once: all their logins
erase_mails             somebody is erased, once: mail of 30 days
merge_named             two sign-ups are made one, once
merge_invited           two sign-ups are made one, once
erase_named             somebody is erased, once: who named them
erase_invitations       somebody is erased, once: who invited them
erase_concerns          concerns that are open are few
kept_unfinished         the night looks for what has been kept long enough
kept_applicants         the night looks for what has been kept long enough
kept_people             the night looks for what has been kept long enough
kept_questions          the night looks for what has been kept long enough
kept_mails              the night looks for what has been kept long enough
kept_browsers           the night looks for what has been kept long enough
kept_codes              codes live fifteen minutes
kept_unsent             what was typed when a login ran out lives a day
kept_counts             counts live a day
kept_concerns           concerns are few, and so are people with roles
retention_browsers      the night looks for what has been kept long enough
retention_codes         codes live fifteen minutes
retention_unsent        what was typed when a login ran out lives a day
retention_counts        counts live a day
people_file             the file of everybody is asked for, once each time
programmes_to_join      programmes are few
everyday_topics         topics are few
people_rested           the night looks once for whose rest is over
people_rest_long        the night looks once for who has rested for long
coordinators_all        people with roles are few
concern_us              people with roles are few
concern_leads           people with roles are few
concern_guards          people with roles are few
pairs_resting           pairs that are paused, and what leads wrote of them
lead_pairs              what leads wrote of concerns, and people with roles
lead_pair               the same
lead_concerns           people with roles are few
lead_person_concerns    people with roles are few
demo_met                a demo site alone
demo_lessons            a demo site alone
counter_forget          counts live a day
once_forget             once an hour or so, keys of a day
night_readers           people with roles are few
backup_no_browsers      a copy of the database alone
backup_no_codes         a copy of the database alone
backup_no_papers        a copy of the database alone
backup_no_apps          a copy of the database alone
backup_no_once          a copy of the database alone
backup_no_unsent        a copy of the database alone
backup_no_counts        a copy of the database alone
backup_no_returns       a copy of the database alone
backup_no_secrets       a copy of the database alone
backup_no_mail          a copy of the database alone
erased_all              once a night, and for each backup
backup_people           a copy of the database, and once before a restore
demo_doors              a demo site alone
data_json               one person asks for all that is held: logins, mail of 30 days, and who named them
data_lines              the words of one person
letters_possible        the pairs and sign-ups of one person
demo_mail_forget        a demo site alone
demo_mail_sent          a demo site alone
demo_pairs              a demo site alone
demo_tasks              a demo site alone
demo_bars               a demo site alone
demo_person_named       a demo site alone
demo_without_mail       a demo site alone
demo_concern_pairs      a demo site alone
desk_to_match         programmes are few
match_run_last          newest first, and stops at one
programmes_open         programmes are few
programmes_open_count   programmes are few
topics_offered          topics are few
topic_place             topics are few
places_offered          places are few
settings_all            settings are few
setup_first             set-up alone; programmes are few
setup_staff             set-up alone; people with roles are few
setup_apps              set-up alone; apps are few
setup_unsay_people      set-up alone, before there are people
check_people_known      bothways check reads everybody
check_file              bothways check reads the whole file
check_references        bothways check reads the whole file
check_pair_people       bothways check reads every pair
check_pair_adults       bothways check reads every pair
check_pair_consent      bothways check reads every pair
check_pair_dates        bothways check reads every pair
check_mentor_load       bothways check reads every pair
check_ask_pairs         bothways check reads every pair
check_signup_steps      bothways check reads every life
check_proposal_steps    bothways check reads every life
check_pair_steps        bothways check reads every life
check_pairs_meeting     bothways check reads every pair
report_members          a report counts everybody, once each time it is asked for
report_waits            a report counts everybody who was approved
report_pairs            a report counts every pair
report_signals          a report counts what was said of every meeting
report_warnings         a report counts what the desk was told of every pair
report_unmet            a report counts everybody who waits
report_evidence         a report counts every pair
report_programmes       programmes are few
programmes_all          programmes are few
programmes_of_kind      programmes are few
topic_end               a topic is left out, once: who asks for it
staff_all               people with roles are few
staff_only_lead         people with roles are few
staff_no_deputy         people with roles are few
logins_of               somebody looks where they are signed in: all logins
logins_end              somebody ends their logins: all of them
measures_twice          programmes are few
'
database=$(mktemp) || exit 1
trap 'rm -f "$database" "$database.sql"' EXIT
rm -f "$database"
cat "$srcdir"/sql/schema/*.sql | sqlite3 "$database"

# One line a statement: its name, then its words.
awk '/^-- :name/ { printf "%s%s\t", (n++ ? "\n" : ""), $3; next } /^[ ]*--/ || !n { next } { gsub(/;[ ]*$/, ""); printf "%s ", $0 } END { print "" }' \
  "$srcdir"/sql/*.sql >"$database.sql"
total=0
scans=
while IFS="$(printf '\t')" read -r name words; do
  total=$((total + 1))
  plan=$(echo "explain query plan $words;" | sqlite3 "$database" 2>&1) || scans="$scans $name:not-run"
  echo "$plan" | grep -E 'SCAN' | grep -qvE 'CONSTANT ROW|SCAN \(?subquery|SCAN (t|open_ask|line|found)$' || continue
  echo "$allowed" | grep -q "^$name " || scans="$scans $name"
done <"$database.sql"
is "$scans" "" "no statement reads a growing table from end to end"
is "$([ "$total" -gt 150 ] && echo many || echo "$total")" many "all statements were asked"

# What is allowed is still there, or the list would hide another of that name.
gone=
for name in $(echo "$allowed" | awk '{ print $1 }'); do grep -q "^$name	" "$database.sql" || gone="$gone $name"; done
is "$gone" "" "what is allowed exists"
done_testing
