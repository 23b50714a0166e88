/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/greedy.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { NONE = UINT32_MAX };

/* The graph by ask: its arcs, heavy first. */
struct solver {
	const struct greedy_graph *graph;
	uint32_t *order;       /* arcs sorted by ask, then weight, then mentor */
	uint32_t *first;       /* of each ask among them; one more at the end */
	uint32_t *arc_of_ask;  /* the arc that meets it, or NONE */
	uint32_t *load;        /* of each person as a mentor */
	uint32_t *mentored;    /* how many chosen arcs a person has in */
	bool *seen;            /* asks that this exchange has asked already */
};

/* qsort has no argument of its own: the arcs are copied with what they are sorted by. */
struct sortable {
	uint32_t ask, weight, mentor, arc;
};

static int by_ask(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;

	if (x->ask != y->ask)
		return x->ask < y->ask ? -1 : 1;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->mentor != y->mentor)
		return x->mentor < y->mentor ? -1 : 1;
	return x->arc < y->arc ? -1 : x->arc > y->arc;
}

static bool sort_arcs(struct solver *s)
{
	const struct greedy_graph *g = s->graph;
	struct sortable *arcs = malloc((g->arc_count + 1) * sizeof *arcs);

	if (!arcs)
		return false;
	for (uint32_t i = 0; i < g->arc_count; i++)
		arcs[i] = (struct sortable){ g->arcs[i].ask, g->arcs[i].weight, g->arcs[i].mentor, i };
	qsort(arcs, g->arc_count, sizeof *arcs, by_ask);
	for (uint32_t i = 0; i < g->arc_count; i++) {
		s->order[i] = arcs[i].arc;
		s->first[arcs[i].ask + 1]++;
	}
	for (uint32_t ask = 0; ask < g->ask_count; ask++)
		s->first[ask + 1] += s->first[ask];
	free(arcs);
	return true;
}

static const struct greedy_arc *arc_at(const struct solver *s, uint32_t place)
{
	return &s->graph->arcs[s->order[place]];
}

/* Whether the mentee of this arc mentors its mentor already. */
static bool is_two_way(const struct solver *s, const struct greedy_arc *arc)
{
	for (uint32_t ask = 0; ask < s->graph->ask_count; ask++) {
		if (s->arc_of_ask[ask] == NONE)
			continue;
		const struct greedy_arc *other = &s->graph->arcs[s->arc_of_ask[ask]];
		if (other->mentor == arc->mentee && other->mentee == arc->mentor)
			return true;
	}
	return false;
}

static void choose(struct solver *s, uint32_t number)
{
	const struct greedy_arc *arc = &s->graph->arcs[number];

	s->arc_of_ask[arc->ask] = number;
	s->load[arc->mentor]++;
	s->mentored[arc->mentee]++;
}

static void give_up(struct solver *s, uint32_t ask)
{
	const struct greedy_arc *arc = &s->graph->arcs[s->arc_of_ask[ask]];

	s->arc_of_ask[ask] = NONE;
	s->load[arc->mentor]--;
	s->mentored[arc->mentee]--;
}

static bool has_room(const struct solver *s, uint32_t mentor)
{
	return s->load[mentor] < s->graph->people[mentor].capacity;
}

static bool meet(struct solver *s, uint32_t ask);

/* Moves one of a full mentor's asks to somebody else, so that this arc fits. */
static bool make_room(struct solver *s, uint32_t number)
{
	uint32_t mentor = s->graph->arcs[number].mentor;

	for (uint32_t ask = 0; ask < s->graph->ask_count; ask++) {
		uint32_t held = s->arc_of_ask[ask];
		if (s->seen[ask] || held == NONE || s->graph->arcs[held].mentor != mentor)
			continue;
		give_up(s, ask);
		choose(s, number);
		if (meet(s, ask))
			return true;
		give_up(s, s->graph->arcs[number].ask);
		choose(s, held);
	}
	return false;
}

/* Meets an ask, if need be by moving others. What was met stays met. */
static bool meet(struct solver *s, uint32_t ask)
{
	s->seen[ask] = true;
	for (int exchange = 0; exchange < 2; exchange++)
		for (uint32_t i = s->first[ask]; i < s->first[ask + 1]; i++) {
			const struct greedy_arc *arc = arc_at(s, i);
			if (is_two_way(s, arc) || !s->graph->people[arc->mentor].capacity)
				continue;
			if (!exchange && has_room(s, arc->mentor)) {
				choose(s, s->order[i]);
				return true;
			}
			if (exchange && make_room(s, s->order[i]))
				return true;
		}
	return false;
}

/* First the asks of people who will also mentor, so that they have both sides. */
static void solve(struct solver *s)
{
	const struct greedy_graph *g = s->graph;

	for (int round = 0; round < 2; round++)
		for (uint32_t ask = 0; ask < g->ask_count; ask++) {
			if (s->arc_of_ask[ask] != NONE || s->first[ask] == s->first[ask + 1])
				continue;
			uint32_t mentee = arc_at(s, s->first[ask])->mentee;
			if (!round && !g->people[mentee].capacity)
				continue;
			memset(s->seen, 0, g->ask_count * sizeof *s->seen);
			meet(s, ask);
		}
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static void report(const struct solver *s, struct greedy_answer *answer)
{
	const struct greedy_graph *g = s->graph;

	for (uint32_t ask = 0; ask < g->ask_count; ask++) {
		answer->bound += s->first[ask] < s->first[ask + 1];
		if (s->arc_of_ask[ask] == NONE)
			continue;
		answer->chosen[answer->count++] = s->arc_of_ask[ask];
		answer->weight += g->arcs[s->arc_of_ask[ask]].weight;
	}
	uint64_t room = 0;
	for (uint32_t i = 0; i < g->person_count; i++) {
		answer->both += s->load[i] && s->mentored[i];
		room += g->people[i].capacity;
	}
	if (answer->bound > room)
		answer->bound = (uint32_t)room;
	qsort(answer->chosen, answer->count, sizeof *answer->chosen, by_number);
}

int greedy_solve(const struct greedy_graph *graph, struct greedy_answer *answer)
{
	struct solver s = {
		.graph = graph,
		.order = calloc(graph->arc_count + 1, sizeof *s.order),
		.first = calloc(graph->ask_count + 2, sizeof *s.first),
		.arc_of_ask = malloc((graph->ask_count + 1) * sizeof *s.arc_of_ask),
		.load = calloc(graph->person_count + 1, sizeof *s.load),
		.mentored = calloc(graph->person_count + 1, sizeof *s.mentored),
		.seen = calloc(graph->ask_count + 1, sizeof *s.seen),
	};
	bool room = s.order && s.first && s.arc_of_ask && s.load && s.mentored && s.seen;

	answer->count = answer->both = answer->bound = 0;
	answer->weight = 0;
	if (room) {
		memset(s.arc_of_ask, 0xff, (graph->ask_count + 1) * sizeof *s.arc_of_ask);
		room = sort_arcs(&s);
	}
	if (room) {
		solve(&s);
		report(&s, answer);
	}
	free(s.order);
	free(s.first);
	free(s.arc_of_ask);
	free(s.load);
	free(s.mentored);
	free(s.seen);
	return room;
}
