#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# A charity's own pages: edited in the data folder, checked with all that is wrong, looked at, live, back. A broken one
# never reaches a visitor, and one that was made for another release is not shown.
. "$srcdir/tests/page/lib.sh"
bothways() { "$builddir/programs/bothways" "$@"; }
own=$SITE/data/templates
live=$SITE/data/live
copy() { bothways template copy "$1" >/dev/null; }
edit() { sed -i "$2" "$own/$1.xml"; }
# state PAGE: the word that the list has for it.
state() { bothways template list | sed -n "s#^\([a-z]*\) *$1\$#\1#p"; }

is "$(bothways template list)" "" "a site begins without pages of its own"
copy signup/start
is "$(state signup/start) $(bothways template check signup/start)" "draft ok signup/start" "a copy of the shipped page is a good one"
bothways template copy signup/start >/dev/null 2>&1
is "$?" 1 "what is there is not copied over"
edit signup/start 's/Before you start/Welcome, begin here/'
get signup /start ''
is "$status $(words | grep -c 'Before you start')" "200 1" "visitors see nothing of what is only edited"
bothways template preview signup/start >"$folder/plain"
is "$(grep -c '<h1>Welcome, begin here</h1>' "$folder/plain") $(grep -c 'Young and old in the valley' "$folder/plain")" "1 1" "the preview does, with the template's own samples"
is "$(bothways template preview signup/start --language cy | grep -c '<html lang="cy"')" 1 "in each language"
is "$(bothways template live signup/start) $(state signup/start)" "ok signup/start live" "it goes live"
get signup /start ''
is "$status $(grep -c '<h1>Welcome, begin here</h1>' "$folder/plain")" "200 1" "and visitors see it"
post signup /start ''
is "$status" 303 "its form does what the shipped one does"

# Broken in three ways at once.
edit signup/start 's/begin here/begin now/; s#<form method="post">#<form method="post"><p b:text="no_such_thing">x</p>#; s#<b:value b:slot="main">#<b:value b:slot="main"><p b:if="nor_this">y</p>#'
bothways template check signup/start >"$folder/wrong"
is "$? $(grep -c '^templates/signup/start.xml:[0-9]*: .*is not known here' "$folder/wrong")" "1 2" "all that is wrong with a broken one is said, with its line"
bothways template live signup/start >/dev/null
is "$? $(state signup/start)" "1 edited" "it does not go live"
get signup /start ''
is "$status $(grep -c 'Welcome, begin here' "$folder/plain" | sed 's/[1-9]/seen/')" "200 seen" "visitors see the one of before"
echo '<div' >"$own/signup/start.xml"
is "$(bothways template check signup/start | grep -c '^templates/signup/start.xml:[0-9]*: .*well-formed XML')" 1 "what is no XML is said to be none"
is "$(bothways template back signup/start) $(state signup/start)" "signup/start is the shipped page again draft" "one step goes back"
get signup /start ''
is "$status $(words | grep -c 'Before you start')" "200 1" "to the shipped page"

# What is asked stays what is asked.
# inlined: what the page takes from a part that others share, it may say itself.
inlined() {
  copy signup/name
  python3 - "$srcdir/templates/name-fields.xml" "$own/signup/name.xml" "$1" <<'END'
import re, sys
part, page = open(sys.argv[1]).read(), open(sys.argv[2]).read()
boxes = re.findall(r'<div class="field">.*?</div>', part, re.S)
if sys.argv[3] == 'swapped':
    boxes.reverse()
open(sys.argv[2], 'w').write(page.replace('<b:value b:use="name-fields"/>', '<h1>What is your name?</h1>' + '\n'.join(boxes)))
END
}
inlined as-it-is
is "$(bothways template check signup/name)" "ok signup/name" "a page may say itself what it shares with others"
edit signup/name 's/maxlength="[0-9]*"/maxlength="3000"/; s/required=""//; /b:when="missing"/d'
bothways template live signup/name >"$folder/wrong"
is "$? $(grep -c ': call_name: minlength and maxlength have to be those\|: full_name: minlength and maxlength have to be those' "$folder/wrong" | sed 's/[1-9]/said/') $(grep -c 'it has to be required' "$folder/wrong" | sed 's/[1-9]/said/')" "1 said said" "other rules than the shipped page's are refused"
rm "$own/signup/name.xml"
inlined swapped
is "$(bothways template live signup/name)" "ok signup/name" "another order is not"
cookie=
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
post signup /name 'full_name=Whole+Zreed&call_name=Short'
is "$status $(ask "select call_name || ', ' || full_name from person where full_name like '% Zreed'")" "303 Short, Whole Zreed" "each answer is kept where it belongs"
post signup /name 'full_name=&call_name=Short'
is "$status $(grep -c 'href="#full_name' "$folder/plain")" "422 1" "and judged where it stands"

# What is not as it was written, not for this page, or not of this site.
shown() { get signup /name ''; first=$(grep -o 'name="\(call\|full\)_name"' "$folder/plain" | head -1); echo "$status $first"; }
swapped=$(shown)
mv "$live/signup.name" "$folder/good"
shipped=$(shown)
is "$([ "$swapped" != "$shipped" ] && echo differ)" differ "the own page and the shipped one can be told apart"
told=
size=$(wc -c <"$folder/good")
for at in 0 8 40 72 104 110 116 120 400 $((size / 2)) $((size - 1)); do
  { head -c "$at" "$folder/good"; printf '\377'; tail -c +$((at + 2)) "$folder/good"; } >"$live/signup.name"
  [ "$(shown) $(state signup/name)" = "$shipped unsound" ] || told="$told $at"
done
is "$told" "" "with any byte of it changed the shipped page is shown, and the list says so"
for length in 0 5 119 120 $((size - 1)); do
  head -c "$length" "$folder/good" >"$live/signup.name"
  [ "$(shown)" = "$shipped" ] || told="$told $length"
done
is "$told" "" "and with any of it missing"
cp "$folder/good" "$live/signup.start"
rm "$live/signup.name"
get signup /start ''
is "$status $(words | grep -c 'Before you start') $(state signup/start)" "200 1 outdated" "made for another page, or another release's, it is not shown, and the list says that it needs a look"
rm "$live/signup.start"
cp "$folder/good" "$live/signup.name"
is "$(shown)" "$swapped" "as it was written it is"
cp "$SITE/data/key" "$folder/key"
copy signup/start 2>/dev/null
cp "$srcdir/templates/signup/start.xml" "$own/signup/start.xml"
bothways template live signup/start >/dev/null
head -c 32 /dev/zero >"$SITE/data/key"
cookie=
get signup /start ''
is "$status $(bothways template list | grep -c '^unsound *signup/start')" "200 1" "with another site's key it is not"
cp "$folder/key" "$SITE/data/key"

# A mail, and the page that says what happened.
copy mail/test
edit mail/test 's#<h1>#&Tried: #'
is "$(bothways template live mail/test) $(bothways template preview mail/test | head -1 | grep -c '^Tried: ')" "ok mail/test 1" "a mail too"
copy mail/code
for part in 's#<b:value b:text="code">7K3M 9QTX</b:value>#there#' 's#href="/account/link/{link}"#href="/account/sign-in"#' 's#<p>Stuck.*##'; do
  cp "$srcdir/templates/mail/code.xml" "$own/mail/code.xml"
  edit mail/code "$part"
  bothways template live mail/code >"$folder/wrong"
  told="$told$? $(sed -n 's#^templates/mail/code.xml: \([^:]*\): the shipped mail .*#\1#p' "$folder/wrong") $(state mail/code);"
done
is "$told" "1 code draft;1 /account/link/{link} draft;1 phone draft;" "a mail that lost its code, its address or the phone number is refused"
told=
cp "$srcdir/templates/mail/code.xml" "$own/mail/code.xml"
edit mail/code 's#<h1>.*</h1>#<h1>Hello from us</h1>#; s#Stuck? Ring us on#Ring#'
is "$(bothways template live mail/code)" "ok mail/code" "what else it says is the charity's own"
sent() { ask "delete from outbox"; rm -f "$SITE"/data/mail/*; post account /sign-in "email=$(ask "select email from person p join role r on r.person_id = p.id where r.role = 'coordinator' limit 1")" >/dev/null; "$builddir/programs/bothways" post >/dev/null; grep -h '^Subject:' -r "$SITE/data/mail" | head -1 | tr -d '\r'; }
is "$(sent)" "Subject: Hello from us" "and is what is sent"
echo '<div' >"$own/mail/code.xml"
is "$(sent)" "Subject: Hello from us" "a source that is broken after that reaches nobody"
head -c 200 "$live/mail.code" >"$folder/cut" && cp "$folder/cut" "$live/mail.code"
is "$(sent)" "Subject: Your code for Riverside Neighbours" "where the file is damaged the shipped mail is sent"
rm "$live/mail.code" "$own/mail/code.xml"
copy error
edit error 's/This did not work/Oh dear/'
is "$(bothways template live error)" "ok error" "and the page that says what happened"
get signup /nowhere ''
is "$status $(grep -c '<h1>Oh dear</h1>' "$folder/plain")" "404 1" "which is shown"

# Names lead to no other file.
for name in ../key signup/../../key /etc/passwd signup layout signup/nothing 'signup/start.xml' desk//x; do
  bothways template copy "$name" >/dev/null 2>&1 && told="$told $name"
  bothways template preview "$name" >/dev/null 2>&1 && told="$told $name"
  bothways template back "$name" >/dev/null 2>&1 && told="$told $name"
done
is "$told" "" "a name that is none of a page is refused"
is "$(bothways template list --json | python3 -c 'import json, sys; print(" ".join(p["page"] + ":" + p["state"] for p in json.load(sys.stdin)))')" \
  "error:live mail/test:live signup/name:live signup/start:live" "the list as JSON"
done_testing
