-- Worries. Who may read one is the view concern_reader: every statement that shows or changes one asks it.

-- :name concern_add :one
insert into concern (raised_by, who_about, what, reply_to, about_us, not_for, due_at, raised_at)
values (nullif(:person_id, 0), :who_about, :what, :reply_to, :about_us, nullif(:not_for, 0), :due_at, :now) returning id;

-- Who runs the programme, by what they do: to choose from.
-- :name concern_us :many not_for:count is_coordinator:flag is_lead:flag is_trustee:flag is_keeper:flag
select p.id as not_for, p.call_name,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'coordinator') as is_coordinator,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'lead') as is_lead,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'trustee') as is_trustee,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'keeper') as is_keeper
  from person p where p.state = 'active' and p.id in (select person_id from role) order by p.call_name, p.id;

-- Leads, to find out whether a concern names one.
-- :name concern_leads :many
select p.id as person_id, p.call_name, p.full_name from role r join person p on p.id = r.person_id
 where r.role = 'lead' and p.state = 'active' order by p.id;

-- :name concern_readers :many
select distinct person_id from concern_reader where concern_id = :concern_id order by person_id;

-- Whether two people who do not depend on each other can read what comes: two leads, or a lead and a trustee.
-- :name concern_guards :one leads:count trustees:count
select (select count(*) from role r join person p on p.id = r.person_id where r.role = 'lead' and p.state = 'active') as leads,
       (select count(*) from role r join person p on p.id = r.person_id where r.role = 'trustee' and p.state = 'active'
               and not exists (select 1 from role o where o.person_id = r.person_id and o.role = 'lead')) as trustees;

-- The pairs of whoever raises one that meet now: they may ask that it stops.
-- :name concern_stops :many stop:count other:text is_mentor:flag
select y.id as stop, z.mentor_id = :person_id as is_mentor, case when z.mentor_id = :person_id then e.call_name else m.call_name end as other
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) and coalesce(y.state, '') in ('trial', 'active') order by y.id;

-- :name concerns_open :many is_late:flag is_mine:flag owner:text
select c.id as concern_id, c.state, c.raised_at, c.due_at, c.replied_at, c.due_at < :now as is_late, coalesce(c.owner_id, 0) = :person_id as is_mine,
       coalesce(o.call_name, '') as owner
  from concern c left join person o on o.id = c.owner_id
 where c.state in ('new', 'taken', 'reopened')
   and exists (select 1 from concern_reader v where v.concern_id = c.id and v.person_id = :person_id)
 order by c.due_at, c.id limit 200;

-- :name concerns_closed :many owner:text
select c.id as concern_id, c.raised_at, coalesce(o.call_name, '') as owner
  from concern c left join person o on o.id = c.owner_id
 where c.state = 'closed' and exists (select 1 from concern_reader v where v.concern_id = c.id and v.person_id = :person_id)
 order by c.id desc limit 100;

-- What waits for somebody who may read it: what is new, and what is late.
-- :name concerns_waiting :one n:count
select count(*) as n from concern c
 where c.state in ('new', 'taken', 'reopened') and (c.state <> 'taken' or c.due_at < :now)
   and exists (select 1 from concern_reader v where v.concern_id = c.id and v.person_id = :person_id);

-- :name concern_one :one about_us:flag raised_name:text owner:text
select c.id as concern_id, c.who_about, c.what, c.reply_to, c.about_us, c.state, c.raised_at, c.due_at, c.replied_at, c.needs, c.risk, c.protect,
       c.wants, c.serious, c.serious_why, c.serious_day, c.owner_id, c.raised_by, coalesce(p.full_name, '') as raised_name,
       coalesce(o.call_name, '') as owner
  from concern c left join person p on p.id = c.raised_by left join person o on o.id = c.owner_id
 where c.id = :concern_id and exists (select 1 from concern_reader v where v.concern_id = c.id and v.person_id = :person_id);

-- :name concern_step :run from_state:text
update concern set state = :state, due_at = :due_at, owner_id = nullif(:owner_id, 0) where id = :concern_id and state = :from_state;

-- :name concern_replied :run
update concern set replied_at = :now where id = :concern_id and replied_at = 0;

-- :name concern_think :run
update concern set needs = :needs, risk = :risk, protect = :protect, wants = :wants, serious = :serious, serious_why = :serious_why,
       serious_day = :serious_day
 where id = :concern_id;

-- :name concern_entry_add :run
insert into concern_entry (concern_id, number, at, person_id, kind, words, pair_id)
select :concern_id, coalesce(max(number), 0) + 1, :now, nullif(:person_id, 0), :kind, :words, nullif(:pair_id, 0)
  from concern_entry where concern_id = :concern_id;

-- :name concern_entries :many name:text mentor:text mentee:text
select n.number, n.at, n.kind, n.words, coalesce(n.pair_id, 0) as pair_id, coalesce(p.call_name, '') as name, coalesce(m.call_name, '') as mentor,
       coalesce(e.call_name, '') as mentee
  from concern_entry n left join person p on p.id = n.person_id left join pair y on y.id = n.pair_id left join proposal z on z.id = y.proposal_id
  left join person m on m.id = z.mentor_id left join person e on e.id = z.mentee_id
 where n.concern_id = :concern_id order by n.number;

-- The pairs that it concerns: those that were tied to it, and those of whoever raised it.
-- :name concern_pairs :many mentor:text mentee:text
select y.id as pair_id, y.state, y.paused_why, m.call_name as mentor, e.call_name as mentee, m.full_name as mentor_name, e.full_name as mentee_name
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where y.id in (select n.pair_id from concern_entry n where n.concern_id = :concern_id and n.pair_id is not null
                 union
                select w.id from concern c join proposal x on x.mentor_id = c.raised_by or x.mentee_id = c.raised_by
                  join pair w on w.proposal_id = x.id where c.id = :concern_id and w.state <> 'ended')
 order by y.id limit 200;

-- The pairs of somebody that is not yet among them.
-- :name concern_pairs_of :many
select y.id as pair_id from pair y join proposal z on z.id = y.proposal_id
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) order by y.id limit 50;

-- :name concern_looks :many name:text
select l.at, p.call_name as name from concern_look l join person p on p.id = l.person_id
 where l.concern_id = :concern_id order by l.at desc limit 50;

-- :name concern_look_add :run since:count
insert into concern_look (concern_id, person_id, at)
select :concern_id, :person_id, :now
 where not exists (select 1 from concern_look where concern_id = :concern_id and person_id = :person_id and at > :since);

-- What is late and its readers were not told of.
-- :name concerns_late :many
select id as concern_id, due_at from concern where state in ('new', 'taken', 'reopened') and due_at < :now and late_told <> due_at order by id limit 200;

-- :name concern_late_told :run
update concern set late_told = :due_at where id = :concern_id;
