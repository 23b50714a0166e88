#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Who works here: asked in by mail or with a card, given and losing roles within what whoever acts may give, and signed out.
. "$srcdir/tests/page/lib.sh"
roles() { ask "select coalesce(group_concat(role, ' '), '') from (select role from role where person_id = $1 order by role)"; }

sign_in coordinator
me=$signed_in
get desk /staff ''
is "$status $(words | grep -c 'Delyth Owen.*Coordinator.*Site keeper')" "200 1" "everybody who works here is there, with what they do"
post desk /invite 'full_name=Nia+Lloyd&call_name=Nia&email=nia%40example.org'
is "$status" 422 "no role is no invitation"
is "$(ask "select count(*) from person where full_name = 'Nia Lloyd'")" 0 "and leaves nobody behind"
post desk /invite 'full_name=Nia+Lloyd&call_name=Nia&email=nia%40example.org&roles=coordinator'
nia=$(ask "select id from person where full_name = 'Nia Lloyd'")
is "$status $(place)" "303 /desk/role/$nia#main" "a coordinator asks somebody in"
is "$(roles "$nia") $(ask "select kind || recipient from outbox where person_id = $nia")" "coordinator rolenia@example.org" "who gets the role, and a mail"
is "$(ask "select group_concat(verb, ' ') from (select verb from audit where subject = 'person' and subject_id = $nia order by id)")" "staff.invite role.coordinator" "as the audit says"
post desk /invite 'full_name=Nia+Lloyd&call_name=Nia&email=nia%40example.org&roles=keeper'
is "$status $(roles "$nia") $(ask "select count(*) from person where email = 'nia@example.org'")" "303 coordinator keeper 1" "who works here already, and is asked in once more, keeps what they do"
post desk "/role/$nia" 'roles=coordinator&act=save'
is "$status $(roles "$nia")" "303 coordinator" "until somebody takes it"
get desk /invite ''
is "$(grep -c 'value="lead"' "$folder/plain")" 0 "a coordinator is not offered to choose who reads concerns"
post desk "/role/$nia" 'roles=coordinator&roles=lead&act=save'
is "$(roles "$nia")" coordinator "nor can they"
post desk "/role/$me" 'roles=coordinator&act=save'
is "$status $(words | grep -c 'There has to be somebody left') $(roles "$me")" "422 1 coordinator keeper" "the last keeper stays"
post desk /invite 'full_name=Ned+Post&call_name=Ned&roles=coordinator'
ned=$(ask "select id from person where full_name = 'Ned Post'")
is "$status $(place)" "303 /desk/new-card/$ned#main" "who has no e-mail gets a card with codes"
is "$(ask "select group_concat(reach, ' ') from (select reach from person where id in ($nia, $ned) order by id)")" "email post" "and is written to by post, others by e-mail"
ask "insert into person (state, call_name, full_name, email, created_at) values ('active', 'A', 'A', 'two@example.org', 0), ('active', 'B', 'B', 'two@example.org', 0)"
post desk /invite 'full_name=C&call_name=C&email=two%40example.org&roles=coordinator'
is "$status $(words | grep -c 'Several people share this address')" "422 1" "an address that several share is none for this"
# links PAGE: where its own links lead.
links() { get desk "$1" ''; sed -n '/<main/,/<\/main/p' "$folder/plain" | grep -o 'href="/desk/[a-z-]*"' | cut -d'"' -f2 | grep -xE '/desk/(staff|news|programmes)' | sort -u | tr '\n' ' '; }
is "$(links /todo)" "/desk/news /desk/programmes /desk/staff " "what a coordinator may open, the list leads to"
ask "delete from role where person_id = $me and role = 'coordinator'"
is "$(links /todo) $(links /staff)" "/desk/news /desk/staff  /desk/programmes " "a keeper who is no coordinator finds who works here, what is new, and the programmes"
ask "insert into role (person_id, role, seen_at) values ($me, 'coordinator', strftime('%s'))"

# Whoever reads concerns is chosen by those who do.
sign_in safeguarding-lead
lead=$signed_in
post desk "/role/$nia" 'roles=coordinator&roles=trustee&act=save'
is "$status $(words | grep -c 'does nothing else here') $(roles "$nia")" "422 1 coordinator" "the trustee runs nothing"
post desk "/role/$nia" 'roles=lead&act=save'
is "$status $(roles "$nia")" "303 coordinator lead" "a lead makes a lead, and leaves what others give"
post desk "/role/$lead" 'act=save'
is "$status $(roles "$lead")" "303 " "and may give it up while two are left"
get desk /concerns ''
is "$status $(ask "select count(*) from browser where person_id = $lead")" "303 0" "who loses a role is signed out"
sign_in trustee
post desk "/role/$signed_in" 'act=save'
is "$status $(roles "$signed_in")" "422 trustee" "but two have to be left who read concerns"
post desk "/role/$nia" 'roles=coordinator&act=save'
is "$status $(roles "$nia")" "422 coordinator lead" "and one lead"
is "$(links /todo) $(links /staff)" "/desk/news /desk/staff  " "all who work here find those two, and no page that they may not open"

# Logins.
sign_in mentee
first=$cookie me=$signed_in
ask "insert into browser (token, person_id, created_at, seen_at) values ('tokb', $me, strftime('%s') - 500, strftime('%s') - 500), ('tokc', $me, strftime('%s') - 400, strftime('%s') - 400); insert into browser (token, person_id, created_at, seen_at) select 'tokd', min(person_id), strftime('%s') - 500, strftime('%s') - 500 from role"
get account /logins ''
is "$status $(grep -c 'name="login"' "$folder/plain") $(words | grep -c 'the one that you use now')" "200 3 1" "somebody sees where they are signed in"
is "$(grep -cE "tokb|tokc" "$folder/plain")" 0 "and no token"
key=$(sed -n 's/.*name="login" value="\([^"]*\)".*/\1/p' "$folder/plain" | head -1)
post account /logins "login=$key"
is "$status $(ask "select count(*) from browser where person_id = $me")" "303 2" "ends one"
post account /logins "login=$(ask "select token from browser where token = 'tokd'")"
is "$(ask "select count(*) from browser where token = 'tokd'")" 1 "never somebody else's"
post account /logins login=others
is "$status $(ask "select count(*) from browser where person_id = $me")" "303 1" "and all others"
get account /me ''
is "$status" 200 "and is still signed in here"
sign_in coordinator
ask "insert into browser (token, person_id, created_at, seen_at) values ('nias', $nia, strftime('%s') - 500, strftime('%s') - 500)"
post desk "/role/$nia" 'act=end-logins'
is "$status $(ask "select count(*) from browser where person_id = $nia") $(roles "$nia")" "303 0 coordinator lead" "a coordinator signs out one who works here, and takes nothing from them"

# A site keeper who is no coordinator.
sign_in site-keeper
ask "delete from role where person_id = $signed_in and role = 'coordinator'"
get desk /invite ''
is "$status $(grep -c 'value="coordinator"' "$folder/plain") $(grep -c 'value="keeper"' "$folder/plain")" "200 0 1" "a site keeper is not offered to ask coordinators in"
post desk "/role/$signed_in" 'roles=coordinator&roles=keeper&act=save'
is "$(roles "$signed_in")" keeper "nor makes themself one"
ask "update role set seen_at = unixepoch() - 20 * 86400 where role = 'coordinator'"
post desk "/role/$signed_in" 'roles=coordinator&roles=keeper&act=save'
is "$status $(roles "$signed_in")" "303 coordinator keeper" "but where no coordinator has been there for weeks"

# Who works here and rests.
ask "update person set state = 'paused' where id = $nia; insert into role (person_id, role) values ($lead, 'lead');
  insert into browser (token, person_id, created_at, seen_at) values ('niab', $nia, strftime('%s') - 500, strftime('%s') - 500)"
sign_in trustee
get desk /staff ''
is "$status $(words | grep -cE 'Nia Lloyd *Coordinator *Safeguarding lead *Resting')" "200 1" "whoever rests stands there, and that they do"
post desk "/role/$nia" 'act=end-logins'
is "$status $(ask "select count(*) from browser where person_id = $nia")" "303 0" "and can be signed out"
post desk "/role/$lead" 'act=save'
is "$status $(roles "$lead")" "422 lead" "they are not the lead who has to be left"
post desk "/role/$nia" 'act=save'
is "$status $(roles "$nia")" "303 coordinator" "what they do can be taken from them"
ask "delete from person where email = 'two@example.org'"
is "$("$builddir/programs/bothways" check --site "$SITE/data" | grep -c BROKEN)" 0 "all that must be true still is"

# Somebody has to be able to read a concern.
sign_in safeguarding-lead
lead=$signed_in
others="select person_id from role where role = 'lead' and person_id <> $lead"
ask "delete from role where person_id = $lead and role <> 'lead'; update person set state = 'paused' where id in ($others)"
get account /pause ''
is "$status $(words | grep -c 'You are the only safeguarding lead who is here') $(grep -c 'name="how_long"' "$folder/plain")" "200 1 0" "the only lead who is there is told that they cannot rest"
get account /me ''
request POST account /pause '' "token=$(field token)&how_long=open&meetings=go-on"
is "$(ask "select state from person where id = $lead")" active "nor does an address typed by hand let them"
ask "update person set state = 'active' where id in ($others)"
if [ -z "$(ask "$others")" ]; then ask "insert into role (person_id, role) select id, 'lead' from person where state = 'active' and id <> $lead limit 1"; fi
post account /pause 'how_long=open&meetings=go-on'
is "$status $(ask "select state from person where id = $lead")" "303 paused" "with another there they may"
done_testing
