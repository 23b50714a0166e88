/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/circle.h"

#include <stdlib.h>

#include "base/arena.h"

enum { NONE = -1 };

struct end {
	int64_t mentor_id, mentee_id;
	size_t tie;
};

struct finder {
	struct end *ends;          /* the ties by mentor, then mentee */
	size_t count;
	int64_t *people;           /* all who are in any, in order */
	size_t person_count;
	size_t *first;             /* of each person among the ends; one more at the end */
	size_t *to;                /* of each end, its mentee's place among the people */
	bool *used;                /* of each end */
	long *from;                /* of each person, the end by which this search came there */
	size_t *queue;
	size_t *ties;              /* room for those of all circles: each tie is in one */
	size_t tied;
	struct circles found;
};

static int by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static int by_mentor(const void *a, const void *b)
{
	const struct end *x = a, *y = b;

	if (x->mentor_id != y->mentor_id)
		return x->mentor_id < y->mentor_id ? -1 : 1;
	if (x->mentee_id != y->mentee_id)
		return x->mentee_id < y->mentee_id ? -1 : 1;
	return x->tie < y->tie ? -1 : x->tie > y->tie;
}

static size_t place_of(const struct finder *f, int64_t person_id)
{
	const int64_t *at = bsearch(&person_id, f->people, f->person_count, sizeof *f->people, by_number);

	return (size_t)(at - f->people);
}

static void read_people(struct finder *f)
{
	size_t unique = 0;

	for (size_t i = 0; i < f->count; i++) {
		f->people[2 * i] = f->ends[i].mentor_id;
		f->people[2 * i + 1] = f->ends[i].mentee_id;
	}
	qsort(f->people, 2 * f->count, sizeof *f->people, by_number);
	for (size_t i = 0; i < 2 * f->count; i++)
		if (!unique || f->people[unique - 1] != f->people[i])
			f->people[unique++] = f->people[i];
	f->person_count = unique;
}

static struct finder finder_of(struct arena *arena, const struct circle_tie *ties, size_t count)
{
	struct finder f = { .count = count };

	f.ends = arena_array(arena, count + 1, sizeof *f.ends);
	f.people = arena_array(arena, 2 * count + 1, sizeof *f.people);
	for (size_t i = 0; i < count; i++)
		f.ends[i] = (struct end){ ties[i].mentor_id, ties[i].mentee_id, i };
	qsort(f.ends, count, sizeof *f.ends, by_mentor);
	read_people(&f);
	f.first = arena_array(arena, f.person_count + 2, sizeof *f.first);
	f.to = arena_array(arena, count + 1, sizeof *f.to);
	f.used = arena_array(arena, count + 1, sizeof *f.used);
	f.from = arena_array(arena, f.person_count + 1, sizeof *f.from);
	f.queue = arena_array(arena, f.person_count + 1, sizeof *f.queue);
	f.ties = arena_array(arena, count + 1, sizeof *f.ties);
	for (size_t p = 0; p < f.person_count; p++)
		f.from[p] = NONE;
	f.found.list = arena_array(arena, count + 1, sizeof *f.found.list);
	for (size_t i = 0; i < count; i++) {
		f.first[place_of(&f, f.ends[i].mentor_id) + 1] = i + 1;
		f.to[i] = place_of(&f, f.ends[i].mentee_id);
	}
	for (size_t p = 0; p < f.person_count; p++)
		if (f.first[p + 1] < f.first[p])
			f.first[p + 1] = f.first[p];
	return f;
}

/* Goes out from `start`, the nearest first, until an end comes back to it: that end, or NONE. `from` tells
   the way, `tail` how many were met. */
static long search(struct finder *f, size_t start, size_t *tail)
{
	f->queue[(*tail)++] = start;
	for (size_t head = 0; head < *tail; head++) {
		size_t person = f->queue[head];
		for (size_t e = f->first[person]; e < f->first[person + 1]; e++) {
			if (f->used[e])
				continue;
			if (f->to[e] == start)
				return (long)e;
			if (f->from[f->to[e]] != NONE)
				continue;
			f->from[f->to[e]] = (long)e;
			f->queue[(*tail)++] = f->to[e];
		}
	}
	return NONE;
}

static void add_ring(struct finder *f, size_t start, long last)
{
	size_t length = 1, *ties = &f->ties[f->tied];

	for (size_t p = place_of(f, f->ends[last].mentor_id); p != start; length++)
		p = place_of(f, f->ends[f->from[p]].mentor_id);
	f->tied += length;
	size_t at = length;
	for (long e = last; at > 0; e = f->from[place_of(f, f->ends[e].mentor_id)]) {
		ties[--at] = f->ends[e].tie;
		f->used[e] = true;
	}
	f->found.list[f->found.count++] = (struct circle){ true, ties, length };
}

/* Adds the shortest ring through this person, where there is one. */
static bool find_ring(struct finder *f, size_t start)
{
	size_t met = 0;
	long last = search(f, start, &met);

	if (last != NONE)
		add_ring(f, start, last);
	while (met > 0)
		f->from[f->queue[--met]] = NONE;
	return last != NONE;
}

static size_t next_end(const struct finder *f, size_t person)
{
	for (size_t e = f->first[person]; e < f->first[person + 1]; e++)
		if (!f->used[e])
			return e;
	return f->count;
}

/* From somebody whom nobody is left to mentor, on to where it ends. */
static void add_chain(struct finder *f, size_t person, size_t *mentors)
{
	size_t *ties = &f->ties[f->tied], length = 0, end;

	while ((end = next_end(f, person)) < f->count) {
		ties[length++] = f->ends[end].tie;
		f->used[end] = true;
		person = f->to[end];
		mentors[person]--;
	}
	f->tied += length;
	f->found.list[f->found.count++] = (struct circle){ false, ties, length };
}

static void find_chains(struct arena *arena, struct finder *f)
{
	size_t *mentors = arena_array(arena, f->person_count + 1, sizeof *mentors);
	bool more = true;

	for (size_t e = 0; e < f->count; e++)
		mentors[f->to[e]] += !f->used[e];
	while (more) {
		more = false;
		for (size_t p = 0; p < f->person_count; p++)
			while (!mentors[p] && next_end(f, p) < f->count) {
				add_chain(f, p, mentors);
				more = true;
			}
	}
}

static int by_shape(const void *a, const void *b)
{
	const struct circle *x = a, *y = b;

	if (x->closed != y->closed)
		return x->closed ? -1 : 1;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->ties[0] < y->ties[0] ? -1 : x->ties[0] > y->ties[0];
}

struct circles circles_of(struct arena *arena, const struct circle_tie *ties, size_t count)
{
	struct finder f = finder_of(arena, ties, count);

	for (size_t p = 0; p < f.person_count; p++)
		while (next_end(&f, p) < f.count && find_ring(&f, p))
			continue;
	find_chains(arena, &f);
	qsort(f.found.list, f.found.count, sizeof *f.found.list, by_shape);
	return f.found;
}
