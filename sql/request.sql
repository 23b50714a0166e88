-- What people ask of the charity about what is held on them, and that they have left: lines on the desk.

-- :name request_one :one call_name:text full_name:text reach:text email:text phone:text address:text person_state:text
select k.id as task_id, k.kind, k.words, k.at, k.due_at, coalesce(k.person_id, 0) as person_id, coalesce(p.call_name, '') as call_name, coalesce(p.full_name, '') as full_name,
       coalesce(p.reach, '') as reach, coalesce(p.email, '') as email, coalesce(p.phone, '') as phone, coalesce(p.address, '') as address,
       coalesce(p.state, '') as person_state
  from task k left join person p on p.id = k.person_id
 where k.id = :task_id and k.state = 'open' and k.role = 'coordinator' and k.subject = 'person';
