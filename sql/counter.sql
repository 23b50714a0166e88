-- How often something was done in a while.

-- One more; a while that is over begins anew.
-- :name counter_add :one over:count
insert into counter (kind, who, began_at, times) values (:kind, :who, :now, 1)
on conflict (kind, who) do update set
  times = case when counter.began_at < :over then 1 else counter.times + 1 end,
  began_at = case when counter.began_at < :over then excluded.began_at else counter.began_at end
returning times;

-- :name counter_forget :run before:count
delete from counter where began_at < :before;
