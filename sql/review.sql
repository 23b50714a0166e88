-- What each side says when a trial is over, at reviews, and when a pair ends.

-- No row when another was faster.
-- :name review_step :run from_state:text
update pair set review_state = :review_state, review_number = :review_number, due_at = :due_at where id = :pair_id and review_state = :from_state;

-- :name review_mentor_says :run says:text
update pair set mentor_says = :says where id = :pair_id;

-- :name review_mentee_says :run says:text
update pair set mentee_says = :says where id = :pair_id;

-- The number that comes after all that were used; 1 is kept for the trial's.
-- :name review_last :one number:count
select max(coalesce((select max(r.number) from review r where r.pair_id = :pair_id), 0), 1, (select y.review_number from pair y where y.id = :pair_id)) as number;

-- :name review_put :run
insert into review (pair_id, number, side, kind, answer, words, gained, next_step, again, given_how, given_at)
values (:pair_id, :number, :side, :kind, :answer, :words, :gained, :next_step, :again, :given_how, :now)
on conflict (pair_id, number, side) do update set
  answer = excluded.answer, words = excluded.words, gained = excluded.gained, next_step = excluded.next_step, again = excluded.again,
  given_how = excluded.given_how, given_at = excluded.given_at;

-- :name review_closing_own :one number:count
select number as number, gained, next_step, again from review
 where pair_id = :pair_id and side = :side and kind = 'closing' and given_at >= (select y.ended_at from pair y where y.id = :pair_id)
 order by number desc limit 1;

-- All that both said, for the coordinator.
-- :name reviews_of :many
select number, side, kind, answer, words, gained, next_step, again, given_how, given_at from review
 where pair_id = :pair_id order by number, side desc limit 100;

-- For the clock: trials and reviews that are due, and those that nobody answers. The oldest first.
-- :name reviews_due :many
select id as pair_id from pair where state in ('trial', 'active') and review_state = '' and due_at <= :now order by due_at, id limit 500;

-- :name reviews_silent :many
select id as pair_id from pair where state in ('trial', 'active') and review_state in ('open', 'half') and due_at <= :now order by due_at, id limit 500;

-- :name programmes_quiet :many
select id as programme_id, quiet_days from programme order by id;

-- Nobody has met since before that day, nothing is planned, and the desk was not told so often yet. Who means to meet
-- every two weeks, once a month, or now and then has another day: by what the two settled, else by what was offered.
-- :name pairs_quiet :many before:text fortnight_before:text month_before:text times:count
select y.id as pair_id from pair y join proposal z on z.id = y.proposal_id join offer o on o.id = z.offer_id join signup s on s.id = o.signup_id
 where y.state in ('trial', 'active') and z.programme_id = :programme_id and y.quiet_from <> '' and y.quiet_said < :times
   and y.quiet_from < case when y.rhythm in ('month', 'own') or (y.rhythm = '' and s.time_offered in ('hour-month', 'one-talk')) then :month_before
                           when y.rhythm = 'fortnight' or (y.rhythm = '' and s.time_offered in ('hour-fortnight', 'call-fortnight')) then :fortnight_before
                           else :before end
   and not exists (select 1 from meeting t where t.pair_id = y.id and t.state = 'planned' and t.day >= :today)
 order by y.quiet_from, y.id limit 500;

-- :name pair_quiet_said :run times:count
update pair set quiet_said = :times where id = :pair_id;

-- :name pair_mentor_signal :run
update pair set mentor_signal = :now where id = :pair_id and mentor_signal = 0 and state in ('trial', 'active');

-- :name pair_mentee_signal :run
update pair set mentee_signal = :now where id = :pair_id and mentee_signal = 0 and state in ('trial', 'active');

-- :name pair_mentor_answered :run
update pair set mentor_signal = 0 where id = :pair_id;

-- :name pair_mentee_answered :run
update pair set mentee_signal = 0 where id = :pair_id;

-- A side's last answers that were given since it was asked whether it is time for a change, the newest meeting first.
-- :name feedback_recent :many
select f.productive, f.useful, f.energising
  from meeting t join feedback f on f.meeting_id = t.id
 where t.pair_id = :pair_id and f.side = :side and f.did_meet = 'yes' and (f.productive <> '' or f.useful <> '' or f.energising <> '')
   and f.given_at > coalesce((select max(r.given_at) from review r where r.pair_id = :pair_id and r.side = :side and r.kind = 'change'), 0)
 order by t.day desc, t.id desc limit 3;
