-- Who works here: their roles and logins.

-- :name staff_all :many roles:text is_coordinator:flag seen_at:count
select p.id as person_id, p.full_name, p.call_name, p.email, p.state, group_concat(r.role, ' ') as roles, max(r.role = 'coordinator') as is_coordinator,
       max(r.seen_at) as seen_at
  from role r cross join person p on p.id = r.person_id where p.state in ('active', 'paused') group by p.id order by p.full_name, p.id;

-- :name staff_one :one
select id as person_id, full_name, call_name, email from person where id = :person_id and state in ('active', 'paused');

-- Whether somebody is the only lead who is there.
-- :name staff_only_lead :one is_only:flag
select exists (select 1 from role r where r.person_id = :person_id and r.role = 'lead')
       and not exists (select 1 from role r join person p on p.id = r.person_id where r.role = 'lead' and r.person_id <> :person_id and p.state = 'active') as is_only;

-- Somebody active who could be asked to work here by that address: how many there are, and one of them.
-- :name staff_by_email :one n:count person_id:count
select count(*) as n, coalesce(min(id), 0) as person_id from person where lower(email) = lower(:email) and email <> '' and state in ('active', 'paused');

-- :name staff_role_add :run
insert into role (person_id, role, seen_at) values (:person_id, :role, :now) on conflict (person_id, role) do nothing;

-- :name staff_role_end :run
delete from role where person_id = :person_id and role = :role;

-- Nobody stands in who is no coordinator any more.
-- :name staff_no_deputy :run
update role set deputy_id = null where deputy_id = :person_id;

-- Where somebody is signed in, the newest first.
-- :name logins_of :many strong:flag
select token, created_at, seen_at, own_device, strong_at > 0 as strong from browser where person_id = :person_id order by created_at desc, token limit 100;

-- :name login_end :run
delete from browser where token = :token and person_id = :person_id;

-- All but the one that asks for it; '' for all.
-- :name logins_end :run
delete from browser where person_id = :person_id and token <> :token;
