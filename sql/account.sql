-- Signing in.

-- A new code kills the old one, and those whose time is over.
-- :name code_clear :run
delete from sign_in_code where email = :email or browser = :browser or expires_at < :now;

-- :name code_put :run
insert into sign_in_code (email, code, link, browser, own_device, expires_at)
values (:email, :code, :link, :browser, :own_device, :expires_at);

-- The code that this browser asked for.
-- :name code_of_browser :one
select email, code, tries, proven, own_device, expires_at from sign_in_code where browser = :browser and expires_at > :now;

-- :name code_by_link :one
select email, browser, own_device, tries from sign_in_code where link = :link and expires_at > :now;

-- :name code_try :run
update sign_in_code set tries = tries + 1 where browser = :browser;

-- :name code_proven :run
update sign_in_code set proven = 1 where browser = :browser;

-- :name code_end :run
delete from sign_in_code where email = :email;

-- :name totp_one :one
select sealed, last_step, confirmed_at from totp where person_id = :person_id;

-- :name totp_put :run
insert into totp (person_id, sealed, last_step, confirmed_at) values (:person_id, :sealed, :last_step, :now)
on conflict (person_id) do update set sealed = excluded.sealed, last_step = excluded.last_step, confirmed_at = excluded.confirmed_at;

-- No row when the step was used meanwhile.
-- :name totp_used :run
update totp set last_step = :last_step where person_id = :person_id and last_step < :last_step;

-- :name paper_codes_clear :run
delete from paper_code where person_id = :person_id and kind = :kind;

-- :name paper_code_put :run
insert into paper_code (person_id, kind, number, hash) values (:person_id, :kind, :number, :hash);

-- :name paper_code_one :one
select hash from paper_code where person_id = :person_id and kind = :kind and number = :number and used_at = 0;

-- :name paper_code_use :run
update paper_code set used_at = :now where person_id = :person_id and kind = :kind and number = :number and used_at = 0;

-- Whose page it is.
-- :name account_person :one is_paused:flag
select call_name, thanks_to, state = 'paused' as is_paused, paused_until from person where id = :person_id;

-- Where a person's sign-ups stand, one for each programme.
-- :name account_signups :many programme:text kind:text
select s.id as signup_id, s.state, s.sent_at, coalesce(g.kind, '') as kind, coalesce(l.words, e.words, '') as programme
  from signup s left join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
 where s.person_id = :person_id order by s.id;

-- What to do next, what is due first at the top: sign-ups, proposals, somebody to help, meetings since a day to say something about,
-- what is asked in one's pairs (review, signal, agree, closing).
-- :name account_things :many since:text kind:text id:count other:text topic:text day:text words:text due_at:count by_day:text
select s.state as kind, s.id as id, '' as other, coalesce(l.words, e.words, '') as topic, '' as day, s.question as words, s.due_at as due_at, '' as by_day
  from signup s
  left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
 where s.person_id = :person_id and s.state in ('open', 'asked')
union all
select case when x.mentor_id = :person_id then 'you-help' else 'helps-you' end, x.id, case when x.mentor_id = :person_id then q.call_name else m.call_name end, coalesce(l.words, n.words, ''), '', '', x.due_at, ''
  from proposal x join person m on m.id = x.mentor_id join person q on q.id = x.mentee_id join ask a on a.id = x.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where coalesce(x.state, '') = 'sent' and ((x.mentor_id = :person_id and x.mentor_answer = '') or (x.mentee_id = :person_id and x.mentee_answer = ''))
union all
select 'help', i.id, '', coalesce(l.words, n.words, ''), '', '', i.due_at, ''
  from invitation i join ask a on a.id = i.ask_id
  left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
  left join wording n on n.subject = 'topic' and n.subject_id = a.topic_id and n.language = 'en'
 where i.state = 'open' and i.person_id = :person_id
union all
select 'feedback', t.id, case when z.mentor_id = :person_id then q.call_name else m.call_name end, '', t.day, '', t.created_at + 604800, ''
  from meeting t join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id
  join person m on m.id = z.mentor_id join person q on q.id = z.mentee_id
 where (z.mentor_id = :person_id or z.mentee_id = :person_id) and y.state <> 'ended'
   and t.day > :since and (t.state = 'held' or (t.state = 'planned' and t.day <= :today))
   and not exists (select 1 from feedback f where f.meeting_id = t.id
                    and f.side = case when z.mentor_id = :person_id then 'mentor' else 'mentee' end)
union all
select case when y.state = 'ended' then 'closing'
            when y.review_state <> '' and case when z.mentor_id = :person_id then y.mentor_says else y.mentee_says end = '' then 'review'
            when case when z.mentor_id = :person_id then y.mentor_signal else y.mentee_signal end > 0 then 'signal'
            else 'agree' end,
       y.id, case when z.mentor_id = :person_id then q.call_name else m.call_name end, '', '', '',
       case when y.state = 'ended' then y.ended_at + 2592000
            when y.review_state <> '' or case when z.mentor_id = :person_id then y.mentor_signal else y.mentee_signal end > 0 then y.due_at
            else y.opened_at + 604800 end, ''
  from proposal z join pair y on y.proposal_id = z.id join person m on m.id = z.mentor_id join person q on q.id = z.mentee_id
 where (z.mentor_id = :person_id or z.mentee_id = :person_id)
   and ((y.state in ('trial', 'active')
         and ((y.review_state <> '' and case when z.mentor_id = :person_id then y.mentor_says else y.mentee_says end = '')
              or case when z.mentor_id = :person_id then y.mentor_signal else y.mentee_signal end > 0
              or case when z.mentor_id = :person_id then y.mentor_agreed else y.mentee_agreed end = 0))
        or (y.state = 'ended' and y.ended_how not in ('mistake', 'death') and y.ended_at > :now - 2592000
            and not exists (select 1 from review r where r.pair_id = y.id and r.kind = 'closing' and r.given_at >= y.ended_at
                             and r.side = case when z.mentor_id = :person_id then 'mentor' else 'mentee' end)))
 order by 7, 2, 1 limit 40;

-- The time of a code begins when the host has taken the mail.
-- :name code_handed_over :run
update sign_in_code set expires_at = :expires_at where email = :email;

-- A code of somebody's card that was not used.
-- :name card_code :one
select c.hash from paper_code c join person p on p.id = c.person_id
 where c.person_id = :person_id and c.kind = 'card' and c.number = :number and c.used_at = 0 and p.state in ('new', 'active', 'paused');

-- :name card_person :one unused:count made:count no_mail:flag
select p.id as person_id, p.call_name, p.full_name, p.email = '' as no_mail,
       (select count(*) from paper_code c where c.person_id = p.id and c.kind = 'card' and c.used_at = 0) as unused,
       (select count(*) from paper_code c where c.person_id = p.id and c.kind = 'card') as made
  from person p where p.id = :person_id and p.state in ('new', 'active', 'paused');

-- :name card_codes :many
select number, used_at from paper_code where person_id = :person_id and kind = 'card' order by number;

-- Their details, changed one page at a time. Values, time and languages are the same in every programme.
-- :name account_details_person :one
select call_name, full_name, reach, email, phone, address from person where id = :person_id;

-- :name account_answers :one
select core_values, time_offered, capacity, tongues, other_tongue from signup
 where person_id = :person_id and state = 'approved' order by id limit 1;

-- :name account_meets :many programme:text place:text
select s.id as signup_id, s.ways, s.district, coalesce(l.words, e.words, '') as programme, coalesce(k.words, f.words, '') as place
  from signup s
  left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
  left join wording k on k.subject = 'place' and k.subject_id = s.place_id and k.language = :language
  left join wording f on f.subject = 'place' and f.subject_id = s.place_id and f.language = 'en'
 where s.person_id = :person_id and s.state = 'approved' order by s.id;

-- :name account_name :one
select full_name, call_name from person where id = :person_id and state in ('active', 'paused');

-- :name account_reach_row :one
select reach, email, phone, address from person where id = :person_id and state in ('active', 'paused');

-- When this login began.
-- :name account_login :one
select created_at from browser where token = :token;

-- :name account_values :one
select core_values from signup where person_id = :person_id and state = 'approved' order by id limit 1;

-- :name account_keep_values :run
update signup set core_values = :core_values where person_id = :person_id and state = 'approved';

-- :name account_time :one
select time_offered, capacity from signup where person_id = :person_id and state = 'approved' order by id limit 1;

-- :name account_keep_time :run
update signup set time_offered = :time_offered, capacity = :capacity where person_id = :person_id and state = 'approved';

-- :name account_tongues :one
select tongues, other_tongue from signup where person_id = :person_id and state = 'approved' order by id limit 1;

-- :name account_keep_tongues :run
update signup set tongues = :tongues, other_tongue = :other_tongue where person_id = :person_id and state = 'approved';

-- :name account_meet_row :one
select ways, district, place_id, programme_id from signup where id = :signup_id and person_id = :person_id and state = 'approved';

-- :name account_keep_meet :run
update signup set ways = :ways, district = :district, place_id = nullif(:place_id, 0)
 where id = :signup_id and person_id = :person_id and state = 'approved';

-- Programmes that a person is not in, nor on the way into.
-- :name programmes_to_join :many words:text more:text
select g.id as programme_id, coalesce(l.words, e.words, '') as words, coalesce(l.more, e.more, '') as more
  from programme g
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where g.state = 'open' and not exists (select 1 from signup s where s.programme_id = g.id and s.person_id = :person_id
                                          and s.state in ('open', 'sent', 'asked', 'approved'))
   and not exists (select 1 from signup s where s.person_id = :person_id and s.state in ('open', 'asked'))
 order by g.id;

-- The programmes that a person is in, with how many asks may be open.
-- :name account_programmes :many programme:text most:count
select s.id as signup_id, g.id as programme_id, g.open_asks as most, coalesce(l.words, e.words, '') as programme
  from signup s join programme g on g.id = s.programme_id
  left join wording l on l.subject = 'programme' and l.subject_id = g.id and l.language = :language
  left join wording e on e.subject = 'programme' and e.subject_id = g.id and e.language = 'en'
 where s.person_id = :person_id and s.state = 'approved' order by s.id;
