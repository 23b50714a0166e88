# SPDX-License-Identifier: AGPL-3.0-or-later
# A person of whom there is something in every table, and a word of its own in each text column that is about them:
# Zqz and the column's name. What the others of their pairs said has words that begin with Oqz. Needs tests/page/lib.sh.
columns=$srcdir/tests/page/columns.txt
listed() { awk -F'\t' -v seen="$1" '!/^#/ && (seen == "" || $2 ~ seen) { print $1, $2 }' "$columns"; }
word_of() { echo "$1" | tr -d '._'; }

# in_mine SIDE: their proposals, as mentor, mentee or either.
in_mine() {
  case $1 in
    mentor) echo "select id from proposal where mentor_id = $me" ;;
    mentee) echo "select id from proposal where mentee_id = $me" ;;
    *) echo "select id from proposal where $me in (mentor_id, mentee_id)" ;;
  esac
}
in_pairs() { echo "select id from pair where proposal_id in ($(in_mine "$1"))"; }
# own TABLE COLUMN: which rows of a table are about them, as a condition.
own() {
  case $1.$2 in
    person.*) echo "id = $me" ;;
    signup.* | measure.* | bar.* | unsent.* | browser.* | totp.* | paper_code.* | outbox.*) echo "person_id = $me" ;;
    ask.* | offer.*) echo "signup_id in (select id from signup where person_id = $me)" ;;
    proposal.mentor_*) echo "id in ($(in_mine mentor))" ;;
    proposal.mentee_* | proposal.words) echo "id in ($(in_mine mentee))" ;;
    proposal.*) echo "id in ($(in_mine either))" ;;
    reason.*) echo "proposal_id in ($(in_mine either))" ;;
    pair.mentor_*) echo "id in ($(in_pairs mentor))" ;;
    pair.mentee_*) echo "id in ($(in_pairs mentee))" ;;
    pair.*) echo "id in ($(in_pairs either))" ;;
    meeting.day) echo "id in (select min(id) from meeting where pair_id in ($(in_pairs either)) group by pair_id)" ;;
    meeting.*) echo "pair_id in ($(in_pairs either))" ;;
    feedback.*) echo "(side = 'mentor' and meeting_id in (select id from meeting where pair_id in ($(in_pairs mentor)))) or (side = 'mentee' and meeting_id in (select id from meeting where pair_id in ($(in_pairs mentee))))" ;;
    review.*) echo "(side = 'mentor' and pair_id in ($(in_pairs mentor))) or (side = 'mentee' and pair_id in ($(in_pairs mentee)))" ;;
    aim.*) echo "pair_id in ($(in_pairs mentee))" ;;
    invitation.*) echo "by_id = $me" ;;
    task.*) echo "person_id = $me and subject = 'person'" ;;
    concern.*) echo "raised_by = $me" ;;
    concern_entry.*) echo "concern_id in (select id from concern where raised_by = $me)" ;;
  esac
}

# Something in every table: they help somebody and are helped, and the other has said something of each.
fill_tables() {
  ask "insert or ignore into feedback (meeting_id, side, did_meet, given_at) select t.id, s.column1, 'yes', 0 from meeting t, (values ('mentor'), ('mentee')) s where t.pair_id in ($(in_pairs either));
    delete from review where pair_id in ($(in_pairs either)); delete from aim where pair_id in ($(in_pairs mentee)); delete from bar where person_id = $me;
    insert into review (pair_id, number, side, kind, given_at) select y.id, 1, s.column1, 'trial', 0 from pair y, (values ('mentor'), ('mentee')) s where y.id in ($(in_pairs either));
    insert into aim (pair_id, number, kind, words, since, changed_at) select y.id, 1, 'practical', 'x', 0, 0 from pair y where y.id in ($(in_pairs mentee));
    insert into bar (person_id, kind, words, folded) values ($me, 'person', 'x', 'x');
    insert or ignore into reason (proposal_id, position, kind, points) select id, 99, 'near', 1 from proposal where id in ($(in_mine either));
    insert into invitation (by_id, kind, ask_id, name, due_at, at) select $me, 'invite', min(a.id), 'x', 2000000000, 0 from ask a join signup s on s.id = a.signup_id where s.person_id = $me;
    insert into task (kind, role, person_id, subject, subject_id, due_at, at) values ('data-request', 'coordinator', $me, 'person', $me, 2000000000, 0);
    insert or ignore into measure (programme_id, moment, person_id, item, answered, at) select programme_id, 'start', $me, 'happy', 5, 0 from signup where person_id = $me and programme_id is not null;
    insert into concern (raised_by, who_about, what, due_at, raised_at) values ($me, 'x', 'x', 0, 0);
    insert into concern_entry (concern_id, number, at, kind, words) select max(id), 1, 0, 'action', 'x' from concern;
    insert into outbox (person_id, kind, recipient, language, not_before, created_at, state) values ($me, 'news', 'x', 'en', 2000000000, 0, 'sent')"
}
# The words, wherever the schema lets them stand. What cannot hold one is told by a code, or is a reason of the desk's.
put_words() {
  listed "$1" | grep -v '^browser' | while read -r column _; do
    ask "update ${column%.*} set ${column#*.} = 'Zqz$(word_of "$column").' where $(own "${column%.*}" "${column#*.}")" 2>/dev/null
  done
  ask "update feedback set next_time = 'Oqznext', private_word = 'Oqzword', listened = 'Oqzlistened', split = 'Oqzsplit' where next_time not like 'Zqz%' and meeting_id in (select id from meeting where pair_id in ($(in_pairs either)));
    update review set words = 'Oqzreview', gained = 'Oqzgained', next_step = 'Oqzstep' where words not like 'Zqz%' and pair_id in ($(in_pairs either));
    update proposal set words = 'Oqzproposal' where id in ($(in_mine mentor)); update aim set words = 'Oqzaim' where pair_id in ($(in_pairs mentor));
    insert into concern (who_about, what, due_at, raised_at) values ('Oqzabout Zqzpersonfullname', 'Oqzwhat', 0, 0)"
}
