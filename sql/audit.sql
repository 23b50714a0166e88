-- :name audit_last :one
select id, hash from audit order by id desc limit 1;

-- :name audit_append :run
insert into audit (id, at, person_id, verb, subject, subject_id, columns, hash)
values (:audit_id, :now, :person_id, :verb, :subject, :subject_id, :columns, :hash);

-- :name audit_all :many after_id:count
select id, at, person_id, verb, subject, subject_id, columns, hash from audit where id > :after_id order by id limit 1000;

-- The last that was done to something, and by whom.
-- :name audit_last_of :one call_name:text
select a.at, a.person_id, coalesce(p.call_name, '') as call_name from audit a left join person p on p.id = a.person_id
 where a.subject = :subject and a.subject_id = :subject_id order by a.id desc limit 1;

-- Where the chain ended when its last row was written, sealed.
-- :name audit_head_put :run
insert into setting (name, value) values ('audit.head', :value) on conflict (name) do update set value = excluded.value;

-- :name audit_head_kept :one
select value from setting where name = 'audit.head';
