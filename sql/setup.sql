-- Set-up: what a site begins with.

-- :name setup_first :one words:text
select g.kind, coalesce(l.words, e.words, '') as words
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 order by g.id limit 1;

-- Who works here.
-- :name setup_staff :many
select p.id as person_id, p.full_name, p.call_name, p.email, r.role
  from role r join person p on p.id = r.person_id order by r.role, p.id;

-- :name setup_staff_by_email :one person_id:count
select min(id) as person_id from person
 where lower(email) = lower(:email) and state in ('active', 'paused') and exists (select 1 from role r where r.person_id = person.id);

-- Until set-up has ended once, what it said of who works here can be said otherwise; nobody has signed in yet.
-- :name setup_unsay_roles :run
delete from role;

-- :name setup_unsay_people :run
delete from person where state = 'active' and not exists (select 1 from signup s where s.person_id = person.id);

-- Who has set up an app has signed in, and works here.
-- :name setup_apps :one n:count
select count(*) as n from totp where confirmed_at > 0;

-- A coordinator who has lost the app and the sheet of codes begins anew with both.
-- :name setup_unsay_app :run
delete from totp where person_id = :person_id;

-- :name setup_role_add :run
insert into role (person_id, role, seen_at) values (:person_id, :role, :now) on conflict (person_id, role) do nothing;
