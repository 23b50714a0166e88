/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Reading a book of conflicts. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/conflict-book.h"
#include "sql_bar.h"

/* Rows of people and rows of bars, each as their statement gives them. */
struct read {
	const struct view *person, *bar, *line;
	struct list people, bars, lines;
};

static const char *figures(struct arena *arena, const char *phone)
{
	char *out = arena_copy(arena, phone), *to = out;

	for (; *phone; phone++)
		if (*phone >= '0' && *phone <= '9')
			*to++ = *phone;
	*to = '\0';
	/* +44 1632 960123 and 01632 960123 end alike. */
	return to - out > 9 ? to - 9 : out;
}

/* The rows of a programme and those of two people have the same columns, each their own struct. */
static void add_person(struct work *work, struct conflict_book *book, const struct view *view, const void *from)
{
	struct conflict_people row = { 0 };
	struct arena *arena = work->arena;
	const char *wrong;

	view_copy(arena, view, from, &conflict_people_view, &row, &wrong);
	if (book->count && book->people[book->count - 1].id == row.person_id)
		return;
	book->people[book->count++] = (struct known){ .id = row.person_id, .full = name_read(arena, row.full_name),
		.called = name_read(arena, row.call_name), .email = row.email, .phone = figures(arena, row.phone),
		.address = utf8_folded(arena, row.address) };
}

static enum conflict kind_named(const char *kind)
{
	for (int i = CONFLICT_NONE + 1; i < CONFLICT_COUNT; i++)
		if (text_is(kind, conflict_name((enum conflict)i)))
			return (enum conflict)i;
	return text_is(kind, "friend") ? CONFLICT_NONE : CONFLICT_PRIVATE;
}

/* Of one that is on the charity's list the list's number, else as it was typed. */
static void add_common(struct work *work, struct common *into, size_t *count, const struct bars_of_programme *row)
{
	if (!*row->folded && !row->organisation_id)
		return;
	const char *words = row->organisation_id ? arena_printf(work->arena, "%s#%lld", row->kind, (long long)row->organisation_id)
		: arena_printf(work->arena, "%s %s", row->kind, row->folded);
	into[(*count)++] = (struct common){ row->person_id, kind_named(row->kind), hash_text(HASH_START, words), words };
}

static void add_bar(struct work *work, struct conflict_book *book, const struct bars_of_programme *row, size_t counts[2])
{
	enum conflict kind = kind_named(row->kind);
	struct known *person = conflict_find(book, row->person_id);

	if (!person)
		return;
	if (kind == CONFLICT_ORGANISATION || kind == CONFLICT_DEPARTMENT || kind == CONFLICT_POST)
		add_common(work, book->commons, &counts[0], row);
	else if (kind == CONFLICT_OTHER && !row->other_id)
		person->waits = true;
	else
		book->ties[counts[1]++] = (struct tie){ row->person_id, kind, row->other_id, name_read(work->arena, row->other_id ? "" : row->words) };
}

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
	const struct common *one = a, *other = b;

	if (one->person_id != other->person_id)
		return compare(one->person_id, other->person_id);
	return (one->key > other->key) - (one->key < other->key);
}

static int by_person(const void *a, const void *b)
{
	const struct tie *one = a, *other = b;

	return compare(one->person_id, other->person_id);
}

/* Each person's own, one after the other. */
static void sort_bars(struct conflict_book *book, const size_t counts[2])
{
	qsort(book->commons, counts[0], sizeof *book->commons, by_key);
	qsort(book->ties, counts[1], sizeof *book->ties, by_person);
	for (size_t i = counts[0]; i-- > 0; ) {
		struct known *person = conflict_find(book, book->commons[i].person_id);
		person->commons = i;
		person->common_count++;
	}
	for (size_t i = counts[1]; i-- > 0; ) {
		struct known *person = conflict_find(book, book->ties[i].person_id);
		person->ties = i;
		person->tie_count++;
	}
}

static struct conflict_book *make_book(struct work *work, const struct read *read)
{
	struct conflict_book *book = arena_alloc(work->arena, sizeof *book);
	size_t counts[2] = { 0, 0 };
	const char *wrong;

	book->people = arena_array(work->arena, read->people.count + 1, sizeof *book->people);
	book->commons = arena_array(work->arena, read->bars.count + 1, sizeof *book->commons);
	book->ties = arena_array(work->arena, read->bars.count + 1, sizeof *book->ties);
	for (size_t i = 0; i < read->people.count; i++)
		add_person(work, book, read->person, list_row(read->person, read->people, i));
	for (size_t i = 0; i < read->bars.count; i++) {
		struct bars_of_programme row = { 0 };
		view_copy(work->arena, read->bar, list_row(read->bar, read->bars, i), &bars_of_programme_view, &row, &wrong);
		add_bar(work, book, &row, counts);
	}
	sort_bars(book, counts);
	book->lines = lines_of(work->arena, read->line, read->lines);
	return book;
}

struct conflict_book *conflict_book_joined(struct work *work, int64_t programme_id, int64_t joined_id)
{
	const struct conflict_people_in people = { .programme_id = programme_id, .joined_id = joined_id };
	const struct bars_of_programme_in bars = { .programme_id = programme_id, .joined_id = joined_id, .today = work->today };

	return make_book(work, &(struct read){ &conflict_people_view, &bars_of_programme_view, &lines_all_view, sql_conflict_people(work, &people),
		sql_bars_of_programme(work, &bars), sql_lines_all(work) });
}

struct conflict_book *conflict_book_of(struct work *work, int64_t programme_id)
{
	return conflict_book_joined(work, programme_id, 0);
}

struct conflict_book *conflict_book_between(struct work *work, int64_t one_id, int64_t other_id)
{
	const struct bars_between_in bars = { .one_id = one_id, .other_id = other_id, .today = work->today };

	return make_book(work, &(struct read){ &conflict_two_view, &bars_between_view, &lines_up_view,
		sql_conflict_two(work, &(struct conflict_two_in){ .one_id = one_id, .other_id = other_id }), sql_bars_between(work, &bars),
		sql_lines_up(work, &(struct lines_up_in){ .one_id = one_id, .two_id = other_id }) });
}

struct conflict_book *conflict_book_live(struct work *work)
{
	return make_book(work, &(struct read){ &conflict_live_view, &bars_live_view, &lines_all_view, sql_conflict_live(work),
		sql_bars_live(work, &(struct bars_live_in){ work->today }), sql_lines_all(work) });
}
