-- Signing in.

-- A new code kills the old one, and those whose time is over.
-- :name code_clear :run
delete from sign_in_code where email = :email or browser = :browser or expires_at < :now;

-- :name code_put :run
insert into sign_in_code (email, code, link, browser, own_device, expires_at)
values (:email, :code, :link, :browser, :own_device, :expires_at);

-- The code that this browser asked for.
-- :name code_of_browser :one
select email, code, tries, proven, own_device, expires_at from sign_in_code where browser = :browser and expires_at > :now;

-- :name code_by_link :one
select email, browser, own_device, tries from sign_in_code where link = :link and expires_at > :now;

-- :name code_try :run
update sign_in_code set tries = tries + 1 where browser = :browser;

-- :name code_proven :run
update sign_in_code set proven = 1 where browser = :browser;

-- :name code_end :run
delete from sign_in_code where email = :email;

-- :name totp_one :one
select sealed, last_step, confirmed_at from totp where person_id = :person_id;

-- :name totp_put :run
insert into totp (person_id, sealed, last_step, confirmed_at) values (:person_id, :sealed, :last_step, :now)
on conflict (person_id) do update set sealed = excluded.sealed, last_step = excluded.last_step, confirmed_at = excluded.confirmed_at;

-- No row when the step was used meanwhile.
-- :name totp_used :run
update totp set last_step = :last_step where person_id = :person_id and last_step < :last_step;

-- :name paper_codes_clear :run
delete from paper_code where person_id = :person_id and kind = :kind;

-- :name paper_code_put :run
insert into paper_code (person_id, kind, number, hash) values (:person_id, :kind, :number, :hash);

-- :name paper_code_one :one
select hash from paper_code where person_id = :person_id and kind = :kind and number = :number and used_at = 0;

-- :name paper_code_use :run
update paper_code set used_at = :now where person_id = :person_id and kind = :kind and number = :number and used_at = 0;

-- Where a person's sign-up stands.
-- :name account_signup :one programme:text
select s.id as signup_id, s.state, s.sent_at, s.due_at, s.question, p.thanks_to, p.call_name, coalesce(l.words, e.words, '') as programme
  from signup s join person p on p.id = s.person_id
  left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
 where s.person_id = :person_id order by s.id desc limit 1;

-- The time of a code begins when the host has taken the mail.
-- :name code_handed_over :run
update sign_in_code set expires_at = :expires_at where email = :email;

-- A code of somebody's card that was not used.
-- :name card_code :one
select c.hash from paper_code c join person p on p.id = c.person_id
 where c.person_id = :person_id and c.kind = 'card' and c.number = :number and c.used_at = 0 and p.state in ('new', 'active', 'paused');

-- :name card_person :one unused:count made:count
select p.id as person_id, p.call_name, p.full_name,
       (select count(*) from paper_code c where c.person_id = p.id and c.kind = 'card' and c.used_at = 0) as unused,
       (select count(*) from paper_code c where c.person_id = p.id and c.kind = 'card') as made
  from person p where p.id = :person_id and p.state in ('new', 'active', 'paused');

-- :name card_codes :many
select number, used_at from paper_code where person_id = :person_id and kind = 'card' order by number;
