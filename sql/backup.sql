-- Copies of the database, and the list of who was erased.

-- Logins and codes are in no copy: a code that was used would be good again.
-- :name backup_no_browsers :run
delete from browser;

-- :name backup_no_codes :run
delete from sign_in_code;

-- :name backup_no_papers :run
delete from paper_code;

-- :name backup_no_apps :run
delete from totp;

-- :name backup_no_once :run
delete from once;

-- :name backup_no_unsent :run
delete from unsent;

-- :name backup_no_counts :run
delete from counter;

-- :name backup_no_returns :run
update signup set return_code = '' where return_code <> '';

-- :name backup_no_secrets :run
update outbox set sealed = '' where sealed <> '';

-- What waited when the copy was made has gone since, or is out of date.
-- :name backup_no_mail :run
update outbox set state = 'cancelled' where state in ('waiting', 'sending');

-- :name setting_of :one
select value from setting where name = :name;

-- Who was erased, and when.
-- :name erased_all :many
select subject_id as person_id, at from audit where subject = 'person' and verb = 'person.erase' order by id;

-- :name erased_who :one
select state, created_at from person where id = :person_id;

-- :name backup_people :one n:count
select count(*) as n from person where state in ('new', 'active', 'paused');

-- Who is told the head of the audit each night.
-- :name night_readers :many
select distinct p.id as person_id from role r cross join person p on p.id = r.person_id
 where r.role in ('keeper', 'trustee') and p.state = 'active' and p.email <> '' order by p.id;
