-- Worries, for safeguarding leads and, of those about the people who run the programme, for the trustee.

-- :name concern_add :one
insert into concern (raised_by, who_about, what, reply_to, about_us, due_at, raised_at)
values (nullif(:person_id, 0), :who_about, :what, :reply_to, :about_us, :due_at, :now) returning id;

-- :name concerns_open :many is_late:flag as_lead:count as_trustee:count
select id as concern_id, state, raised_at, due_at, due_at < :now as is_late from concern
 where state <> 'closed' and ((about_us = 0 and :as_lead = 1) or (about_us = 1 and :as_trustee = 1)) order by due_at, id limit 200;

-- :name concern_one :one about_us:flag raised_name:text as_lead:count as_trustee:count
select c.id as concern_id, c.who_about, c.what, c.reply_to, c.about_us, c.state, c.raised_at, c.due_at, coalesce(p.full_name, '') as raised_name
  from concern c left join person p on p.id = c.raised_by
 where c.id = :concern_id and ((c.about_us = 0 and :as_lead = 1) or (c.about_us = 1 and :as_trustee = 1));

-- :name concern_looks :many name:text
select l.at, p.call_name as name from concern_look l join person p on p.id = l.person_id
 where l.concern_id = :concern_id order by l.at desc limit 50;

-- :name concern_look_add :run since:count
insert into concern_look (concern_id, person_id, at)
select :concern_id, :person_id, :now
 where not exists (select 1 from concern_look where concern_id = :concern_id and person_id = :person_id and at > :since);

-- :name concern_state :run from_state:text
update concern set state = :state where id = :concern_id and state = :from_state;

-- :name concern_readers :many
select r.person_id from role r join person p on p.id = r.person_id where r.role = :role and p.state = 'active' order by r.person_id;
