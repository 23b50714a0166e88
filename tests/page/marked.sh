# SPDX-License-Identifier: AGPL-3.0-or-later
# A mentor and a mentee with a word of its own in every field: what privacy.t looks for on pages, and papers.t on paper.
# Needs tests/page/lib.sh.

# The mentor and the mentee of the doors; and of another pair, for whom these two are strangers.
pair=$(ask "select min(p.id) from pair p join proposal q on q.id = p.proposal_id join person m on m.id = q.mentor_id
  join person e on e.id = q.mentee_id where m.email <> '' and e.email <> ''")
proposal=$(ask "select proposal_id from pair where id = $pair")
mentor=$(ask "select mentor_id from proposal where id = $proposal")
mentee=$(ask "select mentee_id from proposal where id = $proposal")
their_door() { sed -n "s#^sign-in $1 http://localhost/account\([^ ]*\).*#\1#p" "$folder/doors" | head -1; }
stranger=$(ask "select min(p.id) from pair p join proposal q on q.id = p.proposal_id join person m on m.id = q.mentor_id
  join person e on e.id = q.mentee_id where m.email <> '' and e.email <> '' and not (q.mentor_id in ($mentor, $mentee) or q.mentee_id in ($mentor, $mentee))")
ask "update person set phone = email, email = '' where email <> '' and id in (select mentor_id from proposal) and id not in (select q.mentor_id from pair p join proposal q on q.id = p.proposal_id where p.id = $stranger);"
"$builddir/tools/bothways-demo" doors http://localhost >"$folder/doors-of-others"
other=$(sed -n "s#^sign-in mentor http://localhost/account\([^ ]*\).*#\1#p" "$folder/doors-of-others")
ask "update person set email = phone where email = '' and phone like '%@%'"

# Nothing else between the two: no second pair, no other proposal.
ask "delete from pair where id <> $pair and proposal_id in (select id from proposal where mentor_id in ($mentor, $mentee) or mentee_id in ($mentor, $mentee));
  delete from proposal where id <> $proposal and (mentor_id in ($mentor, $mentee) or mentee_id in ($mentor, $mentee));
  delete from bar where person_id in ($mentor, $mentee);
  delete from feedback where meeting_id in (select id from meeting where pair_id <> $pair)"

# The words: Mqzqz… are the mentor's, Eqzqz… the mentee's, Cqzqz… and Tqzqz… of concerns.
mark() { # letter person side
  signup=$(ask "select max(id) from signup where person_id = $2")
  ask "update person set call_name = '$1qzqzCalled', full_name = '$1qzqzFull', reach = 'email phone post', email = '$1qzqzEmail@example.org', phone = '$1qzqzPhone',
    address = '$1qzqzAddress', thanks_to = '$1qzqzThanks' where id = $2;
  update signup set district = '$1qzqzDistrict', other_tongue = '$1qzqzTongue', question = '$1qzqzQuestion', reason = '$1qzqzReason' where id = $signup;
  delete from ask where signup_id = $signup and id <> (select ask_id from proposal where id = $proposal);
  delete from offer where signup_id = $signup and id <> (select offer_id from proposal where id = $proposal);
  insert into ask (signup_id, topic_id, words, since) select $signup, min(id), '$1qzqzOwnAsk', 0 from topic where programme_id = (select programme_id from signup where id = $signup);
  insert into offer (signup_id, topic_id, words) select $signup, min(id), '$1qzqzOwnOffer' from topic where programme_id = (select programme_id from signup where id = $signup);
  insert or ignore into feedback (meeting_id, side, did_meet, given_at) select id, '$3', 'yes', 0 from meeting where pair_id = $pair;
  insert into review (pair_id, number, side, kind, answer, words, gained, next_step, given_at)
    values ($pair, 1, '$3', 'trial', 'go-on', '$1qzqzChange', '$1qzqzGained', '$1qzqzNextstep', 0);
  update feedback set listened = '$1qzqzListened', split = '$1qzqzSplit', next_time = '$1qzqzNext', private_word = '$1qzqzWord'
   where side = '$3' and meeting_id in (select id from meeting where pair_id = $pair)"
}
mark_bars() { for kind in $kinds; do ask "insert into bar (person_id, kind, words, folded) values ($2, '$kind', '$1qzqzBar$kind', '$1qzqz$kind')"; done; }
kinds=$(sed -n "/^create table bar /,/^)/s/.*check (kind in (\(.*\))),/\1/p" "$srcdir"/sql/schema/*.sql | tr -d "',")
ask "delete from aim where pair_id = $pair; delete from review where pair_id = $pair;
  insert into aim (pair_id, number, kind, words, shared, since, changed_at) values ($pair, 1, 'practical', 'EqzqzAim', 0, 0, 0), ($pair, 2, 'personal', 'EqzqzSharedaim', 1, 0, 0)"
mark M "$mentor" mentor
mark E "$mentee" mentee
mark_bars M "$mentor"
mark_bars E "$mentee"
ask "update offer set words = 'MqzqzOffer' where id = (select offer_id from proposal where id = $proposal);
  update ask set words = 'EqzqzAsk' where id = (select ask_id from proposal where id = $proposal);
  update signup set core_values = 'calm honesty' where person_id = $mentor; update signup set core_values = 'calm humour' where person_id = $mentee;
  update person set age_band = '75-' where id = $mentor; update person set age_band = '30-44' where id = $mentee;
  update proposal set mentor_shows = 'phone', mentee_shows = 'email' where id = $proposal;
  insert into concern (raised_by, who_about, what, reply_to, about_us, due_at, raised_at) values ($mentee, 'CqzqzAbout', 'CqzqzWhat', 'CqzqzReply', 0, 0, 0),
    ($mentee, 'TqzqzAbout', 'TqzqzWhat', 'TqzqzReply', 1, 0, 0)"

# How they are, and of nobody else: so few that no report counts them.
ask "update programme set measures = 'ucla-3 direct ons-4'; delete from measure;
  insert into measure (programme_id, moment, person_id, item, answered, at)
    select s.programme_id, 'start', s.person_id, i.column1, i.column2, 86400 * 200
      from signup s, (values ('companionship', 3), ('left-out', 1), ('isolated', 1), ('lonely', 2), ('satisfied', 0), ('worthwhile', 10), ('happy', 4), ('anxious', -1)) i
     where s.id in (select max(id) from signup where person_id in ($mentor, $mentee) group by person_id)"
# unwell PERSONS: what they say of how they are, turned round.
unwell() { echo "update measure set answered = case when item in ('companionship', 'left-out', 'isolated', 'lonely') then 4 - answered else 9 - max(answered, 0) end where person_id in ($1) and answered < 10"; }

# The words in a file, as M-Called.
found() { sed -n 's/[METCG]qzqz[A-Z]/\n&/gp' "$1" | sed -n 's/^\([METCG]\)qzqz\([A-Za-z]*\).*/\1-\2/p' | sort -u; }
