-- What must always be true, as rows that are not so. Each shows the number of what is wrong.

-- What SQLite finds wrong with the file: a damaged page, an index that lacks a row, a value that no column may have.
-- :name check_file :many said:text
select integrity_check as said from pragma_integrity_check where integrity_check <> 'ok';

-- Rows that refer to what is not there.
-- :name check_references :many subject:text n:count
select "table" as subject, count(*) as n from pragma_foreign_key_check group by 1 order by 1;

-- A pair that is not over has two different people, both still here, but where one has died and the other is still to be told.
-- :name check_pair_people :many
select y.id as number from pair y join proposal x on x.id = y.proposal_id
  join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
 where y.state <> 'ended' and y.paused_why <> 'death' and (x.mentor_id = x.mentee_id or m.state not in ('active', 'paused') or e.state not in ('active', 'paused'))
 order by y.id;

-- Both are adults.
-- :name check_pair_adults :many
select y.id as number from pair y join proposal x on x.id = y.proposal_id
 where y.state <> 'ended' and exists (select 1 from signup s where s.person_id in (x.mentor_id, x.mentee_id) and s.state = 'approved' and s.adult = 0)
 order by y.id;

-- Both said yes before it was opened.
-- :name check_pair_consent :many
select y.id as number from pair y join proposal x on x.id = y.proposal_id
 where x.mentor_answer <> 'yes' or x.mentee_answer <> 'yes' or x.state <> 'opened' order by y.id;

-- It has a date by which somebody acts, and a trial one on which it ends.
-- :name check_pair_dates :many
select id as number from pair where state <> 'ended' and (due_at <= 0 or (state = 'trial' and trial_until not like '____-__-__')) order by id;

-- Nobody mentors more people than they have room for; who offers to take a group has room for it.
-- :name check_mentor_load :many
select x.mentor_id as number from pair y join proposal x on x.id = y.proposal_id where y.state <> 'ended' group by x.mentor_id
having count(*) > (select coalesce(max(case when v.group_most > s.capacity then v.group_most else s.capacity end), 0) from signup s
                    left join offer v on v.signup_id = s.id and v.state = 'open' and v.group_most > 1 where s.person_id = x.mentor_id and s.state = 'approved') order by 1;

-- An ask has one pair at most.
-- :name check_ask_pairs :many
select x.ask_id as number from pair y join proposal x on x.id = y.proposal_id where y.state <> 'ended' group by x.ask_id having count(*) > 1 order by 1;

-- Every state, with the rows of the audit on it, the newest last: the last step of its life is to lead there.
-- :name check_signup_steps :many verb:text
select s.id as number, s.state, coalesce(a.verb, '') as verb from signup s
  left join audit a on a.subject = 'signup' and a.subject_id = s.id order by s.id, a.id;

-- :name check_proposal_steps :many verb:text
select x.id as number, x.state, coalesce(a.verb, '') as verb from proposal x
  left join audit a on a.subject = 'proposal' and a.subject_id = x.id order by x.id, a.id;

-- :name check_pair_steps :many verb:text
select y.id as number, y.state, coalesce(a.verb, '') as verb from pair y
  left join audit a on a.subject = 'pair' and a.subject_id = y.id order by y.id, a.id;

-- Pairs that meet, for the rules of conflict.
-- :name check_pairs_meeting :many
select y.id as number, x.mentor_id, x.mentee_id from pair y join proposal x on x.id = y.proposal_id
 where y.state in ('trial', 'active') order by y.id;

-- Everybody whom the desk finds by name.
-- :name check_people_known :many
select id as person_id from person where state not in ('new', 'erased') order by id;
