/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/nearby.h"

#include <stdlib.h>

#include "base/arena.h"
#include "domain/score.h"

/* A shelf holds the offers of one topic that are alike in one thing. Each offer lies on several. */
enum shelf { SHELF_ALL, SHELF_PLACE, SHELF_SQUARE, SHELF_LETTERS, SHELF_UNKNOWN, SHELF_PHONE, SHELF_VIDEO, SHELF_WRITING, SHELVES };

struct entry {
	int64_t topic_id;
	int64_t of;              /* the place, square or letters */
	enum shelf shelf;
	uint32_t offer;
};

struct nearby {
	struct entry *entries;   /* sorted: a shelf's lie together */
	size_t count;
	uint32_t *looked;        /* of each offer, in which search it was last found */
	uint32_t search;
};

static int by_shelf(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->topic_id != y->topic_id)
		return x->topic_id < y->topic_id ? -1 : 1;
	if (x->shelf != y->shelf)
		return x->shelf < y->shelf ? -1 : 1;
	if (x->of != y->of)
		return x->of < y->of ? -1 : 1;
	return x->offer < y->offer ? -1 : x->offer > y->offer;
}

static void put(struct nearby *nearby, const struct nearby_offer *offer, uint32_t number, enum shelf shelf, int64_t of)
{
	nearby->entries[nearby->count++] = (struct entry){ offer->topic_id, of, shelf, number };
}

static void put_offer(struct nearby *nearby, const struct nearby_offer *offer, uint32_t number)
{
	const struct score_person *mentor = offer->mentor;

	put(nearby, offer, number, SHELF_ALL, 0);
	if (mentor->ways & WAY_IN_PERSON && mentor->place_id)
		put(nearby, offer, number, SHELF_PLACE, mentor->place_id);
	if (mentor->ways & WAY_IN_PERSON && mentor->spot.district) {
		put(nearby, offer, number, SHELF_SQUARE, place_square(&mentor->spot));
		put(nearby, offer, number, SHELF_LETTERS, place_letters(&mentor->spot));
	} else if (mentor->ways & WAY_IN_PERSON && *mentor->spot.name) {
		put(nearby, offer, number, SHELF_UNKNOWN, place_letters(&mentor->spot));
	}
	if (mentor->ways & WAY_PHONE)
		put(nearby, offer, number, SHELF_PHONE, 0);
	if (mentor->ways & WAY_VIDEO)
		put(nearby, offer, number, SHELF_VIDEO, 0);
	if (mentor->ways & WAY_WRITING)
		put(nearby, offer, number, SHELF_WRITING, 0);
}

struct nearby *nearby_of(struct arena *arena, const struct nearby_offer *offers, uint32_t count)
{
	struct nearby *nearby = arena_alloc(arena, sizeof *nearby);

	nearby->entries = arena_array(arena, (size_t)count * SHELVES + 1, sizeof *nearby->entries);
	nearby->looked = arena_array(arena, (size_t)count + 1, sizeof *nearby->looked);
	for (uint32_t i = 0; i < count; i++)
		put_offer(nearby, &offers[i], i);
	qsort(nearby->entries, nearby->count, sizeof *nearby->entries, by_shelf);
	return nearby;
}

/* The first entry that does not come before `key`. */
static size_t first_of(const struct nearby *nearby, const struct entry *key)
{
	size_t low = 0, high = nearby->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (by_shelf(&nearby->entries[middle], key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct span {
	size_t first, count;
};

static struct span shelf_of(const struct nearby *nearby, int64_t topic_id, enum shelf shelf, int64_t of)
{
	const struct entry from = { topic_id, of, shelf, 0 }, to = { topic_id, of, shelf, UINT32_MAX };
	size_t first = first_of(nearby, &from);

	return (struct span){ first, first_of(nearby, &to) - first };
}

struct search {
	struct nearby *nearby;
	int64_t topic_id;
	uint32_t turn;
	uint32_t *found;
	size_t count;
};

/* A shelf is gone round once, from a place that depends on whose turn it is. */
static void take(struct search *s, enum shelf shelf, int64_t of)
{
	struct nearby *nearby = s->nearby;
	struct span span = shelf_of(nearby, s->topic_id, shelf, of);
	size_t at = span.count ? (size_t)s->turn * NEARBY_MOST % span.count : 0;

	for (size_t i = 0; i < span.count && s->count < NEARBY_MOST; i++) {
		uint32_t offer = nearby->entries[span.first + at].offer;
		at = at + 1 < span.count ? at + 1 : 0;
		if (nearby->looked[offer] == nearby->search)
			continue;
		nearby->looked[offer] = nearby->search;
		s->found[s->count++] = offer;
	}
}

static void take_in_person(struct search *s, const struct score_person *mentee)
{
	int64_t squares[PLACE_SQUARES];

	if (mentee->place_id)
		take(s, SHELF_PLACE, mentee->place_id);
	if (mentee->spot.district) {
		place_around(&mentee->spot, squares);
		for (int i = 0; i < PLACE_SQUARES; i++)
			take(s, SHELF_SQUARE, squares[i]);
		take(s, SHELF_UNKNOWN, place_letters(&mentee->spot));
	} else if (*mentee->spot.name) {
		take(s, SHELF_LETTERS, place_letters(&mentee->spot));
		take(s, SHELF_UNKNOWN, place_letters(&mentee->spot));
	}
}

size_t nearby_look(struct nearby *nearby, int64_t topic_id, const struct score_person *mentee, uint32_t turn, uint32_t *into)
{
	struct search search = { .nearby = nearby, .topic_id = topic_id, .turn = turn, .found = into };

	nearby->search++;
	if (nearby_offers(nearby, topic_id) <= NEARBY_MOST) {
		take(&search, SHELF_ALL, 0);
		return search.count;
	}
	if (mentee->ways & WAY_IN_PERSON)
		take_in_person(&search, mentee);
	if (mentee->ways & WAY_PHONE)
		take(&search, SHELF_PHONE, 0);
	if (mentee->ways & WAY_VIDEO)
		take(&search, SHELF_VIDEO, 0);
	if (mentee->ways & WAY_WRITING)
		take(&search, SHELF_WRITING, 0);
	return search.count;
}

size_t nearby_offers(const struct nearby *nearby, int64_t topic_id)
{
	return shelf_of(nearby, topic_id, SHELF_ALL, 0).count;
}
