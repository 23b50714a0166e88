-- People.

-- :name person_called :one
select call_name from person where id = :person_id;

-- :name person_mail :one
select email, language from person where id = :person_id and state <> 'erased';

-- Who may sign in with an address: people of a programme, and those who are still signing up.
-- :name people_by_email :many
select id as person_id, call_name, language from person
 where lower(email) = lower(:email) and email <> '' and state in ('new', 'active') order by id;

-- :name person_roles :one is_coordinator:flag is_lead:flag is_trustee:flag is_keeper:flag has_app:flag
select p.call_name, p.full_name, p.email, p.language,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'coordinator') as is_coordinator,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'lead') as is_lead,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'trustee') as is_trustee,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'keeper') as is_keeper,
       exists (select 1 from totp t where t.person_id = p.id and t.confirmed_at > 0) as has_app
  from person p where p.id = :person_id and p.state = 'active';

-- :name person_role_add :run
insert into role (person_id, role) values (:person_id, :role);

-- :name person_add_staff :one
insert into person (state, call_name, full_name, reach, email, language, created_at)
values ('active', :call_name, :full_name, 'email', :email, :language, :now) returning id;

-- :name person_reach :one
select reach, email, phone from person where id = :person_id;

-- :name person_names :one
select call_name, full_name from person where id = :person_id;

-- Who once mentored them: for their own eyes.
-- :name person_thanks :one
select thanks_to from person where id = :person_id;
