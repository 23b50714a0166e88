-- Somebody suggested for an ask, or invited by whoever asks.

-- :name invitation_add :one
insert into invitation (by_id, kind, ask_id, name, email, address, words, consent, due_at, at)
values (:by_id, :kind, :ask_id, :name, :email, :address, :words, :consent, :due_at, :now) returning id;

-- :name invitation_one :one
select i.id as invitation_id, i.by_id, i.kind, i.ask_id, i.person_id, i.name, i.email, i.address, i.state, i.told_at
  from invitation i where i.id = :invitation_id;

-- No row when somebody was faster.
-- :name invitation_step :run from_state:text
update invitation set state = :state, due_at = :due_at where id = :invitation_id and state = :from_state;

-- :name invitation_told :run
update invitation set told_at = :now where id = :invitation_id and state = 'open';

-- :name invitation_tie :run
update invitation set person_id = :person_id, told_at = :now where id = :invitation_id and state = 'open' and person_id is null;

-- The sign-up that came of it, once.
-- :name invitation_joins :run
update invitation set person_id = :person_id where id = :invitation_id and state = 'accepted' and person_id is null;

-- What its letter or mail leads to. The guest hears the host's first name only where the host said so.
-- :name invitation_page :one topic:text programme:text by_name:text programme_id:count
select i.id as invitation_id, i.kind, i.state, i.words, g.id as programme_id,
       case when i.consent = 1 then h.call_name else '' end as by_name,
       coalesce(l.words, n.words, '') as topic, coalesce(k.words, m.words, '') as programme
  from invitation i join person h on h.id = i.by_id join ask a on a.id = i.ask_id join signup s on s.id = a.signup_id
  join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
  left join wording k on k.subject = 'programme' and k.subject_id = g.id and k.language = :language
  left join wording m on m.subject = 'programme' and m.subject_id = g.id and m.language = 'en'
 where i.id = :invitation_id;

-- The same, for somebody of the programme.
-- :name match_help :one topic:text programme:text by_name:text programme_id:count
select i.id as invitation_id, i.kind, i.state, i.words, g.id as programme_id,
       case when i.consent = 1 then h.call_name else '' end as by_name,
       coalesce(l.words, n.words, '') as topic, coalesce(k.words, m.words, '') as programme
  from invitation i join person h on h.id = i.by_id join ask a on a.id = i.ask_id join signup s on s.id = a.signup_id
  join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
  left join wording k on k.subject = 'programme' and k.subject_id = g.id and k.language = :language
  left join wording m on m.subject = 'programme' and m.subject_id = g.id and m.language = 'en'
 where i.id = :invitation_id and i.person_id = :person_id and i.state = 'open';

-- What a person sent out and may still take back.
-- :name invitations_by :many topic:text
select i.id as invitation_id, i.kind, i.name, i.at, i.due_at, coalesce(l.words, n.words, '') as topic
  from invitation i join ask a on a.id = i.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where i.state = 'open' and i.by_id = :person_id order by i.id limit 20;

-- :name match_take_back :one topic:text
select i.id as invitation_id, i.kind, i.name, coalesce(l.words, n.words, '') as topic
  from invitation i join ask a on a.id = i.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where i.id = :invitation_id and i.state = 'open' and i.by_id = :person_id;

-- Those whose ask is still open, of somebody who has just come in.
-- :name invitations_accepted :many
select i.id as invitation_id from invitation i join ask a on a.id = i.ask_id
 where i.state = 'accepted' and i.person_id = :person_id and a.state = 'open' order by i.id limit 20;

-- Those whose time is over: to be answered, or, when they are, to be remembered by name.
-- :name invitations_over :many is_open:flag
select id as invitation_id, state = 'open' as is_open from invitation
 where state in ('open', 'accepted', 'declined', 'withdrawn', 'lapsed') and due_at < :now order by due_at, id limit 500;

-- :name invitation_forget :run
update invitation set name = '', email = '', address = '', words = '' where id = :invitation_id and state <> 'open';

-- Those that name somebody of the programme and are not tied to anybody yet.
-- :name invitations_named :many
select i.id as invitation_id, i.name, s.programme_id
  from invitation i join ask a on a.id = i.ask_id join signup s on s.id = a.signup_id
 where i.state = 'open' and i.person_id is null and i.told_at = 0 and i.email = '' and i.address = '' order by i.id limit 500;

-- Everybody of a programme whom a name could mean.
-- :name invitation_people :many
select p.id as person_id, p.call_name, p.full_name from signup s join person p on p.id = s.person_id
 where s.programme_id = :programme_id and s.state = 'approved' and p.state = 'active' and p.id <> :by_id order by p.id;

-- For the coordinator: whom it means, or the letter to print.
-- :name invitation_at_desk :one topic:text programme:text by_name:text mentee:text programme_id:count
select i.id as invitation_id, i.kind, i.state, i.name, i.address, i.words, i.told_at, i.by_id, i.ask_id, g.id as programme_id, i.email,
       h.call_name as by_name, e.call_name as mentee, coalesce(l.words, n.words, '') as topic, coalesce(k.words, m.words, '') as programme
  from invitation i join person h on h.id = i.by_id join ask a on a.id = i.ask_id join signup s on s.id = a.signup_id
  join person e on e.id = s.person_id join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
  left join wording k on k.subject = 'programme' and k.subject_id = g.id and k.language = :language
  left join wording m on m.subject = 'programme' and m.subject_id = g.id and m.language = 'en'
 where i.id = :invitation_id and i.state = 'open' and i.told_at = 0;

-- Somebody's offer of a topic, and one made because they said yes to helping with it.
-- :name invitation_offer :one
select o.id as offer_id from offer o join signup s on s.id = o.signup_id
 where s.person_id = :person_id and s.programme_id = :programme_id and s.state = 'approved' and o.topic_id = :topic_id and o.state = 'open'
 order by o.id limit 1;

-- :name invitation_offer_add :one
insert into offer (signup_id, topic_id)
select s.id, :topic_id from signup s where s.person_id = :person_id and s.programme_id = :programme_id and s.state = 'approved'
 order by s.id limit 1 returning id;

-- One's own open ask in an everyday programme: somebody may be invited to help with it.
-- :name match_invite :one topic:text
select a.id as ask_id, coalesce(l.words, e.words, '') as topic
  from ask a join signup s on s.id = a.signup_id join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
 where a.id = :ask_id and a.state = 'open' and s.person_id = :person_id and s.state = 'approved' and g.kind = 'everyday';
