#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The site keeper's pages: what is new, pages and sentences in the charity's own words.
. "$srcdir/tests/page/lib.sh"
own=$SITE/data/templates
bothways() { "$builddir/programs/bothways" "$@"; }
has() { is "$(words | grep -cF "$1")" 1 "$2"; }
audited() { ask "select verb from audit order by id desc limit 1"; }
# press PATH FIELDS: the form of that page.
press() { get desk "$1" "${3:-}"; filled=$(field filled); request POST desk "$1" "${3:-}" "token=$(field token)&once=$(field once)${filled:+&filled=$filled}&$2"; }
sign_in site-keeper

# Beside these programs `bothways` first tries to write: what anybody holds while it runs, holds up everybody.
mkdir -p "$folder/beside/programs"
cp "$builddir/programs/desk" "$builddir/programs/signup" "$folder/beside/programs/"
ln -s "$(cd "$builddir/programs" && pwd)/templates" "$folder/beside/programs/templates"
cat >"$folder/beside/programs/bothways" <<EOF
#!/bin/sh
echo "\$2 \$($(command -v sqlite3) -cmd '.timeout 1000' "$db" 'begin immediate; rollback' 2>&1)" >>"$folder/tried"
exec "$(cd "$builddir/programs" && pwd)/bothways" "\$@"
EOF
chmod 755 "$folder/beside/programs/bothways"
programs=$builddir
builddir=$folder/beside

ask "update setting set value = '0.0.1' where name = 'news_read'"
ask "insert into setting values ('upgraded_at', '1772548200')"
get desk /todo ''
is "$(grep -c 'href="/desk/news">See what is new' "$folder/plain")" 1 "a new version is a thing to do"
get desk /news ''
has "This site was brought up to date on Tuesday 3 March 2026." "when it came"
press /news ''
is "$status $(audited) $(ask "select value from setting where name = 'news_read'")" "303 news.read $(sed -n 's/^AC_INIT(\[Bothways\], \[\([^]]*\).*/\1/p' "$srcdir/configure.ac")" "that it was read is kept"
get desk /todo ''
is "$(grep -c 'See what is new' "$folder/plain")" 0 "and it waits no more"

press /own-pages 'page=nothing/here'
is "$status $(grep -c 'There is no such page' "$folder/plain")" "422 2" "a page that there is not"
press /own-pages 'page=../key'
is "$status" 422 "what is no name of a page"
press /own-pages 'page=/signup/start/'
is "$status $(place | sed 's/#.*//') $(audited) $(cmp "$own/signup/start.xml" "$srcdir/templates/signup/start.xml" && echo same)" "303 /desk/own-page/signup.start page.begin same" "a page is begun as a copy"
press /own-pages 'page=signup/start'
is "$status $(grep -c 'You have this page already' "$folder/plain")" "422 2" "once"
sed -i 's/Before you start/Welcome/; s#<form method="post">#<form method="post"><p b:text="no_such_thing">x</p>#' "$own/signup/start.xml"
get desk /own-page/signup.start ''
is "$status $(grep -c '<bdi>templates/signup/start.xml:[0-9]*: no_such_thing is not known here' "$folder/plain") $(grep -c 'value="live"' "$folder/plain")" "200 1 0" "what is wrong with it is said, and it cannot be shown"
press /own-page/signup.start 'act=live'
is "$status $(bothways template list | grep -c "^draft")" "409 1" "nor by a press made by hand"
sed -i 's#<p b:text="no_such_thing">x</p>##' "$own/signup/start.xml"
get desk /own-look/signup.start ''
is "$status $(grep -c '<h1>Welcome</h1>' "$folder/plain") $(grep -c '^Content-Type: text/html' "$folder/plain") $(grep -c 'A sign-up was begun in this browser' "$folder/plain") $(find "$SITE/data" -name 'preview-*')" "200 1 1 1 " "it is looked at as visitors will see it, and nothing is left behind"
get desk /own-look/signup.start 'bare=1'
is "$status $(grep -c '<h1>Welcome</h1>' "$folder/plain") $(grep -c 'A sign-up was begun in this browser' "$folder/plain")" "200 1 0" "also with nothing to show"
get desk /own-look/mail.code ''
is "$status $(grep -c '^Content-Type: text/plain' "$folder/plain")" "200 1" "a mail as text"
press /own-page/signup.start 'act=live'
is "$status $(audited)" "303 page.live" "it is shown"
get signup /start ''
is "$(grep -c '<h1>Welcome</h1>' "$folder/plain")" 1 "to visitors"
get desk /own-pages ''
has "Visitors see it" "and the list says so"
cp "$SITE/data/live/signup.start" "$SITE/data/live/signup.name"
get desk /news ''
has "Pages of your own that need a look" "a page made for another is no good"
is "$(grep -c 'href="/desk/own-page/signup.name"' "$folder/plain")" 1 "after an upgrade those that need a look are listed"
press /own-page/signup.start 'act=back'
get signup /start ''
is "$(audited) $(grep -c '<h1>Before you start</h1>' "$folder/plain")" "page.back 1" "one press goes back"
get desk /own-page/signup.nothing ''
is "$status" 404 "a page that is not there"
ask "update setting set value = '0.0.1' where name = 'news_read'"
press /news ''
is "$status $(cut -d' ' -f1 "$folder/tried" | sort -u | tr '\n' ' ')" "303 back check copy list live preview " "bothways was asked for all of that"
is "$(grep -c locked "$folder/tried")" 0 "and never while nobody else could write"
builddir=$programs

# A sentence.
rm "$own/signup/start.xml"
press /words 'find=before+you+start'
is "$status $(place)" "303 /desk/words?find=before%20you%20start#found" "a sentence is looked for"
get desk /words 'find=before%20you%20start'
word=$(sed -n 's#.*href="\(/desk/word/[0-9a-f]*\)"><bdi translate="no">Before you start</bdi>.*#\1#p' "$folder/plain" | sed 's#/desk##')
is "$(echo "$word" | grep -c '^/word/[0-9a-f]\{16\}$')" 1 "and found"
press "$word" 'act=keep&words=Let+us+begin+%7Bhere%7D'
is "$status $(grep -c 'Keep all that stands in curly brackets' "$folder/plain")" "422 2" "a mark that is not the sentence's is refused"
press "$word" 'act=live&words=Let+us%0D%0A+begin+%26+%3Cb%3Eend%3C/b%3E'
is "$status $(place) $(audited)" "303 /desk$word#main words.draft" "own words are a draft first, whatever was pressed"
get signup /start ''
is "$(grep -c 'Let us begin' "$folder/plain")" 0 "which nobody sees"
get desk "$word" ''
is "$(grep -c 'href="/desk/own-look/signup.start?draft=1"' "$folder/plain") $(grep -c 'value="live"' "$folder/plain")" "1 1" "but the desk, where it says on which pages it will stand"
get desk /own-look/signup.start 'draft=1'
is "$(grep -c '<h1>Let us begin &amp; &lt;b&gt;end&lt;/b&gt;</h1>' "$folder/plain")" 1 "and shows them with samples"
get desk /own-look/signup.start ''
is "$(grep -c 'Let us begin' "$folder/plain")" 0 "and as they are"
get signup /start 'draft=1'
is "$(grep -c '<h1>Let us begin' "$folder/plain")" 1 "whoever writes it sees it on the page itself, too"
keeper=$cookie cookie=
get signup /start 'draft=1'
is "$(grep -c 'Let us begin' "$folder/plain")" 0 "and no visitor, however they ask"
sign_in mentee
get signup /start 'draft=1'
is "$(grep -c 'Let us begin' "$folder/plain")" 0 "nor anybody who is only signed in"
cookie=$keeper
press "$word" 'act=live&words=Let+us+begin+now'
is "$status $(audited)" "303 words.draft" "other words than were looked at are a draft again"
press "$word" 'act=live&words=Let+us+begin+now'
is "$status $(audited)" "303 words.own" "then they are shown"
get signup /start ''
is "$(grep -c '<h1>Let us begin now</h1>' "$folder/plain") $(cat "$SITE/data/words/en.draft.txt")" "1 " "to everybody, and there is no draft of them any more"
get desk /words ''
is "$(grep -c 'Let us begin now' "$folder/plain")" 1 "and listed"
get signup /start 'lang=cy'
is "$(grep -c 'Let us begin' "$folder/plain")" 0 "in that language alone"
press "$word" 'act=keep&words=Cyn+cychwyn' 'lang=cy'
press "$word" 'act=live&words=Cyn+cychwyn' 'lang=cy'
get signup /start 'lang=cy'
is "$status $(grep -c '<h1>Cyn cychwyn</h1>' "$folder/plain")" "200 1" "each language has its own"
press "$word" 'act=back&words=' 'lang=en'
is "$status" 422 "a press to go back says with which words"
press "$word" 'act=keep&words=Away+with+it' 'lang=en'
press "$word" 'act=drop&words=Away+with+it' 'lang=en'
get signup /start 'lang=en'
is "$(audited) $(grep -c '<h1>Let us begin now</h1>' "$folder/plain") $(cat "$SITE/data/words/en.draft.txt")" "words.drop 1 " "a draft is thrown away"
press "$word" 'act=back&words=Let+us+begin' 'lang=en'
get signup /start ''
is "$(audited) $(grep -c '<h1>Before you start</h1>' "$folder/plain")" "words.back 1" "one press goes back to the shipped words"
# Two at one sentence: the second is told, and what the first did stays.
seen() { get desk "$1" "${2:-}"; seen="token=$(field token)&once=$(field once)&filled=$(field filled)"; }
sign_in coordinator
other=$cookie
seen "$word" 'lang=en'
cookie=$keeper
press "$word" 'act=keep&words=We+begin' 'lang=en'
cookie=$other
request POST desk "$word" 'lang=en' "$seen&act=keep&words=They+begin"
is "$status $(grep -c '>They begin</textarea>' "$folder/plain") $(cut -f2 "$SITE/data/words/en.draft.txt")" "409 1 We begin" "of two at one sentence the second is told, with what they typed, and the first's draft stays"
seen "$word" 'lang=en'
cookie=$keeper
press "$word" 'act=live&words=We+begin' 'lang=en'
cookie=$other
request POST desk "$word" 'lang=en' "$seen&act=drop&words=We+begin"
is "$status $(audited)" "409 words.own" "nor is a draft thrown away that everybody reads by now"
cookie=$keeper
press "$word" 'act=keep&words=We+all+begin' 'lang=en'
cookie=$other
seen "$word" 'lang=en'
cookie=$keeper
press "$word" 'act=live&words=We+all+begin' 'lang=en'
cookie=$other
request POST desk "$word" 'lang=en' "$seen&act=back&words=We+all+begin"
get signup /start ''
is "$(audited) $(grep -c '<h1>We all begin</h1>' "$folder/plain")" "words.own 1" "nor what was shown meanwhile taken back"
cookie=$keeper
press "$word" 'act=back&words=We+all+begin' 'lang=en'
get desk /word/0123456789abcdef ''
is "$status" 404 "a sentence that is not there"

# What is promised, and what is sent.
sign_in coordinator
get desk /texts ''
told=
for kind in $(bothways template list --all | sed -n 's#^shipped *mail/##p'); do grep -q "href=\"/desk/text/$kind\"" "$folder/plain" || told="$told $kind"; done
is "$status$told" 200 "every mail is there for a coordinator"
get desk /words 'page=signup/promise'
is "$status $(grep -o '/desk/word/' "$folder/plain" | wc -l) $(grep -c 'Stuck? Ring us on' "$folder/plain")" "200 $(grep -c '<li><p>\|<h1' "$srcdir/templates/signup/promise.xml") 1" "the sentences of the promise are listed, and not those of every page"
for kind in $(bothways template list --all | sed -n 's#^shipped *mail/##p'); do
  get desk "/text/$kind" ''
  [ "$status" = 200 ] || told="$told $kind:$status"
  grep -q '<div class="card" lang="en" dir="ltr"><p><strong>[^<]' "$folder/plain" || told="$told $kind"
done
is "$told" "" "each mail is read as it is sent"
get desk /text/nothing ''
is "$status" 404 "one that there is not is missing"
get desk /text/code 'lang=cy'
is "$(grep -c '7K3M 9QTX' "$folder/plain") $(grep -c '/account/link/sample' "$folder/plain") $(grep -c 'class="window"' "$folder/plain") $(grep -c '<div class="card" lang="cy"' "$folder/plain")" "1 1 0 1" "with a code and an address that open nothing, in each language; one for a code is no letter"
get desk /text/approved 'lang=en'
is "$(grep -c 'class="window"' "$folder/plain") $(grep -c "Hello $(ask "select call_name from person where id = $signed_in")," "$folder/plain")" "1 2" "what is posted is shown as a letter, too, as if it went to whoever looks"
word=$(sed -n 's#.*href="/desk\(/word/[0-9a-f]*\)"><bdi translate="no">A coordinator has read your sign-up, and you are in.*#\1#p' "$folder/plain")
press "$word" 'act=keep&words=You+are+in' 'lang=en'
get desk /text/approved ''
is "$(grep -c 'There is a draft of it' "$folder/plain") $(sed 's/<li>.*//' "$folder/plain" | grep -c 'You are in<')" "1 0" "a mail with a draft says so, and is what it was"
get desk /text/approved 'draft=1'
is "$(sed 's/<li>.*//' "$folder/plain" | grep -c 'You are in<')" 2 "with it it is looked at first"
# A mail goes when an answer has gone, also one that showed drafts.
ask "delete from outbox; insert into outbox (person_id, kind, recipient, language, not_before, created_at) values ($signed_in, 'approved', 'x@example.org', 'en', 1, 1)"
rm -f "$SITE"/data/mail/*
get desk /text/approved 'draft=1'
is "$(ask "select state from outbox") $(cat "$SITE"/data/mail/* | grep -c 'you are in') $(cat "$SITE"/data/mail/* | grep -c '^You are in')" "sent 1 0" "but none goes out with it"
ring=$(sed -n 's#.*href="/desk\(/word/[0-9a-f]*\)"><bdi translate="no">Stuck? Ring us on.*#\1#p' "$folder/plain")
press "$ring" 'act=keep&words=Ring+us' 'lang=en'
is "$status $(grep -c 'Keep all that stands in curly brackets' "$folder/plain")" "422 2" "no sentence of a mail loses the phone number"
press "$word" 'act=live&words=You+are+in' 'lang=en'
get desk /text/approved ''
is "$(sed 's/<li>.*//' "$folder/plain" | grep -c 'You are in<')" 2 "and then it is so for everybody"
is "$(bothways template sentences mail/approved | wc -l) $(bothways template where "${word#/word/}") $(bothways template where 0000000000000000; echo $?)" "$(bothways template sentences mail/approved --ids | wc -l) mail/approved 1" "the command says the same"
done_testing
