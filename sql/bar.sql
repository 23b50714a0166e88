-- Whom a person must not be matched with.

-- A person's own list, as they typed it: not what the desk has put beside it.
-- :name bars_of :many
select id as bar_id, kind, words, until, state from bar where person_id = :person_id and words <> '' order by id;

-- Of an organisation that is on the list by this spelling, the list's number.
-- :name bar_add :run
insert into bar (person_id, kind, words, folded, until, organisation_id)
values (:person_id, :kind, :words, :folded, :until,
        (select o.list_id from organisation o where o.kind = :kind and o.folded = :folded));

-- :name bar_until :run
update bar set until = :until where id = :bar_id;

-- :name bar_remove :run
delete from bar where id = :bar_id;

-- What the desk knows of two people without anybody having typed it.
-- :name bar_tie_add :one
insert into bar (person_id, kind, words, folded, other_id, reason, state)
select :person_id, :kind, '', '', :other_id, :reason, 'tied'
 where not exists (select 1 from bar where person_id = :person_id and kind = :kind and other_id = :other_id and state = 'tied')
returning id;

-- :name bar_one :one by_name:text by_full_name:text
select b.id as bar_id, b.person_id, b.kind, b.words, b.folded, b.state, b.reason, b.until, b.other_id, b.organisation_id,
       p.call_name as by_name, p.full_name as by_full_name
  from bar b join person p on p.id = b.person_id where b.id = :bar_id;

-- :name bar_settle :run
update bar set state = :state, other_id = nullif(:other_id, 0), reason = :reason where id = :bar_id and state = 'open';

-- All that bind people who are in a programme, or in one joined to it.
-- :name bars_of_programme :many joined_id:count today:text
select b.id as bar_id, b.person_id, b.kind, b.words, b.folded, b.organisation_id, b.other_id, b.state
  from bar b join signup s on s.person_id = b.person_id
 where s.programme_id in (:programme_id, :joined_id) and s.state = 'approved' and b.state <> 'aside' and (b.until = '' or b.until >= :today)
 order by b.id;

-- :name bars_between :many today:text
select id as bar_id, person_id, kind, words, folded, organisation_id, other_id, state
  from bar where person_id in (:one_id, :other_id) and state <> 'aside' and (until = '' or until >= :today) order by id;

-- :name bars_live :many today:text
with live (id) as (
  select x.mentor_id from proposal x where x.state in ('proposed', 'kept', 'sent', 'agreed')
  union select x.mentee_id from proposal x where x.state in ('proposed', 'kept', 'sent', 'agreed')
  union select z.mentor_id from pair y join proposal z on z.id = y.proposal_id where y.state in ('trial', 'active', 'paused')
  union select z.mentee_id from pair y join proposal z on z.id = y.proposal_id where y.state in ('trial', 'active', 'paused'))
select b.id as bar_id, b.person_id, b.kind, b.words, b.folded, b.organisation_id, b.other_id, b.state
  from bar b join live l on l.id = b.person_id where b.state <> 'aside' and (b.until = '' or b.until >= :today) order by b.id;

-- Who is over whom: all that coordinators have tied.
-- :name lines_all :many
select person_id, other_id from bar where kind = 'line' and state = 'tied' and other_id is not null order by person_id, other_id;

-- The same, only upwards from two people.
-- :name lines_up :many person_id:count other_id:count
with recursive up (person_id, other_id) as (
  select person_id, other_id from bar where person_id in (:one_id, :two_id) and kind = 'line' and state = 'tied' and other_id is not null
  union
  select b.person_id, b.other_id from up join bar b on b.person_id = up.other_id
   where b.kind = 'line' and b.state = 'tied' and b.other_id is not null)
select person_id, other_id from up order by person_id, other_id;

-- What a conflict is judged by, of all in a programme.
-- :name conflict_people :many joined_id:count email:text
select p.id as person_id, p.call_name, p.full_name, lower(p.email) as email, p.phone, p.address
  from person p join signup s on s.person_id = p.id
 where s.programme_id in (:programme_id, :joined_id) and s.state = 'approved' order by p.id;

-- :name conflict_two :many email:text
select id as person_id, call_name, full_name, lower(email) as email, phone, address
  from person where id in (:one_id, :other_id) order by id;

-- :name conflict_live :many email:text
with live (id) as (
  select x.mentor_id from proposal x where x.state in ('proposed', 'kept', 'sent', 'agreed')
  union select x.mentee_id from proposal x where x.state in ('proposed', 'kept', 'sent', 'agreed')
  union select z.mentor_id from pair y join proposal z on z.id = y.proposal_id where y.state in ('trial', 'active', 'paused')
  union select z.mentee_id from pair y join proposal z on z.id = y.proposal_id where y.state in ('trial', 'active', 'paused'))
select p.id as person_id, p.call_name, p.full_name, lower(p.email) as email, p.phone, p.address
  from person p join live l on l.id = p.id order by p.id;

-- Two people who meet, or are on the way to it: what may not come to be conflicted. Proposals first.
-- :name watched_all :many pair_id:count proposal_id:count mentor_id:count mentee_id:count
select 0 as pair_id, x.id as proposal_id, x.mentor_id as mentor_id, x.mentee_id as mentee_id from proposal x
 where x.state in ('proposed', 'kept', 'sent', 'agreed')
union all
select y.id, z.id, z.mentor_id, z.mentee_id from pair y join proposal z on z.id = y.proposal_id
 where y.state in ('trial', 'active', 'paused') order by 1, 2;

-- Those of one person.
-- :name watched_of :many pair_id:count
select coalesce(y.id, 0) as pair_id, x.id as proposal_id, x.mentor_id, x.mentee_id
  from proposal x left join pair y on y.proposal_id = x.id
 where (x.mentor_id = :person_id or x.mentee_id = :person_id)
   and (x.state in ('proposed', 'kept', 'sent', 'agreed') or (y.id is not null and y.state <> 'ended')) order by 1, 2;

-- Organisations, departments and posts as they were typed and not yet joined to the charity's list.
-- :name bars_unjoined :many n:count bar_id:count words:text
select min(b.id) as bar_id, min(b.words) as words, b.folded, b.kind, count(*) as n
  from bar b where b.kind in ('organisation', 'department', 'post') and b.state = 'open' and b.organisation_id is null
 group by b.kind, b.folded order by b.kind, b.folded limit 200;

-- A spelling comes on the list, with all who typed it.
-- :name spelling_add :run
insert into organisation (kind, name, list_id, folded) values (:kind, :name, :list_id, :folded) on conflict (kind, folded) do nothing;

-- :name bar_join :run
update bar set organisation_id = :organisation_id where kind = :kind and state = 'open' and organisation_id is null and folded = :folded;

-- And off it again.
-- :name spelling_one :one
select id as spelling_id, kind, list_id, folded from organisation where id = :spelling_id and list_id is not null;

-- :name spelling_remove :run
delete from organisation where id = :spelling_id and list_id is not null;

-- :name bar_part :run
update bar set organisation_id = null where kind = :kind and state = 'open' and organisation_id = :organisation_id and folded = :folded;

-- Who typed a spelling that has come on the list.
-- :name bars_spelt :many
select distinct person_id from bar
 where kind = :kind and state = 'open' and organisation_id = :organisation_id and folded = :folded order by person_id;

-- :name organisations_all :many n:count
select o.id as organisation_id, o.name, o.kind,
       (select count(*) from bar b where b.kind = o.kind and b.state = 'open' and b.organisation_id = o.id) as n
  from organisation o where o.list_id is null order by o.kind, o.name, o.id limit 1000;

-- :name organisations_of :many
select id as organisation_id, name from organisation where kind = :kind and list_id is null order by name, id limit 1000;

-- :name organisation_one :one
select id as organisation_id, name, kind from organisation where id = :organisation_id and list_id is null;

-- Its spellings, as people typed it.
-- :name spellings_of :many n:count
select s.id as spelling_id, s.name as words,
       (select count(*) from bar b where b.kind = s.kind and b.state = 'open' and b.organisation_id = s.list_id and b.folded = s.folded) as n
  from organisation s where s.kind = :kind and s.list_id = :organisation_id order by s.folded limit 200;

-- :name organisation_add :one
insert into organisation (kind, name) values (:kind, :name) returning id;

-- :name organisation_name :run
update organisation set name = :name where id = :organisation_id;

-- Names that a lead has not settled.
-- :name bars_named :many
select b.id as bar_id, b.words, p.call_name as by_name, b.person_id
  from bar b join person p on p.id = b.person_id
 where b.kind = 'person' and b.state = 'open' and p.state <> 'erased' order by b.id limit 200;

-- Ties that a coordinator has not settled: what was declared otherwise first, for it stops everything.
-- :name bars_untied :many
select b.id as bar_id, b.kind, b.words, p.call_name as by_name, b.person_id
  from bar b join person p on p.id = b.person_id
 where b.kind in ('line', 'family', 'care', 'friend', 'other') and b.state = 'open' and p.state <> 'erased'
 order by b.kind <> 'other', b.id limit 200;

-- :name lines_shown :many under:text over:text
select b.id as bar_id, b.person_id, b.other_id, p.full_name as under, q.full_name as over
  from bar b join person p on p.id = b.person_id join person q on q.id = b.other_id
 where b.kind = 'line' and b.state = 'tied' order by b.id desc limit 500;

-- Everybody that a typed name could mean.
-- :name bar_people :many
select id as person_id, call_name, full_name from person where state = 'active' and id <> :person_id order by id;
