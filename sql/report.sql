-- What a programme came to, in numbers: whoever counts them reads rows of numbers and days, never names. 0 is every
-- programme. A report reads the whole programme once each time it is asked for.

-- Since when somebody was approved, and until when they were there; 0: they still are. Approval and leaving are dated
-- by the audit, which nobody changes.
-- :name report_members :many since:count until:count
select s.person_id as person_id,
       min((select coalesce(max(a.at), 0) from audit a where a.subject = 'signup' and a.subject_id = s.id and a.verb = 'signup.approve')) as since,
       case when p.state in ('active', 'paused') then 0
            else (select coalesce(max(a.at), 1) from audit a where a.subject = 'person' and a.subject_id = p.id
                   and a.verb in ('person.leave', 'person.die', 'person.erase')) end as until
  from signup s join person p on p.id = s.person_id
 where (:programme_id = 0 or s.programme_id = :programme_id)
   and exists (select 1 from audit a where a.subject = 'signup' and a.subject_id = s.id and a.verb = 'signup.approve')
 group by s.person_id order by s.person_id;

-- Pairs, but for those that were a mistake.
-- :name report_pairs :many mentor_age:text mentee_age:text reverse_years:count
select z.mentor_id, z.mentee_id, y.opened_at, y.ended_at, y.ended_how, m.age_band as mentor_age, e.age_band as mentee_age,
       g.reverse_years as reverse_years
  from pair y join proposal z on z.id = y.proposal_id join programme g on g.id = z.programme_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where (:programme_id = 0 or z.programme_id = :programme_id) and y.ended_how <> 'mistake' order by y.id;

-- Of who was approved in a time: when, when a mentor was first put to them, and the day on which they first met one.
-- (The planner, which knows nothing of how many there are, would begin with the audit: a cross join has its order kept.)
-- :name report_waits :many since:count until:count approved_at:count sent_at:count met_day:text
select min(a.at) as approved_at,
       coalesce((select min(b.at) from proposal z cross join audit b on b.subject = 'proposal' and b.subject_id = z.id and b.verb = 'proposal.send'
                  where z.mentee_id = s.person_id and z.programme_id = s.programme_id), 0) as sent_at,
       coalesce((select min(t.day) from proposal z join pair y on y.proposal_id = z.id join meeting t on t.pair_id = y.id and t.state = 'held'
                  where z.mentee_id = s.person_id and z.programme_id = s.programme_id), '') as met_day
  from signup s cross join audit a on a.subject = 'signup' and a.subject_id = s.id and a.verb = 'signup.approve'
 where (:programme_id = 0 or s.programme_id = :programme_id)
 group by s.id having min(a.at) >= :since and min(a.at) < :until order by s.id;

-- :name report_meetings :one last_day:text held:count missed:count
select coalesce(sum(t.state = 'held'), 0) as held, coalesce(sum(t.state = 'missed'), 0) as missed
  from meeting t join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id
 where (:programme_id = 0 or z.programme_id = :programme_id) and t.day >= :first_day and t.day <= :last_day;

-- How often one of a pair was asked whether it is time for a change, and the desk told that a pair had not met.
-- :name report_warnings :one since:count until:count asked:count quiet:count
select (select count(*) from pair y join proposal z on z.id = y.proposal_id cross join audit a on a.subject = 'pair' and a.subject_id = y.id
         where (:programme_id = 0 or z.programme_id = :programme_id) and a.verb = 'pair.signal' and a.at >= :since and a.at < :until) as asked,
       (select count(*) from task k join pair y on y.id = k.subject_id join proposal z on z.id = y.proposal_id
         where k.subject = 'pair' and k.kind in ('quiet', 'quiet-long') and (:programme_id = 0 or z.programme_id = :programme_id)
           and k.at >= :since and k.at < :until) as quiet;

-- Each side's three answers after meetings, counted.
-- :name report_signals :many is_mentor:flag last_day:text productive_yes:count productive_bit:count productive_no:count useful_yes:count useful_bit:count useful_no:count energising_yes:count energising_bit:count energising_no:count
select f.side = 'mentor' as is_mentor,
       sum(f.productive = 'yes') as productive_yes, sum(f.productive = 'bit') as productive_bit, sum(f.productive = 'no') as productive_no,
       sum(f.useful = 'yes') as useful_yes, sum(f.useful = 'bit') as useful_bit, sum(f.useful = 'no') as useful_no,
       sum(f.energising = 'yes') as energising_yes, sum(f.energising = 'bit') as energising_bit, sum(f.energising = 'no') as energising_no
  from feedback f join meeting t on t.id = f.meeting_id join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id
 where (:programme_id = 0 or z.programme_id = :programme_id) and t.day >= :first_day and t.day <= :last_day
 group by f.side order by f.side;

-- Who waits with an ask that nobody is meeting, by topic.
-- :name report_unmet :many words:text
select a.topic_id, s.person_id, coalesce(l.words, e.words, '') as words
  from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where a.state = 'open' and s.state = 'approved' and p.state = 'active' and (:programme_id = 0 or s.programme_id = :programme_id)
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed'))
 group by a.topic_id, s.person_id order by a.topic_id, s.person_id;

-- What there is to choose from: all programmes, and each, those that are over too.
-- :name report_programmes :many programme_id:count words:text
select 0 as programme_id, '' as words
union all
select g.id, coalesce(l.words, e.words, '')
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where g.state <> 'draft' order by programme_id;

-- What there is to show for what published standards of programmes ask: of how many things it could be so in a time, and of
-- how many it is. A day of a moment is that in UTC.
-- :name report_evidence :many since:count until:count last_day:text kind:text whole:count done:count
with opened as (select y.*, z.mentor_answer, z.mentee_answer, z.first_day from pair y join proposal z on z.id = y.proposal_id
                 where (:programme_id = 0 or z.programme_id = :programme_id) and y.ended_how <> 'mistake')
select 'read' as kind, count(*) as whole, coalesce(sum(a.person_id <> 0), 0) as done
  from signup s cross join audit a on a.subject = 'signup' and a.subject_id = s.id and a.verb = 'signup.approve'
 where (:programme_id = 0 or s.programme_id = :programme_id) and a.at >= :since and a.at < :until
union all
select 'reasons', count(*), coalesce(sum(exists (select 1 from reason r where r.proposal_id = o.proposal_id)), 0)
  from opened o where o.opened_at >= :since and o.opened_at < :until
union all
select 'yes', count(*), coalesce(sum(o.mentor_answer = 'yes' and o.mentee_answer = 'yes'), 0) from opened o where o.opened_at >= :since and o.opened_at < :until
union all
select 'agreed', count(*), coalesce(sum(o.mentor_agreed > 0 and o.mentee_agreed > 0), 0) from opened o where o.opened_at >= :since and o.opened_at < :until
union all
select 'cared', count(*), coalesce(sum(o.coordinator_id is not null), 0) from opened o where o.opened_at >= :since and o.opened_at < :until
union all
select 'lessons', count(*), coalesce(sum(
    not exists (select 1 from json_each('["' || replace(trim(g.mentor_lessons), ' ', '","') || '"]') w where w.value <> ''
                 and (instr(' ' || m.lessons, ' ' || w.value || '=') = 0 or substr(m.lessons, instr(' ' || m.lessons, ' ' || w.value || '=') + length(w.value) + 1, 10) > f.day))
    and not exists (select 1 from json_each('["' || replace(trim(g.mentee_lessons), ' ', '","') || '"]') w where w.value <> ''
                 and (instr(' ' || e.lessons, ' ' || w.value || '=') = 0 or substr(e.lessons, instr(' ' || e.lessons, ' ' || w.value || '=') + length(w.value) + 1, 10) > f.day))), 0)
  from opened o join (select t.pair_id, min(t.day) as day from meeting t where t.state = 'held' group by t.pair_id) f on f.pair_id = o.id
  join proposal z on z.id = o.proposal_id join programme g on g.id = z.programme_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where o.opened_at >= :since and o.opened_at < :until and g.mentor_lessons || g.mentee_lessons <> '' and m.state <> 'erased' and e.state <> 'erased'
union all
select 'met', count(*), coalesce(sum(exists (select 1 from meeting t where t.pair_id = o.id and t.state = 'held')), 0)
  from opened o where o.opened_at >= :since and o.opened_at < :until
union all
select 'said', count(*), coalesce(sum(exists (select 1 from feedback f where f.meeting_id = t.id)), 0)
  from opened o join meeting t on t.pair_id = o.id where t.state = 'held' and t.day >= :first_day and t.day <= :last_day
union all
select 'trial', count(*), coalesce(sum(exists (select 1 from review r where r.pair_id = o.id and r.number = 1)), 0)
  from opened o where o.trial_until >= :first_day and o.trial_until <= :last_day and (o.ended_at = 0 or date(o.ended_at, 'unixepoch') > o.trial_until)
union all
select 'called', count(*), coalesce(sum(k.state = 'done'), 0)
  from task k join opened o on o.id = k.subject_id where k.subject = 'pair' and k.role = 'coordinator' and k.due_at >= :since and k.due_at < :until
union all
select 'ended', count(*), coalesce(sum(o.ended_how <> ''), 0) from opened o where o.ended_at >= :since and o.ended_at < :until
union all
select 'gained', count(*), coalesce(sum(exists (select 1 from review r where r.pair_id = o.id and r.kind = 'closing' and r.again <> '')), 0)
  from opened o where o.ended_at >= :since and o.ended_at < :until and o.ended_how <> 'death'
union all
select 'told', count(*), coalesce(sum(o.told_by <> '' and o.follow_up <> ''), 0)
  from opened o where o.ended_at >= :since and o.ended_at < :until and o.ended_how in ('sudden', 'death');

-- :name report_programme_named :one programme_id:count
select id as programme_id from programme where slug = :slug and state <> 'draft';
