-- Pressed twice is pressed once, and what was typed when a login had run out.

-- :name once_path :one
select path from once where key = :key;

-- :name once_add :run
insert into once (key, path, at) values (:key, :path, :now);

-- :name once_forget :run before:count
delete from once where at < :before;

-- :name unsent_keep :run
insert into unsent (person_id, path, sealed, at) values (:person_id, :path, :sealed, :now)
on conflict (person_id, path) do update set sealed = excluded.sealed, at = excluded.at;

-- :name unsent_one :one since:count
select sealed from unsent where person_id = :person_id and path = :path and at > :since;

-- :name unsent_done :run
delete from unsent where person_id = :person_id and path = :path;
