-- Short measures: lib/domain/measure.c.

-- Of everybody's programmes, where somebody is and which of them ask: what was given and when, and how their pairs stand there.
-- `ended_at` is the last end that was planned or sudden; of a death, and of a pair begun by mistake, nobody is asked.
-- :name measures_of :many words:text started_at:count half_at:count end_at:count opened_at:count going:count ended_at:count
select s.programme_id, g.measures, coalesce(l.words, e.words, '') as words,
       coalesce((select max(m.at) from measure m where m.programme_id = s.programme_id and m.moment = 'start' and m.person_id = s.person_id), 0) as started_at,
       coalesce((select max(m.at) from measure m where m.programme_id = s.programme_id and m.moment = 'half-year' and m.person_id = s.person_id), 0) as half_at,
       coalesce((select max(m.at) from measure m where m.programme_id = s.programme_id and m.moment = 'end' and m.person_id = s.person_id), 0) as end_at,
       coalesce((select min(y.opened_at) from proposal x join pair y on y.proposal_id = x.id
                  where x.programme_id = s.programme_id and (x.mentor_id = s.person_id or x.mentee_id = s.person_id) and y.ended_how <> 'mistake'), 0) as opened_at,
       (select count(*) from proposal x join pair y on y.proposal_id = x.id
         where x.programme_id = s.programme_id and (x.mentor_id = s.person_id or x.mentee_id = s.person_id) and y.state <> 'ended') as going,
       coalesce((select max(y.ended_at) from proposal x join pair y on y.proposal_id = x.id
                  where x.programme_id = s.programme_id and (x.mentor_id = s.person_id or x.mentee_id = s.person_id)
                    and coalesce(y.state, '') = 'ended' and y.ended_how in ('planned', 'sudden')), 0) as ended_at
  from signup s join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where s.person_id = :person_id and coalesce(s.state, '') = 'approved' and g.measures <> '' order by s.programme_id;

-- :name measure_put :run
insert into measure (programme_id, moment, person_id, item, answered, at, given_how) values (:programme_id, :moment, :person_id, :item, :answered, :now, :given_how)
on conflict (programme_id, moment, person_id, item) do update set answered = excluded.answered, at = excluded.at, given_how = excluded.given_how;

-- Whose answers may come on paper: of somebody without e-mail, in a programme that they are in.
-- :name measure_signup :one
select s.id as signup_id, s.person_id, s.programme_id, p.call_name, p.language from signup s join person p on p.id = s.person_id
 where s.id = :signup_id and s.state = 'approved' and p.state in ('active', 'paused') and p.email = '';

-- :name measure_forget :run
delete from measure where programme_id = :programme_id and moment = :moment and person_id = :person_id;

-- :name programme_measures :one
select measures from programme where id = :programme_id;

-- :name programme_measures_put :run
update programme set measures = :measures where id = :programme_id;

-- What people said at the start and again later, each item beside itself; what somebody would rather not say is not there. By
-- person and programme, so that those of one scale come together. `from` and `until` are about the later answer. Programme 0: all.
-- :name measures_twice :many from:count until:count before:count after:count
select b.programme_id, b.person_id, b.item, b.answered as before, a.answered as after
  from programme g
  cross join measure b on b.programme_id = g.id and b.moment = 'start'
  cross join measure a on a.programme_id = b.programme_id and a.moment = :moment and a.person_id = b.person_id and a.item = b.item
 where (:programme_id = 0 or g.id = :programme_id) and b.answered >= 0 and a.answered >= 0 and a.at >= :from and a.at < :until
 order by b.programme_id, b.person_id, b.item;
