#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Everything that is held on a person is on their page and in their file; nothing of what others told in private is. The
# columns are those of the schema itself: one that is new fails here until tests/page/columns.txt says what becomes of it.
. "$srcdir/tests/page/lib.sh"
. "$srcdir/tests/page/held.sh"

is "$(ask "select m.name || '.' || c.name from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and c.type = 'TEXT' order by 1")" \
  "$(listed '' | cut -d' ' -f1 | LC_ALL=C sort)" "every text column of the schema is accounted for, and no other"
is "$(listed '' | awk '$2 !~ /^(words|code=[a-z0-9-]+|file|staff|private|hash|none)$/' | head -3)" "" "each in one of the ways"
is "$(awk -F'\t' '!/^#/ && (($2 == "private" || $3 == "kept") && $4 == "")' "$columns" | head -3)" "" "what is not shown, or is kept, has its reason"

sign_in mentee
me=$signed_in
fill_tables
put_words '^(words|private|file)$'
get account /data ''
cp "$folder/plain" "$folder/page-of-theirs"
get account /data-file ''
cp "$folder/plain" "$folder/file"
is "$status $(grep -c '^Content-Type: application/json$' "$folder/file") $(grep -c '^Content-Disposition: attachment; filename="bothways.json"$' "$folder/file")" "200 1 1" "the file is JSON, to keep"
sed '1,/^$/d' "$folder/file" >"$folder/json"
is "$(ask "select json_valid(readfile('$folder/json'))")" 1 "and sound"
lost() { # FILE CLASSES
  listed "$2" | while read -r column _; do grep -q "Zqz$(word_of "$column")" "$1" || printf ' %s' "$column"; done
}
is "$(lost "$folder/page-of-theirs" '^words$')" "" "each text on them is on their page"
is "$(lost "$folder/json" '^(words|file)$')" "" "and in their file"
is "$(listed '^private$' | while read -r column _; do cat "$folder/page-of-theirs" "$folder/json" | grep -q "Zqz$(word_of "$column")" && printf ' %s' "$column"; done)" "" "what is not theirs to read is in neither"
is "$(cat "$folder/page-of-theirs" "$folder/json" | grep -o 'Oqz[a-z]*' | sort -u | tr '\n' ' ')" "" "nor what others said apart"
is "$(listed '^words$' | wc -l | awk '{ print ($1 > 25) }')" 1 "those are many"

# The desk's print, for who cannot read it on a screen: all of that, but for what no coordinator may read.
mentees_cookie=$cookie
sign_in coordinator
get desk "/data/$me" ''
is "$status" 404 "whoever has an e-mail address reads it for themselves"
ask "update person set email = '', language = 'cy' where id = $me"
get desk "/data/$me" ''
cp "$folder/plain" "$folder/printed"
is "$status $(lost "$folder/printed" '^words$')" "200  person.email person.thanks_to bar.words bar.until feedback.next_time aim.words" "the desk prints the rest for who has no e-mail"
is "$(grep -c '<html lang="cy"' "$folder/printed") $(grep -o 'Oqz[a-z]*' "$folder/printed" | sort -u)" "1 " "in their language, with nothing of what others said apart"
is "$(ask "select verb || ' ' || subject || ' ' || subject_id || ' ' || person_id from audit order by id desc limit 1")" "data.print person $me $signed_in" "and that it was opened is written down"
get desk "/data/$me" 'lang=en'
is "$(grep -c '<html lang="en"' "$folder/plain") $(words | grep -c 'card of codes')" "1 1" "in another language where one is pressed, with the way to the rest"
ask "update aim set shared = 1; update bar set kind = 'family', words = 'Zqzbarwords' where person_id = $me and kind = 'person';
  insert into task (kind, role, person_id, subject, subject_id, words, due_at, at) values ('erase', 'lead', $me, 'person', $me, 'Zqzerase', 2000000000, 0)"
get desk "/data/$me" ''
is "$(lost "$folder/plain" '^words$') $(grep -c Zqzerase "$folder/plain")" " person.email person.thanks_to feedback.next_time 0" "an aim that is shared is there, and a tie; that they asked to be erased is for leads"
ask "delete from task where words = 'Zqzerase'; update aim set shared = 0; update bar set kind = 'person' where person_id = $me and kind = 'family'; update person set language = 'en' where id = $me"
cookie=$mentees_cookie

# A name or a value without words.
unsaid() { tr '\n' ' ' <"$1" | grep -qE '<d[td]>[[:space:]]*</d[td]>'; }

# What has only a few answers: another answer changes the page, in words, and the file.
ask "update person set email = 'a@example.org', phone = '1', address = '2' where id = $me"
get account /data ''
masked "$folder/plain" >"$folder/before"
wrong=
listed '^code=' >"$folder/coded"
while read -r column how; do
  value=${how#code=} table=${column%.*} name=${column#*.}
  ask ".backup $folder/kept.db"
  ask "update $table set $name = '$value' where $(own "$table" "$name")" || wrong="$wrong $column:refused"
  get account /data ''
  masked "$folder/plain" >"$folder/after"
  cmp -s "$folder/before" "$folder/after" && wrong="$wrong $column:page"
  unsaid "$folder/plain" && wrong="$wrong $column:words"
  get account /data-file ''
  sed '1,/^$/d' "$folder/plain" | grep -q "\"[^\"]*$value" || wrong="$wrong $column:file"
  cp "$folder/kept.db" "$db"
  rm -f "$db-wal" "$db-shm"
done <"$folder/coded"
is "$wrong" "" "each of $(wc -l <"$folder/coded") columns that has a few answers is on the page and in the file"
get account /data ''
unsaid "$folder/plain"
is $? 1 "everything on the page has its name, and its words"

# Nobody else's, and nothing once they have signed out.
other=$(ask "select q.mentor_id from proposal q join pair y on y.proposal_id = q.id where q.mentee_id = $me limit 1")
ask "update person set full_name = 'Oqzfullname', phone = 'Oqzphone', address = 'Oqzaddress' where id = $other"
get account /data-file ''
is "$(grep -c Oqz "$folder/plain")" 0 "of whom they meet there is only what they are called"
cookie=
get account /data-file ''
is "$status $(grep -c call_name "$folder/plain")" "303 0" "nobody who is not signed in gets a file"

# What they said of how they are: theirs alone, in words.
sign_in mentee
ask "update programme set measures = 'ucla-3 direct ons-4'; delete from measure;
  insert into measure (programme_id, moment, person_id, item, answered, at) select distinct s.programme_id, 'start', $me, i.column1, i.column2, 86400 * 200
    from signup s, (values ('companionship', 3), ('left-out', -1), ('isolated', 1), ('lonely', 2), ('satisfied', 0), ('worthwhile', 10), ('happy', 4), ('anxious', -1)) i
   where s.person_id = $me and s.id = (select min(id) from signup where person_id = $me)"
get account /data ''
is "$(words | grep -o 'Lacking company.*0 to 10 Often or always')" "" "no answer stands beside another's question"
is "$(words | grep -oE 'When you began|Lacking company *Often|left out *I would rather not say|cut off from others *Hardly ever or never|Feeling lonely *Some of the time|life, 0 to 10 *0|worthwhile, 0 to 10 *10|Happy the day before, 0 to 10 *4|Anxious the day before, 0 to 10 *I would rather not say' | wc -l)" 9 "how they said they are is there, in words"
get account /data-file ''
is "$(sed '1,/^$/d' "$folder/plain" | grep -o '"companionship":3,"left_out":-1,"isolated":1,"lonely":2,"satisfied":0,"worthwhile":10,"happy":4,"anxious":-1' | wc -l)" 1 "and in the file, as numbers"

sign_in coordinator
ask "update person set email = '' where id = $me"
get desk "/data/$me" ''
is "$status $(words | grep -cE 'When you began|Lacking company|Feeling lonely|Happy the day before') $(words | grep -c 'How you said you are, where we asked')" "200 0 1" "the desk prints none of it, and says so"
staff=$signed_in
ask "update role set away_until = 'Zqzaway' where person_id = $staff"
get account /data ''
is "$(grep -o Zqzaway "$folder/plain" | sort -u) $(words | grep -o Coordinator | sort -u)" "Zqzaway Coordinator" "who works at the desk sees what they do there"
done_testing
