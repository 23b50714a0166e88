-- :name audit_last :one
select id, hash from audit order by id desc limit 1;

-- :name audit_append :run
insert into audit (id, at, person_id, verb, subject, subject_id, columns, hash)
values (:audit_id, :now, :person_id, :verb, :subject, :subject_id, :columns, :hash);

-- :name audit_all :many after_id:count
select id, at, person_id, verb, subject, subject_id, columns, hash from audit where id > :after_id order by id limit 1000;
