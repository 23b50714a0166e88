#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Many people put in at once: from a file, pasted, and on the command line. What would become of each row is told first; what
# was told is what is done, once; and whatever is wrong with a file is said, with nothing lost and nothing kept.
. "$srcdir/tests/page/lib.sh"
sign_in coordinator
me=$signed_in
programme=$(ask "select min(id) from programme where state = 'open' and intergenerational = 1")
page="/import/$programme"
topic=$(ask "select w.words from wording w join topic t on t.id = w.subject_id where w.subject = 'topic' and w.language = 'en' and t.programme_id = $programme order by t.position, t.id limit 1")
people() { ask "select count(*) from person"; }

# form ACT MARK FILE [TEXT]: a form with a file, as a browser sends it; to $folder/form.
form() {
  get desk "$page" ''
  python3 - "$folder/form" "$(field token)" "$(field once)" "$(field filled)" "$@" <<'END'
import sys
out, token, once, filled, act, mark, name, *text = sys.argv[1:]
fields = [('token', token), ('once', once), ('filled', filled), ('mark', mark), ('text', text[0] if text else ''), ('act', act)]
def part(head, body):
    return b'--b0undary\r\nContent-Disposition: form-data; ' + head + b'\r\n\r\n' + body + b'\r\n'
data = open(name, 'rb').read() if name else b''
body = b''.join(part(b'name="%s"' % n.encode(), v.encode()) for n, v in fields)
body += part(b'name="text_file"; filename="people; \\"all\\".csv"\r\nContent-Type: application/vnd.ms-excel', data) + b'--b0undary--\r\n'
open(out, 'wb').write(body)
END
}
send() { # what form() made
  sends=$folder/form type='multipart/form-data; boundary=b0undary'
  request POST desk "$page" '' ''
  sends='' type=''
}
# look FILE, put FILE: the first press, and the second, of what the page then holds.
look() { form look none "$1"; send; }
again() { # ACT: the page as it came back
  python3 - "$folder/plain" "$1" >"$folder/again" <<'END'
import html, re, sys, urllib.parse
page = open(sys.argv[1], encoding='utf-8').read()
field = lambda name: html.unescape(re.search(r'name="%s" value="([^"]*)"' % name, page).group(1))
text = html.unescape(re.search(r'<textarea[^>]*>\n?(.*?)</textarea>', page, re.S).group(1))
print(urllib.parse.urlencode({**{n: field(n) for n in ('token', 'once', 'filled', 'mark')}, 'text': text.replace('\n', '\r\n'), 'act': sys.argv[2]}), end='')
END
  sends=$folder/again
  request POST desk "$page" '' ''
  sends=''
}
# The rows of the preview: number, name, what.
lines() { tr '\n' ' ' <"$folder/plain" | sed 's/.*<ul class="todo">//; s/<\/ul>.*//; s/<li>/\n/g' | sed 's/<[^>]*>/ /g' | tr -s ' ' | sed '/^ *$/d; s/^ *//; s/ $//; s/ :/:/g'; }

get desk /people ''
is "$(grep -o "/desk/import/$programme\"" "$folder/plain" | sort -u)" "/desk/import/$programme\"" "the list of people leads to it"
get desk "/import-file/$programme" ''
is "$status $(grep -c '^Content-Disposition: attachment' "$folder/plain")" "200 1" "an example is there to be kept"
sed '1,/^\r$/d' "$folder/page" >"$folder/example.csv"
before=$(people)
look "$folder/example.csv"
is "$status $(lines | sed '$!s/$/\//' | tr -d '\n')" "200 Row 2 Anna Example Would come in/Row 3 Bryn Example Would come in" "which would come in as it stands"
is "$(people)" "$before" "a look keeps nothing"
again put
is "$status $(place) $(people)" "303 /desk/signups#main $((before + 2))" "the second press puts them in"
sends=$folder/again
request POST desk "$page" '' ''
sends=''
is "$status $(place) $(people)" "303 /desk/signups#main $((before + 2))" "and pressed once more nobody comes twice"
bryn=$(ask "select max(id) from person")
is "$(ask "select p.full_name, p.reach, p.phone, p.email, replace(p.address, char(10), '/'), p.age_band, s.state, s.ways, s.district, s.time_offered, s.capacity, s.adult, s.talk_offer from person p join signup s on s.person_id = p.id where p.id = $bryn")" \
  "Bryn Example|phone post|01632 960 962||2 Mill Lane/Somewhere/NP20 4AB|75-|sent|in-person|NP20|call-fortnight|2|1|1" "each waits to be read, with all that the row tells"
is "$(ask "select a.words, coalesce(w.words, '') from ask a join wording w on w.subject = 'topic' and w.subject_id = a.topic_id and w.language = 'en' join signup s on s.id = a.signup_id where s.person_id = $((bryn - 1))")" \
  "Photographs, \"clouds\" and all that|$topic" "a topic is known by its name"
is "$(ask "select verb from audit where person_id = $me and (subject = 'signup' and subject_id = (select id from signup where person_id = $bryn) or verb = 'people.import') order by id" | tr '\n' ' ')" "signup.start signup.file signup.send people.import " \
  "the audit has each of them, and that a file was put in"
is "$(ask "select kind from outbox where person_id in ($bryn, $((bryn - 1))) order by person_id" | tr '\n' ' ')" "listed listed " "and each is told by mail or letter that they are on it"
form look none "$folder/example.csv"; send
is "$(lines | sed '$!s/$/\//' | tr -d '\n')" "Row 2 Anna Example Known already, by this e-mail: Anna Example/Row 3 Bryn Example Known already, by this phone number: Bryn Example" "who is in already is known"
is "$(grep -c 'value="put"' "$folder/plain")" 0 "and with nobody new there is nothing to press"

# Each kind of row, as Excel writes them: a mark of UTF-8, semicolons, CR LF, line ends within quotes.
cat >"$folder/kinds.txt" <<END
Full  Name;call-name;E-mail;Phone;reach;adult;agreed;ask;offer;ways;Postcode;number;time;shoe size;place
Élin Ŵen;Elin;elin@example.org;;;yes;Yes;$topic;not-a-topic;phone;;7;hour-month;38;
Dai Good;Dai;DAI@example.org;;;Y;x;"$topic";;In person;np20 4ab;8;hour month;"4
5";
Dai Twice;Dai;dai@example.org;;;yes;yes;$topic;$topic;phone;;9;;;
;;;;;;;;;;;;;;
Bryn  EXAMPLE;B;other@example.org;;;yes;yes;$topic;$topic;phone;;10;;;
No Address;No;not an address;12;email phone;yes;yes;$topic;$topic;phone;;;;;
No Tick;No;tick@example.org;;;no;perhaps;;$topic;in-person;;;;;
Too Many;Too;many@example.org;;;yes;yes;$topic;$topic;phone;;;;;;;and more
Mo Phone;Mo;;'+44 1632 960 777;;yes;yes;$topic;$topic;phone, video;;;;;
"'=HYPERLINK(""x"")";'=Mo;mo@example.org;;;yes;yes;$topic;$topic;phone;;;;;
END
# One offer of them talked over: a column that only this row needs.
awk 'NR == 1 { print $0 ";talk_offer"; next } /^Dai Good/ { print; next } /^5";/ { print $0 ";yes"; next } /^Too Many/ { print; next } { print $0 ";" }' "$folder/kinds.txt" |
  sed 's/$/\r/' >"$folder/kinds.csv"
printf '\357\273\277' | cat - "$folder/kinds.csv" >"$folder/bom.csv"
look "$folder/bom.csv"
lines >"$folder/told"
line() { sed -n "/^Row $1 /s/^Row $1 //p; " "$folder/told"; }
is "$status $(line 2)" "200 Élin Ŵen offer: Choose one of the answers here" "an answer that is none is said, with its column"
is "$(line 3)" "Dai Good Would come in" "a good row would come in"
is "$(line 4)" "Dai Twice Known already, by this e-mail: row 3" "the same address again is the same person"
is "$(grep '^Row 5' "$folder/told")" "Row 5 Blank, passed over" "a blank row is passed over"
is "$(line 6)" "Bryn EXAMPLE Known already, by this name: Bryn Example" "a name is known however it is written"
is "$(line 7)" "No Address email: Enter an e-mail address like name@example.com phone: Enter a phone number like 01632 960 123 or 07700 900 123" "each mistake is said, in the form's own words"
is "$(line 8)" "No Tick agreed: Write yes or no adult: Everybody has to be 18 or over. Write yes where it is so" "ticks are asked for as yes"
is "$(line 9)" "Too Many There are more cells than columns. Is a comma too many?" "a cell too many is no answer"
is "$(line 10)" "Mo Phone Would come in" "what our own export made of a number is one"
shows "Not used: the columns number, shoe size" "columns that are none are named"
shows "3 people would come in" "and it is counted"
before=$(people)
again put
is "$status $(people)" "303 $((before + 3))" "those come in, and nobody else"
is "$(ask "select full_name, call_name, phone from person where id > (select max(id) - 2 from person) order by id" | tr '\n' ' ')" "Mo Phone|Mo|+44 1632 960 777 =HYPERLINK(\"x\")|=Mo| " "as they were before they were exported"
is "$(ask "select p.call_name, s.district, s.time_offered, s.ways, s.talk_offer from person p join signup s on s.person_id = p.id where p.full_name = 'Dai Good'")" "Dai|NP20|hour-month|in-person|1" "answers are read as people write them"
get desk /people-file ''
is "$(grep -c "^[0-9]*,\"new\",\"'=HYPERLINK(\"\"x\"\")\"" "$folder/page")" 1 "what looks like a formula leaves again with its apostrophe"
sed '1,/^\r$/d' "$folder/page" >"$folder/export.csv"
look "$folder/export.csv"
is "$status $(lines | grep -vc 'Known already')" "200 0" "our own export is read back whole, and everybody in it is known"

# What is not a file of people. Nothing typed is lost, and nothing is kept.
before=$(people)
refused() { # FILE STATUS SENTENCE WHAT
  form look none "$1" 'full_name;Typed before'
  send
  is "$status $(words | grep -cF "$3")" "$2 1" "$4"
}
printf 'full_name,call_name\nSi\342n,x\n' >"$folder/1252.csv"
refused "$folder/1252.csv" 422 'choose “Save as”, then “CSV UTF-8”' "Windows-1252 is refused with what to do"
is "$(grep -c '^.*Typed before' "$folder/plain")" 1 "and what was typed is still there"
printf 'f\0u\0l\0l\0' >"$folder/wide.csv"
refused "$folder/wide.csv" 422 'choose “Save as”, then “CSV UTF-8”' "so is UTF-16, or anything with NUL"
printf 'full_name\n\033[31mRed\n' >"$folder/control.csv"
refused "$folder/control.csv" 422 'There is a hidden sign in this' "control characters are refused"
head -c 130000 /dev/zero | tr '\0' a >"$folder/long.csv"
refused "$folder/long.csv" 422 'This is too long for one go' "a file that is too long is"
head -c 5000000 /dev/urandom >"$folder/huge.csv"
refused "$folder/huge.csv" 422 'This file is larger than 120 kB' "and one that is far too long"
is "$(grep -c 'Typed before' "$folder/plain")" 1 "what was typed is still there"
: >"$folder/empty.csv"
form look none "$folder/empty.csv"; send
is "$status $(words | grep -cF 'Choose a file, or paste the rows here')" "422 1" "an empty file is nothing"
printf 'name of nobody,x\n1,2\n' >"$folder/other.csv"
refused "$folder/other.csv" 200 'The first row has to name the columns' "columns have to have their names"
printf 'full_name,phone,Telephone\na,b,c\n' >"$folder/twice.csv"
refused "$folder/twice.csv" 200 'The column phone is there twice' "and each once"
printf 'full_name,phone\n"a,b\n' >"$folder/quote.csv"
refused "$folder/quote.csv" 200 'Row 2 has a quotation mark' "a quote without an end is found"
is "$(grep -c 'value="put"' "$folder/plain")" 0 "nothing of such a file can be put in"
awk 'BEGIN { print "full_name"; for (i = 0; i < 501; i++) print "Name" i }' >"$folder/many.csv"
refused "$folder/many.csv" 200 'There are more than 500 rows' "there is an end to rows"
form look none "$folder/example.csv"
head -c 900 "$folder/form" >"$folder/cut" && sends=$folder/cut type='multipart/form-data; boundary=b0undary' && request POST desk "$page" '' ''
is "$status" 400 "a form that ends before its end"
sends=$folder/form more=CONTENT_LENGTH=99999
request POST desk "$page" '' ''
is "$status" 400 "one that says that it is longer than it is"
more=CONTENT_LENGTH=700
request POST desk "$page" '' ''
is "$status" 400 "or shorter"
more='' type='multipart/form-data'
request POST desk "$page" '' ''
is "$status" 415 "one without a boundary"
type='multipart/form-data; boundary=another'
request POST desk "$page" '' ''
is "$status" 415 "or with another"
type='multipart/form-data; boundary=b0undary'
request POST desk "/new-person/$programme" '' ''
is "$status" 415 "and no other page takes a file"
sends='' type=''
is "$(people)" "$before" "of all these nobody was put in"

# What is put in is what was looked at.
printf 'full_name,call_name,phone,adult,agreed,ask,talk_offer,ways\nOne New,One,01632 960 301,yes,yes,"%s",yes,phone\n' "$topic" >"$folder/one.csv"
look "$folder/one.csv"
cp "$folder/plain" "$folder/looked"
sed -i 's/One New/Other New/' "$folder/plain"
again put
is "$status $(people)" "200 $before" "a text that was changed since is only looked at"
shows "This is not what you last looked at" "and that is said"
cp "$folder/looked" "$folder/plain"
ask "update person set phone = '01632 960301' where id = $bryn; insert or ignore into person_word (kind, word, person_id) values ('word', '01632960301', $bryn)"
again put
is "$status $(people)" "200 $before" "so is one of which something else would come by now"
ask "update person set phone = '01632 960 962' where id = $bryn; delete from person_word where word = '01632960301'"
cp "$folder/looked" "$folder/plain"
again put
is "$status $(people)" "303 $((before + 1))" "as it was looked at, it is put in"
# Two at once of the same file: looked at by both, put in by both.
sed 's/One New/Two New/; s/301/302/' "$folder/one.csv" >"$folder/two.csv"
look "$folder/two.csv"; cp "$folder/plain" "$folder/first"
look "$folder/two.csv"; cp "$folder/plain" "$folder/second"
before=$(people)
cp "$folder/first" "$folder/plain"; again put; first=$status
cp "$folder/second" "$folder/plain"; again put
is "$first $status $(people)" "303 200 $((before + 1))" "of two who put the same in, the second is shown that they are known"
sed 's/One New/Three New/; s/301/303/' "$folder/one.csv" >"$folder/three.csv"

# A file that is chosen when the login has run out is there after it, in the field beside.
form look none "$folder/three.csv"
ask "update browser set seen_at = seen_at - 1900"
send
is "$status $(place | cut -d'?' -f1)" "303 /account/app" "half an hour idle asks for six figures"
get account /app "to=desk%2Fimport%2F$programme"
key=$(sed -n 's/^sign-in coordinator [^ ]* //p' "$folder/doors")
request POST account /app "to=desk%2Fimport%2F$programme" "token=$(field token)&once=$(field once)&digits=$(oathtool -b --totp "$key")"
new=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
[ -z "$new" ] || cookie=$new
get desk "$page" ''
is "$status $(grep -c 'Three New' "$folder/plain")" "200 1" "and what was in the file is still there"
again look
is "$status $(lines)" "200 Row 2 Three New Would come in" "to be looked at"
# As FastCGI the same.
cp "$folder/plain" "$folder/as-cgi"
cgi-fcgi -start -connect "$folder/desk.sock" "$builddir/programs/desk" 1 >/dev/null 2>&1
worker=$(workers desk)
trap 'kill $worker 2>/dev/null; rm -rf "$folder"' EXIT
form look none "$folder/three.csv"
via="cgi-fcgi -bind -connect $folder/desk.sock"
send
is "$status $(lines)" "200 Row 2 Three New Would come in" "a FastCGI process reads a file as well"
form look none "$folder/huge.csv"
via="cgi-fcgi -bind -connect $folder/desk.sock"
send
is "$status $(words | grep -cF 'This file is larger than 120 kB')" "422 1" "and one that is far too long"
via=
kill $worker

# Of somebody who has begun a sign-up, and not sent it, the desk knows nothing.
ask "insert into person (language, full_name, email, created_at) values ('en', 'Four New', 'four@example.org', unixepoch()); insert into signup (person_id, due_at, return_code, tongues, started_at, changed_at) select max(id), unixepoch() + 86400, 'x', 'en', unixepoch(), unixepoch() from person"
printf 'full_name,call_name,email,adult,agreed,talk_ask,talk_offer,ways\nFour New,Four,four@example.org,yes,yes,yes,yes,phone\n' >"$folder/four.csv"
look "$folder/four.csv"
is "$status $(lines)" "200 Row 2 Four New Would come in" "whoever has begun a sign-up and not sent it is not told of"
ask "delete from signup where return_code = 'x'; delete from person where full_name = 'Four New'"

# Who may, and who may no more.
before=$(people)
look "$folder/three.csv"; cp "$folder/plain" "$folder/looked"
mine=$cookie
sign_in trustee
cp "$folder/looked" "$folder/plain"; again put
is "$status" 403 "somebody else's role puts nobody in"
cookie=$mine
post account /sign-out ''
cp "$folder/looked" "$folder/plain"; again put
case $(place) in */account/sign-in*) is "$status $(people)" "303 $before" "nor does whoever has signed out" ;; *) is "$(place)" sign-in "nor does whoever has signed out" ;; esac

# The same on the command line, for longer ones.
bothways=$builddir/programs/bothways
slug=$(ask "select slug from programme where id = $programme")
call() { "$bothways" "$@" >"$folder/out" 2>"$folder/err"; status=$?; }
call import --programme "$slug" --example
is "$status $(cmp "$folder/out" "$folder/example.csv")" "0 " "the example of the command line is that of the page"
sed 's/Example/Line/; s/anna@/anna.line@/; s/01632 960 96/01632 960 46/' "$folder/out" >"$folder/line.csv"
before=$(people) rows=$(ask "select count(*) from audit")
call import "$folder/line.csv" --programme "$slug" --dry-run
is "$status $(tr '\n' '/' <"$folder/out" | tr -s ' ')" "0 row 2 new Anna Line/row 3 new Bryn Line/2 would be put in, 0 known already, 0 with mistakes, 0 blank/" "--dry-run says what would become of each row"
is "$(people) $(ask "select count(*) from audit")" "$before $rows" "and changes nothing"
call import - --programme "$slug" --json <"$folder/line.csv"
is "$status $(python3 -c 'import json, sys; j = json.load(open(sys.argv[1])); print([(r["row"], r["state"], r["name"]) for r in j["rows"]], j["kept"], j["new"], j["trouble"])' "$folder/out")" \
  "0 [(2, 'new', 'Anna Line'), (3, 'new', 'Bryn Line')] True 2 " "it reads standard input, and tells it as JSON"
is "$(people) $(ask "select person_id from audit where verb = 'people.import' order by id desc limit 1")" "$((before + 2)) 0" "they are in, by nobody who signed in"
call import "$folder/line.csv" --programme "$slug"
is "$status $(people) $(grep -c '^row [23]  *known .*: the \(email\|phone\) of person' "$folder/out")" "0 $((before + 2)) 2" "once more, and all are known"
printf '\357\273\277full_name;number\nNobody;3\n' >"$folder/wrong.csv"
call import "$folder/wrong.csv" --programme "$slug"
is "$status $(grep -c 'reach: Tick at least one way to reach you' "$folder/out") $(grep -c '^columns not used: number$' "$folder/out")" "1 1 1" "a row with a mistake ends it with 1, and is said as on the page"
{ cat "$folder/example.csv"; printf 'Late,"x\n'; } | sed 's/Example/Never/; s/@example/@never/; s/01632 960 96/01632 960 26/' >"$folder/half.csv"
call import "$folder/half.csv" --programme "$slug"
is "$status $(people) $(sed 's/.*: row/row/' "$folder/err")" "1 $((before + 2)) row 4: a quotation mark is in the wrong place, or never ends. Nothing was put in" "of a file with a fault nothing is kept"
call import "$folder/1252.csv" --programme "$slug"
is "$status $(sed 's/.*: row/row/' "$folder/err")" "1 row 2: it is not text in UTF-8. Nothing was put in" "nor of one in another encoding"
call import "$folder/nowhere.csv" --programme "$slug"
first=$status
call import "$folder/line.csv"
second=$status
call import "$folder/line.csv" --programme "$slug" --language xx
is "$first $second $status" "2 2 2" "no file, no programme, and a language that nobody speaks are refused"
awk 'BEGIN { print "full_name,call_name,phone,adult,agreed,talk_ask,talk_offer,ways"; for (i = 100; i < 1000; i++) print "Name" i " Long" i ",N,01632 555" i ",yes,yes,yes,yes,phone" }' >"$folder/long.csv"
before=$(people)
call import "$folder/long.csv" --programme "$slug" --language cy
is "$status $(people) $(ask "select distinct language from person where full_name like 'Name% Long%'")" "0 $((before + 900)) cy" "a longer file comes in whole, in a language for all"
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "all that must always be true is so"
done_testing
