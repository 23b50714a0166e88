-- What a mentee aims at in a pair.

-- The mentee's own, and what the mentor sees of them: all.
-- :name aims_of :many
select number, kind, words, shared, state, since from aim where pair_id = :pair_id order by state <> 'open', number limit 50;

-- :name aim_one :one
select number, kind, words, shared, state from aim where pair_id = :pair_id and number = :number;

-- What the coordinator may read; the others are counted.
-- :name aims_shared :many
select number, kind, words, state from aim where pair_id = :pair_id and shared = 1 and state <> 'dropped' order by number limit 50;

-- :name aims_count :one last:count open:count
select coalesce(max(number), 0) as last, coalesce(sum(state = 'open'), 0) as open from aim where pair_id = :pair_id;

-- :name aim_put :run
insert into aim (pair_id, number, kind, words, shared, state, since, changed_at)
values (:pair_id, :number, :kind, :words, :shared, :state, :now, :now)
on conflict (pair_id, number) do update set
  kind = excluded.kind, words = excluded.words, shared = excluded.shared, state = excluded.state, changed_at = excluded.changed_at;
