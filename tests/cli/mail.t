#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Mail that arrives, and mail that comes back: a real mail server (aiosmtpd, over TLS, by the host's curl) that refuses, drops, lies and
# stalls; a sendmail that is killed; the pace; reports of mail that came back, by pipe and pasted.
. "$srcdir/tests/page/lib.sh"
bothways=$builddir/programs/bothways
server=
trap 'kill $server 2>/dev/null; rm -rf "$folder"' EXIT
put() { ask "insert into setting values ('$1', '$2') on conflict (name) do update set value = excluded.value"; }
add() { ask "insert into outbox (person_id, kind, recipient, language, not_before, created_at, urgent) values ($1, '$2', '$3', 'en', 0, $(date +%s), ${4:-0})"; }
post_mail() { SSL_CERT_FILE=$folder/tls.crt CURL_CA_BUNDLE=$folder/tls.crt "$bothways" post "$@" >"$folder/out" 2>"$folder/err"; echo $?; }
kept() { ls "$folder/kept" 2>/dev/null | grep -c "^bothways-$1-"; }
newest() { ask 'select max(id) from outbox'; }
now() { ask "update outbox set not_before = 0 where state = 'waiting'"; }
someone=$(ask "select id from person where state = 'active' and email <> '' and id not in (select person_id from role) limit 1")
address=$(ask "select email from person where id = $someone")
ask "delete from outbox"

sh "$srcdir/tests/check/certificate.sh" "$folder/tls.key" "$folder/tls.crt"
echo take >"$folder/mode"
: >"$folder/port"
/usr/bin/python3 "$srcdir/tests/cli/mail-server.py" "$folder" >"$folder/port" 2>"$folder/server.err" &
server=$!
for try in $(seq 200); do [ -s "$folder/port" ] && break; sleep 0.05; done
put mail_way smtp; put smtp_host localhost; put smtp_port "$(cat "$folder/port")"; put smtp_user ''; put mail_from us@charity.example; put mail_an_hour 1000

add "$someone" in-touch "$address"; one=$(newest)
is "$(post_mail) $(kept "$one") $(ask "select state from outbox where id = $one")" "0 1 sent" "a mail server takes a mail"
is "$(post_mail) $(kept "$one")" "0 1" "and never twice"
for mode in refuse later drop; do
  echo $mode >"$folder/mode"
  add "$someone" in-touch "$address"; id=$(newest)
  is "$(post_mail) $(kept "$id") $(ask "select state || tries || (not_before - sent_at between 55 and 65) from outbox where id = $id")" "1 0 waiting11" "one that would $mode is asked again after a minute"
  echo take >"$folder/mode"
  now
  is "$(post_mail) $(kept "$id") $(ask "select state || tries from outbox where id = $id")" "0 1 sent2" "and then has it once"
done
echo lie >"$folder/mode"
add "$someone" in-touch "$address"; id=$(newest)
is "$(post_mail) $(kept "$id") $(ask "select state from outbox where id = $id")" "1 1 waiting" "one that takes it and does not say so is asked again"
echo take >"$folder/mode"; now; post_mail >/dev/null
is "$(ls "$folder/kept" | grep "^bothways-$id-" | sed 's/.*-//' | sort -u | wc -l)" 2 "and has it twice: what it did not say nobody can know"
kill $server; wait $server 2>/dev/null
add "$someone" in-touch "$address"; id=$(newest)
is "$(post_mail) $(ask "select state from outbox where id = $id")" "1 waiting" "one that is not there is asked again"
tries=
for wait in 300 900 3600 14400 43200 86400; do now; post_mail >/dev/null; tries="$tries $(ask "select case when state = 'failed' then 'failed' when not_before - sent_at between $wait - 5 and $wait + 5 then $wait else 'wrong' end from outbox where id = $id")"; done
is "$tries" " 300 900 3600 14400 43200 failed" "after 5 and 15 minutes, 1, 4 and 12 hours, and then it has failed"

bothways_night() { ask "delete from setting where name in ('night_day', 'night.done')"; "$bothways" night >/dev/null 2>&1; }
rings() { ask "select count(*) from task where kind = 'bounced' and person_id = $someone and role = 'coordinator'"; }
is "$(rings)" 0 "so far nobody is to ring"
bothways_night; bothways_night
is "$(rings)" 1 "whoever it was to is rung, and the coordinator is told once"
ask "update task set state = 'done', done_at = $(date +%s) where kind = 'bounced'"
bothways_night
is "$(rings)" 1 "nor again when they have been rung"
ask "delete from task where kind = 'bounced'; delete from outbox where state = 'waiting'"

# A real sendmail command; killed in the middle of it.
printf '#!/bin/sh\n[ ! -f "%s/hang" ] || { touch "%s/hanging"; sleep 20; }\nexec cat >>"%s/mailbox"\n' "$folder" "$folder" "$folder" >"$folder/sendmail"; chmod +x "$folder/sendmail"
put mail_way sendmail; put mail_command "$folder/sendmail"
add "$someone" in-touch "$address"; id=$(newest)
touch "$folder/hang"
"$bothways" post >/dev/null 2>&1 & poster=$!
for try in $(seq 200); do [ -f "$folder/hanging" ] && break; sleep 0.05; done
kill -9 $poster; wait $poster 2>/dev/null; rm "$folder/hang"
is "$(post_mail) $(ask "select state from outbox where id = $id") $(grep -o '1 maybe sent' "$folder/out")" "0 sending 1 maybe sent" "killed while it is handed over, a mail may have gone, and is not sent again by itself"
sign_in coordinator
get desk /mail ''
is "$(words | grep -c 'May have gone Number')" 0 "while it may still be going it is no question"
ask "update outbox set sent_at = sent_at - 700 where id = $id"
get desk /mail ''
is "$(words | grep -c "Number $id")" 1 "then the desk shows it"
is "$(words | grep -c "$address")" 0 "by its number, without the address"
: >"$folder/mailbox"
post desk /mail "act=again&outbox_id=$id"
is "$status $(ask "select state from outbox where id = $id")" "303 sent" "somebody says that it is to go once more, and it goes after the answer is out"
post desk /mail "act=send"
is "$status $(ask "select state from outbox where id = $id") $(grep -c '^To: ' "$folder/mailbox")" "303 sent 1" "and not again by a press"
lost=$(ask "select max(id) from outbox where state = 'failed'")
post desk /mail "act=leave&outbox_id=$lost"
is "$status $(ask "select state from outbox where id = $lost")" "303 cancelled" "what failed can be left"

# The pace: codes at once, others so many an hour.
ask "delete from outbox"; put mail_an_hour 20
i=0; while [ $i -lt 25 ]; do add "$someone" in-touch "$address"; i=$((i + 1)); done
add null code "$address" 1; add null code "$address" 1
: >"$folder/mailbox"
post_mail >/dev/null
is "$(grep -c '^To: ' "$folder/mailbox") $(ask "select count(*) from outbox where urgent = 1 and state = 'sent'") $(grep '^Subject: ' "$folder/mailbox" | head -2 | grep -c 'code')" "22 2 2" "20 an hour, and both codes, which go first"

# Mail that came back.
report() { # OUTBOX STATUS ACTION
  mark=$(tr -d '\r' <"$folder/mailbox" | sed -n "s/^Message-ID: <\(bothways-$1-.*\)>/\1/p" | tail -1)
  printf 'From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; %s\r\nAction: %s\r\nStatus: %s\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nTo: <%s>\r\nMessage-ID:\r\n <%s>\r\n\r\n--b--\r\n' "$address" "$3" "$2" "$address" "$mark"
}
bounce() { "$bothways" bounce --json 2>&1; }
put mail_an_hour 1000; : >"$folder/mailbox"; ask "delete from outbox"
add "$someone" in-touch "$address"; first=$(newest); add "$someone" in-touch "$address"; second=$(newest)
post_mail >/dev/null
is "$(report "$first" 4.2.2 delayed | bounce) $(report "$first" 5.2.2 failed | bounce) $(report "$first" 5.7.1 failed | bounce)" '{"bounce":"soft"} {"bounce":"soft"} {"bounce":"soft"}' "a delay, a full mailbox and a filter say nothing of the address"
is "$(report "$first" 5.1.1 failed | sed 's/\(bothways-[0-9]*-[0-9]*-\)./\1=/' | bounce) $(printf 'Dear all,\n\nnews.\n' | bounce)" '{"bounce":"not-ours"} {"bounce":"no-report"}' "what others could have made up is not believed"
is "$(ask "select group_concat(distinct state) from outbox")" sent "so far nothing is noted"
is "$(report "$first" 5.1.1 failed | bounce) $(report "$first" 5.1.1 failed | bounce) $(ask "select count(*) from task where kind = 'bounced'")" '{"bounce":"noted"} {"bounce":"known"} 0' "one that will never arrive is noted, once"
ask "update outbox set created_at = created_at + 3600 where id = $second"
is "$(report "$second" 5.1.1 failed | bounce) $(ask "select state from outbox where id = $second")" '{"bounce":"known"} sent' "a report of a mail whose number came again after a restore says nothing of the new one"
ask "update outbox set created_at = created_at - 3600 where id = $second"
report "$second" 5.1.10 Failed | tr -d '\r' | sed 's/^/> /' >"$folder/pasted"
post desk /mail "act=report&report=$(od -An -tx1 -v "$folder/pasted" | tr -d '\n' | sed 's/ /%/g')"
is "$status $(place) $(ask "select count(*) from task where kind = 'bounced' and person_id = $someone and role = 'coordinator'")" "303 /desk/mail?report=noted#main 1" "the second, pasted and quoted, makes a task: ring them"
post desk /mail "act=again&outbox_id=$second"
is "$status $(words | grep -c 'This one came back, or has gone since') $(ask "select state from outbox where id = $second")" "422 1 failed" "one that came back is not sent once more, and the page says why"
get desk /todo ''
is "$(words | grep -c 'our mail to them comes back')" 1 "which stands on the desk"
count_waiting() { ask "select count(*) from outbox where state = 'waiting' and person_id = $someone"; }
post desk "/leave/$someone" "erase="
is "$(ask "select state from person where id = $someone") $(count_waiting)" "left 0" "and no mail is written to them any more"
post desk /mail "act=report&report=Dear+all"
is "$status $(words | grep -c 'This does not say that a mail could not arrive')" "422 1" "what is no report is told"
is "$("$bothways" check | grep -c BROKEN)" 0 "all that must be true is"

"$bothways" post --dns >"$folder/dns"
is "$(tr '\n' '|' <"$folder/dns" | sed 's/; DKIM[^|]*/DKIM/')" 'charity.example. IN TXT "v=spf1 a mx ~all"|DKIM|_dmarc.charity.example. IN TXT "v=DMARC1; p=none; rua=mailto:us@charity.example"|' "what the DNS needs is printed"
get desk /mail ''
shows "v=spf1 a mx ~all" "and stands on the desk"

# A server that says nothing takes a minute: only in the long run.
if [ "${BOTHWAYS_TEST:-short}" != short ]; then
  echo stall >"$folder/mode"
  /usr/bin/python3 "$srcdir/tests/cli/mail-server.py" "$folder" >"$folder/port" 2>"$folder/server.err" & server=$!
  for try in $(seq 200); do [ -s "$folder/port" ] && break; sleep 0.05; done
  put mail_way smtp; put smtp_port "$(cat "$folder/port")"; add null test a@b.example; id=$(newest)
  before=$(date +%s)
  is "$(post_mail) $(ask "select state from outbox where id = $id") $([ $(($(date +%s) - before)) -lt 70 ] && echo bounded)" "1 waiting bounded" "one that stalls is left after a minute, and asked again"
fi
done_testing
