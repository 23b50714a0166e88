#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# People at the desk: found by any word however its accents are typed, put in order, page by page; what there is about one.
. "$srcdir/tests/page/lib.sh"
listed() { sed -n 's#.*href="/desk/person/\([0-9]*\)">.*#\1#p' "$folder/plain" | tr '\n' ' '; }
found() { get desk /people "words=$1"; listed; }
sign_in coordinator

# Somebody with every kind of word, changed by the acts of their own page.
person=$(ask "select min(z.mentee_id) from pair y join proposal z on z.id = y.proposal_id join person p on p.id = z.mentee_id where y.state = 'trial' or y.state = 'active'")
desk=$cookie
"$builddir/tools/bothways-demo" doors http://localhost >/dev/null
is "$(ask "select count(*) from person p where state not in ('new', 'erased') and not exists (select 1 from person_word w where w.person_id = p.id and w.kind = 'name')")" 0 "everybody in a programme has a name to be found by"
is "$(ask "select count(*) from person_word w join person p on p.id = w.person_id where p.state = 'new' and not exists (select 1 from signup s where s.person_id = p.id and s.sent_at > 0)")" 0 "nobody is who has not sent their sign-up"

get desk /people ''
is "$status $(listed | wc -w)" "200 $(ask "select min(50, count(*)) from person where state <> 'erased' and (state <> 'new' or id in (select person_id from signup where sent_at > 0))")" "a page shows 50 people at the most"
first=$(listed)
wanted=$(ask "select person_id from person_word where kind = 'name' order by word, person_id limit 5" | tr '\n' ' ')
is "$(echo "$first" | cut -d' ' -f1-5) " "$wanted" "in the order of their last names"

mentee=$(sed -n 's#^sign-in mentee http://localhost/account\([^ ]*\).*#\1#p' "$folder/doors" | head -1)
cookie=
post account "$mentee" ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
post account /name 'call_name=Sh%C3%A2n&full_name=Si%C3%A2n+O%E2%80%99D%C5%B7wer-%C5%81uk'
is "$status" 303 "somebody changes their name"
person=$(ask "select id from person where call_name = 'Shân'")
post account /reach 'reach=email&email=sian.the.first%40example.org&reach=phone&phone=%2B44+1632+960+777&reach=post&address=7+Heol+y+T%C5%B7%0ALlan-gors%0ANP20+9ZZ'
is "$status" 303 "and how to reach them"
cookie=$desk
for words in sian SIAN si%C3%A2n shan dywer D%C5%B7we luk %C5%82uk o+luk dywer+sian sian.the.first%40example.org the+first 01632960777 01632+960+777 %2B441632960777 0163296 heol llan-gors 9zz; do
  is "$(found "$words" | tr ' ' '\n' | grep -cx "$person")" 1 "found by $words"
done
for words in xian luks sian+jones 01632960778; do
  is "$(found "$words" | tr ' ' '\n' | grep -cx "$person")" 0 "not by $words"
done
get desk /people "words=%21%3F"
is "$status $(listed)" "200 " "signs alone find nobody"
get desk /people "words='%3B+drop+table+person"
is "$status" 200 "nor does what is no word do harm"

post desk /people 'words=Si%C3%A2n&state=all&lacks=all&programme_id=0&sort=name'
is "$status $(place)" "303 /desk/people?words=Si%C3%A2n&sort=name&state=all&programme=0&lacks=all#found" "the form leads to an address"
get desk /people 'state=active&lacks=email'
is "$(listed)" "$(ask "select p.id from person p join person_word w on w.person_id = p.id and w.kind = 'name' where p.state = 'active' and p.email = '' order by w.word, p.id limit 50" | tr '\n' ' ')" "who takes part and has no e-mail"
get desk /people 'sort=newest'
is "$(listed | cut -d' ' -f1-3)" "$(ask "select id from person where state <> 'erased' and (state <> 'new' or id in (select person_id from signup where sent_at > 0)) order by id desc limit 3" | tr '\n' ' ' | sed 's/ $//')" "the newest first"
get desk /people 'lacks=offer'
is "$(listed)" "$(ask "select p.id from person p join person_word w on w.person_id = p.id and w.kind = 'name' where p.state in ('active', 'paused')
  and not exists (select 1 from signup s join offer o on o.signup_id = s.id where s.person_id = p.id and s.state = 'approved' and o.state = 'open') order by w.word, p.id limit 50" | tr '\n' ' ')" "who offers nothing"

# Many: each on one page, none twice, none left out.
ask "with recursive n(i) as (select 1 union all select i + 1 from n where i < 620) insert into person (state, call_name, full_name, found_by, created_at)
    select case when i % 200 = 0 then 'paused' else 'active' end, 'Zz' || i, 'Zz' || i || ' Qqq', printf('qqq zz%d' || char(10) || 'qqq' || char(10) || 'zz%d', i, i), 0 from n;
  insert into person_word select 'name', substr(found_by, 1, instr(found_by, char(10)) - 1), id from person where full_name like 'Zz% Qqq';
  insert into person_word select 'word', 'qqq', id from person where full_name like 'Zz% Qqq';
  insert into person_word select 'word', lower(call_name), id from person where full_name like 'Zz% Qqq'"
walked() { # QUERY: all that is found, page by page
  get desk /people "$1"
  while listed; do
    further=$(sed -n 's#.*href="/desk/people?\([^"]*after=[^"]*\)\#found".*#\1#p' "$folder/plain" | sed 's/&amp;/\&/g')
    [ -n "$further" ] || break
    pages=$((pages + 1))
    get desk /people "$further"
  done
}
everybody="select p.id from person p where p.state <> 'erased' and (p.state <> 'new' or p.id in (select person_id from signup where sent_at > 0))"
pages=1
for sort in name newest; do
  walked "sort=$sort" | tr ' ' '\n' | sed '/^$/d' >"$folder/walked"
  is "$(sort -n "$folder/walked" | tr '\n' ' ')" "$(ask "$everybody order by p.id" | tr '\n' ' ')" "$sort: everybody stands on one page, and on one alone"
done
is "$(walked "state=paused" | tr ' ' '\n' | sed '/^$/d' | sort -n | tr '\n' ' ')" "$(ask "$everybody and p.state = 'paused' order by p.id" | tr '\n' ' ')" "and of a few among many none is left out"
get desk /people 'words=qqq'
is "$(listed | wc -w)" 50 "a word that many have shows 50"
shows 'These are many.' "and says so"
is "$(found 'zz600')" "$(ask "select id from person where call_name = 'Zz600'") " "another word finds the one"
ask "delete from person_word where word like 'qqq%' or word like 'zz%'; delete from person where full_name like 'Zz% Qqq'"

# One person.
get desk "/person/$person" ''
is "$status" 200 "a person has a page"
shows 'Siân O’Dŷwer-Łuk' "with their name"
shows 'Details were changed' "their story tells what they did"
shows 'Helps' "and whom they meet with"
newest=$(words | grep -o 'Details were changed\|A sign-up was begun' | head -1)
is "$newest" 'Details were changed' "the newest first"
# told VERB SUBJECT NUMBER: the newest that their page says after that was done.
told() {
  ask "insert into audit (at, person_id, verb, subject, subject_id, hash) values ($(date +%s), 0, '$1', '$2', $3, '')"
  get desk "/person/$person" ''
  sed '1,/id="story"/d' "$folder/plain" | tr '\n' ' ' | sed 's#</strong>.*##; s/<[^>]*>//g; s/^ *//; s/ *$//'
}
proposal=$(ask "select min(id) from proposal where mentee_id = $person")
is "$(told person.change person "$person")" "Details were changed" "what they changed is told"
is "$(told proposal.put-forward proposal "$proposal")" "Was put forward with somebody" "being put forward is told as that"
is "$(told person.email-back person "$person")" "Was put forward with somebody" "that a mail came back is nothing that they did"
is "$(told proposal.put-again proposal "$proposal")" "Was put forward with somebody" "nor is being put forward again a proposal that went on"
is "$(told proposal.withdraw proposal "$proposal")" "A proposal went on or ended" "as others are"
get desk "/person/$(ask "select max(id) + 1 from person")" ''
is "$status" 404 "nobody has no page"
unfinished=$(ask "select min(p.id) from person p where p.state = 'new' and p.id not in (select person_id from signup where sent_at > 0)")
[ -z "$unfinished" ] || { get desk "/person/$unfinished" ''; is "$status" 404 "nor has an unfinished sign-up"; }
is "$("$builddir/programs/bothways" check 2>&1 | grep -c 'people-found.*[1-9]')" 0 "what people are found by is true"
ask "update person set full_name = 'Somebody Else' where id = $person"
is "$("$builddir/programs/bothways" check 2>&1 | grep -c people-found)" 1 "and bothways check would say where it is not"
# Names of all the world: as they were typed but composed, in one piece, and found by what can be typed of them.
encoded() { printf '%s' "$1" | python3 -c 'import sys, urllib.parse; print(urllib.parse.quote(sys.stdin.read()))'; }
long=$(python3 -c 'print(("Wolfeschlegelstein " * 7)[:100].strip())')
keeper=$cookie
while IFS='|' read -r typed kept part; do
  cookie=
  post account "$mentee" ''
  cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
  post account /name "call_name=Eve&full_name=$(encoded "$typed")"
  is "$status $(ask "select full_name from person where id = $person")" "303 $kept" "kept as it was typed: $kept"
  get account /details ''
  is "$(grep -c "<bdi[^>]*>$kept</bdi>" "$folder/plain" | sed 's/[1-9][0-9]*/shown/')" shown "and shown so, by itself in its own direction"
  cookie=$keeper
  is "$(found "$(encoded "$part")" | tr ' ' '\n' | grep -cx "$person")" 1 "and found by “$part”"
done <<END
Sinéad O'Neill|Sinéad O'Neill|o'neill
Ó Súilleabháin|Ó Súilleabháin|suilleabhain
Anke van der Berg|Anke van der Berg|van der berg
ਗੁਰਪ੍ਰੀਤ ਕੌਰ|ਗੁਰਪ੍ਰੀਤ ਕੌਰ|ਕੌਰ
محمد|محمد|محمد
王小明|王小明|王小明
Sukarno|Sukarno|sukarno
ffion ap Rhys|ffion ap Rhys|ap Rhys
$long|$long|wolfeschlegelstein
Zoë 🌼 Star|Zoë 🌼 Star|zoe star
END
done_testing
