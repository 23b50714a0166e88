/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/net.h"
#include "matching/pairs.h"

#include <string.h>

/* The heaviest arcs that each ask and each mentor begin with; or what an arc may lack of gaining, to begin with it. */
enum { HEAVY = 4, NEAR = 40, WORD = 64 };

/* A threshold: arcs above it, and the first `rest` of those that weigh just this. */
struct heavy {
	uint16_t weights[HEAVY];   /* the lightest first */
	uint8_t count;
};

static void note_weight(struct heavy *h, uint16_t weight)
{
	uint32_t at = 0;

	if (h->count == HEAVY) {
		if (weight <= h->weights[0])
			return;
		for (; at + 1 < HEAVY && h->weights[at + 1] < weight; at++)
			h->weights[at] = h->weights[at + 1];
	} else {
		for (at = h->count++; at > 0 && h->weights[at - 1] > weight; at--)
			h->weights[at] = h->weights[at - 1];
	}
	h->weights[at] = weight;
}

/* How many of those at the threshold are among the heaviest. */
static uint8_t rest_of(const struct heavy *h)
{
	uint8_t rest = 0;

	while (rest < h->count && h->weights[rest] == h->weights[0])
		rest++;
	return rest;
}

static bool take_weight(struct heavy *h, uint16_t weight)
{
	if (weight > h->weights[0])
		return true;
	if (weight < h->weights[0] || h->count == 0)
		return false;
	h->count--;
	return true;
}

static void mark_ask(const struct matching_graph *g, uint32_t ask, struct heavy *mentors, uint64_t *marks)
{
	struct heavy own = { .count = 0 };

	for (uint32_t i = g->ask_first[ask]; i < g->ask_first[ask + 1]; i++)
		if (g->capacity[g->arc_mentor[i]])
			note_weight(&own, g->arc_weight[i]);
	own.count = rest_of(&own);
	for (uint32_t i = g->ask_first[ask]; i < g->ask_first[ask + 1]; i++) {
		uint32_t u = g->arc_mentor[i];
		if (!g->capacity[u])
			continue;
		bool heavy = take_weight(&own, g->arc_weight[i]);
		if (take_weight(&mentors[u], g->arc_weight[i]) || heavy)
			marks[i / WORD] |= UINT64_C(1) << i % WORD;
	}
}

static bool mark_heavy(struct net *net, uint64_t *marks)
{
	const struct matching_graph *g = net->graph;
	struct heavy *mentors = memory_take(net->memory, g->person_count, sizeof *mentors);

	if (!mentors)
		return false;
	for (uint32_t a = 0; a < g->ask_count; a++)
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1] && g->ask_need[a]; i++)
			note_weight(&mentors[g->arc_mentor[i]], g->arc_weight[i]);
	for (uint32_t v = 0; v < g->person_count; v++)
		mentors[v].count = rest_of(&mentors[v]);
	for (uint32_t a = 0; a < g->ask_count; a++)
		if (g->ask_need[a])
			mark_ask(g, a, mentors, marks);
	memory_give(net->memory, mentors, g->person_count, sizeof *mentors);
	return true;
}

static bool make_room(struct net *net, uint32_t room)
{
	size_t counts[2] = { net->room, room };
	struct net_arc *arcs = memory_grow(net->memory, net->arcs, counts, sizeof *arcs);
	uint32_t *ask_of = memory_grow(net->memory, net->ask_of, counts, sizeof *ask_of);
	uint32_t *number = memory_grow(net->memory, net->number, counts, sizeof *number);
	uint32_t *by_mentor = memory_grow(net->memory, net->by_mentor, counts, sizeof *by_mentor);

	/* What has grown keeps its new size even where another did not: the memory's sum then errs on the careful side. */
	net->arcs = arcs ? arcs : net->arcs;
	net->ask_of = ask_of ? ask_of : net->ask_of;
	net->number = number ? number : net->number;
	net->by_mentor = by_mentor ? by_mentor : net->by_mentor;
	if (!arcs || !ask_of || !number || !by_mentor)
		return false;
	net->room = room;
	return true;
}

static void index_mentors(struct net *net)
{
	uint32_t n = net->graph->person_count;

	memset(net->mentor_first, 0, ((size_t)n + 1) * sizeof *net->mentor_first);
	for (uint32_t i = 0; i < net->count; i++)
		net->mentor_first[net->arcs[i].mentor]++;
	for (uint32_t v = 1; v <= n; v++)
		net->mentor_first[v] += net->mentor_first[v - 1];
	for (uint32_t i = net->count; i-- > 0;)
		net->by_mentor[--net->mentor_first[net->arcs[i].mentor]] = i;
}

static void put(struct net *net, uint32_t at, uint32_t ask, uint32_t number)
{
	net->arcs[at] = (struct net_arc){ net_gain(net, ask, number), net->graph->arc_mentor[number], UNUSED };
	net->ask_of[at] = ask;
	net->number[at] = number;
}

static void fill_core(struct net *net, const uint64_t *marks)
{
	const struct matching_graph *g = net->graph;

	for (uint32_t a = 0; a < g->ask_count; a++) {
		net->core_first[a] = net->count;
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1]; i++)
			if (marks[i / WORD] >> i % WORD & 1)
				put(net, net->count++, a, i);
	}
	net->core_first[g->ask_count] = net->count;
	index_mentors(net);
}

/* Prices of mentors' outs close together, and of those without capacity one that no arc pays. */
static int64_t *out_prices(const struct net *net)
{
	uint32_t n = net->graph->person_count;
	int64_t *prices = memory_take(net->memory, n, sizeof *prices);

	for (uint32_t v = 0; prices && v < n; v++)
		prices[v] = net->graph->capacity[v] ? net->nodes[out_of(net, v)].price : INT64_MAX;
	return prices;
}

static uint32_t count_marks(const uint64_t *marks, uint32_t arcs)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i <= arcs / WORD; i++)
		count += (uint32_t)__builtin_popcountll(marks[i]);
	return count;
}

/* At the prices that the nodes have. */
static bool mark_near(const struct net *net, const struct matching_answer *from, uint64_t *marks)
{
	const struct matching_graph *g = net->graph;
	int64_t *outs = out_prices(net);

	for (uint32_t a = 0; outs && a < g->ask_count; a++) {
		int64_t price = net->nodes[a].price + g->arc + NEAR;
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1] && g->ask_need[a]; i++)
			if (g->arc_weight[i] + price >= outs[g->arc_mentor[i]])
				marks[i / WORD] |= UINT64_C(1) << i % WORD;
	}
	for (uint32_t i = 0; i < from->count; i++)
		if (from->chosen[i] < g->ask_first[g->ask_count])
			marks[from->chosen[i] / WORD] |= UINT64_C(1) << from->chosen[i] % WORD;
	memory_give(net->memory, outs, g->person_count, sizeof *outs);
	return outs;
}

bool core_begin(struct net *net, const struct matching_answer *from)
{
	uint32_t arcs = net->graph->ask_first[net->graph->ask_count], count = 0;
	uint64_t *marks = memory_take(net->memory, arcs / WORD + 1, sizeof *marks);
	bool done = marks && (from ? mark_near(net, from, marks) : mark_heavy(net, marks));

	count = done ? count_marks(marks, arcs) : 0;
	done = done && make_room(net, count + count / 16 < arcs ? count + count / 16 : arcs);
	if (done)
		fill_core(net, marks);
	memory_give(net->memory, marks, arcs / WORD + 1, sizeof *marks);
	return done;
}

/* Numbers of arcs to add, ascending by ask. */
struct list {
	uint32_t *numbers, *asks;
	size_t count, room;
};

static bool list_add(struct list *list, struct memory *memory, uint32_t ask, uint32_t number)
{
	if (list->count == list->room) {
		size_t counts[2] = { list->room, 2 * list->room + 1024 };
		uint32_t *numbers = memory_grow(memory, list->numbers, counts, sizeof *numbers);
		list->numbers = numbers ? numbers : list->numbers;
		uint32_t *asks = numbers ? memory_grow(memory, list->asks, counts, sizeof *asks) : NULL;
		list->asks = asks ? asks : list->asks;
		if (!asks)
			return false;
		list->room = counts[1];
	}
	list->numbers[list->count] = number;
	list->asks[list->count++] = ask;
	return true;
}

/* Arcs outside of the core that would gain. */
static bool list_gaining(const struct net *net, const int64_t *outs, struct list *list)
{
	const struct matching_graph *g = net->graph;

	for (uint32_t a = 0; a < g->ask_count; a++) {
		uint32_t core = net->core_first[a], end = net->core_first[a + 1];
		int64_t price = net->nodes[a].price + g->arc;
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1] && g->ask_need[a]; i++) {
			if (g->arc_weight[i] + price <= outs[g->arc_mentor[i]])
				continue;
			while (core < end && net->number[core] < i)
				core++;
			if (core < end && net->number[core] == i)
				continue;
			if (net_gain(net, a, i) + net->nodes[a].price > outs[g->arc_mentor[i]] && !list_add(list, net->memory, a, i))
				return false;
		}
	}
	return true;
}

/* Puts the listed arcs among the core's, from the end. */
static void merge(struct net *net, const struct list *list)
{
	size_t added = list->count, at = net->count + added;
	uint32_t asks = net->graph->ask_count, ask = asks;

	for (uint32_t old = net->count; at-- > 0;) {
		bool new = added > 0 && (old == 0 || list->numbers[added - 1] > net->number[old - 1]);
		uint32_t a = new ? list->asks[added - 1] : net->ask_of[old - 1];
		for (; ask > a; ask--)
			net->core_first[ask] = (uint32_t)at + 1;
		if (new) {
			added--;
			put(net, (uint32_t)at, a, list->numbers[added]);
			continue;
		}
		old--;
		net->arcs[at] = net->arcs[old];
		net->ask_of[at] = a;
		net->number[at] = net->number[old];
	}
	for (; ask > 0; ask--)
		net->core_first[ask] = 0;
	net->count += (uint32_t)list->count;
	for (uint32_t v = 0; v < net->graph->person_count; v++)
		net->people[v].used = LAST;
	for (uint32_t i = net->count; i-- > 0;)
		if (net->arcs[i].next != UNUSED) {
			net->arcs[i].next = net->people[net->arcs[i].mentor].used;
			net->people[net->arcs[i].mentor].used = i;
		}
	index_mentors(net);
}

int64_t core_add(struct net *net)
{
	struct list list = { NULL, NULL, 0, 0 };
	if (net->priced)
		return 0;
	int64_t *outs = out_prices(net);
	bool room = outs && list_gaining(net, outs, &list);

	memory_give(net->memory, outs, net->graph->person_count, sizeof *outs);
	net->priced = room && list.count == 0;
	if (room && list.count > net->room - net->count)
		room = make_room(net, net->count + (uint32_t)list.count + (uint32_t)list.count / 2);
	if (room && list.count > 0) {
		merge(net, &list);
		for (size_t k = 0, i = 0; room && k < list.count; k++) {
			for (i = net->core_first[list.asks[k]]; net->number[i] != list.numbers[k];)
				i++;
			room = surplus_of(net, (uint32_t)i) <= 0 || net_flip(net, (uint32_t)i);
		}
	}
	memory_give(net->memory, list.numbers, list.room, sizeof *list.numbers);
	memory_give(net->memory, list.asks, list.room, sizeof *list.asks);
	return room ? (int64_t)list.count : -1;
}
