-- Short lessons: which a programme wants before a first meeting, and what somebody has done of them (lib/domain/lesson.h).

-- What somebody has done; and what their programmes want of them, as who helps there and as who is helped.
-- :name lessons_of :one wanted:text
select p.lessons,
       coalesce((select group_concat(g.mentor_lessons, ' ') from signup s join programme g on g.id = s.programme_id
                  where s.person_id = p.id and s.state = 'approved'
                    and (exists (select 1 from offer o where o.signup_id = s.id and o.state = 'open')
                         or exists (select 1 from proposal z join pair y on y.proposal_id = z.id
                                     where z.mentor_id = s.person_id and z.programme_id = s.programme_id and y.state <> 'ended'))), '') || ' '
       || coalesce((select group_concat(g.mentee_lessons, ' ') from signup s join programme g on g.id = s.programme_id
                     where s.person_id = p.id and s.state = 'approved'
                       and exists (select 1 from ask a where a.signup_id = s.id and a.state <> 'closed')), '') as wanted
  from person p where p.id = :person_id and p.state in ('active', 'paused');

-- The two of a proposal.
-- :name lessons_of_two :one mentor_done:text mentee_done:text
select g.mentor_lessons, g.mentee_lessons, m.lessons as mentor_done, e.lessons as mentee_done
  from proposal z join programme g on g.id = z.programme_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
 where z.id = :proposal_id;

-- Once: what is done stays as it is.
-- :name lesson_put :run slug:text mark:text
update person set lessons = trim(lessons || ' ' || :mark)
 where id = :person_id and state in ('active', 'paused') and instr(' ' || lessons, ' ' || :slug || '=') = 0;

-- :name lesson_take :run mark:text
update person set lessons = trim(replace(' ' || lessons || ' ', ' ' || :mark || ' ', ' '))
 where id = :person_id and state in ('active', 'paused') and instr(' ' || lessons || ' ', ' ' || :mark || ' ') > 0;
