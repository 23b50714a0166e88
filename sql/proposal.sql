-- A mentor and a mentee put forward to each other.

-- :name proposal_add :one
insert into proposal (programme_id, run_id, ask_id, offer_id, mentor_id, mentee_id, weight, due_at, warned, changed_at)
values (:programme_id, :run_id, :ask_id, :offer_id, :mentor_id, :mentee_id, :weight, :due_at, :warned, :now) returning id;

-- :name reason_add :run
insert into reason (proposal_id, position, kind, points, words) values (:proposal_id, :position, :kind, :points, :words);

-- :name reasons_of :many
select kind, points, words from reason where proposal_id = :proposal_id order by position;

-- :name proposal_one :one moderation:text
select x.id as proposal_id, x.programme_id, x.ask_id, x.offer_id, x.mentor_id, x.mentee_id, x.weight, x.state, x.due_at, x.mentor_answer, x.mentee_answer,
       x.mentor_how, x.mentee_how, x.mentor_shows, x.mentee_shows, x.origin, x.reminded, x.friend_why, x.first_day, g.moderation
  from proposal x join programme g on g.id = x.programme_id where x.id = :proposal_id;

-- :name proposal_step :run from_state:text
update proposal set state = :state, due_at = :due_at, changed_at = :now where id = :proposal_id and state = :from_state;

-- :name proposal_mentor_says :run answer:text how:text shows:text
update proposal set mentor_answer = :answer, mentor_how = :how, mentor_shows = :shows, changed_at = :now
 where id = :proposal_id and state = 'sent' and mentor_answer = '';

-- :name proposal_mentee_says :run answer:text how:text shows:text
update proposal set mentee_answer = :answer, mentee_how = :how, mentee_shows = :shows, changed_at = :now
 where id = :proposal_id and state = 'sent' and mentee_answer = '';

-- The day is what was said last: whoever answers second saw what the first would like.
-- :name proposal_first_day :run
update proposal set first_day = :first_day where id = :proposal_id;

-- :name proposal_took_back :run mentor:flag
update proposal set mentor_answer = case when :mentor then 'no' else mentor_answer end,
       mentee_answer = case when :mentor then mentee_answer else 'no' end
 where id = :proposal_id and state = 'withdrawn';

-- :name proposals_live_of_ask :many
select id as proposal_id from proposal where ask_id = :ask_id and state in ('proposed', 'kept', 'sent', 'agreed') order by id;

-- :name proposals_live_of :many
select id as proposal_id from proposal
 where (mentor_id = :person_id or mentee_id = :person_id) and state in ('proposed', 'kept', 'sent', 'agreed') order by id;

-- What somebody has not answered for three days or more, and was not reminded of twice.
-- :name proposals_silent :many
select id as proposal_id, due_at, reminded from proposal where state = 'sent' and reminded < 2 order by id limit 2000;

-- :name proposal_reminded :run
update proposal set reminded = :reminded where id = :proposal_id;

-- What somebody of the programme set going: an offer that was asked for, somebody suggested or invited.
-- :name proposal_of_person :one answer:text how:text shows:text
insert into proposal (programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, due_at, origin, words, mentee_answer, mentee_how, mentee_shows, warned, changed_at)
values (:programme_id, :ask_id, :offer_id, :mentor_id, :mentee_id, :weight, :due_at, :origin, :words, :answer, :how, :shows, :warned, :now) returning id;

-- A programme's proposals that a coordinator still moderates, or that wait for answers.
-- A programme's proposals of one state, a page of them.
-- :name proposals_of :many after:count warned:flag mentor:text mentee:text topic:text ask_words:text offer_words:text
select x.id as proposal_id, x.state, x.weight, x.ask_id, x.allowed_why, x.warned, x.friend_why, x.mentor_answer, x.mentee_answer, x.due_at, x.mentor_id, x.mentee_id,
       m.call_name as mentor, e.call_name as mentee, m.email as mentor_email, e.email as mentee_email, m.phone as mentor_phone,
       e.phone as mentee_phone, m.age_band as mentor_age, e.age_band as mentee_age,
       a.words as ask_words, o.words as offer_words, a.since, coalesce(l.words, n.words, '') as topic, x.programme_id
  from proposal x
  join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
  join ask a on a.id = x.ask_id join offer o on o.id = x.offer_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where x.programme_id = :programme_id and x.state = :state and x.id > :after order by x.id limit 50;

-- The same of one.
-- :name proposal_card :one warned:flag mentor:text mentee:text topic:text ask_words:text offer_words:text
select x.id as proposal_id, x.state, x.weight, x.ask_id, x.allowed_why, x.warned, x.friend_why, x.mentor_answer, x.mentee_answer, x.due_at, x.mentor_id, x.mentee_id,
       m.call_name as mentor, e.call_name as mentee, m.email as mentor_email, e.email as mentee_email, m.phone as mentor_phone,
       e.phone as mentee_phone, m.age_band as mentor_age, e.age_band as mentee_age,
       a.words as ask_words, o.words as offer_words, a.since, coalesce(l.words, n.words, '') as topic, x.programme_id
  from proposal x
  join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
  join ask a on a.id = x.ask_id join offer o on o.id = x.offer_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where x.id = :proposal_id and x.state in ('proposed', 'kept', 'sent', 'agreed', 'dropped');

-- What each side may know of the other before both have said yes (the matrix of docs/privacy.md): the
-- mentee the offer, the mentor the ask; never a full name, an age, a place or an address.
-- :name card_for_mentee :one call_name:text topic:text asked_words:text
select x.id as proposal_id, x.state, x.due_at, x.first_day, x.mentee_answer as answer, x.origin,
       case when x.origin = 'asked' and x.mentor_answer <> 'yes' then '' else m.call_name end as call_name, o.words, '' as asked_words, coalesce(l.words, n.words, '') as topic,
       t.core_values, s.core_values as own_values, t.ways, s.ways as own_ways, t.tongues, s.tongues as own_tongues, t.time_offered
  from proposal x
  join person m on m.id = x.mentor_id join offer o on o.id = x.offer_id join signup t on t.id = o.signup_id
  join ask a on a.id = x.ask_id join signup s on s.id = a.signup_id
  left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = o.topic_id and n.language = 'en'
 where x.id = :proposal_id and x.mentee_id = :person_id and x.state in ('sent', 'agreed', 'opened');

-- :name card_for_mentor :one topic:text asked_words:text
select x.id as proposal_id, x.state, x.due_at, x.first_day, x.mentor_answer as answer, x.origin, e.call_name, a.words, x.words as asked_words, coalesce(l.words, n.words, '') as topic,
       s.core_values, t.core_values as own_values, s.ways, t.ways as own_ways, s.tongues, t.tongues as own_tongues, t.time_offered
  from proposal x
  join person e on e.id = x.mentee_id join ask a on a.id = x.ask_id join signup s on s.id = a.signup_id
  join offer o on o.id = x.offer_id join signup t on t.id = o.signup_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where x.id = :proposal_id and x.mentor_id = :person_id and x.state in ('sent', 'agreed', 'opened');

-- One's own yes, to take back.
-- :name match_withdraw :one call_name:text topic:text
select x.id as proposal_id, x.state, coalesce(l.words, n.words, '') as topic,
       case when x.mentor_id = :person_id then e.call_name
            when x.origin = 'asked' and x.mentor_answer <> 'yes' then '' else m.call_name end as call_name
  from proposal x join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id join ask a on a.id = x.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where x.id = :proposal_id and x.state in ('proposed', 'kept', 'sent', 'agreed')
   and ((x.mentor_id = :person_id and x.mentor_answer = 'yes') or (x.mentee_id = :person_id and x.mentee_answer = 'yes'));

-- A mentor's own proposal, not answered yet: they may suggest somebody instead.
-- :name match_suggest :one topic:text
select x.id as proposal_id, x.ask_id, e.call_name, coalesce(l.words, n.words, '') as topic
  from proposal x join person e on e.id = x.mentee_id join ask a on a.id = x.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where x.id = :proposal_id and x.state = 'sent' and x.mentor_id = :person_id and x.mentor_answer = '';

-- What it has come to, for one of the two who knew of it, when it is over.
-- :name proposal_past :one is_mentor:flag
select id as proposal_id, state, mentor_id = :person_id as is_mentor from proposal
 where id = :proposal_id and state in ('declined', 'withdrawn', 'lapsed', 'replaced')
   and ((mentor_id = :person_id and (mentor_answer <> '' or state in ('declined', 'lapsed')))
        or (mentee_id = :person_id and (mentee_answer <> '' or state in ('declined', 'lapsed'))));

-- A person's proposals that wait for them or for the other.
-- :name proposals_for :many is_mentor:flag other:text topic:text waits:flag
select x.id as proposal_id, x.state, x.mentor_id = :person_id as is_mentor,
       case when x.mentor_id = :person_id then e.call_name
            when x.origin = 'asked' and x.mentor_answer <> 'yes' then '' else m.call_name end as other,
       coalesce(l.words, n.words, '') as topic, x.due_at, x.first_day, x.origin,
       x.state = 'sent' and ((x.mentor_id = :person_id and x.mentor_answer = '') or (x.mentee_id = :person_id and x.mentee_answer = '')) as waits
  from proposal x
  join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id join ask a on a.id = x.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where ((x.mentor_id = :person_id or x.mentee_id = :person_id) and x.state in ('sent', 'agreed'))
    or (x.mentee_id = :person_id and x.mentee_answer = 'yes' and x.state in ('proposed', 'kept')) order by x.due_at, x.id;

-- What a run put forward and nobody has decided on.
-- :name proposals_unseen :many
select id as proposal_id, ask_id, offer_id from proposal where programme_id = :programme_id and state = 'proposed' and origin = 'run' order by ask_id, offer_id;

-- Put forward once more by another run: the same proposal, with the reasons of now.
-- :name proposal_again :run
update proposal set run_id = :run_id, weight = :weight, warned = :warned, changed_at = :now where id = :proposal_id and state = 'proposed';

-- :name reasons_drop :run
delete from reason where proposal_id = :proposal_id;

-- What runs before this one put forward and nobody has decided on.
-- :name proposals_stale :many
select id as proposal_id from proposal
 where programme_id = :programme_id and state = 'proposed' and origin = 'run' and run_id <> :run_id order by id;

-- An ask that somebody may be put forward for by hand.
-- :name ask_by_hand :one topic:text
select a.id as ask_id, s.programme_id, s.person_id, p.call_name, a.words, coalesce(l.words, e.words, '') as topic
  from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where a.id = :ask_id and a.state = 'open' and s.state = 'approved' and p.state = 'active'
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('kept', 'sent', 'agreed'));

-- The room that a mentor has left when what is put forward for other asks counts too.
-- :name mentor_room :one room:count
select (select max(case when v.group_most > s.capacity then v.group_most else s.capacity end) from signup s
          left join offer v on v.signup_id = s.id and v.state = 'open' and v.group_most > 1
         where s.person_id = :mentor_id and s.programme_id = :programme_id and s.state = 'approved')
       - (select count(*) from proposal x where x.mentor_id = :mentor_id and x.ask_id <> :ask_id and x.state in ('proposed', 'kept', 'sent', 'agreed'))
       - (select count(*) from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = :mentor_id and y.state <> 'ended') as room;

-- :name proposals_of_ask :many
select id as proposal_id from proposal where ask_id = :ask_id and state = 'proposed' order by id;

-- A coordinator puts two forward by hand, and so keeps them.
-- :name proposal_by_hand :one
insert into proposal (programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, origin, due_at, allowed_why, warned, changed_at)
values (:programme_id, :ask_id, :offer_id, :mentor_id, :mentee_id, :weight, 'kept', 'hand', :due_at, :allowed_why, :warned, :now) returning id;

-- Two friends or neighbours allowed.
-- :name proposal_allow :run
update proposal set friend_why = :friend_why, changed_at = :now where id = :proposal_id and state in ('proposed', 'kept', 'sent', 'agreed');

-- Those that could exchange mentors.
-- :name proposals_undecided :many mentor:text mentee:text
select x.id as proposal_id, x.ask_id, x.mentor_id, x.mentee_id, x.state, x.weight, m.call_name as mentor, e.call_name as mentee
  from proposal x join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
 where x.programme_id = :programme_id and x.state = 'proposed' order by x.id limit 500;

-- Whether one is put forward to mentor the other, in a proposal besides these two.
-- :name proposal_between :one own_id:count other_id:count
select id as proposal_id from proposal
 where mentor_id = :mentor_id and mentee_id = :mentee_id and id not in (:own_id, :other_id)
   and state in ('proposed', 'kept', 'sent', 'agreed') limit 1;

-- What a coordinator dropped lately, and may take back.
-- :name proposals_dropped :many mentor:text mentee:text
select x.id as proposal_id, x.changed_at, m.call_name as mentor, e.call_name as mentee
  from proposal x join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
  join ask a on a.id = x.ask_id
 where x.programme_id = :programme_id and x.state = 'dropped' and a.state = 'open' order by x.changed_at desc, x.id desc limit 10;
