-- Everybody whom the desk knows, to be found and read about. An unfinished sign-up is a person that nobody knows.

-- What somebody is found by, and what it is made from.
-- :name find_person :one districts:text
select found_by, call_name, full_name, email, phone, address,
       coalesce((select group_concat(s.district, ' ') from signup s where s.person_id = p.id), '') as districts
  from person p where p.id = :person_id;

-- :name find_forget :run
delete from person_word where kind = :kind and word = :word and person_id = :person_id;

-- :name find_add :run
insert or ignore into person_word (kind, word, person_id) values (:kind, :word, :person_id);

-- :name find_keep :run
update person set found_by = :found_by where id = :person_id;

-- Up to 500 are looked at: by name, the newest first, or those with a word that begins so; 51 that fit are told.
-- :name people_some :many how:text start:text beyond:text also:text besides:text after:text after_id:count lacks:text asks:count offers:count helps:count helped:count programmes:text
with found(person_id) as (
  select * from (select w.person_id from person_word w where :how = 'name' and w.kind = 'name' and (w.word, w.person_id) > (:after, :after_id)
                  order by w.word, w.person_id limit 500)
  union all
  select * from (select t.id from person t where :how = 'newest' and t.id < :after_id order by t.id desc limit 500)
  union all
  select * from (select distinct w.person_id from person_word w where :how = 'word' and w.kind = 'word' and w.word >= :start and w.word < :beyond limit 500))
select p.id as person_id, p.full_name, p.call_name, p.state, p.reach, p.found_by,
       (select count(*) from ask a join signup s on s.id = a.signup_id where s.person_id = p.id and s.state = 'approved' and a.state <> 'closed') as asks,
       (select count(*) from offer o join signup s on s.id = o.signup_id where s.person_id = p.id and s.state = 'approved' and o.state = 'open') as offers,
       (select count(*) from proposal z join pair y on y.proposal_id = z.id where z.mentor_id = p.id and y.state <> 'ended') as helps,
       (select count(*) from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = p.id and y.state <> 'ended') as helped,
       coalesce((select group_concat(coalesce(l.words, e.words, ''), ' · ') from signup s
           left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
           left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
          where s.person_id = p.id and s.state in ('sent', 'asked', 'approved')), '') as programmes
  from found cross join person p on p.id = found.person_id
 where p.state <> 'erased' and (p.state <> 'new' or exists (select 1 from signup s where s.person_id = p.id and s.sent_at > 0))
   and (:also = '' or instr(char(10) || p.found_by, char(10) || :also) > 0)
   and (:besides = '' or instr(char(10) || p.found_by, char(10) || :besides) > 0)
   and (:state = 'all' or p.state = :state)
   and (:programme_id = 0 or exists (select 1 from signup s where s.person_id = p.id and s.programme_id = :programme_id and s.state in ('sent', 'asked', 'approved')))
   and (:lacks = 'all' or (p.state in ('active', 'paused')
     and (:lacks <> 'email' or p.email = '')
     and (:lacks <> 'ask' or not exists (select 1 from ask a join signup s on s.id = a.signup_id where s.person_id = p.id and s.state = 'approved' and a.state <> 'closed'))
     and (:lacks <> 'offer' or not exists (select 1 from offer o join signup s on s.id = o.signup_id where s.person_id = p.id and s.state = 'approved' and o.state = 'open'))
     and (:lacks <> 'mentor' or not exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = p.id and y.state <> 'ended'))))
 order by case :how when 'newest' then - p.id else 0 end, p.found_by, p.id
 limit 51;

-- How far 500 reach: the last of them.
-- :name people_reach_name :one after:text after_id:count
select w.word, w.person_id from person_word w where w.kind = 'name' and (w.word, w.person_id) > (:after, :after_id)
 order by w.word, w.person_id limit 1 offset 499;

-- :name people_reach_newest :one after_id:count
select t.id as person_id from person t where t.id < :after_id order by t.id desc limit 1 offset 499;

-- :name people_reach_word :one start:text beyond:text
select found.person_id from (select distinct person_id from person_word where kind = 'word' and word >= :start and word < :beyond limit 1 offset 499) found;

-- Somebody's own page.
-- :name person_shown :one is_staff:flag card:count
select p.id as person_id, p.state, p.paused_until, p.call_name, p.full_name, p.reach, p.email, p.phone, p.address, p.language, p.age_band, p.created_at,
       exists (select 1 from role r where r.person_id = p.id) as is_staff,
       (select count(*) from paper_code c where c.person_id = p.id and c.kind = 'card' and c.used_at = 0) as card
  from person p
 where p.id = :person_id and p.state <> 'erased' and (p.state <> 'new' or exists (select 1 from signup s where s.person_id = p.id and s.sent_at > 0));

-- :name person_signups :many programme_id:count programme:text
select s.id as signup_id, coalesce(s.programme_id, 0) as programme_id, s.state, s.sent_at, coalesce(l.words, e.words, '') as programme
  from signup s
  left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
 where s.person_id = :person_id and s.sent_at > 0 order by s.id;

-- :name person_asks :many topic:text
select a.id as ask_id, a.words, a.wish, a.state, coalesce(l.words, e.words, '') as topic
  from signup s cross join ask a on a.signup_id = s.id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where s.person_id = :person_id order by a.id limit 50;

-- :name person_offers :many topic:text
select o.id as offer_id, o.words, o.wish, o.state, coalesce(l.words, e.words, '') as topic
  from signup s cross join offer o on o.signup_id = s.id
  left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = o.topic_id and e.language = 'en'
 where s.person_id = :person_id order by o.id limit 50;

-- :name person_pairs :many is_mentor:flag other:text meetings:count topic:text
select y.id as pair_id, y.state, y.opened_at, y.ended_at, z.mentor_id = :person_id as is_mentor, o.call_name as other,
       (select count(*) from meeting t where t.pair_id = y.id and t.state = 'held') as meetings,
       coalesce(l.words, e.words, '') as topic
  from proposal z cross join pair y on y.proposal_id = z.id
  join person o on o.id = case when z.mentor_id = :person_id then z.mentee_id else z.mentor_id end
  join ask a on a.id = z.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where z.mentor_id = :person_id or z.mentee_id = :person_id order by y.id desc limit 50;

-- What was done with them and theirs, the newest first. No row about worries, private lists, or being erased.
-- :name person_done :many before:count who:text
with found(subject, subject_id) as (
  select 'person', :person_id
  union all select 'signup', id from signup where person_id = :person_id
  union all select 'ask', a.id from signup s cross join ask a on a.signup_id = s.id where s.person_id = :person_id
  union all select 'offer', o.id from signup s cross join offer o on o.signup_id = s.id where s.person_id = :person_id
  union all select 'proposal', z.id from proposal z where z.mentor_id = :person_id or z.mentee_id = :person_id
  union all select 'pair', y.id from proposal z cross join pair y on y.proposal_id = z.id where z.mentor_id = :person_id or z.mentee_id = :person_id
  union all select 'meeting', t.id from proposal z cross join pair y on y.proposal_id = z.id cross join meeting t on t.pair_id = y.id
    where z.mentor_id = :person_id or z.mentee_id = :person_id)
select a.id, a.at, a.person_id, a.verb, a.subject, a.subject_id, coalesce(p.call_name, '') as who
  from found cross join audit a on a.subject = found.subject and a.subject_id = found.subject_id
  left join person p on p.id = a.person_id
 where a.id < :before and a.verb not in ('login.end', 'login.strong', 'person.approve', 'proposal.keep', 'proposal.drop', 'proposal.replace', 'proposal.ring', 'proposal.allow',
         'pair.signal', 'pair.words-end', 'pair.rhythm', 'aim.change', 'aim.begin', 'feedback.thank')
   and substr(a.verb, 1, 5) not in ('name.', 'task.', 'role.') and substr(a.verb, 1, 6) <> 'erase.'
 order by a.id desc limit 51;

-- A programme to which the desk signs somebody up.
-- :name desk_form_programme :one words:text intergenerational:flag
select g.id as programme_id, g.intergenerational, coalesce(l.words, e.words, '') as words
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where g.id = :programme_id and g.state = 'open';

-- Everybody whom the desk knows, for a spreadsheet.
-- :name people_file :many programmes:text asks:count offers:count helps:count helped:count
select p.id as person_id, p.state, p.full_name, p.call_name, p.reach, p.email, p.phone, p.address, p.language, p.age_band,
       coalesce((select group_concat(g.slug, ' ') from signup s cross join programme g on g.id = s.programme_id
                  where s.person_id = p.id and s.state in ('sent', 'asked', 'approved')), '') as programmes,
       (select count(*) from ask a join signup s on s.id = a.signup_id where s.person_id = p.id and s.state = 'approved' and a.state <> 'closed') as asks,
       (select count(*) from offer o join signup s on s.id = o.signup_id where s.person_id = p.id and s.state = 'approved' and o.state = 'open') as offers,
       (select count(*) from proposal z join pair y on y.proposal_id = z.id where z.mentor_id = p.id and y.state <> 'ended') as helps,
       (select count(*) from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = p.id and y.state <> 'ended') as helped
  from person p
 where p.state <> 'erased' and (p.state <> 'new' or exists (select 1 from signup s where s.person_id = p.id and s.sent_at > 0))
 order by p.id;

-- What could be written to somebody now, by how things stand with them: kinds of mail that hold no code, say of no change that is
-- over, and tell a coordinator nothing that their page does not.
-- :name letters_possible :many kind:text
with mine (pair_id, state, review_waits, quiet_said, ended_at, ended_how, met) as (
  select y.id, y.state, y.review_state <> '' and case when z.mentor_id = :person_id then y.mentor_says else y.mentee_says end = '', y.quiet_said, y.ended_at, y.ended_how,
         exists (select 1 from meeting t where t.pair_id = y.id and t.state = 'held')
    from proposal z cross join pair y on y.proposal_id = z.id where z.mentor_id = :person_id or z.mentee_id = :person_id),
signed (signup_id, state) as (select id, state from signup where person_id = :person_id)
select case state when 'approved' then 'approved' when 'sent' then 'sent' when 'asked' then 'asked' else 'declined' end as kind
  from signed where state in ('approved', 'sent', 'asked', 'declined')
union
select column1 from (values ('proposal'), ('reminder'))
 where exists (select 1 from proposal x where +x.state = 'sent' and ((x.mentor_id = :person_id and x.mentor_answer = '') or (x.mentee_id = :person_id and x.mentee_answer = '')))
union
select 'suggested' where exists (select 1 from invitation i where i.state = 'open' and i.person_id = :person_id)
union
select case when state = 'paused' then 'in-touch' when review_waits then 'review' when not met then 'opened' when quiet_said > 0 then 'quiet' when state = 'active' then 'going-on' else 'how' end
  from mine where state <> 'ended'
union
select 'how' from mine where state in ('trial', 'active') and met
union
select 'ended' from mine where state = 'ended' and ended_how <> 'mistake' and ended_at > :now - 2592000
union
select 'ask-too' where exists (select 1 from signed join offer o on o.signup_id = signed.signup_id where signed.state = 'approved' and o.state = 'open')
   and not exists (select 1 from signed join ask a on a.signup_id = signed.signup_id where signed.state = 'approved' and a.state <> 'closed')
union
select 'offer-too' where exists (select 1 from signed join ask a on a.signup_id = signed.signup_id where signed.state = 'approved' and a.state <> 'closed')
   and not exists (select 1 from signed join offer o on o.signup_id = signed.signup_id where signed.state = 'approved' and o.state = 'open')
union
select 'resting' where exists (select 1 from person where id = :person_id and state = 'paused')
union
select 'request' where exists (select 1 from task k where k.person_id = :person_id and k.state = 'open' and k.kind in ('data-request', 'data-complaint'))
 order by 1;
