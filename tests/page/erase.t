#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Erased: of every text column that tests/page/columns.txt calls gone, nothing is left in any byte of the database or of the
# log beside it; what is kept is what the list says. While a worry about them is open nothing goes, and only leads learn why.
. "$srcdir/tests/page/lib.sh"
. "$srcdir/tests/page/held.sh"
night() { "$builddir/programs/bothways" night --site "$SITE/data" >/dev/null; }
bytes() { cat "$db" "$db-wal" 2>/dev/null | grep -a -o 'Zqz[a-z]*[.]' | tr -d . | sort -u; }
kept() { awk -F'\t' '!/^#/ && $3 == "kept" { print $1 }' "$columns" | while read -r column; do echo "Zqz$(word_of "$column")"; done | sort; }

sign_in mentee
me=$signed_in
pairs=$(ask "$(in_pairs either)" | tr '\n' ' ')
fill_tables
put_words '^(words|private|file|code=.*|hash)$'
written=$(bytes | wc -l)
is "$((written > 50))" 1 "$written columns hold a word of their own"
before=$(ask "select count(*) from meeting where pair_id in ($(in_pairs either))")

# Whoever has been signed in for long signs in again first.
ask "update browser set created_at = created_at - 3600 where person_id = $me"
get account /erase ''
is "$status" 303 "it takes a fresh sign-in"
ask "update browser set created_at = created_at + 3600 where person_id = $me"
get account /erase ''
shows "What we have to keep" "the page says what is kept"
post account /erase ''
is "$status $(place)" "303 /account/erased#main" "they ask for it"
is "$(ask "select state from person where id = $me") $(ask "select ((due_at - at) / 86400) || role from task where kind = 'erase' and person_id = $me")" "left 30lead" "they leave, and it has its day"
night
is "$(ask "select state from person where id = $me")" left "not in the week in which it can be taken back"
sign_in coordinator
get desk /erasures ''
is "$status" 403 "a coordinator is not told who asked"
get desk /todo ''
is "$(grep -c '/desk/erasures' "$folder/plain")" 0 "nor led there"

# A worry with their name in it is open: nothing goes, and a lead learns why.
ask "update task set at = at - 8 * 86400, due_at = due_at - 8 * 86400 where kind = 'erase'"
night
is "$(ask "select state from person where id = $me")" left "while a worry about them is open it waits"
sign_in safeguarding-lead
get desk /erasures ''
is "$(words | grep -c 'is open: it waits for that')" 1 "and a lead sees for what"
ask "update task set at = at - 16 * 86400, due_at = due_at - 16 * 86400 where kind = 'erase'"
night
night
is "$(ask "select count(*) from outbox where person_id = $me and kind = 'erase-later'")" 1 "within the month they hear, once, that it takes longer"
is "$(ask "select (due_at - at) / 86400 from task where kind = 'erase' and person_id = $me")" 90 "for two months more at the most"

# With no name in it, but one of their pairs tied to it.
ask "update concern set who_about = 'Somebody else' where who_about like 'Oqz%';
  insert into concern_entry (concern_id, number, at, kind, words, pair_id) select id, 9, 0, 'tie', '', ${pairs%% *} from concern where who_about = 'Somebody else'"
night
is "$(ask "select state from person where id = $me")" left "nor while one of their pairs is tied to one"

# Somebody else has named them, and that was settled.
other=$(ask "select mentor_id from proposal where mentee_id = $me and state = 'opened' limit 1")
ask "insert into bar (person_id, kind, words, folded, other_id, state, reason) values ($other, 'person', 'Wqz Theirs', 'wqz theirs', $me, 'tied', 'x')"
ask "update concern set state = 'closed' where who_about = 'Somebody else'"
night
is "$(ask "select words || state || coalesce(other_id, 0) from bar where person_id = $other and words like 'Wqz%'")" "Wqz Theirsopen0" "what another typed of them stays theirs, and keeps a namesake apart again"
is "$(ask "select state || call_name || full_name || email from person where id = $me")" "erased…" "then they are erased"
is "$(bytes | comm -23 - "$(kept >"$folder/kept"; echo "$folder/kept")" | tr '\n' ' ')" "" "and in no byte is anything left that should be gone"
is "$([ "$(bytes | wc -l)" -gt 0 ] && echo some)" some "what has to be kept is there"
is "$(ask "select count(*) from outbox where person_id = $me")$(ask "select count(*) from browser where person_id = $me")$(ask "select count(*) from bar where person_id = $me")" 000 "no mail, no login, no list of theirs"
is "$(ask "select count(*) from measure where person_id = $me")" 0 "nothing of how they said they are"
is "$(ask "select count(*) from meeting where pair_id in ($(in_pairs either))")" "$before" "the others' history is whole"
is "$("$builddir/programs/bothways" check --site "$SITE/data" | grep -c BROKEN)" 0 "all that must be true still is"
is "$(ask "select count(*) from audit where verb = 'person.erase' and subject_id = $me and person_id = 0")" 1 "the audit knows that it was done"
night
is "$(ask "select count(*) from audit where verb = 'person.erase'")" 1 "once"

# Whom they met with still reads their own pages.
sign_in mentor
for pair in $pairs; do get match "/pair/$pair" ''; [ "$status" = 200 ] && break; done
is "$status" 200 "opens the pair"
shows "somebody who has left" "with somebody who has left"
get account /data ''
is "$status" 200 "and what is held on them"
done_testing
