/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/conflict.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/name.h"
#include "sql_bar.h"

struct known {
	int64_t id;
	struct name full;
	struct name called;
	const char *email;
	const char *phone;        /* figures alone */
	const char *address;      /* folded */
	size_t bars;              /* of the book's bars, where this person's begin */
	size_t bar_count;
};

struct known_bar {
	int64_t person_id;
	enum conflict kind;
	const char *folded;
	int64_t organisation_id;
	int64_t other_id;         /* the one person that a lead has tied it to; 0: not tied */
	struct name name;
};

struct conflict_book {
	struct known *people;     /* by number */
	size_t count;
	struct known_bar *bars;   /* by person */
	size_t bar_count;
};

const char *conflict_name(enum conflict conflict)
{
	static const char *const names[] = { "", "same-reach", "organisation", "department", "private" };

	return names[conflict];
}

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
	struct conflict_people p = { 0 }, *row = &p;
	struct arena *arena = work->arena;
	const char *wrong;

	view_copy(arena, view, from, &conflict_people_view, row, &wrong);
	if (book->count && book->people[book->count - 1].id == row->person_id)
		return;
	book->people[book->count++] = (struct known){ .id = row->person_id, .full = name_read(arena, row->full_name),
		.called = name_read(arena, row->call_name), .email = row->email, .phone = figures(arena, row->phone),
		.address = utf8_folded(arena, row->address) };
}

static void add_bar(struct work *work, struct conflict_book *book, const struct view *view, const void *from)
{
	struct bars_of_programme b = { 0 }, *row = &b;
	const char *wrong;

	view_copy(work->arena, view, from, &bars_of_programme_view, row, &wrong);
	if (text_is(row->state, "aside"))
		return;
	struct known_bar *bar = &book->bars[book->bar_count++];
	*bar = (struct known_bar){ .person_id = row->person_id, .folded = row->folded, .organisation_id = row->organisation_id,
		.other_id = row->other_id };
	bar->kind = text_is(row->kind, "organisation") ? CONFLICT_ORGANISATION
		: text_is(row->kind, "department") ? CONFLICT_DEPARTMENT : CONFLICT_PRIVATE;
	if (bar->kind == CONFLICT_PRIVATE)
		bar->name = name_read(work->arena, row->words);
}

static struct known *find(const struct conflict_book *book, int64_t id)
{
	size_t low = 0, high = book->count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (book->people[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < book->count && book->people[low].id == id ? &book->people[low] : NULL;
}

/* Bars come in the order they were made: each person's are threaded together. */
static void thread_bars(struct work *work, struct conflict_book *book)
{
	struct known_bar *sorted = arena_array(work->arena, book->bar_count + 1, sizeof *sorted);
	size_t at = 0;

	for (size_t i = 0; i < book->bar_count; i++) {
		struct known *person = find(book, book->bars[i].person_id);
		if (person)
			person->bar_count++;
	}
	for (size_t p = 0; p < book->count; p++) {
		book->people[p].bars = at;
		at += book->people[p].bar_count;
		book->people[p].bar_count = 0;
	}
	for (size_t i = 0; i < book->bar_count; i++) {
		struct known *person = find(book, book->bars[i].person_id);
		if (person)
			sorted[person->bars + person->bar_count++] = book->bars[i];
	}
	book->bars = sorted;
}

static struct conflict_book *make_book(struct work *work, const struct view *person, struct list people, const struct view *bar,
				       struct list bars)
{
	struct conflict_book *book = arena_alloc(work->arena, sizeof *book);

	book->people = arena_array(work->arena, people.count + 1, sizeof *book->people);
	book->bars = arena_array(work->arena, bars.count + 1, sizeof *book->bars);
	for (size_t i = 0; i < people.count; i++)
		add_person(work, book, person, list_row(person, people, i));
	for (size_t i = 0; i < bars.count; i++)
		add_bar(work, book, bar, list_row(bar, bars, i));
	thread_bars(work, book);
	return book;
}

struct conflict_book *conflict_book_joined(struct work *work, int64_t programme_id, int64_t joined_id)
{
	const struct conflict_people_in people = { .programme_id = programme_id, .joined_id = joined_id };
	const struct bars_of_programme_in bars = { .programme_id = programme_id, .joined_id = joined_id };

	return make_book(work, &conflict_people_view, sql_conflict_people(work, &people), &bars_of_programme_view,
			 sql_bars_of_programme(work, &bars));
}

struct conflict_book *conflict_book_of(struct work *work, int64_t programme_id)
{
	return conflict_book_joined(work, programme_id, 0);
}

struct conflict_book *conflict_book_between(struct work *work, int64_t one_id, int64_t other_id)
{
	return make_book(work, &conflict_two_view, sql_conflict_two(work, &(struct conflict_two_in){ .one_id = one_id, .other_id = other_id }),
			 &bars_between_view, sql_bars_between(work, &(struct bars_between_in){ .one_id = one_id, .other_id = other_id }));
}

static enum conflict shared_bar(const struct known_bar *a, const struct known_bar *b)
{
	if (a->kind != b->kind || a->kind == CONFLICT_PRIVATE)
		return CONFLICT_NONE;
	bool same = (*a->folded && text_is(a->folded, b->folded)) || (a->organisation_id && a->organisation_id == b->organisation_id);
	return same ? a->kind : CONFLICT_NONE;
}

static bool names(const struct conflict_book *book, const struct known *who, const struct known *whom)
{
	for (size_t i = 0; i < who->bar_count; i++) {
		const struct known_bar *bar = &book->bars[who->bars + i];
		if (bar->kind != CONFLICT_PRIVATE)
			continue;
		if (bar->other_id ? bar->other_id == whom->id : name_could_be(&bar->name, &whom->full, &whom->called))
			return true;
	}
	return false;
}

enum conflict conflict_between(const struct conflict_book *book, int64_t one_id, int64_t other_id)
{
	const struct known *one = find(book, one_id), *other = find(book, other_id);

	if (!one || !other)
		return CONFLICT_NONE;
	if (names(book, one, other) || names(book, other, one))
		return CONFLICT_PRIVATE;
	if ((*one->email && text_is(one->email, other->email)) || (*one->phone && text_is(one->phone, other->phone))
	    || (*one->address && text_is(one->address, other->address)))
		return CONFLICT_SAME_REACH;
	for (size_t i = 0; i < one->bar_count; i++)
		for (size_t j = 0; j < other->bar_count; j++) {
			enum conflict shared = shared_bar(&book->bars[one->bars + i], &book->bars[other->bars + j]);
			if (shared != CONFLICT_NONE)
				return shared;
		}
	return CONFLICT_NONE;
}
