-- Mail that waits, and what became of it.

-- :name outbox_add :run
insert into outbox (person_id, kind, recipient, language, sealed, not_before, urgent, created_at)
values (nullif(:person_id, 0), :kind, :recipient, :language, :sealed, :now, :urgent, :now);

-- To somebody without e-mail: a letter that the desk prints, where there is an address to write on it.
-- :name outbox_letter :run
insert into outbox (person_id, kind, recipient, language, state, not_before, created_at)
select id, :kind, '', language, 'letter', :now, :now from person where id = :person_id and address <> '';

-- What is to be printed and posted: letters, and mails that could not be sent, of whoever has an address. What tells
-- of an erasure is for leads, all else for coordinators.
-- :name letters_waiting :many is_lead:flag is_coordinator:flag
select o.id as outbox_id, o.kind, o.created_at, o.person_id, p.full_name, p.address, p.language
  from outbox o join person p on p.id = o.person_id
 where o.state in ('letter', 'failed') and p.address <> '' and p.state not in ('died', 'erased')
   and case when o.kind like 'erase%' then :is_lead else :is_coordinator end
 order by o.id limit 51;

-- :name letter_posted :one is_lead:flag is_coordinator:flag of_erasure:flag
update outbox set state = 'posted', sent_at = :now where id = :outbox_id and state in ('letter', 'failed')
   and case when kind like 'erase%' then :is_lead else :is_coordinator end
returning person_id, kind like 'erase%' as of_erasure;

-- What was to go to somebody who has died.
-- :name outbox_stop :run
update outbox set state = 'cancelled', sealed = '' where state in ('waiting', 'letter') and person_id = :person_id;

-- What waits and is due; codes first, then in the order they came.
-- :name outbox_next :one
select id, person_id, kind, recipient, language, sealed, tries, urgent
  from outbox
 where state = 'waiting' and not_before <= :now
 order by urgent desc, id limit 1;

-- No row when another process took it.
-- :name outbox_take :one
update outbox set state = 'sending', tries = tries + 1, sent_at = :now
 where id = :outbox_id and state = 'waiting' returning id;

-- :name outbox_sent :run
update outbox set state = 'sent', sealed = '', sent_at = :now where id = :outbox_id and state = 'sending';

-- :name outbox_again :run most_tries:count
update outbox set state = case when tries >= :most_tries then 'failed' else 'waiting' end, not_before = :not_before
 where id = :outbox_id and state = 'sending';

-- Whom a mail has never reached, for all our tries: to an address that is theirs and still good. Nobody whom somebody was told to ring since.
-- :name outbox_given_up :many
select distinct p.id as person_id from outbox o cross join person p on p.id = o.person_id
 where o.state = 'failed' and o.tries > 0 and o.urgent = 0 and p.email = o.recipient and p.email_checked_at >= 0 and p.state not in ('died', 'erased')
   and not exists (select 1 from task t where t.person_id = p.id and t.kind = 'bounced' and t.at >= o.sent_at);

-- It came back: failed, with no try of ours to its name. One that was written after that was sent has only its number.
-- :name outbox_came_back :one
update outbox set state = 'failed', tries = 0 where id = :outbox_id and created_at <= :sent_at and state in ('sent', 'sending') returning coalesce(person_id, 0) as person_id, recipient;

-- :name outbox_back_count :one n:count
select count(*) as n from outbox where state = 'failed' and tries = 0 and recipient = :recipient;

-- No more to this address, as long as it is theirs.
-- :name outbox_no_more :run
update person set email_checked_at = -1 where id = :person_id and email = :recipient and email_checked_at >= 0;

-- What may have gone and what has failed, the newest first. A crash between sending and marking leaves the first.
-- That somebody asked to be erased is for leads: to others they have left.
-- :name outbox_left :many before:count is_lead:flag kind:text
select id as outbox_id, coalesce(person_id, 0) as person_id, case when kind like 'erase%' and not :is_lead then 'left' else kind end as kind, state, tries, created_at as at from outbox
 where (state = 'sending' and sent_at < :before) or state = 'failed' order by id desc limit 50;

-- Somebody has said that it is to go once more, or not.
-- :name outbox_once_more :run before:count
update outbox set state = 'waiting', tries = 0, not_before = :now where id = :outbox_id and ((state = 'sending' and sent_at < :before) or (state = 'failed' and tries > 0));

-- :name outbox_leave :run before:count
update outbox set state = 'cancelled', sealed = '' where id = :outbox_id and ((state = 'sending' and sent_at < :before) or state = 'failed');

-- How many went in the last hour, codes not counted.
-- :name outbox_pace :one n:count since:count
select count(*) as n from outbox where state in ('sent', 'sending') and urgent = 0 and sent_at > :since;

-- What lies in the outbox. What a crash left between sending and marking may have been sent.
-- :name outbox_counts :one waiting:count failed:count maybe_sent:count
select (select count(*) from outbox where state = 'waiting') as waiting, (select count(*) from outbox where state = 'failed') as failed,
       (select count(*) from outbox where state = 'sending') as maybe_sent;
