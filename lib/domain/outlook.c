/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/outlook.h"

#include <stdlib.h>

#include "base/arena.h"
#include "domain/circle.h"
#include "domain/score.h"
#include "sql_match.h"

bool is_reverse(const char *mentor_age, const char *mentee_age, int64_t years)
{
	int mentor = age_middle(mentor_age), mentee = age_middle(mentee_age);

	return mentor && mentee && mentee - mentor >= years;
}

static int by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

/* Sorts, and leaves each number once. Returns how many. */
static size_t sorted_once(int64_t *numbers, size_t count)
{
	size_t kept = 0;

	qsort(numbers, count, sizeof *numbers, by_number);
	for (size_t i = 0; i < count; i++)
		if (!kept || numbers[kept - 1] != numbers[i])
			numbers[kept++] = numbers[i];
	return kept;
}

static int64_t in_common(const int64_t *a, size_t a_count, const int64_t *b, size_t b_count)
{
	int64_t common = 0;

	for (size_t i = 0, j = 0; i < a_count && j < b_count;) {
		common += a[i] == b[j];
		if (a[i] <= b[j])
			i++;
		else
			j++;
	}
	return common;
}

static void count_people(struct arena *arena, const struct circle_tie *ties, size_t count, struct outlook *o)
{
	int64_t *mentors = arena_array(arena, count + 1, sizeof *mentors), *mentees = arena_array(arena, count + 1, sizeof *mentees);

	for (size_t i = 0; i < count; i++) {
		mentors[i] = ties[i].mentor_id;
		mentees[i] = ties[i].mentee_id;
	}
	size_t give = sorted_once(mentors, count), receive = sorted_once(mentees, count);
	o->both = in_common(mentors, give, mentees, receive);
	o->people = (int64_t)(give + receive) - o->both;
}

static void count_circles(struct arena *arena, const struct circle_tie *ties, size_t count, struct outlook *o)
{
	struct circles found = circles_of(arena, ties, count);

	for (size_t i = 0; i < found.count; i++)
		if (found.list[i].closed) {
			o->circles++;
			o->in_circles += (int64_t)found.list[i].count;
		}
}

struct outlook outlook_of(struct arena *arena, struct list rows, bool live_only, int64_t reverse_years)
{
	struct circle_tie *ties = arena_array(arena, rows.count + 1, sizeof *ties);
	struct outlook o = { .pairs = 0 };

	for (size_t i = 0; i < rows.count; i++) {
		const struct match_ties *row = list_row(&match_ties_view, rows, i);
		if (live_only && !row->pair_id)
			continue;
		ties[o.pairs++] = (struct circle_tie){ row->mentor_id, row->mentee_id };
		o.reverse += is_reverse(row->mentor_age, row->mentee_age, reverse_years);
	}
	count_people(arena, ties, (size_t)o.pairs, &o);
	count_circles(arena, ties, (size_t)o.pairs, &o);
	return o;
}
