-- What a safeguarding lead sees of a person and of a pair. The reader has to be a lead, whatever page asks.

-- An unfinished sign-up is somebody that nobody knows. Time, values and languages are alike in all sign-ups of a person.
-- :name lead_person :one reader_id:count time_offered:text core_values:text tongues:text other_tongue:text
select p.id as person_id, p.state, p.paused_until, p.call_name, p.full_name, p.reach, p.email, p.phone, p.address, p.language, p.age_band,
       coalesce(s.time_offered, '') as time_offered, coalesce(s.core_values, '') as core_values, coalesce(s.tongues, '') as tongues,
       coalesce(s.other_tongue, '') as other_tongue
  from person p
  left join signup s on s.id = (select max(t.id) from signup t where t.person_id = p.id and coalesce(t.state, '') not in ('open', 'lapsed'))
 where p.id = :person_id and p.state <> 'erased' and (p.state <> 'new' or s.id is not null)
   and exists (select 1 from role r where r.person_id = :reader_id and r.role = 'lead');

-- :name lead_signups :many programme:text place:text
select s.id as signup_id, s.state, s.capacity, s.ways, s.district, coalesce(l.words, e.words, '') as programme, coalesce(k.words, m.words, '') as place
  from signup s
  left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
  left join wording k on k.subject = 'place' and k.subject_id = s.place_id and k.language = :language
  left join wording m on m.subject = 'place' and m.subject_id = s.place_id and m.language = 'en'
 where s.person_id = :person_id and s.state not in ('open', 'lapsed') order by s.id;

-- :name lead_asks :many topic:text
select a.id as ask_id, a.words, a.wish, a.state, coalesce(l.words, e.words, '') as topic
  from signup s join ask a on a.signup_id = s.id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where s.person_id = :person_id and s.state not in ('open', 'lapsed') order by a.id limit 50;

-- :name lead_offers :many topic:text
select o.id as offer_id, o.words, o.wish, o.state, coalesce(l.words, e.words, '') as topic
  from signup s join offer o on o.signup_id = s.id
  left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = o.topic_id and e.language = 'en'
 where s.person_id = :person_id and s.state not in ('open', 'lapsed') order by o.id limit 50;

-- But for what a concern left: it would tell of one to a lead who may not read it.
-- :name lead_bars :many
select id as bar_id, kind, words, until from bar where person_id = :person_id and words <> '' and kind <> 'concern' order by id limit 100;

-- Why they rest is told of a concern to who may read it, and to all others as of a conflict.
-- :name lead_pairs :many reader_id:count mentor:text mentee:text paused_why:text topic:text
select y.id as pair_id, y.state, m.full_name as mentor, e.full_name as mentee, coalesce(l.words, n.words, '') as topic,
       case when y.paused_why = 'concern' and not exists (select 1 from concern_entry c join concern_reader v on v.concern_id = c.concern_id
              where c.pair_id = y.id and v.person_id = :reader_id) then 'conflict' else y.paused_why end as paused_why
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id join ask a on a.id = z.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where z.mentor_id = :person_id or z.mentee_id = :person_id order by y.id desc limit 50;

-- Whom they suggested or invited.
-- :name lead_invitations :many
select kind, name, state, at from invitation where by_id = :person_id and name <> '' order by id desc limit 50;

-- :name lead_pair :one reader_id:count mentor:text mentee:text paused_why:text topic:text ask_words:text offer_words:text meetings:count last_day:text
select y.id as pair_id, y.state, y.opened_at, y.ended_at, y.ended_how, y.rhythm, z.mentor_id, z.mentee_id, m.full_name as mentor, e.full_name as mentee,
       z.mentor_shows, z.mentee_shows, a.words as ask_words, o.words as offer_words, coalesce(l.words, n.words, '') as topic,
       (select count(*) from meeting t where t.pair_id = y.id and t.state = 'held') as meetings,
       coalesce((select max(t.day) from meeting t where t.pair_id = y.id and t.state = 'held'), '') as last_day,
       case when y.paused_why = 'concern' and not exists (select 1 from concern_entry c join concern_reader v on v.concern_id = c.concern_id
              where c.pair_id = y.id and v.person_id = :reader_id) then 'conflict' else y.paused_why end as paused_why
  from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
  join ask a on a.id = z.ask_id join offer o on o.id = z.offer_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where y.id = :pair_id and exists (select 1 from role r where r.person_id = :reader_id and r.role = 'lead');

-- Who wished that it changes, rests or ends, and when; not their words.
-- :name lead_wishes :many
select side, answer, given_at from review where pair_id = :pair_id and answer in ('change', 'pause', 'end') order by number, side desc limit 50;

-- Private words to the coordinator, which a lead may read too.
-- :name lead_words :many day:text
select t.day, f.side, f.private_word
  from meeting t join feedback f on f.meeting_id = t.id
 where t.pair_id = :pair_id and f.private_word <> '' order by t.day desc, f.side desc limit 100;

-- The open concerns that a pair was tied to, and that this reader may read.
-- :name lead_concerns :many
select distinct n.concern_id
  from concern_entry n join concern c on c.id = n.concern_id join concern_reader v on v.concern_id = n.concern_id
 where n.pair_id = :pair_id and v.person_id = :person_id and c.state in ('new', 'taken', 'reopened') order by n.concern_id limit 20;

-- The same of all pairs of a person, and of what they raised.
-- :name lead_person_concerns :many reader_id:count
select c.id as concern_id
  from concern c join concern_reader v on v.concern_id = c.id
 where c.state in ('new', 'taken', 'reopened') and v.person_id = :reader_id
   and (c.raised_by = :person_id or exists (
     select 1 from concern_entry n join pair y on y.id = n.pair_id join proposal z on z.id = y.proposal_id
      where n.concern_id = c.id and :person_id in (z.mentor_id, z.mentee_id)))
 order by c.id limit 20;

-- With a concern alone: what each side said of meetings.
-- :name lead_answers :many day:text
select t.day, f.side, f.did_meet, f.productive, f.useful, f.energising
  from meeting t join feedback f on f.meeting_id = t.id
 where t.pair_id = :pair_id order by t.day desc, f.side desc limit 200;

-- With a concern alone: all aims.
-- :name lead_aims :many
select number, kind, words, state from aim where pair_id = :pair_id order by number limit 50;
