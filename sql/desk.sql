-- What waits for a coordinator.

-- :name desk_waiting :many after:count is_late:flag programme:text
select s.id as signup_id, s.state, s.sent_at, s.due_at < :now as is_late, p.call_name, p.full_name, p.reach, coalesce(l.words, e.words, '') as programme
  from signup s join person p on p.id = s.person_id
  left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
 where s.id in (select t.id from signup t where t.state = :state and t.id > :after order by t.id limit 51) order by s.id;

-- Pairs in which somebody has no e-mail: their meetings are noted for them.
-- :name desk_pairs_by_phone :many mentor:text mentee:text meetings:count last_day:text
select y.id as pair_id, m.call_name as mentor, e.call_name as mentee,
       (select count(*) from meeting t where t.pair_id = y.id) as meetings,
       coalesce((select max(t.day) from meeting t where t.pair_id = y.id), '') as last_day
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where y.state in ('trial', 'active') and (m.email = '' or e.email = '') order by y.id limit 200;

-- :name desk_programme_called :one words:text
select g.id as programme_id, coalesce(l.words, e.words, '') as words
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where g.id = :programme_id and g.state <> 'closed';

-- :name desk_kept :one n:count
select count(*) as n from proposal where state = 'kept' and programme_id = :programme_id;

-- :name desk_to_match :many words:text proposed:count kept:count sent:count asks:count
select g.id as programme_id, coalesce(l.words, e.words, '') as words,
       (select count(*) from proposal x where x.programme_id = g.id and x.state = 'proposed') as proposed,
       (select count(*) from proposal x where x.programme_id = g.id and x.state = 'kept') as kept,
       (select count(*) from proposal x where x.programme_id = g.id and x.state = 'sent') as sent,
       (select count(*) from signup s where s.programme_id = g.id and s.state = 'approved') as asks
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where g.state <> 'closed' order by g.id;

-- :name desk_counts :one unjoined:count untied:count named:count
select (select count(*) from bar where kind in ('organisation', 'department', 'post') and state = 'open' and organisation_id is null) as unjoined,
       (select count(*) from bar where kind in ('line', 'family', 'care', 'friend', 'other') and state = 'open') as untied,
       (select count(*) from bar where kind = 'person' and state = 'open') as named;

-- :name desk_bar :one
select id as bar_id, kind, words, folded from bar where id = :bar_id and kind in ('organisation', 'department', 'post') and organisation_id is null;
