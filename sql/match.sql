-- What matching reads, and what it leaves behind. What an earlier run put forward and nobody has decided on
-- is open again. A second programme may be looked at as joined to the first; 0: none.

-- Everybody in a programme, with the people they mentor or soon may, and what they have of both sides.
-- A small group counts as room for so many.
-- Whether they are to be helped first: the programme's own rule, of lib/domain/choice.h.
-- :name match_people :many joined_id:count capacity:count load:count gives:flag receives:flag helped_first:flag
select s.person_id, p.age_band, (select case when max(v.group_most) > s.capacity then max(v.group_most) else s.capacity end from offer v
         where v.signup_id = s.id and v.state = 'open' and v.group_most > 1) as capacity, s.ways, s.district, s.place_id, s.tongues, s.core_values, s.time_offered,
       (select count(*) from proposal x where x.mentor_id = s.person_id and (x.state in ('kept', 'sent', 'agreed')
               or (x.state = 'proposed' and x.programme_id not in (:programme_id, :joined_id))))
       + (select count(*) from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = s.person_id and y.state <> 'ended')
       as load,
       exists (select 1 from proposal x where x.mentor_id = s.person_id and x.state in ('kept', 'sent', 'agreed'))
       or exists (select 1 from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = s.person_id and y.state <> 'ended') as gives,
       exists (select 1 from proposal x where x.mentee_id = s.person_id and x.state in ('kept', 'sent', 'agreed'))
       or exists (select 1 from pair y join proposal z on z.id = y.proposal_id where z.mentee_id = s.person_id and y.state <> 'ended') as receives,
       g.mentee_weeks > 0 and not exists (select 1 from proposal x join pair y on y.proposal_id = x.id
                                            where x.mentor_id = s.person_id and x.programme_id = s.programme_id and y.ended_how <> 'mistake')
         and exists (select 1 from ask a where a.signup_id = s.id and a.state <> 'closed')
         and :now < 604800 * g.mentee_weeks + coalesce((select min(y.opened_at) from proposal x join pair y on y.proposal_id = x.id
                                                         where x.mentee_id = s.person_id and x.programme_id = s.programme_id and y.ended_how <> 'mistake'),
                                                       (select min(a.since) from ask a where a.signup_id = s.id and a.state <> 'closed')) as helped_first
  from signup s join programme g on g.id = s.programme_id join person p on p.id = s.person_id
 where s.programme_id in (:programme_id, :joined_id) and s.state = 'approved' and p.state = 'active'
 order by s.person_id, s.programme_id <> :programme_id, s.id;

-- Asks that nobody is meeting: one whose pair has ended may be open again.
-- :name match_asks :many joined_id:count
select a.id as ask_id, s.person_id, a.topic_id, a.wish, a.level, a.since, a.missed
  from ask a join signup s on s.id = a.signup_id
 where s.programme_id in (:programme_id, :joined_id) and s.state = 'approved' and a.state = 'open'
   and not exists (select 1 from proposal x where x.ask_id = a.id
                    and (x.state in ('kept', 'sent', 'agreed') or (x.state = 'proposed' and x.origin <> 'run')))
 order by a.id;

-- :name match_offers :many joined_id:count
select o.id as offer_id, s.person_id, o.topic_id, o.wish, o.level
  from offer o join signup s on s.id = o.signup_id
 where s.programme_id in (:programme_id, :joined_id) and s.state = 'approved' and o.state = 'open' order by o.id;

-- A joined programme's topics that have the words of one of the first's.
-- :name match_topics :many joined_id:count own_id:count
select t.id as topic_id, min(u.id) as own_id
  from topic t join wording w on w.subject = 'topic' and w.subject_id = t.id and w.language = 'en'
  join wording v on v.subject = 'topic' and v.language = 'en' and lower(v.words) = lower(w.words)
  join topic u on u.id = v.subject_id
 where t.programme_id = :joined_id and u.programme_id = :programme_id group by t.id order by t.id;

-- Who mentors whom, or soon may, in any programme.
-- :name match_live :many joined_id:count mentor_id:count mentee_id:count
select x.mentor_id as mentor_id, x.mentee_id as mentee_id from proposal x
 where x.state in ('kept', 'sent', 'agreed') or (x.state = 'proposed' and x.programme_id not in (:programme_id, :joined_id))
union
select z.mentor_id, z.mentee_id from pair y join proposal z on z.id = y.proposal_id where y.state in ('trial', 'active', 'paused')
 order by 1, 2;

-- Who was tried for an ask and did not come about: not proposed again. What a coordinator dropped, a
-- coordinator may take back.
-- :name match_tried :many joined_id:count dropped:flag
select ask_id, mentor_id, max(state = 'dropped') as dropped from proposal
 where programme_id in (:programme_id, :joined_id) and state in ('dropped', 'declined', 'withdrawn', 'lapsed', 'opened')
 group by ask_id, mentor_id order by ask_id, mentor_id;

-- What this programme wants otherwise than usual.
-- :name parts_of :many
select kind, points from part where programme_id = :programme_id order by kind;

-- :name part_put :run
insert into part (programme_id, kind, points) values (:programme_id, :kind, :points)
on conflict (programme_id, kind) do update set points = excluded.points;

-- :name match_run_add :one
insert into match_run (programme_id, by_id, at, people, asks, met, both_sides, bound)
values (:programme_id, nullif(:person_id, 0), :now, :people, :asks, :met, :both_sides, :bound) returning id;

-- :name match_run_last :one
select id as run_id, at, people, asks, met, both_sides, bound from match_run
 where programme_id = :programme_id order by id desc limit 1;

-- What a run found out about an ask that nobody was put forward for, and about one that somebody was.
-- :name match_ask_left :run more:count
update ask set missed = missed + :more, left_why = :left_why, left_count = :left_count where id = :ask_id;

-- What an ask was told by the run before.
-- :name match_ask_told :one
select left_why, left_count from ask where id = :ask_id;

-- How many proposals runs have put forward that nobody has decided on.
-- :name match_undecided :one n:count
select count(*) as n from proposal where programme_id = :programme_id and state = 'proposed' and run_id is not null;

-- Two people whom a bar kept apart in a run, though one offers what the other asks.
-- :name run_bar_add :run
insert into run_bar (run_id, mentor_id, mentee_id, kind) values (:run_id, :mentor_id, :mentee_id, :kind)
on conflict (run_id, mentor_id, mentee_id) do nothing;

-- :name run_bars :many mentor:text mentee:text
select b.kind, b.mentor_id, b.mentee_id, p.call_name as mentor, q.call_name as mentee
  from run_bar b join person p on p.id = b.mentor_id join person q on q.id = b.mentee_id
 where b.run_id = :run_id order by b.mentee_id, b.mentor_id limit 200;

-- Asks that a programme has and nobody was put forward for.
-- :name match_left_out :many topic:text place:text
select p.call_name, s.person_id, a.id as ask_id, a.since, a.topic_id, coalesce(l.words, e.words, '') as topic, a.left_why, a.left_count,
       s.ways, s.district, s.place_id, coalesce(k.words, f.words, '') as place
  from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
  left join wording k on k.subject = 'place' and k.subject_id = s.place_id and k.language = :language
  left join wording f on f.subject = 'place' and f.subject_id = s.place_id and f.language = 'en'
 where s.programme_id = :programme_id and s.state = 'approved' and p.state = 'active' and a.state = 'open'
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed'))
 order by a.since, a.id limit 1000;

-- Everybody who gives or receives in a programme, now or if what is put forward comes about.
-- :name match_ties :many proposal_id:count pair_id:count mentor_id:count mentee_id:count mentor:text mentee:text mentor_age:text mentee_age:text
select x.id as proposal_id, 0 as pair_id, x.mentor_id as mentor_id, x.mentee_id as mentee_id, m.call_name as mentor, e.call_name as mentee,
       m.age_band as mentor_age, e.age_band as mentee_age
  from proposal x join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
 where x.programme_id = :programme_id and x.state in ('proposed', 'kept', 'sent', 'agreed')
union all
select x.id, y.id, x.mentor_id, x.mentee_id, m.call_name, e.call_name, m.age_band, e.age_band
  from pair y join proposal x on x.id = y.proposal_id join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
 where y.state in ('trial', 'active', 'paused') and x.programme_id = :programme_id
 order by mentor_id, mentee_id, proposal_id;

-- Asks that no pair meets: how many, and since when the oldest waits; and the same when what is put forward
-- comes about.
-- :name match_waiting :one waiting_now:count oldest_now:count waiting_then:count oldest_then:count
with open_ask as (
  select a.since, exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed')) as forward
    from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
   where s.programme_id = :programme_id and s.state = 'approved' and p.state = 'active' and a.state = 'open')
select count(*) as waiting_now, coalesce(min(since), 0) as oldest_now, coalesce(sum(forward = 0), 0) as waiting_then,
       coalesce(min(case when forward = 0 then since end), 0) as oldest_then from open_ask;

-- One of them, looked at without the others. What is put forward by a run and not looked at yet does not count.
-- :name match_person :one capacity:count load:count gives:flag receives:flag helped_first:flag
select s.person_id, p.age_band, (select case when max(v.group_most) > s.capacity then max(v.group_most) else s.capacity end from offer v
         where v.signup_id = s.id and v.state = 'open' and v.group_most > 1) as capacity, s.ways, s.district, s.place_id, s.tongues, s.core_values, s.time_offered,
       (select count(*) from proposal x where x.mentor_id = s.person_id
               and (x.state in ('kept', 'sent', 'agreed') or (x.state = 'proposed' and x.origin <> 'run')))
       + (select count(*) from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = s.person_id and y.state <> 'ended')
       as load,
       exists (select 1 from proposal x where x.mentor_id = s.person_id and x.state in ('kept', 'sent', 'agreed'))
       or exists (select 1 from pair y join proposal z on z.id = y.proposal_id where z.mentor_id = s.person_id and y.state <> 'ended') as gives,
       exists (select 1 from proposal x where x.mentee_id = s.person_id and x.state in ('kept', 'sent', 'agreed'))
       or exists (select 1 from pair y join proposal z on z.id = y.proposal_id where z.mentee_id = s.person_id and y.state <> 'ended') as receives,
       g.mentee_weeks > 0 and not exists (select 1 from proposal x join pair y on y.proposal_id = x.id
                                            where x.mentor_id = s.person_id and x.programme_id = s.programme_id and y.ended_how <> 'mistake')
         and exists (select 1 from ask a where a.signup_id = s.id and a.state <> 'closed')
         and :now < 604800 * g.mentee_weeks + coalesce((select min(y.opened_at) from proposal x join pair y on y.proposal_id = x.id
                                                         where x.mentee_id = s.person_id and x.programme_id = s.programme_id and y.ended_how <> 'mistake'),
                                                       (select min(a.since) from ask a where a.signup_id = s.id and a.state <> 'closed')) as helped_first
  from signup s join programme g on g.id = s.programme_id join person p on p.id = s.person_id
 where s.person_id = :person_id and s.programme_id = :programme_id and s.state = 'approved' and p.state = 'active'
 order by s.id limit 1;

-- :name match_ask_one :one
select a.id as ask_id, s.person_id, s.programme_id, a.topic_id, a.wish, a.level, a.since, a.missed
  from ask a join signup s on s.id = a.signup_id
 where a.id = :ask_id and a.state = 'open' and s.state = 'approved';

-- :name match_offer_one :one
select o.id as offer_id, s.person_id, s.programme_id, o.topic_id, o.wish, o.level
  from offer o join signup s on s.id = o.signup_id
 where o.id = :offer_id and o.state = 'open' and s.state = 'approved';

-- What two people have had with each other; for this ask what was tried. Who took their own asking back may ask again.
-- :name match_between :one already:flag two_ways:flag tried:flag dropped:flag
select exists (select 1 from proposal x left join pair y on y.proposal_id = x.id where x.mentor_id = :mentor_id and x.mentee_id = :mentee_id
                and (x.state in ('kept', 'sent', 'agreed') or (x.state = 'proposed' and x.origin <> 'run')
                     or (y.id is not null and y.state <> 'ended'))) as already,
       exists (select 1 from proposal x left join pair y on y.proposal_id = x.id where x.mentor_id = :mentee_id and x.mentee_id = :mentor_id
                and (x.state in ('kept', 'sent', 'agreed') or (x.state = 'proposed' and x.origin <> 'run')
                     or (y.id is not null and y.state <> 'ended'))) as two_ways,
       exists (select 1 from proposal x where x.ask_id = :ask_id and x.mentor_id = :mentor_id
                and x.state in ('dropped', 'declined', 'withdrawn', 'lapsed', 'opened')
                and not (x.state = 'withdrawn' and x.mentee_answer = 'no')) as tried,
       exists (select 1 from proposal x where x.ask_id = :ask_id and x.mentor_id = :mentor_id and x.state = 'dropped') as dropped;

-- Offers of a topic that a person may read, the newest first, a few at a time; whose they are is not told.
-- :name offers_of_topic :many after:count
select o.id as offer_id, o.words, o.level, o.group_most, s.ways, s.tongues, s.time_offered, s.core_values
  from offer o join signup s on s.id = o.signup_id join person p on p.id = s.person_id
 where o.topic_id = :topic_id and o.state = 'open' and o.id < :after and s.state = 'approved' and p.state = 'active'
   and s.person_id <> :person_id
 order by o.id desc limit 20;

-- The topics of the everyday programmes that a person is in.
-- :name everyday_topics :many words:text more:text programme:text
select t.id as topic_id, coalesce(l.words, e.words, '') as words, coalesce(l.more, e.more, '') as more, coalesce(k.words, m.words, '') as programme
  from signup s join programme g on g.id = s.programme_id join topic t on t.programme_id = g.id
  left join wording l on l.subject = 'topic' and l.subject_id = t.id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = t.id and e.language = 'en'
  left join wording k on k.subject = 'programme' and k.subject_id = g.id and k.language = :language
  left join wording m on m.subject = 'programme' and m.subject_id = g.id and m.language = 'en'
 where s.person_id = :person_id and s.state = 'approved' and g.kind = 'everyday' and g.state = 'open' order by g.id, t.position, t.id;

-- One of them.
-- :name everyday_topic :one words:text
select t.id as topic_id, s.id as signup_id, g.id as programme_id, coalesce(l.words, e.words, '') as words
  from topic t join programme g on g.id = t.programme_id join signup s on s.programme_id = g.id
  left join wording l on l.subject = 'topic' and l.subject_id = t.id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = t.id and e.language = 'en'
 where t.id = :topic_id and s.person_id = :person_id and s.state = 'approved' and g.kind = 'everyday' and g.state = 'open';

-- An offer that somebody may ask for, if nothing else is in the way: of an everyday programme that they are in, or of one
-- whose people choose from three. Their own open ask of its topic, if they have one that nobody meets yet.
-- :name offer_to_ask :one topic:text is_everyday:flag ask_id:count
select o.id as offer_id, o.topic_id, o.words, o.level, o.group_most, t.ways, t.tongues, t.time_offered, t.core_values,
       s.id as signup_id, g.id as programme_id, g.kind = 'everyday' as is_everyday, s.ways as own_ways, s.tongues as own_tongues,
       s.core_values as own_values, coalesce(l.words, n.words, '') as topic,
       coalesce((select min(a.id) from ask a where a.signup_id = s.id and a.topic_id = o.topic_id and a.state = 'open'
                  and not exists (select 1 from proposal x where x.ask_id = a.id and x.state = 'agreed')), 0) as ask_id
  from offer o join signup t on t.id = o.signup_id join programme g on g.id = t.programme_id
  join signup s on s.programme_id = g.id and s.person_id = :person_id and s.state = 'approved'
  left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = o.topic_id and n.language = 'en'
 where o.id = :offer_id and o.state = 'open' and t.state = 'approved' and t.person_id <> :person_id
   and (g.kind = 'everyday' or g.moderation = 'shared');

-- How many offers a person has asked for and nobody has answered.
-- :name asked_open :one n:count
select count(*) as n from proposal
 where mentee_id = :person_id and programme_id = :programme_id and origin = 'asked' and state in ('proposed', 'kept', 'sent');

-- One's own open ask, in a programme whose people choose from three, with nothing on its way.
-- :name ask_to_choose :one topic:text
select a.id as ask_id, a.words, coalesce(l.words, e.words, '') as topic
  from ask a join signup s on s.id = a.signup_id join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where a.id = :ask_id and a.state = 'open' and s.person_id = :person_id and s.state = 'approved' and g.moderation = 'shared'
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('kept', 'sent', 'agreed'));
