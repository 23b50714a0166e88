/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/import.h"

#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "db/db.h"
#include "domain/audit.h"
#include "domain/find.h"

enum { WAYS = 3, FIRST_ROOM = 256 };

static const char *const ways[WAYS] = { "email", "phone", "name" };

/* What each way of knowing somebody compares; "" where there is nothing to. */
struct marks {
	const char *of[WAYS];
};

static struct marks marks_of(struct arena *arena, const struct import_who *who)
{
	char *email = arena_copy(arena, who->email);

	for (char *c = email; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return (struct marks){ { email, find_phone(arena, who->phone), find_name(arena, who->full_name) } };
}

bool import_known(struct work *work, const struct import_who *who, struct import_known *known)
{
	const struct marks marks = marks_of(work->arena, who);

	return sql_import_known(work, &(struct import_known_in){ .email = marks.of[0], .phone_word = marks.of[1], .name_word = marks.of[2] }, known);
}

/* Open addressing; what is compared begins with the way. */
struct entry {
	const char *mark;          /* NULL: free */
	int64_t row;
};

struct import_book {
	struct arena *arena;
	struct entry *entries;
	size_t room, count;
};

static struct entry *place_of(struct entry *entries, size_t room, const char *mark)
{
	size_t at = (size_t)(hash_text(HASH_START, mark) % room);

	while (entries[at].mark && !text_is(entries[at].mark, mark))
		at = (at + 1) % room;
	return &entries[at];
}

struct import_book *import_book_new(struct arena *arena)
{
	struct import_book *book = arena_alloc(arena, sizeof *book);

	*book = (struct import_book){ arena, arena_array(arena, FIRST_ROOM, sizeof *book->entries), FIRST_ROOM, 0 };
	return book;
}

int64_t import_book_find(struct work *work, const struct import_book *book, const struct import_who *who, const char **by)
{
	const struct marks marks = marks_of(work->arena, who);

	for (int i = 0; i < WAYS; i++) {
		if (!*marks.of[i])
			continue;
		const struct entry *entry = place_of(book->entries, book->room, arena_printf(work->arena, "%s %s", ways[i], marks.of[i]));
		*by = ways[i];
		if (entry->mark)
			return entry->row;
	}
	*by = "";
	return 0;
}

static void grow(struct import_book *book)
{
	size_t room = book->room * 4;
	struct entry *entries = arena_array(book->arena, room, sizeof *entries);

	for (size_t i = 0; i < book->room; i++)
		if (book->entries[i].mark)
			*place_of(entries, room, book->entries[i].mark) = book->entries[i];
	book->entries = entries;
	book->room = room;
}

void import_book_add(struct work *work, struct import_book *book, const struct import_who *who, int64_t row)
{
	const struct marks marks = marks_of(work->arena, who);

	for (int i = 0; i < WAYS; i++) {
		if (!*marks.of[i])
			continue;
		if (book->count * 2 >= book->room)
			grow(book);
		const char *mark = arena_printf(book->arena, "%s %s", ways[i], marks.of[i]);
		struct entry *entry = place_of(book->entries, book->room, mark);
		book->count += !entry->mark;
		if (!entry->mark)
			*entry = (struct entry){ mark, row };
	}
}

void import_done(struct work *work)
{
	audit_add(work, "people.import", "person", 0, "");
}
