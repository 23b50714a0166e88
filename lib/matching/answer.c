/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/proof.h"

#include <stdlib.h>

/* A choice that grows. */
struct choosing {
	const struct matching_graph *graph;
	struct matching_answer *answer;
	uint32_t *given;        /* of each person: people that they mentor */
	uint32_t *first, *next; /* of each mentor the places of their arcs among the chosen, + 1 */
	uint32_t *asks;         /* of each chosen arc */
	uint8_t *filled;        /* of each ask */
	uint8_t *receives;      /* of each person */
};

static bool joins(const struct choosing *c, uint32_t mentor, uint32_t mentee)
{
	for (uint32_t k = c->first[mentor]; k; k = c->next[k - 1])
		if (c->graph->ask_mentee[c->asks[k - 1]] == mentee)
			return true;
	return false;
}

static void choose(struct choosing *c, uint32_t ask, uint32_t arc)
{
	const struct matching_graph *g = c->graph;
	uint32_t u = g->arc_mentor[arc], v = g->ask_mentee[ask], at = c->answer->count;

	if (c->given[u] >= g->capacity[u] || c->filled[ask] >= g->ask_need[ask] || joins(c, u, v) || joins(c, v, u))
		return;
	c->answer->chosen[at] = arc;
	c->answer->count++;
	c->asks[at] = ask;
	c->next[at] = c->first[u];
	c->first[u] = at + 1;
	c->given[u]++;
	c->filled[ask]++;
}

/* For asks that still take somebody: mentors who have nobody yet, then whoever has room; of equals the heaviest. */
static void fill(struct choosing *c, uint32_t ask, bool fresh)
{
	const struct matching_graph *g = c->graph;

	while (c->filled[ask] < g->ask_need[ask]) {
		uint32_t best = UINT32_MAX;
		for (uint32_t i = g->ask_first[ask]; i < g->ask_first[ask + 1]; i++) {
			uint32_t u = g->arc_mentor[i], v = g->ask_mentee[ask];
			if ((best != UINT32_MAX && g->arc_weight[i] <= g->arc_weight[best]) || c->given[u] >= (fresh ? g->capacity[u] > 0 : g->capacity[u]))
				continue;
			if (!joins(c, u, v) && !joins(c, v, u))
				best = i;
		}
		if (best == UINT32_MAX)
			return;
		choose(c, ask, best);
	}
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static void count(struct choosing *c)
{
	const struct matching_graph *g = c->graph;
	struct matching_answer *answer = c->answer;

	answer->weight = 0;
	answer->both = 0;
	for (uint32_t i = 0; i < answer->count; i++) {
		answer->weight += g->arc_weight[answer->chosen[i]];
		c->receives[g->ask_mentee[c->asks[i]]] = 1;
	}
	for (uint32_t v = 0; v < g->person_count; v++) {
		uint8_t has = g->has ? g->has[v] : 0;
		bool gives = has & MATCHING_GIVES || c->given[v] > 0, receives = has & MATCHING_RECEIVES || c->receives[v];
		answer->both += gives && receives && has != (MATCHING_GIVES | MATCHING_RECEIVES);
	}
	answer->value = g->both * answer->both + g->arc * answer->count + (int64_t)answer->weight;
	qsort(answer->chosen, answer->count, sizeof *answer->chosen, by_number);
}

static void choose_all(struct choosing *c, const struct net *net)
{
	for (uint32_t i = 0; i < net->count; i++)
		if (net->arcs[i].next != UNUSED)
			choose(c, net->ask_of[i], net->number[i]);
	for (int fresh = 1; fresh >= 0; fresh--)
		for (uint32_t a = 0; a < c->graph->ask_count; a++)
			fill(c, a, fresh);
	count(c);
}

uint32_t answer_room(const struct matching_graph *graph)
{
	uint32_t room = 0;

	for (uint32_t a = 0; a < graph->ask_count; a++) {
		uint32_t arcs = graph->ask_first[a + 1] - graph->ask_first[a];
		room += arcs < graph->ask_need[a] ? arcs : graph->ask_need[a];
	}
	return room;
}

bool answer_of(struct matching_answer *answer, const struct net *net)
{
	const struct matching_graph *g = net->graph;
	uint32_t room = answer_room(g);
	struct choosing c = {
		.graph = g, .answer = answer,
		.given = memory_take(net->memory, g->person_count, sizeof *c.given),
		.first = memory_take(net->memory, g->person_count, sizeof *c.first),
		.receives = memory_take(net->memory, g->person_count, sizeof *c.receives),
		.filled = memory_take(net->memory, g->ask_count, sizeof *c.filled),
		.next = memory_take(net->memory, room, sizeof *c.next),
		.asks = memory_take(net->memory, room, sizeof *c.asks),
	};
	bool done = c.given && c.first && c.receives && c.filled && c.next && c.asks;

	answer->count = 0;
	if (done)
		choose_all(&c, net);
	memory_give(net->memory, c.given, g->person_count, sizeof *c.given);
	memory_give(net->memory, c.first, g->person_count, sizeof *c.first);
	memory_give(net->memory, c.receives, g->person_count, sizeof *c.receives);
	memory_give(net->memory, c.filled, g->ask_count, sizeof *c.filled);
	memory_give(net->memory, c.next, room, sizeof *c.next);
	memory_give(net->memory, c.asks, room, sizeof *c.asks);
	return done;
}
