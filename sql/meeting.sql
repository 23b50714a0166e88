-- Meetings, and what each side says of them.

-- :name meeting_add :one how:text
insert into meeting (pair_id, day, way, state, noted_by, noted_how, created_at) values (:pair_id, :day, :way, :state, :person_id, :how, :now)
on conflict (pair_id, day) do nothing returning id;

-- :name meeting_on :one
select id as meeting_id, state from meeting where pair_id = :pair_id and day = :day;

-- :name meeting_state :run how:text from_state:text
update meeting set state = :state, noted_by = :person_id, noted_how = :how where id = :meeting_id and state = :from_state;

-- What was still to come when a pair ended.
-- :name meetings_off :run
update meeting set state = 'off' where pair_id = :pair_id and state = 'planned' and day >= :today;

-- :name meeting_way :run
update meeting set way = :way where id = :meeting_id and :way <> '';

-- Silence is counted from the last meeting.
-- :name pair_met :run
update pair set quiet_from = :day, quiet_said = 0 where id = :pair_id and quiet_from < :day;

-- :name meetings_held :one n:count
select count(*) as n from meeting where pair_id = :pair_id and state = 'held';

-- :name meeting_one :one mentor:text mentee:text
select t.id as meeting_id, t.day, t.way, t.state as meeting_state, t.noted_by, t.pair_id, y.state, z.mentor_id, z.mentee_id, m.call_name as mentor, e.call_name as mentee
  from meeting t join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where t.id = :meeting_id;

-- :name feedback_put :run how:text
insert into feedback (meeting_id, side, did_meet, productive, useful, energising, listened, split, next_time, private_word, given_how, given_at)
values (:meeting_id, :side, :did_meet, :productive, :useful, :energising, :listened, :split, :next_time, :private_word, :how, :now)
on conflict (meeting_id, side) do update set
  did_meet = excluded.did_meet, productive = excluded.productive, useful = excluded.useful, energising = excluded.energising,
  listened = excluded.listened, split = excluded.split, next_time = excluded.next_time, private_word = excluded.private_word,
  given_how = excluded.given_how, given_at = excluded.given_at;

-- One's own words on a meeting.
-- :name feedback_own :one
select did_meet, productive, useful, energising, listened, split, next_time, private_word from feedback
 where meeting_id = :meeting_id and side = :side;

-- What a coordinator may see of a pair's meetings (docs/privacy.md): the three answers of both sides and
-- the private word; not how anybody felt listened to, nor how a mentor split the time.
-- :name feedback_for_desk :many thanked:flag to_come:flag mentor_met:text mentor_productive:text mentor_useful:text mentor_energising:text mentor_word:text mentor_how:text mentee_met:text mentee_productive:text mentee_useful:text mentee_energising:text mentee_word:text mentee_how:text
select t.id as meeting_id, t.day, t.way, t.state, t.noted_how, t.day > :today as to_come,
       coalesce(a.thanked_at, 1) > 0 and coalesce(b.thanked_at, 1) > 0 as thanked,
       coalesce(a.did_meet, '') as mentor_met, coalesce(a.productive, '') as mentor_productive, coalesce(a.useful, '') as mentor_useful,
       coalesce(a.energising, '') as mentor_energising, coalesce(a.private_word, '') as mentor_word, coalesce(a.given_how, '') as mentor_how,
       coalesce(b.did_meet, '') as mentee_met, coalesce(b.productive, '') as mentee_productive, coalesce(b.useful, '') as mentee_useful,
       coalesce(b.energising, '') as mentee_energising, coalesce(b.private_word, '') as mentee_word, coalesce(b.given_how, '') as mentee_how
  from meeting t
  left join feedback a on a.meeting_id = t.id and a.side = 'mentor'
  left join feedback b on b.meeting_id = t.id and b.side = 'mentee'
 where t.pair_id = :pair_id and t.state <> 'off' order by t.day desc, t.id desc limit 200;

-- One's own pair's meetings, with one's own answers; what is to come first.
-- :name feedback_mine :many did_meet:text next_time:text split:text thanked:flag to_come:flag
select t.id as meeting_id, t.day, t.way, t.state, coalesce(f.did_meet, '') as did_meet, coalesce(f.next_time, '') as next_time,
       coalesce(f.split, '') as split, coalesce(f.thanked_at, 0) > 0 as thanked, t.state = 'planned' and t.day > :today as to_come
  from meeting t left join feedback f on f.meeting_id = t.id and f.side = :side
 where t.pair_id = :pair_id and t.state <> 'off' order by t.day desc, t.id desc limit 50;

-- The coordinator has read what was said of a pair's meetings.
-- :name feedback_thank :run
update feedback set thanked_at = :now where thanked_at = 0 and meeting_id in (select id from meeting where pair_id = :pair_id);

-- What took most of the time, meeting by meeting: for the mentor alone.
-- :name feedback_split :many
select t.day, f.split from meeting t join feedback f on f.meeting_id = t.id and f.side = 'mentor'
 where t.pair_id = :pair_id and f.split <> '' order by t.day desc, t.id desc limit 30;
