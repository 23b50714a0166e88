-- Programmes and their lists, in the charity's own words.

-- :name programmes_open :many intergenerational:flag words:text more:text
select g.id as programme_id, g.slug, g.kind, g.intergenerational, coalesce(l.words, e.words, '') as words, coalesce(l.more, e.more, '') as more
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
