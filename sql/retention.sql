-- How long things are kept. Each finds what has been kept long enough: what is older than a moment, the oldest first, no
-- more than so many. Number 0: it goes together with all others of its kind.

-- Sign-ups that nobody sent.
-- :name kept_unfinished :many number:count at:count before:count most:count
select p.id as number, max(s.changed_at) as at from person p join signup s on s.person_id = p.id
 where p.state = 'new' group by p.id
having count(case when s.state not in ('open', 'lapsed') then 1 end) = 0 and max(s.changed_at) <= :before order by 2, 1 limit :most;

-- Whoever never came in: declined, not answered, withdrawn.
-- :name kept_applicants :many number:count at:count before:count most:count
select p.id as number, max(s.changed_at) as at from person p join signup s on s.person_id = p.id
 where p.state = 'new' group by p.id
having count(case when s.state in ('sent', 'approved') then 1 end) = 0 and count(case when s.state not in ('open', 'lapsed') then 1 end) > 0
   and max(s.changed_at) <= :before order by 2, 1 limit :most;

-- Whoever has left or died; the audit knows when.
-- :name kept_people :many number:count at:count before:count most:count
select p.id as number, max(a.at) as at from person p join audit a on a.subject = 'person' and a.subject_id = p.id and a.verb in ('person.leave', 'person.die')
 where p.state in ('left', 'died') group by p.id having max(a.at) <= :before order by 2, 1 limit :most;

-- What was said in pairs that have ended.
-- :name kept_pairs :many number:count at:count before:count most:count
select y.id as number, y.ended_at as at from pair y
 where y.state = 'ended' and y.ended_at > 0 and y.ended_at <= :before
   and (y.told_by <> '' or exists (select 1 from aim i where i.pair_id = y.id)
        or exists (select 1 from review r where r.pair_id = y.id and r.words || r.gained || r.next_step <> '')
        or exists (select 1 from meeting t join feedback f on f.meeting_id = t.id where t.pair_id = y.id and f.next_time || f.private_word || f.listened || f.split <> '')
        or exists (select 1 from proposal z where z.id = y.proposal_id and z.words <> ''))
 order by 2, 1 limit :most;

-- Questions and answers of sign-ups that are decided.
-- :name kept_questions :many number:count at:count before:count most:count
select id as number, changed_at as at from signup
 where state in ('approved', 'declined', 'withdrawn', 'lapsed') and question || reply || return_code <> '' and changed_at <= :before order by 2, 1 limit :most;

-- Invitations that are over: whom they named.
-- :name kept_invitations :many number:count at:count before:count most:count
select id as number, due_at - 2592000 as at from invitation
 where state in ('accepted', 'declined', 'withdrawn', 'lapsed') and name || email || address || words <> '' and due_at - 2592000 <= :before order by 2, 1 limit :most;

-- Words of what has been done.
-- :name kept_tasks :many number:count at:count before:count most:count
select id as number, done_at as at from task where state = 'done' and words <> '' and done_at <= :before order by 2, 1 limit :most;

-- Mail that is no longer waiting.
-- :name kept_mails :many number:count at:count before:count most:count
select id as number, created_at as at from outbox where state in ('sent', 'failed', 'cancelled', 'sending', 'posted') and created_at <= :before order by 2, 1 limit :most;

-- Browsers that have not come back.
-- :name kept_browsers :many number:count at:count before:count most:count
select 0 as number, seen_at as at from browser where seen_at <= :before order by 2 limit :most;

-- Codes, what was typed when a login had run out, and counts: they live for minutes, or a day.
-- :name kept_codes :many number:count at:count before:count most:count
select 0 as number, expires_at as at from sign_in_code where expires_at <= :before order by 2 limit :most;

-- :name kept_unsent :many number:count at:count before:count most:count
select 0 as number, at from unsent where at <= :before order by 2 limit :most;

-- :name kept_counts :many number:count at:count before:count most:count
select 0 as number, began_at as at from counter where began_at <= :before order by 2 limit :most;

-- Worries that were closed long ago, of those that this lead may read. They never go of themselves.
-- :name kept_concerns :many number:count at:count before:count most:count
select c.id as number, max(n.at) as at from concern c join concern_entry n on n.concern_id = c.id and n.kind = 'close'
 where c.state = 'closed' and exists (select 1 from concern_reader v where v.concern_id = c.id and v.person_id = :person_id)
 group by c.id having max(n.at) <= :before order by 2, 1 limit :most;

-- What is done with it.
-- :name retention_open_signups :many
select id as signup_id from signup where person_id = :person_id and state in ('open', 'asked') order by id;

-- :name retention_pair_feedback :run
update feedback set next_time = '', private_word = '', listened = '', split = '' where meeting_id in (select id from meeting where pair_id = :pair_id);

-- :name retention_pair_reviews :run
update review set words = '', gained = '', next_step = '' where pair_id = :pair_id;

-- :name retention_pair_aims :run
delete from aim where pair_id = :pair_id;

-- :name retention_pair_words :run
update proposal set words = '' where id = (select proposal_id from pair where id = :pair_id);

-- :name retention_pair :run
update pair set told_by = '' where id = :pair_id;

-- :name retention_question :run
update signup set question = '', reply = '', return_code = '' where id = :signup_id;

-- :name retention_task :run
update task set words = '' where id = :task_id;

-- :name retention_mail :run
delete from outbox where id = :outbox_id;

-- :name retention_browsers :run before:count
delete from browser where seen_at <= :before;

-- :name retention_codes :run before:count
delete from sign_in_code where expires_at <= :before;

-- :name retention_unsent :run before:count
delete from unsent where at <= :before;

-- :name retention_counts :run before:count
delete from counter where began_at <= :before;
