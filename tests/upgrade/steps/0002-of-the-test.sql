-- What no release has: a step that a test can make slow (the setting `slow`), or make fail (the setting `poison`).
create table upgrade_trial (
  id integer primary key,
  n integer not null check (n <> 13)
) strict;
insert into upgrade_trial (n)
with recursive c (n) as (select 1 union all select n + 1 from c where n < (select coalesce(max(cast(value as integer)), 1) from setting where name = 'slow'))
select max(n) from c;
alter table person add column trial text not null default 'none';
update person set trial = 'some';
insert into upgrade_trial (n) select cast(value as integer) from setting where name = 'poison';
