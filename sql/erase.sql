-- Somebody is forgotten: each of these knows their number alone. tests/page/columns.txt says what is left, and why.

-- Where there is a name for others, there is a sign for nobody.
-- :name erase_person :run
update person set call_name = '…', full_name = '', reach = '', email = '', phone = '', address = '', language = 'en', age_band = '', thanks_to = '', lessons = '',
       paused_until = '' where id = :person_id;

-- :name erase_signups :run
update signup set return_code = '', time_offered = '', ways = '', district = '', place_id = null, tongues = '', other_tongue = '', core_values = '',
       question = '', reply = '', reason = '', talk_ask = 0, talk_offer = 0 where person_id = :person_id;

-- :name erase_asks :run
update ask set words = '', wish = 'any', left_why = '', left_count = 0 where signup_id in (select id from signup where person_id = :person_id);

-- :name erase_offers :run
update offer set words = '', wish = 'any' where signup_id in (select id from signup where person_id = :person_id);

-- :name erase_bars :run
delete from bar where person_id = :person_id and kind <> 'concern';

-- What others typed of them stays theirs. It is settled on nobody now: whoever comes with that name is kept apart again.
-- :name erase_named :run
update bar set other_id = null, state = 'open', reason = '' where other_id = :person_id and words <> '';

-- :name erase_proposals :run
update proposal set words = case when mentee_id = :person_id then '' else words end, first_day = '', allowed_why = '', friend_why = '',
       mentor_shows = case when mentor_id = :person_id then '' else mentor_shows end,
       mentee_shows = case when mentee_id = :person_id then '' else mentee_shows end
 where mentor_id = :person_id or mentee_id = :person_id;

-- :name erase_reasons :run
update reason set words = '' where proposal_id in (select id from proposal where mentor_id = :person_id or mentee_id = :person_id);

-- :name erase_pairs :run
update pair set told_by = '', mentor_says = '', mentee_says = ''
 where proposal_id in (select id from proposal where mentor_id = :person_id or mentee_id = :person_id);

-- :name erase_mentor_feedback :run
update feedback set productive = '', useful = '', energising = '', listened = '', split = '', next_time = '', private_word = ''
 where side = 'mentor' and meeting_id in (select t.id from meeting t join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id where z.mentor_id = :person_id);

-- :name erase_mentee_feedback :run
update feedback set productive = '', useful = '', energising = '', listened = '', split = '', next_time = '', private_word = ''
 where side = 'mentee' and meeting_id in (select t.id from meeting t join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id where z.mentee_id = :person_id);

-- :name erase_mentor_reviews :run
update review set words = '', gained = '', next_step = ''
 where side = 'mentor' and pair_id in (select y.id from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = :person_id);

-- :name erase_mentee_reviews :run
update review set words = '', gained = '', next_step = ''
 where side = 'mentee' and pair_id in (select y.id from pair y join proposal z on z.id = y.proposal_id where z.mentee_id = :person_id);

-- :name erase_aims :run
delete from aim where pair_id in (select y.id from pair y join proposal z on z.id = y.proposal_id where z.mentee_id = :person_id);

-- :name erase_measures :run
delete from measure where programme_id in (select s.programme_id from signup s where s.person_id = :person_id)
   and moment in ('start', 'half-year', 'end') and person_id = :person_id;

-- :name erase_invitations :run
update invitation set name = '', email = '', address = '', words = ''
 where by_id = :person_id or person_id = :person_id
    or (email <> '' and lower(email) in (select lower(email) from person where id = :person_id and email <> ''));

-- :name erase_tasks :run
update task set words = '' where person_id = :person_id;

-- :name erase_mails :run
delete from outbox where person_id = :person_id or recipient in (select email from person where id = :person_id and email <> '');

-- :name erase_roles :run
delete from role where person_id = :person_id;

-- Who has asked for it so long ago that it is done now, the oldest first.
-- :name erase_due :many before:count
select k.id as task_id, k.person_id, k.at, k.due_at from task k
 where k.state = 'open' and k.kind = 'erase' and k.subject = 'person' and k.at <= :before order by k.at, k.id limit 200;

-- Worries that are not closed: whom they are about, as it was typed.
-- :name erase_concerns :many
select id as concern_id, who_about from concern where state in ('new', 'taken', 'reopened') order by id;

-- Of a worry that is not closed, a pair of theirs is tied to it, or rests for it.
-- :name erase_tied :many concern_id:count
select distinct n.concern_id from concern_entry n join concern c on c.id = n.concern_id
 where c.state in ('new', 'taken', 'reopened') and n.pair_id in (
         select y.id from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = :person_id or z.mentee_id = :person_id)
 order by 1;

-- The answer of the law's one month: that it takes longer.
-- :name erase_later :run
update task set due_at = :due_at where id = :task_id and due_at = at + 2592000;

-- For leads: who has asked, and by when it is answered.
-- :name erasures :many call_name:text full_name:text is_late:flag
select k.id as task_id, k.person_id, k.at, k.due_at, k.due_at < :now as is_late, p.call_name, p.full_name
  from task k join person p on p.id = k.person_id
 where k.state = 'open' and k.kind = 'erase' and k.subject = 'person' order by k.at, k.id limit 200;
