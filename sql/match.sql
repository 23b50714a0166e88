-- What matching reads, and what it leaves behind.

-- Everybody in a programme, with the room they have left as mentors.
-- :name match_people :many load:count
select s.id as signup_id, s.person_id, p.age_band, s.capacity, s.ways, s.district, s.place_id, s.tongues, s.core_values, s.time_offered,
       (select count(*) from proposal x where x.mentor_id = s.person_id and x.state in ('proposed', 'kept', 'sent', 'agreed'))
       + (select count(*) from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = s.person_id and y.state <> 'ended')
       as load
  from signup s join person p on p.id = s.person_id
 where s.programme_id = :programme_id and s.state = 'approved' and p.state = 'active' order by s.person_id;

-- Asks that nobody is meeting yet.
-- :name match_asks :many
select a.id as ask_id, s.person_id, a.topic_id, a.wish, a.since
  from ask a join signup s on s.id = a.signup_id
 where s.programme_id = :programme_id and s.state = 'approved' and a.state = 'open'
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed', 'opened'))
 order by a.id;

-- :name match_offers :many
select o.id as offer_id, s.person_id, o.topic_id, o.wish
  from offer o join signup s on s.id = o.signup_id
 where s.programme_id = :programme_id and s.state = 'approved' and o.state = 'open' order by o.topic_id, s.person_id;

-- Who mentors whom, or may soon: the other way round is barred. And what was tried for an ask and did
-- not come about: it is not proposed again.
-- :name match_past :many is_live:flag
select x.ask_id, x.mentor_id, x.mentee_id,
       x.state in ('proposed', 'kept', 'sent', 'agreed')
       or exists (select 1 from pair y where y.proposal_id = x.id and y.state <> 'ended') as is_live
  from proposal x order by x.id;

-- :name match_run_add :one
insert into match_run (programme_id, by_id, at, people, asks, met, both_sides, bound)
values (:programme_id, :person_id, :now, :people, :asks, :met, :both_sides, :bound) returning id;

-- :name match_run_last :one
select id as run_id, at, people, asks, met, both_sides, bound from match_run
 where programme_id = :programme_id order by id desc limit 1;

-- Two people whom a bar kept apart in a run, though one offers what the other asks.
-- :name run_bar_add :run
insert into run_bar (run_id, mentor_id, mentee_id, kind) values (:run_id, :mentor_id, :mentee_id, :kind)
on conflict (run_id, mentor_id, mentee_id) do nothing;

-- :name run_bars :many mentor:text mentee:text
select b.kind, p.call_name as mentor, q.call_name as mentee
  from run_bar b join person p on p.id = b.mentor_id join person q on q.id = b.mentee_id
 where b.run_id = :run_id order by b.mentee_id, b.mentor_id limit 200;

-- Asks that a programme has and nobody was put forward for.
-- :name match_left_out :many topic:text offers:count
select p.call_name, a.since, coalesce(l.words, e.words, '') as topic,
       (select count(*) from offer o join signup t on t.id = o.signup_id
         where o.topic_id = a.topic_id and o.state = 'open' and t.state = 'approved' and t.person_id <> s.person_id) as offers
  from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where s.programme_id = :programme_id and s.state = 'approved' and a.state = 'open'
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed', 'opened'))
 order by a.since, a.id limit 200;
