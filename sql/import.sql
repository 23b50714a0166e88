-- People put in from a file.

-- Whom the desk knows by that address, that number (as its search has it) or that name; whoever has left or died too. Not
-- somebody who has not yet sent what they began: of them the desk knows nothing.
-- :name import_known :one email:text phone_word:text name_word:text by:text
select p.id as person_id, p.full_name, found.by
  from (select 1 as place, 'email' as by, o.id from person o where lower(o.email) = :email and o.email <> '' and :email <> ''
        union all select 2, 'phone', w.person_id from person_word w where w.kind = 'word' and w.word = :phone_word and :phone_word <> ''
        union all select 3, 'name', w.person_id from person_word w where w.kind = 'name' and w.word = :name_word and :name_word <> '') found
  join person p on p.id = found.id
 where p.state <> 'new' or exists (select 1 from signup s where s.person_id = p.id and s.sent_at > 0)
 order by found.place, p.id limit 1;
