-- The charity's settings.

-- :name settings_all :many
select name, value from setting;

-- :name setting_put :run
insert into setting (name, value) values (:name, :value)
on conflict (name) do update set value = excluded.value;

-- :name setting_end :run
delete from setting where name = :name;
