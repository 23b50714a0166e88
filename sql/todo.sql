-- The desk's one list of what waits (lib/domain/todo.h).

-- What waits, each thing by its kind and number: of each sort those that are due first, 1,000 at the most. Tasks are for
-- whoever has their role.
-- :name todo_index :many is_coordinator:flag is_lead:flag is_trustee:flag is_keeper:flag rung:count kind:text id:count due_at:count programme_id:count owner_id:count
select kind, id, due_at, programme_id, owner_id from (
  select case state when 'sent' then 'signup' else 'asked' end as kind, id, due_at, coalesce(programme_id, 0) as programme_id, 0 as owner_id
    from signup where :is_coordinator and (state = 'sent' or (state = 'asked' and due_at < :now)) order by due_at, id limit 1000)
union all
select kind, id, due_at, programme_id, 0 from (
  select state as kind, id, due_at, programme_id from proposal where :is_coordinator and state in ('proposed', 'kept', 'agreed') order by due_at, id limit 1000)
union all
select kind, id, due_at, programme_id, 0 from (
  select 'ring-mentor' as kind, x.id, x.due_at, x.programme_id from proposal x join person p on p.id = x.mentor_id
   where :is_coordinator and x.state = 'sent' and x.mentor_answer = '' and (p.email = '' or x.due_at < :now) and x.mentor_rung < :rung
   order by x.due_at, x.id limit 1000)
union all
select kind, id, due_at, programme_id, 0 from (
  select 'ring-mentee' as kind, x.id, x.due_at, x.programme_id from proposal x join person p on p.id = x.mentee_id
   where :is_coordinator and x.state = 'sent' and x.mentee_answer = '' and (p.email = '' or x.due_at < :now) and x.mentee_rung < :rung
   order by x.due_at, x.id limit 1000)
union all
select kind, id, due_at, programme_id, 0 from (
  select case when i.address <> '' then 'letter' else 'meant' end as kind, i.id, i.due_at, coalesce(s.programme_id, 0) as programme_id
    from invitation i left join ask a on a.id = i.ask_id left join signup s on s.id = a.signup_id
   where :is_coordinator and i.state = 'open' and i.told_at = 0 and i.person_id is null and i.email = '' order by i.due_at, i.id limit 1000)
union all
select kind, id, due_at, programme_id, owner_id from (
  select k.kind, k.id, k.due_at, coalesce(z.programme_id, s.programme_id, 0) as programme_id, coalesce(k.owner_id, 0) as owner_id
    from task k left join pair y on k.subject = 'pair' and y.id = k.subject_id left join proposal z on z.id = y.proposal_id
    left join signup s on k.subject = 'signup' and s.id = k.subject_id
   where k.state = 'open' and ((k.role = 'coordinator' and :is_coordinator) or (k.role = 'lead' and :is_lead)
      or (k.role = 'trustee' and :is_trustee) or (k.role = 'keeper' and :is_keeper)) order by k.due_at, k.id limit 1000);

-- Whom a line is about, and how to reach them.
-- :name todo_person :one
select call_name, email, phone, language from person where id = :person_id;

-- :name todo_signup :one
select s.id as signup_id, s.person_id, s.state, s.sent_at, s.talk_ask, s.talk_offer, p.email, p.email_checked_at
  from signup s join person p on p.id = s.person_id where s.id = :signup_id;

-- :name todo_proposal :one topic:text
select x.id as proposal_id, x.state, x.mentor_id, x.mentee_id, x.mentor_answer, x.mentee_answer, x.changed_at, coalesce(l.words, n.words, '') as topic
  from proposal x join ask a on a.id = x.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where x.id = :proposal_id;

-- :name todo_invitation :one
select id as invitation_id, name, by_id, at from invitation where id = :invitation_id;

-- :name todo_task :one pair_id:count mentor_id:count mentee_id:count
select k.id as task_id, k.kind, k.person_id, k.owner_id, k.subject, k.subject_id, k.words, k.at, coalesce(y.id, 0) as pair_id,
       coalesce(z.mentor_id, 0) as mentor_id, coalesce(z.mentee_id, 0) as mentee_id
  from task k left join pair y on k.subject = 'pair' and y.id = k.subject_id left join proposal z on z.id = y.proposal_id
 where k.id = :task_id and k.state = 'open';

-- Coordinators: who is away and who stands in, and when each was last signed in.
-- :name coordinators_all :many is_active:flag
select r.person_id, p.call_name, r.away_from, r.away_until, r.deputy_id, r.seen_at, p.state = 'active' as is_active
  from role r join person p on p.id = r.person_id where r.role = 'coordinator' order by r.person_id;

-- Whether somebody looks after a pair that is not over.
-- :name coordinator_pairs :one
select id as pair_id from pair where coordinator_id = :person_id and state in ('trial', 'active', 'paused') limit 1;

-- :name coordinator_away :run
update role set away_from = :away_from, away_until = :away_until, deputy_id = nullif(:deputy_id, 0)
 where person_id = :person_id and role = 'coordinator';

-- Somebody looks after what another does not: no row where another was faster.
-- :name coordinator_stand_in :run
update role set deputy_id = :deputy_id where person_id = :person_id and role = 'coordinator';

-- A side was rung, or reminded: it waits some days more.
-- :name proposal_rung :run mentor:flag
update proposal set mentor_rung = case when :mentor then :now else mentor_rung end, mentee_rung = case when :mentor then mentee_rung else :now end
 where id = :proposal_id and state = 'sent' and (:mentor = 0 or mentor_answer = '') and (:mentor or mentee_answer = '');

-- A rest without a day goes on: somebody has asked how they are.
-- :name person_rests_on :run
update person set due_at = :due_at where id = :person_id and state = 'paused' and paused_until = '';

-- The night: rests without a day that have gone on for long.
-- :name people_rest_long :many
select id as person_id from person where state = 'paused' and paused_until = '' and due_at < :now order by due_at, id limit 500;

-- Pairs whose pause has gone on for long, and nobody has it on the list.
-- :name pairs_rest_long :many
select id as pair_id, coordinator_id from pair where state = 'paused' and paused_why <> 'death' and due_at < :now order by due_at, id limit 500;

-- :name pair_rests_on :run
update pair set due_at = :due_at where id = :pair_id and state = 'paused';

-- Who came in a while ago and only offers help, or only asks for it; and nobody has written to them of it lately.
-- :name people_only_give :many since:count
select min(s.id) as signup_id, s.person_id from signup s join person p on p.id = s.person_id
 where s.state = 'approved' and s.due_at < :now and p.state = 'active'
   and (exists (select 1 from signup t join offer o on o.signup_id = t.id where t.person_id = s.person_id and t.state = 'approved' and o.state = 'open')
        or exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentor_id = s.person_id and y.state <> 'ended'))
   and not exists (select 1 from signup t join ask a on a.signup_id = t.id where t.person_id = s.person_id and t.state = 'approved' and a.state in ('open', 'met'))
   and not exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = s.person_id and y.state <> 'ended')
   and not exists (select 1 from task k where k.person_id = s.person_id and k.kind in ('only-gives', 'only-receives') and (k.state = 'open' or k.done_at > :since))
 group by s.person_id order by s.person_id limit 200;

-- :name people_only_receive :many since:count
select min(s.id) as signup_id, s.person_id from signup s join person p on p.id = s.person_id
 where s.state = 'approved' and s.due_at < :now and p.state = 'active'
   and (exists (select 1 from signup t join ask a on a.signup_id = t.id where t.person_id = s.person_id and t.state = 'approved' and a.state in ('open', 'met'))
        or exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = s.person_id and y.state <> 'ended'))
   and not exists (select 1 from signup t join offer o on o.signup_id = t.id where t.person_id = s.person_id and t.state = 'approved' and o.state = 'open')
   and not exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentor_id = s.person_id and y.state <> 'ended')
   and not exists (select 1 from task k where k.person_id = s.person_id and k.kind in ('only-gives', 'only-receives') and (k.state = 'open' or k.done_at > :since))
 group by s.person_id order by s.person_id limit 200;

-- They ask, or offer, now, or are not there any more: nobody has to write.
-- :name tasks_of_one_side_over :run
update task set state = 'done', done_at = :now where person_id = :person_id and kind = :kind and state = 'open';

-- :name tasks_of_gone_over :run
update task set state = 'done', done_at = :now
 where state = 'open' and kind in ('only-gives', 'only-receives', 'rest')
   and exists (select 1 from person p where p.id = task.person_id
                and ((task.kind = 'rest' and (p.state <> 'paused' or p.paused_until <> '')) or (task.kind <> 'rest' and p.state <> 'active')));
