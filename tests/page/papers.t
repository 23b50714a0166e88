#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# docs/privacy.md on paper and in files: what is printed for somebody, posted to them, or kept as a file says nothing of
# the other that the table does not let them see. Pages and mails are tests/page/privacy.t.
. "$srcdir/tests/page/lib.sh"
. "$srcdir/tests/page/marked.sh"

# on_paper WHO PROGRAM PATH WORDS SENTENCE: the words on what this one prints, and no others.
on_paper() {
  sign_in "$1"
  get "$2" "$3" ''
  sed -n '/<main/,/<\/main>/p' "$folder/plain" >"$folder/paper"
  is "$status $(found "$folder/paper" | tr '\n' ' ')" "200 $4" "$5"
}
# in_letter PATH WORDS SENTENCE: the same of the letter that the desk prints.
in_letter() {
  sign_in coordinator
  get desk "$1" ''
  sed -n '/aria-label="The letter"/,/<\/section>/p' "$folder/plain" >"$folder/paper"
  is "$status $(found "$folder/paper" | tr '\n' ' ')" "200 $2" "$3"
}

# What the two take to their first meeting.
on_paper mentor match "/sheet/$pair" "E-Aim E-Called E-Sharedaim M-Thanks " "the mentor's sheet has the aims, and whom the mentor thinks of"
on_paper mentee match "/sheet/$pair" "E-Aim E-Sharedaim M-Called " "the mentee's sheet has their aims, and not whom the mentor thinks of"
on_paper mentor match "/agreement/$pair" "E-Called " "the mentor's agreement names the other"
on_paper mentee match "/agreement/$pair" "M-Called " "and the mentee's"
on_paper coordinator desk "/sheet/$pair" "E-Ask E-Called M-Called " "the sheet that is posted to both has what both may see"

# What is printed for one of them.
on_paper coordinator desk "/card/$mentor" "M-Called " "a card says whose it is"
on_paper coordinator desk "/new-card/$mentee" "E-Called " "and a new one"

# Letters: to whoever asked about their data, and to whoever was suggested.
ask "insert into task (id, kind, role, person_id, subject, subject_id, words, due_at, at) values (900, 'data-request', 'coordinator', $mentee, 'person', $mentee, 'EqzqzRequest', 2000000000, 0);
  update person set email = '' where id = $mentee"
in_letter /request/900 "E-Address E-Full " "a letter about data has its reader's name and address, and nothing of what they wrote"
sign_in coordinator
for who in before after; do
  [ $who = before ] || ask "$(unwell "$mentee")"
  get desk "/data/$mentee" ''
  masked "$folder/plain" >"$folder/$who"
done
is "$status $(grep -c "<h1>.*EqzqzCalled" "$folder/after") $(diff "$folder/before" "$folder/after" | grep -c '^[<>]')" "200 1 0" "what is held on somebody, printed at the desk, is the same however they say they are"
ask "update person set email = 'EqzqzEmail@example.org' where id = $mentee"
letter_of() { # KIND HOST CONSENT
  ask "delete from invitation; insert into invitation (id, by_id, kind, ask_id, name, address, words, consent, due_at, at)
    select 901, $2, '$1', ask_id, 'GqzqzName', 'GqzqzAddress', 'GqzqzWords', $3, 2000000000, 0 from proposal where id = $proposal"
}
letter_of suggest "$mentor" 1
in_letter /invitation/901 "G-Address G-Name G-Words M-Called " "a guest who was suggested hears who it was, and nothing of the mentee"
letter_of invite "$mentee" 1
in_letter /invitation/901 "E-Called G-Address G-Name G-Words " "a guest who was invited hears by whom, and nothing of what they wrote to anybody else"

# Files. One's own has what privacy.t says of pages; of the other only what they are called.
for who in mentor mentee; do
  sign_in "$who"
  get account /data-file ''
  case $who in mentor) other=E ;; mentee) other=M ;; esac
  is "$(found "$folder/plain" | grep "^[$other]" | tr '\n' ' ')" "$other-Called " "the file of the $who has what the other is called, alone"
  is "$(found "$folder/plain" | grep -c '^[CT]')" 0 "and no worry"
done

# What the command line prints, and the report: numbers, never anybody.
bothways() { SITE=$SITE "$builddir/programs/bothways" "$@" 2>&1; }
said=$folder/said
{
  bothways match run --programme valley --json
  bothways match explain --programme valley --json
  bothways check --json
  bothways retention --dry-run --json
  bothways audit verify --json
} >"$said"
is "$(grep -c '^[[{]' "$said")" 5 "the command line tells much as JSON"
is "$(found "$said" | grep -v -- '-District$' | tr '\n' ' ')" "" "and of nobody more than the district, for those who look after matching"
on_paper coordinator desk /report "" "nor does the report"
get desk /report-file ''
is "$status $(found "$folder/plain" | tr '\n' ' ')" "200 " "nor its file for a spreadsheet"
sqlite3 "$db" "select verb || subject || columns from audit" >"$said"
is "$(found "$said" | tr '\n' ' ')" "" "nor the audit"
done_testing
