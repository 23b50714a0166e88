#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A reader goes through a language, corrects it and puts their name to it: what is corrected shows at once, a language is a draft until
# each sentence is read by somebody who is named, and it comes out as a .po that fits the sources.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
. "$srcdir/tests/page/lib.sh"

# As somebody who is not signed in: a person's language is kept with them.
visit() {
  kept=$cookie cookie=
  get "$1" "$2" "$3"
  cookie=$kept
}
button() { grep -o '<button[^>]*>[^<]*</button>' "$folder/plain" | tail -1; }
# press PATH QUERY FIELDS: the form of that page.
press() { get desk "$1" "$2"; send "$1" "$2" "$3"; }
send() { request POST desk "$1" "$2" "token=$(field token)&once=$(field once)&filled=$(field filled)&$3"; }
audited() { ask "select verb || ' ' || person_id from audit order by id desc limit 1"; }
for language in cy pl ur; do python3 "$srcdir/tests/page/languages.py" "$builddir/locale/$language/LC_MESSAGES/bothways.mo" >"$folder/$language.known"; done
# The number of a sentence, by its English.
id_of() { awk -v text="$1" '{ rest = $0; sub(/^[^ ]* [^ ]* /, "", rest) } rest == text { print $1 }' "$folder/cy.known"; }

# Who reads: somebody asked in for that alone.
bring_reader
sign_in coordinator
post desk /invite 'full_name=Ola+Nowak&call_name=Ola&email=ola%40example.org&roles=reader'
is "$status $(ask "select group_concat(role) from role where person_id = (select id from person where full_name = 'Ola Nowak')")" "303 reader" "a coordinator asks a reader in"
sign_in reader
is "$(place)" "/desk/languages#main" "who lands where the languages are"
get desk /languages ''
is "$status $(words | grep -o 'A draft\.' | wc -l) $(grep -c 'href="/desk/\(people\|todo\|invite\)"' "$folder/plain")" "200 3 0" "languages that nobody has read are drafts, and nothing of the desk stands beside them"
total=$(words | sed 's/.*Read here: 0 of \([0-9]*\)\..*/\1/')
is "$([ "$total" -gt 1000 ] && echo many)" many "with all their sentences"
visit signup /how 'lang=cy'
is "$(words | grep -c 'Drafft yw geiriau’r iaith hon')" 1 "each page of one says so to visitors, in that language"
visit signup /how ''
hides "are a draft" "English is none"

# Page by page.
get desk /language/cy ''
is "$status $(grep -o 'name="right"' "$folder/plain" | wc -l)" "200 25" "a page has 25"
shows "You see 1 to 25 of $total." "and says of how many"
is "$([ "$(grep -o 'Where it stands: <span lang="en" dir="ltr" translate="no">[^<]*signup/' "$folder/plain" | wc -l)" -ge 10 ] && echo many)" many "those that visitors see come first, with where they stand"
first=$(sed 's/<label/\n&/g' "$folder/plain" | sed -n 's/.*name="right" value="\([0-9a-f]*\)".*/\1/p' | head -1)
stale=$folder/stale && cp "$folder/plain" "$stale"
send /language/cy '' "these=$(field these | sed 's/ /+/g')&right=$first&act=ticked"
is "$status $(place) $(audited)" "303 /desk/language/cy?show=unread&page=1#main language.read $signed_in" "what is right is ticked"
get desk /language/cy ''
is "$(grep -c "value=\"$first\"" "$folder/plain")" 0 "and is read no more"
shows "You see 1 to 25 of $((total - 1))." "one less is left"
get desk /language/cy 'show=all'
is "$(grep -c "value=\"$first\"" "$folder/plain") $(words | grep -c 'Read by Nia Rees on ')" "1 1" "among all it stands with who read it"
press /language/cy '' 'act=ticked'
is "$status" 422 "nothing ticked is nothing"
for wrong in 0000000000000000 zz ''; do
  press /language/cy '' "right=$wrong&act=ticked"
  case $status in 409 | 422) ;; *) is "$status" 422 "a mark that is none: $wrong" ;; esac
done
cp "$stale" "$folder/plain"
send /language/cy '' "these=$(field these | sed 's/ /+/g')&act=these"
is "$status" 303 "two who read the same page at once do not disturb each other"
is "$(grep -c " $signed_in " "$SITE/data/words/cy.read") $(ls -l "$SITE/data/words/cy.read" | cut -c1-10)" "25 -rw-------" "a page is 25 marks, with a number and no name"
get desk /language/cy 'show=all&page=99999'
is "$status" 200 "a page that there is not is the last"

# One sentence.
visit account /sign-in 'lang=cy'
shipped=$(button)
at=$(id_of 'Send me a code')
press "/sentence/cy-$at" '' 'act=keep&words=Ymlaen+%C3%A2+ni'
is "$status $(place) $(audited)" "303 /desk/language/cy#main words.own $signed_in" "a sentence is corrected"
visit account /sign-in 'lang=cy'
is "$(grep -c 'Ymlaen â ni' "$folder/plain")" 1 "and the next page says it so"
get desk /language/cy 'show=corrected'
is "$(grep -o 'name="right"' "$folder/plain" | wc -l) $(words | grep -c 'It is corrected. Read by Nia Rees on')" "1 1" "it is listed, and read by who wrote it"
get desk "/sentence/cy-$at" ''
shows "Where it stands: account/sign-in" "it says where it stands"
send "/sentence/cy-$at" '' 'act=back&words=x'
visit account /sign-in 'lang=cy'
is "$(button | sed 's/.*>\(.*\)<.*/\1/') $(audited)" "$(echo "$shipped" | sed 's/.*>\(.*\)<.*/\1/') words.back $signed_in" "as it came is one press away"
get desk /sentence/en-$at ''
is "$status" 404 "English is no translation"
get desk "/word/$at" ''
is "$status" 403 "the charity's own words are not theirs"
get desk /words ''
is "$status" 403 "nor is finding it"
get desk /people ''
is "$status" 403 "nor anybody's details"

# Two at once: the second is told.
look=$folder/look
get desk "/sentence/cy-$at" '' && cp "$folder/plain" "$look"
reader=$cookie reader_id=$signed_in
sign_in coordinator
press "/sentence/cy-$at" '' 'act=keep&words=Gyrru'
is "$status" 303 "a coordinator may correct too"
cookie=$reader signed_in=$reader_id
cp "$look" "$folder/plain"
send "/sentence/cy-$at" '' 'act=keep&words=Anfon'
is "$status $(words | grep -c 'This has changed meanwhile')" "409 1" "who had looked before is told"

# What depends on a number: a field for each form, with the numbers that take it.
plural=$(id_of 'They have met once.')
for tag in cy:6 pl:3 ur:2; do
  get desk "/sentence/${tag%:*}-$plural" ''
  is "$status $(grep -o '<textarea' "$folder/plain" | wc -l)" "200 ${tag#*:}" "${tag%:*} has ${tag#*:} forms"
done
get desk "/sentence/pl-$plural" ''
is "$(words | grep -o 'For numbers such as [0-9, ]*' | sed 's/ *$//' | tr '\n' ';')" "For numbers such as 1;For numbers such as 2, 3, 4, 22, 23, 24, 32, 33;For numbers such as 0, 5, 6, 7, 8, 9, 10, 11;" "each says for which numbers"
for wrong in 'words=raz&words_1=%7Bn%7D+razy' 'words=raz&words_1=%7Bm%7D+razy&words_2=x' 'words=raz&words_1=%7Bn+razy&words_2=%7B/n%7D' 'words=&words_1=a&words_2=b'; do
  press "/sentence/pl-$plural" '' "act=keep&$wrong"
  is "$status" 422 "refused: $wrong"
done
press "/sentence/pl-$plural" '' 'act=keep&words=Raz&words_1=%7Bn%7D+razy&words_2=Wiele+razy'
is "$status $(grep -c "^They have met once.$(printf '\t')Raz$(printf '\t'){n} razy$(printf '\t')Wiele razy$" "$SITE/data/words/pl.txt")" "303 1" "all of them are kept"

# The file for translators.
po=$folder/cy.po
get desk /language-file/cy ''
sed '1,/^$/d' "$folder/plain" >"$po"
is "$status $(grep -c '^Content-Disposition: attachment; filename="cy.po"' "$folder/plain") $(msgfmt -c -o /dev/null "$po" 2>&1)" "200 1 " "the file is a sound catalogue"
is "$(msgattrib --clear-fuzzy --no-wrap "$po" | msgcmp - "$builddir/bothways.pot" 2>&1 | grep -v 'warning: this message is not used' | head -3)" "" "it has every text of the sources"
is "$(msgattrib --only-fuzzy "$po" | grep -c '^msgid ') $(grep -c '^msgid ' "$po")" "$((total - 25)) $((total + 1))" "what nobody has read is fuzzy"
get desk /language-file/pl ''
is "$(grep -c 'msgstr\[2\] "Wiele razy"' "$folder/plain")" 1 "what is corrected is in it"

# All of it.
{ echo 'as before part'; awk -v who="$signed_in" '{ print $2, who, "2026-03-03" }' "$folder/cy.known"; } >"$SITE/data/words/cy.read"
get desk /language/cy ''
is "$(words | grep -c 'All of it is read. Thank you.')" 0 "a correction that nobody has read is left"
press "/sentence/cy-$at" '' 'act=back&words=x'
visit feedback /concern 'lang=cy'
is "$(grep -c '<form[^>]* lang="en"' "$folder/plain") $(words | grep -c 'Drafft yw')" "0 0" "then safety is said in Welsh, and nothing says draft"
get desk /languages ''
is "$(words | grep -c "Read, and no draft. Read here: $total of $total. Who has read in it:Nia Rees")" 1 "the desk says who has read it"
get desk /language-file/cy ''
sed '1,/^$/d' "$folder/plain" >"$po"
is "$(msgattrib --only-fuzzy "$po" | grep -c '^msgid ') $(msgfmt -c -o /dev/null "$po" 2>&1)$(grep -c 'X-Reviewed-By: Nia Rees' "$po")" "0 1" "and the file too"
ask "update person set full_name = '' where id = $signed_in"
get desk /languages ''
is "$status $(words | grep -c 'Who has read in it')" "200 0" "whoever is gone has no name any more"

# A sentence that there is not leaves the page in its own language, words of the charity's own and all.
printf 'This did not work\tNi weithiodd hyn\n' >>"$SITE/data/words/cy.txt"
get desk /sentence/cy-0 ''
is "$status $(grep -c 'Ni weithiodd' "$folder/plain")" "404 0" "a sentence that there is not is missing, in English"
# An upgrade: one sentence has other English, another is said otherwise in Welsh.
mkdir -p "$folder/upgraded/programs" "$folder/upgraded/locale/cy/LC_MESSAGES"
cp "$builddir/programs/desk" "$builddir/programs/feedback" "$folder/upgraded/programs/"
ln -s "$(cd "$builddir/programs" && pwd)/templates" "$folder/upgraded/programs/templates"
msgunfmt --no-wrap "$builddir/locale/cy/LC_MESSAGES/bothways.mo" | sed 's/^msgid "They have met once\."/msgid "They met once."/; s/^msgstr "Ymlaen"$/msgstr "Bant"/' |
  msgfmt -o "$folder/upgraded/locale/cy/LC_MESSAGES/bothways.mo" -
programs=$builddir builddir=$folder/upgraded
visit feedback /concern 'lang=cy'
is "$(words | grep -c 'Drafft yw') $(grep -c '<form[^>]* lang="en"' "$folder/plain")" "1 1" "after an upgrade it is a draft until what is new is read"
get desk /language/cy ''
is "$(grep -o 'name="right"' "$folder/plain" | wc -l) $(words | grep -c 'They met once')" "2 1" "which is all that is left"
press /language/cy '' "these=$(field these | sed 's/ /+/g')&act=these"
visit feedback /concern 'lang=cy'
is "$status $(words | grep -c 'Drafft yw')" "200 0" "and then it is none"
builddir=$programs

# What there is not.
for wrong in xx en en-XA ../cy cy/; do
  for page in language language-file; do
    get desk "/$page/$wrong" ''
    is "$status" 404 "there is no $page/$wrong"
  done
done
printf 'neither one nor the other\n' >"$SITE/data/words/cy.read"
visit account /sign-in 'lang=cy'
is "$status $(words | grep -c 'Drafft yw')" "200 1" "a damaged file costs no page"
done_testing
