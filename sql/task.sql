-- What somebody of the charity has to do that no state of another table says.

-- The open one of a kind about the same.
-- :name task_same :one
select id as task_id from task
 where state = 'open' and kind = :kind and subject = :subject and subject_id = :subject_id and coalesce(person_id, 0) = :person_id;

-- :name task_add :one owner_id:count
insert into task (kind, role, owner_id, person_id, subject, subject_id, words, due_at, at)
values (:kind, :role, nullif(:owner_id, 0), nullif(:person_id, 0), :subject, :subject_id, :words, :due_at, :now) returning id;

-- :name task_done :run
update task set state = 'done', done_at = :now where id = :task_id and state = 'open';

-- What has come about by itself is nobody's task any more; an empty kind is all of them.
-- :name tasks_over :run
update task set state = 'done', done_at = :now
 where state = 'open' and subject = :subject and subject_id = :subject_id and (:kind = '' or kind = :kind)
   and (:person_id = 0 or person_id = :person_id);

-- Those about one pair.
-- :name tasks_of_pair :many call_name:text phone:text is_late:flag other_kind:flag
select k.id as task_id, k.kind, k.kind not in ('review-phone', 'closing', 'bereaved') as other_kind, k.words, k.due_at, k.due_at < :now as is_late, coalesce(p.call_name, '') as call_name, coalesce(p.phone, '') as phone
  from task k left join person p on p.id = k.person_id
 where k.state = 'open' and k.role = 'coordinator' and k.subject = 'pair' and k.subject_id = :pair_id order by k.due_at, k.id limit 50;

-- One that whoever looks has a role for, with the two of its pair.
-- :name task_one :one is_coordinator:flag is_lead:flag is_trustee:flag is_keeper:flag call_name:text phone:text mentor:text mentee:text is_late:flag pair_id:count
select k.id as task_id, k.kind, k.words, k.due_at, k.due_at < :now as is_late, coalesce(p.call_name, '') as call_name, coalesce(p.phone, '') as phone,
       coalesce(m.call_name, '') as mentor, coalesce(e.call_name, '') as mentee, coalesce(y.id, 0) as pair_id
  from task k left join person p on p.id = k.person_id
  left join pair y on k.subject = 'pair' and y.id = k.subject_id left join proposal z on z.id = y.proposal_id
  left join person m on m.id = z.mentor_id left join person e on e.id = z.mentee_id
 where k.id = :task_id and k.state = 'open' and ((k.role = 'coordinator' and :is_coordinator) or (k.role = 'lead' and :is_lead)
    or (k.role = 'trustee' and :is_trustee) or (k.role = 'keeper' and :is_keeper));
