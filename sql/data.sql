-- Everything that is held on a person, as JSON: the file that they download, and, taken apart again, the page. What
-- others said apart, and what the desk wrote for the record, is not theirs to read: docs/privacy.md.

-- :name data_json :one json:text
with mine (proposal_id, side) as (
  select id, 'mentor' from proposal where mentor_id = :person_id
   union all
  select id, 'mentee' from proposal where mentee_id = :person_id
)
select json_object(
  'person', (
    select json_object('call_name', p.call_name, 'full_name', p.full_name, 'reach', p.reach, 'email', p.email, 'phone', p.phone, 'address', p.address,
           'language', p.language, 'age_band', p.age_band, 'thanks_to', p.thanks_to, 'state', p.state, 'paused_until', p.paused_until,
           'since', strftime('%Y-%m-%dT%H:%M:%SZ', p.created_at, 'unixepoch'))
      from person p where p.id = :person_id),
  'lessons', (
    select json_group_array(json_object('lesson', substr(w.value, 1, instr(w.value || '=', '=') - 1), 'day', coalesce(substr(w.value, nullif(instr(w.value, '='), 0) + 1, 10), ''),
           'lesson_how', coalesce(substr(w.value, nullif(instr(w.value, '='), 0) + 12), '')))
      from person p, json_each('["' || replace(p.lessons, ' ', '","') || '"]') w where p.id = :person_id and p.lessons <> ''),
  'roles', (
    select json_group_array(json_object('role', r.role, 'away_from', r.away_from, 'away_until', r.away_until)) from role r where r.person_id = :person_id),
  'signups', (
    select json_group_array(json(one)) from (
      select json_object('programme', coalesce(l.words, e.words, ''), 'state', s.state, 'since', strftime('%Y-%m-%dT%H:%M:%SZ', s.started_at, 'unixepoch'),
             'adult', json(case when s.adult then 'true' else 'false' end), 'time_offered', s.time_offered, 'capacity', s.capacity, 'ways', s.ways,
             'district', s.district, 'place', coalesce(k.words, m.words, ''), 'tongues', s.tongues, 'other_tongue', s.other_tongue,
             'core_values', s.core_values, 'talk_ask', json(case when s.talk_ask then 'true' else 'false' end),
             'talk_offer', json(case when s.talk_offer then 'true' else 'false' end), 'question', s.question, 'reply', s.reply) as one
        from signup s
        left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
        left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
        left join wording k on k.subject = 'place' and k.subject_id = s.place_id and k.language = :language
        left join wording m on m.subject = 'place' and m.subject_id = s.place_id and m.language = 'en'
       where s.person_id = :person_id order by s.id)),
  'asks', (
    select json_group_array(json(one)) from (
      select json_object('topic', coalesce(l.words, e.words, ''), 'words', a.words, 'wish', a.wish, 'level', nullif(a.level, 0), 'state', a.state,
             'since', strftime('%Y-%m-%dT%H:%M:%SZ', a.since, 'unixepoch')) as one
        from ask a join signup s on s.id = a.signup_id
        left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
        left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
       where s.person_id = :person_id order by a.id)),
  'offers', (
    select json_group_array(json(one)) from (
      select json_object('topic', coalesce(l.words, e.words, ''), 'words', o.words, 'wish', o.wish, 'level', nullif(o.level, 0),
             'group_most', o.group_most, 'state', o.state) as one
        from offer o join signup s on s.id = o.signup_id
        left join wording l on l.subject = 'topic' and l.subject_id = o.topic_id and l.language = :language
        left join wording e on e.subject = 'topic' and e.subject_id = o.topic_id and e.language = 'en'
       where s.person_id = :person_id order by o.id)),
  'bars', (
    select json_group_array(json(one)) from (
      select json_object('kind', b.kind, 'words', b.words, 'until', b.until) as one
        from bar b where b.person_id = :person_id and b.words <> '' order by b.id)),
  'proposals', (
    select json_group_array(json(one)) from (
      select json_object('topic', coalesce(l.words, e.words, ''), 'side', mine.side,
             'answer', case when mine.side = 'mentor' then x.mentor_answer else x.mentee_answer end,
             'answer_how', case when mine.side = 'mentor' then x.mentor_how else x.mentee_how end,
             'shows', case when mine.side = 'mentor' then x.mentor_shows else x.mentee_shows end,
             'words', case when mine.side = 'mentee' then x.words else '' end, 'first_day', x.first_day) as one
        from mine join proposal x on x.id = mine.proposal_id join ask a on a.id = x.ask_id
        left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
        left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
       where x.state in ('sent', 'agreed', 'opened', 'declined', 'withdrawn', 'lapsed') or (mine.side = 'mentee' and x.words <> '') order by x.id)),
  'pairs', (
    select json_group_array(json(one)) from (
      select json_object('topic', coalesce(l.words, e.words, ''), 'side', mine.side, 'other', h.call_name, 'state', y.state,
             'since', strftime('%Y-%m-%dT%H:%M:%SZ', y.opened_at, 'unixepoch'), 'trial_until', y.trial_until, 'rhythm', y.rhythm,
             'agreed', case when mine.side = 'mentor' and y.mentor_agreed > 0 then strftime('%Y-%m-%dT%H:%M:%SZ', y.mentor_agreed, 'unixepoch')
                            when mine.side = 'mentee' and y.mentee_agreed > 0 then strftime('%Y-%m-%dT%H:%M:%SZ', y.mentee_agreed, 'unixepoch') else '' end,
             'says', case when mine.side = 'mentor' then y.mentor_says else y.mentee_says end,
             'ended', case when y.ended_at > 0 then strftime('%Y-%m-%dT%H:%M:%SZ', y.ended_at, 'unixepoch') else '' end,
             'ended_how', y.ended_how) as one
        from mine join proposal x on x.id = mine.proposal_id join pair y on y.proposal_id = x.id join ask a on a.id = x.ask_id
        join person h on h.id = case when mine.side = 'mentor' then x.mentee_id else x.mentor_id end
        left join wording l on l.subject = 'topic' and l.subject_id = a.topic_id and l.language = :language
        left join wording e on e.subject = 'topic' and e.subject_id = a.topic_id and e.language = 'en'
       order by y.id)),
  'meetings', (
    select json_group_array(json(one)) from (
      select json_object('day', t.day, 'side', mine.side, 'way', t.way, 'state', t.state, 'noted_how', t.noted_how, 'did_meet', f.did_meet,
             'productive', f.productive, 'useful', f.useful, 'energising', f.energising, 'listened', f.listened, 'split', f.split,
             'next_time', f.next_time, 'private_word', f.private_word, 'given_how', f.given_how) as one
        from mine join pair y on y.proposal_id = mine.proposal_id join meeting t on t.pair_id = y.id
        left join feedback f on f.meeting_id = t.id and f.side = mine.side order by t.day, t.id)),
  'aims', (
    select json_group_array(json(one)) from (
      select json_object('kind', i.kind, 'words', i.words, 'shared', json(case when i.shared then 'true' else 'false' end), 'state', i.state,
             'since', strftime('%Y-%m-%dT%H:%M:%SZ', i.since, 'unixepoch')) as one
        from mine join pair y on y.proposal_id = mine.proposal_id join aim i on i.pair_id = y.id
       where mine.side = 'mentee' order by i.pair_id, i.number)),
  'reviews', (
    select json_group_array(json(one)) from (
      select json_object('kind', r.kind, 'answer', r.answer, 'words', r.words, 'gained', r.gained, 'next_step', r.next_step, 'again', r.again,
             'given_how', r.given_how, 'since', strftime('%Y-%m-%dT%H:%M:%SZ', r.given_at, 'unixepoch')) as one
        from mine join pair y on y.proposal_id = mine.proposal_id join review r on r.pair_id = y.id and r.side = mine.side
       order by r.pair_id, r.number)),
  'measures', (
    select json_group_array(json(one)) from (
      select json_object('programme', coalesce(max(l.words), max(e.words), ''), 'moment', m.moment, 'since', strftime('%Y-%m-%dT%H:%M:%SZ', max(m.at), 'unixepoch'),
             'companionship', max(m.answered) filter (where m.item = 'companionship'), 'left_out', max(m.answered) filter (where m.item = 'left-out'),
             'isolated', max(m.answered) filter (where m.item = 'isolated'), 'lonely', max(m.answered) filter (where m.item = 'lonely'),
             'satisfied', max(m.answered) filter (where m.item = 'satisfied'), 'worthwhile', max(m.answered) filter (where m.item = 'worthwhile'),
             'happy', max(m.answered) filter (where m.item = 'happy'), 'anxious', max(m.answered) filter (where m.item = 'anxious'), 'given_how', max(m.given_how)) as one
        from signup s join measure m on m.programme_id = s.programme_id and m.moment in ('start', 'half-year', 'end') and m.person_id = s.person_id
        left join wording l on l.subject = 'programme' and l.subject_id = s.programme_id and l.language = :language
        left join wording e on e.subject = 'programme' and e.subject_id = s.programme_id and e.language = 'en'
       where s.person_id = :person_id group by m.programme_id, m.moment order by m.programme_id, min(m.at))),
  'invitations', (
    select json_group_array(json(one)) from (
      select json_object('kind', i.kind, 'name', i.name, 'email', i.email, 'address', i.address, 'words', i.words,
             'consent', json(case when i.consent then 'true' else 'false' end), 'state', case when i.kind = 'suggest' then '' else i.state end,
             'since', strftime('%Y-%m-%dT%H:%M:%SZ', i.at, 'unixepoch')) as one
        from invitation i where i.by_id = :person_id order by i.id)),
  'invited', (
    select json_group_array(json(one)) from (
      select json_object('email', i.email, 'address', i.address, 'words', i.words, 'since', strftime('%Y-%m-%dT%H:%M:%SZ', i.at, 'unixepoch')) as one
        from invitation i
       where i.person_id = :person_id and i.told_at > 0 and i.state in ('open', 'accepted', 'declined', 'withdrawn', 'lapsed') order by i.id)),
  'requests', (
    select json_group_array(json(one)) from (
      select json_object('kind', k.kind, 'words', k.words, 'state', k.state, 'since', strftime('%Y-%m-%dT%H:%M:%SZ', k.at, 'unixepoch'),
             'due', strftime('%Y-%m-%dT%H:%M:%SZ', k.due_at, 'unixepoch')) as one
        from task k where k.person_id = :person_id and k.subject = 'person' order by k.id)),
  'logins', (
    select json_group_array(json(one)) from (
      select json_object('since', strftime('%Y-%m-%dT%H:%M:%SZ', b.created_at, 'unixepoch'), 'seen', strftime('%Y-%m-%dT%H:%M:%SZ', b.seen_at, 'unixepoch'),
             'own_device', json(case when b.own_device then 'true' else 'false' end)) as one
        from browser b where b.person_id = :person_id order by b.created_at)),
  'mails', (
    select json_group_array(json(one)) from (
      select json_object('recipient', o.recipient, 'mail', o.kind, 'mail_language', o.language, 'since', strftime('%Y-%m-%dT%H:%M:%SZ', o.created_at, 'unixepoch')) as one
        from outbox o where o.person_id = :person_id order by o.id))
) as json;

-- The same, a line for each thing that is written there: its part, which of several it is, and what stands in it.
-- At the desk without what is for themselves alone, and without what is for leads.
-- :name data_lines :many json:text at_desk:flag part:text place:text name:text value:text
select substr(t.path, 3, instr(t.path || '[', '[') - 3) as part, t.path as place, t.key as name, t.atom as value
  from json_tree(:json) t
 where t.atom is not null and t.atom <> '' and t.key not in ('mail', 'mail_language')
   and not (:at_desk and (t.key in ('thanks_to', 'listened', 'split', 'next_time')
        or (t.path like '$.bars[%' and json_extract(:json, t.path || '.kind') in ('person', 'concern'))
        or (t.path like '$.aims[%' and json_extract(:json, t.path || '.shared') = 0)
        or (t.path like '$.requests[%' and json_extract(:json, t.path || '.kind') not in ('data-request', 'data-complaint', 'left'))
        or t.path like '$.measures[%'
        or (t.path like '$.mails[%' and json_extract(:json, t.path || '.mail') like 'erase%')))
 order by t.id;

-- Whose data the desk prints: who cannot read a mail. Whoever has an address has the page and the file.
-- :name data_person :one
select id as person_id, call_name, full_name, address, language from person
 where id = :person_id and email = '' and state in ('new', 'active', 'paused', 'left');
