-- What only the demo site's maker asks.

-- :name demo_answers :run
update signup set adult = 1, time_offered = :time_offered, capacity = :capacity, ways = :ways, district = :district,
       tongues = :tongues, core_values = :core_values
 where id = :signup_id;

-- :name demo_mail_done :run
update outbox set state = 'cancelled', sealed = '' where state = 'waiting';

-- :name demo_kept :many
select id as proposal_id, mentor_id, mentee_id from proposal where programme_id = :programme_id and state = :state order by id;

-- Everybody who has a role, and the two sides of a pair whose members both have e-mail.
-- :name demo_doors :many role:text
select r.role, min(r.person_id) as person_id from role r group by r.role
union all
select 'mentor', z.mentor_id from pair y join proposal z on z.id = y.proposal_id
 where y.id = (select min(p.id) from pair p join proposal q on q.id = p.proposal_id
                 join person m on m.id = q.mentor_id join person e on e.id = q.mentee_id where m.email <> '' and e.email <> '')
union all
select 'mentee', z.mentee_id from pair y join proposal z on z.id = y.proposal_id
 where y.id = (select min(p.id) from pair p join proposal q on q.id = p.proposal_id
                 join person m on m.id = q.mentor_id join person e on e.id = q.mentee_id where m.email <> '' and e.email <> '');

-- Somebody as a test has them.
-- :name demo_person :run
update person set call_name = :call_name, full_name = :full_name, email = :email, phone = :phone, address = :address where id = :person_id;

-- Who was put forward to whom, and what came of it.
-- :name demo_met :many state:text
select z.mentor_id, z.mentee_id, coalesce(y.state, z.state) as state
  from proposal z left join pair y on y.proposal_id = z.id order by z.id;

-- :name demo_reviews :many
select y.id as pair_id, z.mentor_id, z.mentee_id from pair y join proposal z on z.id = y.proposal_id
 where y.state = 'trial' and y.review_state <> '' order by y.id;
