-- Programmes and their lists, in the charity's own words.

-- :name programmes_open :many intergenerational:flag words:text more:text
select g.id as programme_id, g.slug, g.kind, g.intergenerational, g.mentee_weeks, coalesce(l.words, e.words, '') as words, coalesce(l.more, e.more, '') as more
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where g.state = 'open' order by g.id;

-- :name programmes_open_count :one n:count
select count(*) as n from programme where state = 'open';

-- :name signup_programme :one intergenerational:flag words:text more:text
select g.id as programme_id, g.slug, g.kind, g.intergenerational, coalesce(l.words, e.words, '') as words, coalesce(l.more, e.more, '') as more
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where g.state = 'open' and g.slug = :slug;

-- :name programme_rules :one intergenerational:flag
select trial_meetings, trial_days, reverse_years, intergenerational, kind, moderation, open_asks, group_most from programme where id = :programme_id;

-- The topics, in order; `chosen` where this sign-up offers it: among its own few offers, not among all of the topic.
-- :name topics_offered :many chosen:flag words:text more:text
select t.id as topic_id, coalesce(l.words, e.words, '') as words, coalesce(l.more, e.more, '') as more,
       exists (select 1 from offer o where o.signup_id = :signup_id and coalesce(o.topic_id, 0) = t.id) as chosen
  from topic t
  left join wording l on l.subject = 'topic' and l.subject_id = t.id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = t.id and e.language = 'en'
 where t.programme_id = :programme_id order by t.position, t.id;

-- :name places_offered :many words:text
select p.id as place_id, coalesce(l.words, e.words, '') as words
  from place p
  left join wording l on l.subject = 'place' and l.subject_id = p.id and l.language = :language
  left join wording e on e.subject = 'place' and e.subject_id = p.id and e.language = 'en'
 where p.programme_id = :programme_id order by p.position, p.id;

-- :name programme_add :one
insert into programme (slug, kind, intergenerational) values (:slug, :kind, :intergenerational) returning id;

-- :name topic_add :one
insert into topic (programme_id, position) values (:programme_id, :position) returning id;

-- :name place_add :one
insert into place (programme_id, position) values (:programme_id, :position) returning id;

-- :name wording_put :run
insert into wording (subject, subject_id, language, words, more) values (:subject, :subject_id, :language, :words, :more)
on conflict (subject, subject_id, language) do update set words = excluded.words, more = excluded.more;

-- The desk's own list: drafts and closed ones too.
-- :name programmes_all :many intergenerational:flag words:text topics:count members:count
select g.id as programme_id, g.slug, g.kind, g.state, g.intergenerational, coalesce(l.words, e.words, '') as words,
       (select count(*) from topic t where t.programme_id = g.id) as topics,
       (select count(*) from signup s where s.state = 'approved' and s.programme_id = g.id) as members
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 order by g.id;

-- :name programme_settings :one intergenerational:flag
select id as programme_id, kind, slug, state, intergenerational, trial_meetings, trial_days, reverse_years, quiet_days, review_days, open_asks, group_most,
       moderation, measures, mentor_lessons, mentee_lessons, mentee_weeks from programme where id = :programme_id;

-- :name programme_settle :run intergenerational:flag
update programme set state = :state, intergenerational = :intergenerational, trial_meetings = :trial_meetings, trial_days = :trial_days,
       reverse_years = :reverse_years, quiet_days = :quiet_days, review_days = :review_days, open_asks = :open_asks, group_most = :group_most,
       moderation = :moderation, mentor_lessons = :mentor_lessons, mentee_lessons = :mentee_lessons,
       mentee_weeks = :mentee_weeks where id = :programme_id;

-- :name programme_state :run
update programme set state = :state where id = :programme_id;

-- How many have that kind: the next one's address has a number.
-- :name programmes_of_kind :one n:count
select count(*) as n from programme where slug = :kind or slug like :kind || '-%';

-- :name topics_of :many words:text more:text
select t.id as topic_id, t.position, coalesce(l.words, e.words, '') as words, coalesce(l.more, e.more, '') as more
  from topic t
  left join wording l on l.subject = 'topic' and l.subject_id = t.id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = t.id and e.language = 'en'
 where t.programme_id = :programme_id order by t.position, t.id;

-- :name topic_one :one
select id as topic_id, programme_id, position from topic where id = :topic_id;

-- The others of its programme make room, in the order they have.
-- :name topic_place :run
with others as (select id, row_number() over (order by position, id) - 1 as place from topic
                 where programme_id = (select programme_id from topic where id = :topic_id) and id <> :topic_id)
update topic set position = case when id = :topic_id then :position else (select place + (place >= :position) from others where others.id = topic.id) end
 where programme_id = (select programme_id from topic where id = :topic_id);

-- Behind all others.
-- :name topic_append :one
insert into topic (programme_id, position) select :programme_id, coalesce(max(position) + 1, 0) from topic where programme_id = :programme_id returning id;

-- :name topic_end :run
delete from topic where id = :topic_id and not exists (select 1 from offer o where o.topic_id = topic.id) and not exists (select 1 from ask a where a.topic_id = topic.id);

-- :name wordings_end :run
delete from wording where subject = :subject and subject_id = :subject_id;

-- In every language that it has.
-- :name wordings_of :many
select language, words, more from wording where subject = :subject and subject_id = :subject_id order by language = 'en' desc, language;
