-- People.

-- :name person_called :one
select call_name from person where id = :person_id;

-- Nobody writes to the dead, nor to whoever is forgotten.
-- :name person_mail :one
select email, language from person where id = :person_id and state not in ('died', 'erased') and email_checked_at >= 0;

-- Who may sign in with an address: people of a programme, and those who are still signing up.
-- :name people_by_email :many
select id as person_id, call_name, language from person
 where lower(email) = lower(:email) and email <> '' and state in ('new', 'active', 'paused') order by id;

-- :name person_roles :one is_coordinator:flag is_lead:flag is_trustee:flag is_keeper:flag is_reader:flag has_app:flag
select p.call_name, p.full_name, p.email, p.language,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'coordinator') as is_coordinator,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'lead') as is_lead,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'trustee') as is_trustee,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'keeper') as is_keeper,
       exists (select 1 from role r where r.person_id = p.id and r.role = 'reader') as is_reader,
       exists (select 1 from totp t where t.person_id = p.id and t.confirmed_at > 0) as has_app
  from person p where p.id = :person_id and p.state in ('active', 'paused');

-- :name person_role_add :run
insert into role (person_id, role, seen_at) values (:person_id, :role, :now);

-- :name person_add_staff :one
insert into person (state, call_name, full_name, reach, email, language, created_at)
values ('active', :call_name, :full_name, case when :email = '' then 'post' else 'email' end, :email, :language, :now) returning id;

-- :name person_reach :one
select reach, email, phone from person where id = :person_id;

-- :name person_names :one
select call_name, full_name from person where id = :person_id;

-- Who once mentored them: for their own eyes.
-- :name person_thanks :one
select thanks_to from person where id = :person_id;

-- A coordinator who is not away, to look after what began by itself.
-- :name coordinator_there :one person_id:count
select min(r.person_id) as person_id from role r join person p on p.id = r.person_id
 where r.role = 'coordinator' and p.state = 'active' and (r.away_until = '' or r.away_until < :today or r.away_from > :today);

-- :name person_state :one
select state, paused_until, due_at from person where id = :person_id;

-- :name person_step :run from_state:text
update person set state = :state, paused_until = :paused_until, due_at = :due_at where id = :person_id and state = :from_state;

-- `coalesce`, here and elsewhere: somebody's few pairs are looked for by whose they are, not among all of that state.
-- Their pairs that do not rest yet; those that rested because one of the two did, when neither does any more.
-- :name pairs_to_rest :many
select y.id as pair_id, z.mentor_id from pair y join proposal z on z.id = y.proposal_id
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) and coalesce(y.state, '') in ('trial', 'active') order by y.id;

-- :name pairs_rested :many
select y.id as pair_id, z.mentor_id from pair y join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) and coalesce(y.state, '') = 'paused' and y.paused_why = 'person'
   and m.state = 'active' and e.state = 'active' order by y.id;

-- :name people_rested :many
select id as person_id from person where state = 'paused' and paused_until <> '' and paused_until < :today order by id;

-- :name person_rename :run
update person set call_name = :call_name, full_name = :full_name where id = :person_id and state in ('active', 'paused');

-- :name person_reached_by :run
update person set reach = :reach, email_checked_at = case when lower(email) = lower(:email) then email_checked_at else 0 end, email = :email,
       phone = :phone, address = :address
 where id = :person_id and state in ('active', 'paused');

-- Somebody of whom a coordinator has heard that they died, or may.
-- :name death_person :one may_die:flag has_died:flag
select id as person_id, call_name, full_name, state in ('new', 'active', 'paused') as may_die, state = 'died' as has_died
  from person where id = :person_id;

-- Whom they met with, to be rung.
-- :name death_pairs :many left_name:text phone:text left_mentors:flag left_id:count
select y.id as pair_id, z.ask_id, p.id as left_id, p.full_name as left_name, p.phone, p.id = z.mentor_id as left_mentors
  from pair y join proposal z on z.id = y.proposal_id
  join person p on p.id = case when z.mentor_id = :person_id then z.mentee_id else z.mentor_id end
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) and y.state <> 'ended' order by y.id;

-- Their sign-ups that wait.
-- :name death_signups :many
select id as signup_id from signup where person_id = :person_id and state = 'sent' order by id;

-- The one of a pair who died, and the one who is to be told.
-- :name bereaved_pair :one died:text call_name:text full_name:text phone:text left_mentors:flag
select y.id as pair_id, z.ask_id, d.call_name as died, p.call_name, p.full_name, p.phone, p.id = z.mentor_id as left_mentors
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id
  join person d on d.id = case when m.state = 'died' then z.mentor_id else z.mentee_id end
  join person p on p.id = case when m.state = 'died' then z.mentee_id else z.mentor_id end
 where y.id = :pair_id and y.state = 'paused' and y.paused_why = 'death';

-- A code that was sent to this address was used: it is theirs.
-- :name person_email_checked :run
update person set email_checked_at = :now where id = :person_id and lower(email) = lower(:email) and email <> '' and email_checked_at <= 0;
