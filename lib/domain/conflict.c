/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/conflict.h"

#include "base/text.h"
#include "domain/conflict-book.h"

const char *conflict_name(enum conflict conflict)
{
	static const char *const names[CONFLICT_COUNT] = { "", "same-reach", "organisation", "department", "post", "line", "family", "care", "other",
		"private" };

	return names[conflict];
}

struct known *conflict_find(const struct conflict_book *book, int64_t id)
{
	size_t low = 0, high = book->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (book->people[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < book->count && book->people[low].id == id ? &book->people[low] : NULL;
}

/* Of two, the one that is told. */
static enum conflict told_first(enum conflict a, enum conflict b)
{
	if (a == CONFLICT_NONE || b == CONFLICT_NONE)
		return a == CONFLICT_NONE ? b : a;
	return a < b ? a : b;
}

static bool have_same_reach(const struct known *a, const struct known *b)
{
	return (*a->email && text_is(a->email, b->email)) || (*a->phone && text_is(a->phone, b->phone))
		|| (*a->address && text_is(a->address, b->address));
}

/* Both lists are in the order of their keys. */
static enum conflict in_common(const struct conflict_book *book, const struct known *one, const struct known *other)
{
	const struct common *a = book->commons + one->commons, *b = book->commons + other->commons;
	size_t i = 0, j = 0;
	enum conflict found = CONFLICT_NONE;

	while (i < one->common_count && j < other->common_count) {
		if (a[i].key == b[j].key && text_is(a[i].words, b[j].words))
			found = told_first(found, a[i].kind);
		if (a[i].key < b[j].key)
			i++;
		else
			j++;
	}
	return found;
}

static bool means(const struct tie *tie, const struct known *whom)
{
	return tie->other_id ? tie->other_id == whom->id : name_could_be(&tie->name, &whom->full, &whom->called);
}

static enum conflict names(const struct conflict_book *book, const struct known *who, const struct known *whom)
{
	enum conflict found = CONFLICT_NONE;

	for (size_t i = 0; i < who->tie_count; i++) {
		const struct tie *tie = &book->ties[who->ties + i];
		if (tie->kind != CONFLICT_NONE && means(tie, whom))
			found = told_first(found, tie->kind);
	}
	return found;
}

static bool is_friend_of(const struct conflict_book *book, const struct known *who, const struct known *whom)
{
	for (size_t i = 0; i < who->tie_count; i++) {
		const struct tie *tie = &book->ties[who->ties + i];
		if (tie->kind == CONFLICT_NONE && means(tie, whom))
			return true;
	}
	return false;
}

enum conflict conflict_between(const struct conflict_book *book, int64_t one_id, int64_t other_id)
{
	const struct known *one = conflict_find(book, one_id), *other = conflict_find(book, other_id);

	if (!one || !other)
		return CONFLICT_NONE;
	if (one == other || have_same_reach(one, other))
		return CONFLICT_SAME_REACH;
	enum conflict found = in_common(book, one, other);
	if (lines_lead(book->lines, one_id, other_id) || lines_lead(book->lines, other_id, one_id))
		found = told_first(found, CONFLICT_LINE);
	found = told_first(found, told_first(names(book, one, other), names(book, other, one)));
	return one->waits || other->waits ? told_first(found, CONFLICT_OTHER) : found;
}

bool conflict_is_friend(const struct conflict_book *book, int64_t one_id, int64_t other_id)
{
	const struct known *one = conflict_find(book, one_id), *other = conflict_find(book, other_id);

	return one && other && (is_friend_of(book, one, other) || is_friend_of(book, other, one));
}

enum conflict conflict_now(struct work *work, int64_t one_id, int64_t other_id)
{
	return conflict_between(conflict_book_between(work, one_id, other_id), one_id, other_id);
}
