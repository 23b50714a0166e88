-- Two sign-ups of one person are made one.

-- Who could be the same: of that name, that address, or that phone number (as the desk's search has it).
-- :name merge_twins :many phone_word:text
select p.id as person_id, p.full_name, p.state, p.email, p.phone, p.created_at
  from (select w.person_id from person f cross join person_word w on w.kind = 'name' and w.word = substr(f.found_by, 1, instr(f.found_by || char(10), char(10)) - 1)
         where f.id = :person_id
        union select o.id from person f cross join person o on lower(o.email) = lower(f.email) and o.email <> '' where f.id = :person_id and f.email <> ''
        union select w.person_id from person_word w where w.kind = 'word' and w.word = :phone_word and :phone_word <> '') found
  join person p on p.id = found.person_id
 where p.id <> :person_id and (p.state in ('active', 'paused') or (p.state = 'new' and exists (select 1 from signup s where s.person_id = p.id and s.sent_at > 0)))
   and not exists (select 1 from role r where r.person_id = p.id)
 order by p.id limit 20;

-- What of the second goes into the first: sign-ups that nobody has decided on.
-- :name merge_signups :many into_id:count into_signup:count
select s.id as signup_id, s.programme_id,
       coalesce((select t.id from signup t where t.person_id = :into_id and t.programme_id = s.programme_id and t.state in ('sent', 'asked', 'approved')
                  order by t.id limit 1), 0) as into_signup
  from signup s where s.person_id = :person_id and s.state in ('sent', 'asked') order by s.id;

-- :name merge_move_signup :run into_id:count
update signup set person_id = :into_id where id = :signup_id and state in ('sent', 'asked');

-- Topics that are not there yet.
-- :name merge_move_asks :run into_signup:count
update ask set signup_id = :into_signup
 where signup_id = :signup_id and topic_id not in (select a.topic_id from ask a where a.signup_id = :into_signup and a.state <> 'closed')
   and (select count(*) from ask a where a.signup_id = :into_signup and a.state = 'open')
       < (select g.open_asks from signup s join programme g on g.id = s.programme_id where s.id = :into_signup);

-- :name merge_move_offers :run into_signup:count
update offer set signup_id = :into_signup
 where signup_id = :signup_id and topic_id not in (select o.topic_id from offer o where o.signup_id = :into_signup and o.state = 'open');

-- What the first did not tell; nothing that they did is changed.
-- :name merge_fill :run into_id:count
update person set
       email = case when email = '' then (select f.email from person f where f.id = :person_id) else email end,
       email_checked_at = case when email = '' then (select f.email_checked_at from person f where f.id = :person_id) else email_checked_at end,
       phone = case when phone = '' then (select f.phone from person f where f.id = :person_id) else phone end,
       address = case when address = '' then (select f.address from person f where f.id = :person_id) else address end,
       lessons = case when lessons = '' then (select f.lessons from person f where f.id = :person_id) else lessons end,
       age_band = case when age_band = '' then (select f.age_band from person f where f.id = :person_id) else age_band end
 where id = :into_id;

-- :name merge_reach :run into_id:count
update person set reach = trim(case when email <> '' and instr(reach, 'email') = 0 then 'email ' else '' end || reach
       || case when phone <> '' and instr(reach, 'phone') = 0 then ' phone' else '' end || case when address <> '' and instr(reach, 'post') = 0 then ' post' else '' end)
 where id = :into_id;

-- :name merge_move_bars :run into_id:count
update bar set person_id = :into_id
 where person_id = :person_id and not exists (select 1 from bar b where b.person_id = :into_id and b.kind = bar.kind and b.folded = bar.folded);

-- :name merge_named :run into_id:count
update bar set other_id = :into_id where other_id = :person_id and person_id <> :into_id;

-- :name merge_invited :run into_id:count
update invitation set person_id = :into_id where person_id = :person_id;

-- :name merge_tasks :run into_id:count
update task set person_id = :into_id where person_id = :person_id and coalesce(state, '') = 'open';

-- Whether the second can go into another: they are new, and nobody has been put forward with them.
-- :name merge_person :one phone:text
select p.id as person_id, p.full_name, p.call_name, p.phone, p.state, p.created_at from person p
 where p.id = :person_id and p.state = 'new' and exists (select 1 from signup s where s.person_id = p.id and s.state in ('sent', 'asked'))
   and not exists (select 1 from proposal z where z.mentor_id = :person_id or z.mentee_id = :person_id);
