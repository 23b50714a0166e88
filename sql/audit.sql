-- :name audit_last :one
select id, hash from audit order by id desc limit 1;

-- :name audit_append :run
insert into audit (id, at, person_id, verb, subject, subject_id, columns, hash)
values (:audit_id, :now, :person_id, :verb, :subject, :subject_id, :columns, :hash);

-- :name audit_all :many after_id:count
select id, at, person_id, verb, subject, subject_id, columns, hash from audit where id > :after_id order by id limit 1000;

-- The last that was done to something, and by whom.
-- :name audit_last_of :one call_name:text
select a.id, a.at, a.person_id, coalesce(p.call_name, '') as call_name from audit a left join person p on p.id = a.person_id
 where a.subject = :subject and a.subject_id = :subject_id order by a.id desc limit 1;

-- Where the chain ended when its last row was written, sealed.
-- :name audit_head_put :run
insert into setting (name, value) values ('audit.head', :value) on conflict (name) do update set value = excluded.value;

-- :name audit_head_kept :one
select value from setting where name = 'audit.head';

-- :name audit_moment :one
select at from audit where id = :audit_id;

-- Rows about concerns are for leads who may read them, rows about private lists and letters of erasures for leads.
-- :name audit_found :many from_id:count to_id:count who:count verbs:text since:count until:count as_lead:count name:text
select a.id, a.at, a.person_id, a.verb, a.subject, a.subject_id, a.columns, coalesce(p.call_name, '') as name
  from audit a left join person p on p.id = a.person_id
 where a.id <= :from_id and a.id > :to_id and a.at >= :since and a.at < :until
   and (:who = 0 or a.person_id = :who or (a.subject = 'person' and a.subject_id = :who))
   and (:verb = '' or a.verb = :verb or substr(a.verb, 1, length(:verbs)) = :verbs)
   and (a.subject <> 'concern' or (:as_lead = 1 and exists (select 1 from concern_reader v where v.concern_id = a.subject_id and v.person_id = :person_id)))
   and (substr(a.verb, 1, 5) <> 'name.' or :as_lead = 1)
   and (substr(a.verb, 1, 6) <> 'erase.' or :as_lead = 1)
 order by a.id desc limit 50;
