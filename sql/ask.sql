-- What people of a programme ask and offer, one by one.

-- :name ask_signup :one
select programme_id from signup where id = :signup_id and person_id = :person_id and state = 'approved';

-- How many asks a person has open in a programme, and how many may be.
-- :name asks_open :one n:count most:count
select (select count(*) from ask a join signup s on s.id = a.signup_id
         where s.person_id = :person_id and s.programme_id = :programme_id and a.state = 'open') as n, open_asks as most
  from programme where id = :programme_id;

-- No row where the topic is another programme's, or the sign-up is not theirs. What a programme that does not teach
-- cannot have is left out.
-- :name ask_add :one
insert into ask (signup_id, topic_id, words, wish, level, since)
select s.id, t.id, :words, :wish, case g.kind when 'teaching' then :level else 0 end, :now
  from signup s join programme g on g.id = s.programme_id join topic t on t.programme_id = g.id
 where s.id = :signup_id and s.person_id = :person_id and s.state = 'approved' and t.id = :topic_id returning id;

-- :name ask_change :run
update ask set words = :words, wish = :wish, level = case when exists (select 1 from signup s join programme g on g.id = s.programme_id
                where s.id = ask.signup_id and g.kind = 'teaching') then :level else 0 end
 where id = :ask_id and state in ('open', 'met')
   and signup_id in (select s.id from signup s where s.person_id = :person_id and s.state = 'approved');

-- :name ask_one :one
select a.id as ask_id, a.state, s.person_id, s.programme_id from ask a join signup s on s.id = a.signup_id where a.id = :ask_id;

-- :name ask_step :run from_state:text
update ask set state = :state where id = :ask_id and state = :from_state;

-- :name offer_add :one
insert into offer (signup_id, topic_id, words, wish, level, group_most)
select s.id, t.id, :words, :wish, case g.kind when 'teaching' then :level else 0 end,
       case when g.kind <> 'teaching' or :group_most < 1 then 1 when :group_most > g.group_most then g.group_most else :group_most end
  from signup s join programme g on g.id = s.programme_id join topic t on t.programme_id = g.id
 where s.id = :signup_id and s.person_id = :person_id and s.state = 'approved' and t.id = :topic_id returning id;

-- :name offer_change :run
update offer set words = :words, wish = :wish,
       level = case when exists (select 1 from signup s join programme g on g.id = s.programme_id
                where s.id = offer.signup_id and g.kind = 'teaching') then :level else 0 end,
       group_most = coalesce((select case when :group_most < 1 then 1 when :group_most > g.group_most then g.group_most else :group_most end
                                from signup s join programme g on g.id = s.programme_id where s.id = offer.signup_id and g.kind = 'teaching'), 1)
 where id = :offer_id and state = 'open'
   and signup_id in (select s.id from signup s where s.person_id = :person_id and s.state = 'approved');

-- :name offer_one :one
select o.id as offer_id, o.state, s.person_id, s.programme_id from offer o join signup s on s.id = o.signup_id where o.id = :offer_id;

-- :name offer_step :run from_state:text
update offer set state = :state where id = :offer_id and state = :from_state;

-- All that a person asks, and all that they offer, in the programmes that they are in.
-- :name asks_of_person :many may_invite:flag may_choose:flag topic:text programme:text mentor:text
select a.id as ask_id, a.signup_id, a.words, a.state, a.level, a.since, g.kind = 'everyday' and a.state = 'open' as may_invite,
       g.moderation = 'shared' and a.state = 'open'
         and not exists (select 1 from proposal w where w.ask_id = a.id and w.state in ('kept', 'sent', 'agreed')) as may_choose,
       coalesce(l.words, e.words, '') as topic,
       coalesce(k.words, m.words, '') as programme,
       coalesce((select p.call_name from proposal x join pair y on y.proposal_id = x.id join person p on p.id = x.mentor_id
                  where x.ask_id = a.id and y.state <> 'ended' order by y.id desc limit 1), '') as mentor
  from ask a join signup s on s.id = a.signup_id join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
  left join wording k on k.subject = 'programme' and k.subject_id = s.programme_id and k.language = :language
  left join wording m on m.subject = 'programme' and m.subject_id = s.programme_id and m.language = 'en'
 where s.person_id = :person_id and s.state = 'approved' order by s.id, a.id;

-- :name offers_of_person :many topic:text programme:text
select o.id as offer_id, o.signup_id, o.words, o.state, o.level, o.group_most, coalesce(l.words, e.words, '') as topic,
       coalesce(k.words, m.words, '') as programme
  from offer o join signup s on s.id = o.signup_id
  left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = o.topic_id and e.language = 'en'
  left join wording k on k.subject = 'programme' and k.subject_id = s.programme_id and k.language = :language
  left join wording m on m.subject = 'programme' and m.subject_id = s.programme_id and m.language = 'en'
 where s.person_id = :person_id and s.state = 'approved' order by s.id, o.id;

-- One's own, to change. `has_levels`: the programme teaches.
-- :name ask_own :one topic:text has_band:flag has_levels:flag
select a.id as ask_id, a.state, a.words, a.wish, a.level, coalesce(l.words, e.words, '') as topic,
       p.age_band not in ('', 'unsaid') as has_band, g.kind = 'teaching' as has_levels
  from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where a.id = :ask_id and s.person_id = :person_id and s.state = 'approved';

-- :name offer_own :one topic:text has_band:flag has_levels:flag
select o.id as offer_id, o.state, o.words, o.wish, o.level, o.group_most, coalesce(l.words, e.words, '') as topic,
       p.age_band not in ('', 'unsaid') as has_band, g.kind = 'teaching' as has_levels
  from offer o join signup s on s.id = o.signup_id join person p on p.id = s.person_id join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = o.topic_id and e.language = 'en'
 where o.id = :offer_id and s.person_id = :person_id and s.state = 'approved';

-- What a page for a new one has to know.
-- :name ask_page :one programme:text has_band:flag has_levels:flag
select s.id as signup_id, s.programme_id, p.age_band not in ('', 'unsaid') as has_band, g.kind = 'teaching' as has_levels,
       coalesce(l.words, e.words, '') as programme
  from signup s join person p on p.id = s.person_id join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where s.id = :signup_id and s.person_id = :person_id and s.state = 'approved';
