-- Whom a person must not be matched with.

-- :name bar_drop :run
delete from bar where person_id = :person_id;

-- :name bar_add :run
insert into bar (person_id, kind, words, folded) values (:person_id, :kind, :words, :folded);

-- The person's own list, as they typed it.
-- :name bars_of :many
select kind, words from bar where person_id = :person_id order by id;

-- All that bind people who are in a programme, or in one joined to it.
-- :name bars_of_programme :many joined_id:count
select b.id as bar_id, b.person_id, b.kind, b.words, b.folded, b.organisation_id, b.other_id, b.state
  from bar b join signup s on s.person_id = b.person_id
 where s.programme_id in (:programme_id, :joined_id) and s.state = 'approved' order by b.id;

-- :name bars_between :many
select id as bar_id, person_id, kind, words, folded, organisation_id, other_id, state
  from bar where person_id in (:one_id, :other_id) order by id;

-- Organisations as they were typed and not yet joined to the programme's list.
-- :name bars_unjoined :many n:count bar_id:count words:text
select min(b.id) as bar_id, min(b.words) as words, b.folded, b.kind, count(*) as n
  from bar b where b.kind in ('organisation', 'department') and b.state = 'open' and b.organisation_id is null
 group by b.kind, b.folded order by b.kind, b.folded limit 200;

-- :name bar_join :run
update bar set organisation_id = :organisation_id where kind = :kind and folded = :folded and organisation_id is null;

-- :name organisations_all :many
select id as organisation_id, name from organisation order by name, id;

-- :name organisation_add :one
insert into organisation (name) values (:name) returning id;

-- Names that a lead has not settled.
-- :name bars_named :many
select b.id as bar_id, b.words, p.call_name as by_name, b.person_id
  from bar b join person p on p.id = b.person_id
 where b.kind = 'person' and b.state = 'open' and p.state <> 'erased' order by b.id limit 200;

-- :name bar_named :one
select b.id as bar_id, b.words, p.full_name as by_name, b.person_id, b.state, b.other_id
  from bar b join person p on p.id = b.person_id
 where b.kind = 'person' and b.id = :bar_id;

-- :name bar_settle :run
update bar set state = :state, other_id = nullif(:other_id, 0) where id = :bar_id and kind = 'person' and state = 'open';

-- Everybody that a typed name could mean.
-- :name bar_people :many
select id as person_id, call_name, full_name from person where state = 'active' and id <> :person_id order by id;

-- What a conflict is judged by, of all in a programme.
-- :name conflict_people :many joined_id:count email:text
select p.id as person_id, p.call_name, p.full_name, lower(p.email) as email, p.phone, p.address
  from person p join signup s on s.person_id = p.id
 where s.programme_id in (:programme_id, :joined_id) and s.state = 'approved' order by p.id;

-- :name conflict_two :many email:text
select id as person_id, call_name, full_name, lower(email) as email, phone, address
  from person where id in (:one_id, :other_id) order by id;
