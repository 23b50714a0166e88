-- A mentor and a mentee who have both said yes, and their meetings.

-- :name pair_add :one
insert into pair (proposal_id, due_at, opened_at, trial_until, coordinator_id, quiet_from)
values (:proposal_id, :due_at, :now, :trial_until, nullif(:person_id, 0), :today) returning id;

-- What its life needs to know.
-- :name pair_state :one review_days:count trial_days:count trial_meetings:count
select y.id as pair_id, y.proposal_id, y.state, y.before_pause, y.paused_why, y.due_at, y.coordinator_id, y.trial_until, y.review_state,
       y.review_number, y.mentor_says, y.mentee_says, z.mentor_id, z.mentee_id, z.ask_id, z.programme_id, g.review_days, g.trial_days, g.trial_meetings
  from pair y join proposal z on z.id = y.proposal_id join programme g on g.id = z.programme_id where y.id = :pair_id;

-- No row when somebody was faster. What both said to the review before is over with any step, and so is a pair's silence.
-- :name pair_step :run from_state:text
update pair set state = :state, due_at = :due_at, before_pause = :before_pause, paused_why = :paused_why, mentor_says = '', mentee_says = '',
       review_state = '', mentor_signal = 0, mentee_signal = 0, quiet_from = :today, quiet_said = 0, trial_until = :trial_until, ended_at = :ended_at
 where id = :pair_id and state = :from_state;

-- Whether the other way round there is a pair already, the mentor is full (with whom they have said yes to), the
-- ask is met, or one of the two is not there any more.
-- :name pair_barred :one two_ways:flag mentor_full:flag ask_taken:flag gone:flag
select x.allowed_why = '' and exists (select 1 from pair y join proposal z on z.id = y.proposal_id
                where y.state <> 'ended' and z.mentor_id = x.mentee_id and z.mentee_id = x.mentor_id) as two_ways,
       (select count(*) from pair y join proposal z on z.id = y.proposal_id where y.state <> 'ended' and z.mentor_id = x.mentor_id)
       + (select count(*) from proposal w where w.mentor_id = x.mentor_id and w.state = 'agreed' and w.id <> x.id)
       >= (select max(case when v.group_most > s.capacity then v.group_most else s.capacity end) from signup s
            left join offer v on v.signup_id = s.id and v.state = 'open' and v.group_most > 1 where s.person_id = x.mentor_id and s.state = 'approved') as mentor_full,
       exists (select 1 from pair y join proposal z on z.id = y.proposal_id
                where y.state <> 'ended' and z.ask_id = x.ask_id) as ask_taken,
       exists (select 1 from person p where p.id in (x.mentor_id, x.mentee_id) and p.state <> 'active') as gone
  from proposal x where x.id = :proposal_id;

-- A person's own pairs.
-- :name pairs_for :many is_mentor:flag other:text topic:text meetings:count last_day:text
select y.id as pair_id, y.state, y.trial_until, z.mentor_id = :person_id as is_mentor,
       case when z.mentor_id = :person_id then e.call_name else m.call_name end as other,
       coalesce(l.words, n.words, '') as topic,
       (select count(*) from meeting t where t.pair_id = y.id and t.state = 'held') as meetings,
       coalesce((select max(t.day) from meeting t where t.pair_id = y.id and t.state = 'held'), '') as last_day
  from pair y join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id join ask a on a.id = z.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) and y.state <> 'ended' order by y.id;

-- One's own pair, with what the other lets one see: how to reach them no longer than it lasts.
-- :name pair_mine :one is_mentor:flag other:text topic:text ask_words:text offer_words:text other_phone:text other_email:text mentee_values:text in_common:text own_agreed:flag other_agreed:flag review_waits:flag has_said:flag signalled:flag may_resume:flag died:flag gone:flag has_closed:flag
select y.id as pair_id, y.state, y.trial_until, y.opened_at, y.ended_at, y.rhythm, z.mentor_id = :person_id as is_mentor,
       case when z.mentor_id = :person_id then e.call_name else m.call_name end as other,
       coalesce(l.words, n.words, '') as topic, a.words as ask_words, o.words as offer_words,
       case when z.mentor_id = :person_id then z.mentee_shows else z.mentor_shows end as mentor_shows,
       case when y.state = 'ended' then ''
            when z.mentor_id = :person_id and z.mentee_shows like '%phone%' then e.phone
            when z.mentee_id = :person_id and z.mentor_shows like '%phone%' then m.phone else '' end as other_phone,
       case when y.state = 'ended' then ''
            when z.mentor_id = :person_id and z.mentee_shows like '%email%' then e.email
            when z.mentee_id = :person_id and z.mentor_shows like '%email%' then m.email else '' end as other_email,
       case when z.mentor_id = :person_id then s.core_values else '' end as mentee_values,
       case when z.mentor_id = :person_id then '' else t.core_values end as in_common,
       s.core_values as own_values,
       case when z.mentor_id = :person_id then y.mentor_agreed else y.mentee_agreed end > 0 as own_agreed,
       case when z.mentor_id = :person_id then y.mentee_agreed else y.mentor_agreed end > 0 as other_agreed,
       y.review_state <> '' and case when z.mentor_id = :person_id then y.mentor_says else y.mentee_says end = '' as review_waits,
       y.review_state <> '' and case when z.mentor_id = :person_id then y.mentor_says else y.mentee_says end <> '' as has_said,
       y.state in ('trial', 'active') and case when z.mentor_id = :person_id then y.mentor_signal else y.mentee_signal end > 0 as signalled,
       y.state = 'paused' and y.paused_why in ('asked', 'person') as may_resume,
       y.ended_how = 'death' as died, case when z.mentor_id = :person_id then e.state else m.state end = 'erased' as gone,
       exists (select 1 from review r where r.pair_id = y.id and r.kind = 'closing'
                and r.side = case when z.mentor_id = :person_id then 'mentor' else 'mentee' end and r.given_at >= y.ended_at) as has_closed
  from pair y join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
  join ask a on a.id = z.ask_id join signup s on s.id = a.signup_id
  join offer o on o.id = z.offer_id join signup t on t.id = o.signup_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where y.id = :pair_id and (z.mentor_id = :person_id or z.mentee_id = :person_id);

-- :name pair_one :one mentor:text mentee:text topic:text mentor_waits:flag mentee_waits:flag may_resume:flag aims:count
select y.id as pair_id, y.proposal_id, y.state, y.opened_at, y.trial_until, y.rhythm, y.mentor_agreed, y.mentee_agreed, y.review_state, y.ended_at,
       y.ended_how, y.told_by, y.follow_up, z.ask_id, z.mentor_id, z.mentee_id,
       y.review_state <> '' and y.mentor_says = '' as mentor_waits, y.review_state <> '' and y.mentee_says = '' as mentee_waits,
       y.state = 'paused' and y.paused_why in ('asked', 'person') as may_resume,
       (select count(*) from aim i where i.pair_id = y.id and i.state <> 'dropped') as aims,
       m.call_name as mentor, e.call_name as mentee,
       m.full_name as mentor_name, e.full_name as mentee_name, m.email as mentor_email, e.email as mentee_email,
       m.phone as mentor_phone, e.phone as mentee_phone, z.mentor_shows, z.mentee_shows, a.words as ask_words, coalesce(l.words, n.words, '') as topic
  from pair y join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id join ask a on a.id = z.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where y.id = :pair_id;

-- :name pairs_all :many before:count mentor:text mentee:text topic:text meetings:count last_day:text
select y.id as pair_id, y.state, y.trial_until, m.call_name as mentor, e.call_name as mentee, coalesce(l.words, n.words, '') as topic,
       (select count(*) from meeting t where t.pair_id = y.id and t.state = 'held') as meetings,
       coalesce((select max(t.day) from meeting t where t.pair_id = y.id and t.state = 'held'), '') as last_day
  from pair y join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id join ask a on a.id = z.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where coalesce(y.state, '') <> 'ended' and y.id < :before order by y.id desc limit 51;

-- The last that ended: one of them may be opened again.
-- :name pairs_ended :many mentor:text mentee:text topic:text
select y.id as pair_id, y.ended_at, m.call_name as mentor, e.call_name as mentee, coalesce(l.words, n.words, '') as topic
  from pair y join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id join ask a on a.id = z.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where y.state = 'ended' order by y.due_at desc, y.id desc limit 100;

-- :name pair_pause_why :run
update pair set paused_why = :paused_why where id = :pair_id and state = 'paused';

-- Pairs that rest for a conflict; and those for a concern that this lead may read, with its number.
-- :name pairs_resting :many mentor:text mentee:text concern_id:count
select y.id as pair_id, y.due_at, z.mentor_id, z.mentee_id, m.full_name as mentor, e.full_name as mentee,
       coalesce((select max(n.concern_id) from concern_entry n join concern_reader v on v.concern_id = n.concern_id
                  where n.pair_id = y.id and v.person_id = :person_id and y.paused_why = 'concern'), 0) as concern_id
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where y.state = 'paused' and (y.paused_why = 'conflict' or (y.paused_why = 'concern' and exists (
         select 1 from concern_entry n join concern_reader v on v.concern_id = n.concern_id where n.pair_id = y.id and v.person_id = :person_id)))
 order by y.due_at, y.id limit 200;

-- When a side ticked the agreement; the first tick stays.
-- :name pair_mentor_agree :run
update pair set mentor_agreed = :now where id = :pair_id and mentor_agreed = 0 and state <> 'ended';

-- :name pair_mentee_agree :run
update pair set mentee_agreed = :now where id = :pair_id and mentee_agreed = 0 and state <> 'ended';

-- :name pair_rhythm :run
update pair set rhythm = :rhythm where id = :pair_id and state <> 'ended';

-- What the coordinator wrote of an ending.
-- :name pair_closed :run
update pair set ended_how = :ended_how, told_by = :told_by, follow_up = :follow_up where id = :pair_id and state = 'ended';

-- Who is near in circles: along pairs, in either direction, up to eight steps.
-- :name pair_ties_near :many mentor_id:count mentee_id:count mentor:text mentee:text
with recursive near (person_id, steps) as (
  select :person_id, 0
  union
  select case when z.mentor_id = near.person_id then z.mentee_id else z.mentor_id end, near.steps + 1
    from near join proposal z on z.mentor_id = near.person_id or z.mentee_id = near.person_id
    join pair y on y.proposal_id = z.id and y.state <> 'ended'
   where near.steps < 8
)
select y.id as pair_id, z.mentor_id, z.mentee_id, m.call_name as mentor, e.call_name as mentee
  from proposal z join pair y on y.proposal_id = z.id and y.state <> 'ended'
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where z.mentor_id in (select person_id from near) and z.mentee_id in (select person_id from near)
 order by z.mentor_id, z.mentee_id, y.id limit 400;

-- :name pair_people :one both_active:flag
select y.proposal_id, m.state = 'active' and e.state = 'active' as both_active
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where y.id = :pair_id;

-- What was written of an ending that is undone.
-- :name pair_reopened :run
update pair set ended_how = '', told_by = '', follow_up = '' where id = :pair_id;
