-- What only the demo site's maker asks.

-- :name demo_answers :run
update signup set adult = 1, time_offered = :time_offered, capacity = :capacity, ways = :ways, district = :district, place_id = nullif(:place_id, 0),
       tongues = :tongues, core_values = :core_values
 where id = :signup_id;

-- :name demo_programme_rules :run
update programme set group_most = :group_most, moderation = :moderation where id = :programme_id;

-- Mail that was written in the story went when it was written; what is older than the record keeps is gone.
-- :name demo_mail_sent :run
update outbox set state = 'sent', sealed = '', tries = 1, sent_at = created_at + 60 where state = 'waiting';

-- :name demo_mail_forget :run before:count
delete from outbox where case state when 'letter' then created_at else sent_at end < :before;

-- Sign-ups that wait for a coordinator, or for an answer.
-- :name demo_signups :many
select id as signup_id, person_id, state, changed_at from signup where state in ('sent', 'asked') order by id;

-- Proposals on their way, with who can be written to.
-- :name demo_proposals :many mentor_mail:flag mentee_mail:flag
select x.id as proposal_id, x.programme_id, x.ask_id, x.mentor_id, x.mentee_id, x.state, x.mentor_answer, x.mentee_answer, x.due_at, x.changed_at,
       x.origin, m.email <> '' as mentor_mail, e.email <> '' as mentee_mail
  from proposal x join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
 where x.state in ('proposed', 'kept', 'sent', 'agreed') order by x.id;

-- Pairs that meet or rest, and those that ended lately.
-- :name demo_pairs :many mentor_mail:flag mentee_mail:flag held:count said:count ways:text own_ways:text
select y.id as pair_id, z.programme_id, z.ask_id, z.mentor_id, z.mentee_id, y.state, y.paused_why, y.opened_at, y.ended_at, y.ended_how, y.due_at, y.review_state,
       y.review_number, y.mentor_says, y.mentee_says, y.mentor_agreed, y.mentee_agreed, y.mentor_signal, y.mentee_signal, s.time_offered,
       s.ways as ways, a.ways as own_ways, k.topic_id,
       m.email <> '' as mentor_mail, e.email <> '' as mentee_mail,
       (select count(*) from meeting t where t.pair_id = y.id and t.state = 'held') as held,
       (select count(*) from aim i where i.pair_id = y.id) as said
  from pair y join proposal z on z.id = y.proposal_id join offer o on o.id = z.offer_id join signup s on s.id = o.signup_id
  join ask k on k.id = z.ask_id join signup a on a.id = k.signup_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where y.state <> 'ended' or y.ended_at > :since order by y.id;

-- :name demo_tasks :many pair_id:count
select k.id as task_id, k.kind, k.subject_id as pair_id, k.person_id, k.at, k.due_at from task k
 where k.state = 'open' and k.subject = 'pair' order by k.id;

-- :name demo_offers :many
select o.id as offer_id, o.topic_id, s.person_id, p.email from offer o join signup s on s.id = o.signup_id join person p on p.id = s.person_id
 where s.programme_id = :programme_id and s.state = 'approved' and o.state = 'open' and p.state = 'active' order by o.id;

-- Asks that wait and for which nothing is on its way.
-- :name demo_asks :many
select a.id as ask_id, s.person_id, p.email from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
 where s.programme_id = :programme_id and s.state = 'approved' and a.state = 'open' and p.state = 'active'
   and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed')) order by a.id;

-- Ties as they were typed, with a person whom the name could mean.
-- :name demo_bars :many
select id as bar_id, person_id, kind, words from bar where state = 'open' and organisation_id is null order by id;

-- :name demo_person_named :one
select id as person_id from person where full_name = :full_name order by id limit 1;

-- Somebody without e-mail who is there: for a card of codes.
-- :name demo_without_mail :many
select id as person_id from person where email = '' and state = 'active' and full_name <> '' order by id limit 4;

-- :name demo_concern_pairs :many mentor:text mentee:text
select y.id as pair_id, z.mentor_id, z.mentee_id, m.full_name as mentor, e.full_name as mentee
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where y.state in ('trial', 'active') and m.email <> '' and e.email <> '' order by y.id desc limit 40;

-- Everybody who has a role, and the two sides of the oldest pair that meets and whose members both have e-mail.
-- :name demo_doors :many role:text
select r.role, min(r.person_id) as person_id from role r group by r.role
union all
select 'mentor', z.mentor_id from pair y join proposal z on z.id = y.proposal_id
 where y.id = (select min(p.id) from pair p join proposal q on q.id = p.proposal_id join person m on m.id = q.mentor_id
                 join person e on e.id = q.mentee_id where m.email <> '' and e.email <> '' and p.state in ('trial', 'active'))
union all
select 'mentee', z.mentee_id from pair y join proposal z on z.id = y.proposal_id
 where y.id = (select min(p.id) from pair p join proposal q on q.id = p.proposal_id join person m on m.id = q.mentor_id
                 join person e on e.id = q.mentee_id where m.email <> '' and e.email <> '' and p.state in ('trial', 'active'));

-- Somebody as a test has them.
-- :name demo_person :run
update person set call_name = :call_name, full_name = :full_name, email = :email, phone = :phone, address = :address where id = :person_id;

-- Who was put forward to whom, and what came of it.
-- :name demo_met :many state:text
select z.mentor_id, z.mentee_id, coalesce(y.state, z.state) as state
  from proposal z left join pair y on y.proposal_id = z.id order by z.id;

-- Who is in a programme that asks how people are.
-- :name demo_measured :many by_mail:flag
select distinct s.person_id, p.email <> '' as by_mail from signup s join programme g on g.id = s.programme_id join person p on p.id = s.person_id
 where s.state = 'approved' and g.measures <> '' and p.state = 'active' order by s.person_id;

-- Who takes part and may have lessons left.
-- :name demo_lessons :many by_mail:flag
select p.id as person_id, p.email <> '' as by_mail from person p
 where p.state = 'active' and length(p.lessons) < 80 and exists (select 1 from signup s where s.person_id = p.id and s.state = 'approved') order by p.id;
