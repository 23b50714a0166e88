/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdlib.h>

#include "base/arena.h"
#include "domain/choice-book.h"

/* An arc with what the engine's graph is in the order of. */
struct ordered {
	uint32_t mentee, ask, mentor, arc;
};

static int by_ask(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;

	if (x->mentee != y->mentee)
		return x->mentee < y->mentee ? -1 : 1;
	if (x->ask != y->ask)
		return x->ask < y->ask ? -1 : 1;
	if (x->mentor != y->mentor)
		return x->mentor < y->mentor ? -1 : 1;
	return x->arc < y->arc ? -1 : x->arc > y->arc;
}

static void *room_for(const struct choice_book *book, size_t count, size_t size)
{
	return arena_array(book->arena, count + 2, size);
}

/* What people have room for, and which sides they have already. */
static void describe_people(const struct choice_book *book, uint8_t *capacity, uint8_t *has)
{
	for (uint32_t i = 0; i < book->person_count; i++) {
		const struct score_person *p = &book->people[i];
		capacity[i] = (uint8_t)(book->sides[i].room < UINT8_MAX ? book->sides[i].room : UINT8_MAX);
		has[i] = (uint8_t)((p->gives ? MATCHING_GIVES : 0) | (p->receives ? MATCHING_RECEIVES : 0));
	}
}

struct choice_graph choice_graph_of(const struct choice_book *book)
{
	struct ordered *order = room_for(book, book->arc_count, sizeof *order);
	uint8_t *capacity = room_for(book, book->person_count, 1), *has = room_for(book, book->person_count, 1);
	uint32_t *mentees = room_for(book, book->ask_count, sizeof *mentees), *first = room_for(book, book->ask_count, sizeof *first);
	uint8_t *needs = room_for(book, book->ask_count, 1);
	uint32_t *mentors = room_for(book, book->arc_count, sizeof *mentors);
	uint16_t *weights = room_for(book, book->arc_count, sizeof *weights);
	struct choice_graph g = { .arcs = room_for(book, book->arc_count, sizeof *g.arcs) };
	uint32_t asks = 0;

	for (uint32_t i = 0; i < book->arc_count; i++)
		order[i] = (struct ordered){ book->arcs[i].mentee, book->arcs[i].ask, book->arcs[i].mentor, i };
	qsort(order, book->arc_count, sizeof *order, by_ask);
	for (uint32_t i = 0; i < book->arc_count; i++) {
		if (!i || order[i].ask != order[i - 1].ask) {
			mentees[asks] = order[i].mentee;
			needs[asks] = 1;
			first[asks++] = i;
		}
		mentors[i] = order[i].mentor;
		weights[i] = book->arcs[order[i].arc].weight;
		g.arcs[i] = order[i].arc;
	}
	first[asks] = book->arc_count;
	describe_people(book, capacity, has);
	g.graph = (struct matching_graph){ .person_count = book->person_count, .capacity = capacity, .has = has, .ask_count = asks,
		.ask_mentee = mentees, .ask_need = needs, .ask_first = first, .arc_mentor = mentors, .arc_weight = weights };
	return g;
}
