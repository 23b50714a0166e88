-- A person in a programme, from the first question on. `signup_…` rows are shown by the page of that
-- name; `signup_keep_…` keep its answers, and change nothing once the sign-up was sent.

-- :name signup_begin_person :one
insert into person (language, created_at) values (:language, :now) returning id;

-- :name signup_begin :one
insert into signup (person_id, programme_id, due_at, return_code, tongues, started_at, changed_at)
values (:person_id, nullif(:programme_id, 0), :due_at, '', :tongues, :now, :now) returning id;

-- Another programme for somebody whom we know: what they have told is not asked again.
-- :name signup_join :one
insert into signup (person_id, programme_id, due_at, return_code, adult, time_offered, capacity, ways, district, tongues, other_tongue, core_values,
                    started_at, changed_at)
select s.person_id, g.id, :due_at, '', s.adult, s.time_offered, s.capacity, s.ways, s.district, s.tongues, s.other_tongue, s.core_values, :now, :now
  from signup s join programme g on g.id = :programme_id and g.state = 'open'
 where s.person_id = :person_id and s.state = 'approved'
   and not exists (select 1 from signup t where t.person_id = :person_id
                    and (t.state in ('open', 'asked') or (t.programme_id = :programme_id and t.state in ('sent', 'approved'))))
 order by s.id limit 1 returning id;

-- :name signup_return_code :run
update signup set return_code = :return_code where id = :signup_id;

-- A sign-up that may be gone on with, by its return code.
-- :name signup_by_return_code :one since:count
select id from signup
 where return_code = :return_code and return_code <> '' and state in ('open', 'asked') and started_at > :since;

-- :name signup_state :one
select s.state, s.person_id, s.programme_id, s.due_at, p.state as person_state
  from signup s join person p on p.id = s.person_id where s.id = :signup_id;

-- :name signup_step :run from_state:text
update signup set state = :state, due_at = :due_at, changed_at = :now where id = :signup_id and state = :from_state;

-- :name signup_sent_at :run
update signup set sent_at = :now where id = :signup_id;

-- :name signup_think :one
select p.thanks_to from signup s join person p on p.id = s.person_id
 where s.id = :signup_id and s.state in ('open', 'asked');

-- :name signup_keep_think :run
update person set thanks_to = :thanks_to
 where id = (select person_id from signup where id = :signup_id and state in ('open', 'asked'));

-- Somebody who is in a programme already changes who they are, and how to reach them, on their own page.
-- :name signup_name :one
select p.full_name, p.call_name from signup s join person p on p.id = s.person_id
 where s.id = :signup_id and s.state in ('open', 'asked') and p.state = 'new';

-- :name signup_keep_name :run
update person set full_name = :full_name, call_name = :call_name
 where state = 'new' and id = (select person_id from signup where id = :signup_id and state in ('open', 'asked'));

-- :name signup_reach :one
select p.reach, p.email, p.phone, p.address from signup s join person p on p.id = s.person_id
 where s.id = :signup_id and s.state in ('open', 'asked') and p.state = 'new';

-- :name signup_keep_reach :run
update person set reach = :reach, email_checked_at = case when lower(email) = lower(:email) then email_checked_at else 0 end, email = :email,
       phone = :phone, address = :address
 where state = 'new' and id = (select person_id from signup where id = :signup_id and state in ('open', 'asked'));

-- :name signup_programme_id :one
select programme_id from signup where id = :signup_id and state in ('open', 'asked');

-- Another sign-up of the same person to this programme.
-- :name signup_already :one
select t.id as signup_id from signup t join signup s on s.person_id = t.person_id
 where s.id = :signup_id and t.id <> s.id and t.programme_id = :programme_id and t.state in ('open', 'sent', 'asked', 'approved') limit 1;

-- Another programme has other topics and places: what was chosen from the old ones goes.
-- :name signup_keep_programme :run
update signup set programme_id = :programme_id, place_id = null where id = :signup_id and state in ('open', 'asked');

-- :name signup_drop_asks :run
delete from ask where signup_id = :signup_id;

-- :name signup_drop_offers :run
delete from offer where signup_id = :signup_id;

-- :name signup_about :one intergenerational:flag adult:flag
select s.adult, p.age_band, coalesce(g.intergenerational, 0) as intergenerational
  from signup s join person p on p.id = s.person_id left join programme g on g.id = s.programme_id
 where s.id = :signup_id and s.state in ('open', 'asked');

-- :name signup_keep_adult :run
update signup set adult = :adult where id = :signup_id and state in ('open', 'asked');

-- :name signup_keep_age_band :run
update person set age_band = :age_band
 where id = (select person_id from signup where id = :signup_id and state in ('open', 'asked'));

-- :name signup_ask_row :one
select a.topic_id, a.words, a.wish, a.level from ask a where a.signup_id = :signup_id order by a.id limit 1;

-- What the pages of asks and offers need to know of the sign-up.
-- :name signup_of :one talk_ask:flag talk_offer:flag has_band:flag has_levels:flag
select s.programme_id, s.talk_ask, s.talk_offer, p.age_band not in ('', 'unsaid') as has_band, coalesce(g.kind, '') = 'teaching' as has_levels
  from signup s join person p on p.id = s.person_id left join programme g on g.id = s.programme_id
 where s.id = :signup_id and s.state in ('open', 'asked');

-- :name signup_add_ask :run
insert into ask (signup_id, topic_id, words, wish, level, since) values (:signup_id, :topic_id, :words, :wish, :level, :now);

-- :name signup_keep_talk_ask :run
update signup set talk_ask = :talk_ask where id = :signup_id and state in ('open', 'asked');

-- :name signup_offer_row :one
select words, wish, level, group_most from offer where signup_id = :signup_id order by id limit 1;

-- :name signup_add_offer :run
insert into offer (signup_id, topic_id, words, wish, level, group_most)
select s.id, :topic_id, :words, :wish, :level,
       case when g.kind <> 'teaching' or :group_most < 1 then 1 when :group_most > g.group_most then g.group_most else :group_most end
  from signup s join programme g on g.id = s.programme_id where s.id = :signup_id;

-- :name signup_keep_talk_offer :run
update signup set talk_offer = :talk_offer where id = :signup_id and state in ('open', 'asked');

-- :name signup_values :one
select core_values from signup where id = :signup_id and state in ('open', 'asked');

-- :name signup_keep_values :run
update signup set core_values = :core_values where id = :signup_id and state in ('open', 'asked');

-- :name signup_time :one
select time_offered, capacity from signup where id = :signup_id and state in ('open', 'asked');

-- :name signup_keep_time :run
update signup set time_offered = :time_offered, capacity = :capacity
 where id = :signup_id and state in ('open', 'asked');

-- :name signup_meet_row :one
select ways, district, place_id, programme_id from signup where id = :signup_id and state in ('open', 'asked');

-- :name signup_keep_meet :run
update signup set ways = :ways, district = :district, place_id = nullif(:place_id, 0)
 where id = :signup_id and state in ('open', 'asked');

-- :name signup_tongues :one
select tongues, other_tongue from signup where id = :signup_id and state in ('open', 'asked');

-- :name signup_keep_tongues :run
update signup set tongues = :tongues, other_tongue = :other_tongue
 where id = :signup_id and state in ('open', 'asked');

-- Everything that was answered, for the page that checks it and for the coordinator who reads it.
-- :name signup_answers :one talk_ask:flag talk_offer:flag intergenerational:flag adult:flag is_known:flag kind:text programme:text place:text
select s.id as signup_id, p.state <> 'new' as is_known, s.person_id, s.state, s.programme_id, s.adult, s.time_offered, s.capacity, s.ways, s.district, s.tongues,
       s.other_tongue, s.core_values, s.talk_ask, s.talk_offer, s.question, s.reply, s.sent_at, s.started_at, s.due_at,
       p.call_name, p.full_name, p.reach, p.email, p.phone, p.address, p.language, p.age_band, p.thanks_to,
       coalesce(g.intergenerational, 0) as intergenerational, coalesce(g.kind, '') as kind,
       coalesce(wl.words, we.words, '') as programme, coalesce(pl.words, pe.words, '') as place
  from signup s
  join person p on p.id = s.person_id
  left join programme g on g.id = s.programme_id
  left join wording wl on wl.subject = 'programme' and wl.subject_id = s.programme_id and wl.language = :language
  left join wording we on we.subject = 'programme' and we.subject_id = s.programme_id and we.language = 'en'
  left join wording pl on pl.subject = 'place' and pl.subject_id = s.place_id and pl.language = :language
  left join wording pe on pe.subject = 'place' and pe.subject_id = s.place_id and pe.language = 'en'
 where s.id = :signup_id;

-- :name signup_asks :many topic:text
select a.id as ask_id, a.words, a.wish, a.state, coalesce(l.words, e.words, '') as topic
  from ask a
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where a.signup_id = :signup_id order by a.id;

-- :name signup_offers :many topic:text
select o.id as offer_id, o.words, o.wish, o.state, coalesce(l.words, e.words, '') as topic
  from offer o
  left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = o.topic_id and e.language = 'en'
 where o.signup_id = :signup_id order by o.id;

-- What was just sent from this browser, for a day.
-- :name signup_sent :one since:count
select s.id as signup_id, s.sent_at, p.call_name, p.reach, p.email, p.phone
  from browser b join signup s on s.person_id = b.person_id or (b.person_id is null and s.id = b.signup_id)
  join person p on p.id = s.person_id
 where b.token = :token and s.state <> 'open' and s.sent_at > :since order by s.sent_at desc, s.id desc limit 1;

-- What a coordinator asked of them.
-- :name signup_reply :one
select question, reply from signup where id = :signup_id and state = 'asked';

-- :name signup_keep_reply :run
update signup set reply = :reply where id = :signup_id and state = 'asked';

-- :name signup_decided :run
update signup set question = :question, reply = '', reason = :reason where id = :signup_id;

-- Where the programme takes in whoever has shown that their address is theirs, and nothing has to be talked over.
-- :name signup_light :one is_checked:flag
select s.id as signup_id, p.email_checked_at > 0 as is_checked
  from signup s join person p on p.id = s.person_id join programme g on g.id = s.programme_id
 where s.id = :signup_id and g.moderation = 'light' and p.email <> '' and s.talk_ask = 0 and s.talk_offer = 0;

-- :name signups_sent_of :many
select id as signup_id from signup where person_id = :person_id and state = 'sent' order by id;
