-- Browsers that began something, and who is signed in with them.

-- :name browser_by_token :one helped_name:text is_coordinator:flag is_lead:flag is_trustee:flag is_keeper:flag is_reader:flag has_app:flag open_signup_id:count has_sent:flag
select b.person_id, b.signup_id, b.own_device, b.strong_at, b.wanted, b.created_at, b.seen_at, b.helps_id, b.helps_until,
       coalesce((select h.call_name from person h where h.id = b.helps_id and h.state in ('active', 'paused')), '') as helped_name,
       p.call_name, p.language as person_language, p.state as person_state,
       exists (select 1 from role r where r.person_id = b.person_id and r.role = 'coordinator') as is_coordinator,
       exists (select 1 from role r where r.person_id = b.person_id and r.role = 'lead') as is_lead,
       exists (select 1 from role r where r.person_id = b.person_id and r.role = 'trustee') as is_trustee,
       exists (select 1 from role r where r.person_id = b.person_id and r.role = 'keeper') as is_keeper,
       exists (select 1 from role r where r.person_id = b.person_id and r.role = 'reader') as is_reader,
       exists (select 1 from totp t where t.person_id = b.person_id and t.confirmed_at > 0) as has_app,
       (select s.id from signup s
         where s.state in ('open', 'asked')
           and ((b.person_id is null and s.id = b.signup_id) or s.person_id = b.person_id)
         order by s.id limit 1) as open_signup_id,
       exists (select 1 from signup s where s.id = b.signup_id and s.sent_at > 0) as has_sent
  from browser b left join person p on p.id = b.person_id
 where b.token = :token;

-- :name browser_begin :run
insert into browser (token, created_at, seen_at) values (:token, :now, :now)
on conflict (token) do nothing;

-- :name browser_seen :run
update browser set seen_at = :now where token = :token;

-- :name browser_signs_up :run
update browser set signup_id = :signup_id where token = :token;

-- When whoever runs the programme was last there.
-- :name role_seen :run
update role set seen_at = :now where person_id = :person_id;

-- :name browser_wants :run
update browser set wanted = :wanted where token = :token;

-- Signing in: the browser goes on under a new token, so that one known before is worth nothing.
-- :name browser_sign_in :run old_token:text
insert into browser (token, person_id, signup_id, own_device, strong_at, wanted, created_at, seen_at)
select :token, :person_id, b.signup_id, :own_device, :strong_at, '', :now, :now
  from browser b where b.token = :old_token
on conflict (token) do nothing;

-- A coordinator fills in somebody's pages, until then; of who works at the desk nobody does.
-- :name browser_helps :run helps_id:count
update browser set helps_id = :helps_id, helps_until = :helps_until
 where token = :token and exists (select 1 from person p where p.id = :helps_id and p.state in ('active', 'paused'))
   and not exists (select 1 from role r where r.person_id = :helps_id);

-- :name browser_helps_end :run
update browser set helps_until = 0 where token = :token and helps_until > 0;

-- :name browser_strong :run
update browser set strong_at = :now, seen_at = :now where token = :token;

-- :name browser_end :run
delete from browser where token = :token;

-- :name person_speaks :run
update person set language = :language where id = :person_id and language <> :language;
