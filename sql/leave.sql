-- Somebody leaves: what of theirs is still open.

-- :name leave_pairs :many ring:count other:text is_mentor:flag stays_id:count
select y.id as ring, z.mentor_id = :person_id as is_mentor, h.id as stays_id, h.call_name as other
  from proposal z join pair y on y.proposal_id = z.id
  join person h on h.id = case when z.mentor_id = :person_id then z.mentee_id else z.mentor_id end
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) and y.state <> 'ended' and y.paused_why <> 'death' order by y.id;

-- :name leave_asks :many
select a.id as ask_id from ask a join signup s on s.id = a.signup_id where s.person_id = :person_id and a.state <> 'closed' order by a.id;

-- :name leave_offers :many
select o.id as offer_id from offer o join signup s on s.id = o.signup_id where s.person_id = :person_id and o.state <> 'closed' order by o.id;

-- :name leave_signups :many
select id as signup_id from signup where person_id = :person_id and state in ('open', 'sent', 'asked', 'approved') order by id;

-- :name leave_invitations :many is_host:flag
select id as invitation_id, by_id = :person_id as is_host from invitation
 where state = 'open' and (by_id = :person_id or person_id = :person_id) order by id;

-- Who works at the desk hands that over first.
-- :name leave_roles :one n:count
select count(*) as n from role where person_id = :person_id;

-- They are signed in nowhere any more, and none of their ways to sign in is left.
-- :name leave_browsers :run
delete from browser where person_id = :person_id or signup_id in (select id from signup where person_id = :person_id);

-- :name leave_code :run
delete from sign_in_code where email in (select email from person where id = :person_id and email <> '');

-- :name leave_app :run
delete from totp where person_id = :person_id;

-- :name leave_cards :run
delete from paper_code where person_id = :person_id;

-- :name leave_unsent :run
delete from unsent where person_id = :person_id;

-- Somebody who rings, or writes, that they leave.
-- :name leave_person :one works_here:flag
select id as person_id, full_name, exists (select 1 from role r where r.person_id = p.id) as works_here
  from person p where p.id = :person_id and p.state in ('new', 'active', 'paused');
