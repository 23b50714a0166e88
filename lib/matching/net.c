/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/net.h"

#include "matching/pairs.h"

static const uint32_t MANY = UINT32_MAX - 1, NOBODY = UINT32_MAX;

static void note_neighbour(uint32_t *only, uint32_t neighbour)
{
	if (*only == NOBODY)
		*only = neighbour;
	else if (*only != neighbour)
		*only = MANY;
}

/* Who can earn `both`, and how. Who has one neighbour alone cannot have both sides with them. */
static void find_earners(struct net *net, uint32_t *only, uint8_t *sides)
{
	const struct matching_graph *g = net->graph;

	for (uint32_t v = 0; v < g->person_count; v++)
		only[v] = NOBODY;
	for (uint32_t a = 0; a < g->ask_count; a++)
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1] && g->ask_need[a]; i++) {
			uint32_t u = g->arc_mentor[i], v = g->ask_mentee[a];
			if (!g->capacity[u])
				continue;
			sides[u] |= MATCHING_GIVES;
			sides[v] |= MATCHING_RECEIVES;
			note_neighbour(&only[u], v);
			note_neighbour(&only[v], u);
		}
	for (uint32_t v = 0; v < g->person_count && g->both; v++) {
		uint8_t has = g->has ? g->has[v] : 0;
		if (has == MATCHING_GIVES && sides[v] & MATCHING_RECEIVES)
			net->people[v].earns = EARNS_BY_IN;
		if (has == MATCHING_RECEIVES && sides[v] & MATCHING_GIVES)
			net->people[v].earns = EARNS_BY_OUT;
		if (has || sides[v] != (MATCHING_GIVES | MATCHING_RECEIVES))
			continue;
		if (only[v] == MANY)
			net->people[v].earns = EARNS_BY_BOTH;
		net->people[v].lonely = only[v] != MANY;
		net->people[v].neighbour = only[v];
	}
}

static bool note_people(struct net *net)
{
	const struct matching_graph *g = net->graph;
	uint32_t *only = memory_take(net->memory, g->person_count, sizeof *only);
	uint8_t *sides = memory_take(net->memory, g->person_count, sizeof *sides);

	if (only && sides)
		find_earners(net, only, sides);
	memory_give(net->memory, only, g->person_count, sizeof *only);
	memory_give(net->memory, sides, g->person_count, sizeof *sides);
	for (uint32_t a = 0; a < g->ask_count; a++)
		net->person_first[g->ask_mentee[a] + 1]++;
	for (uint32_t v = 0; v < g->person_count; v++) {
		net->person_first[v + 1] += net->person_first[v];
		net->people[v].used = LAST;
	}
	return only && sides;
}

bool net_new(struct net *net)
{
	uint32_t n = net->graph->person_count, asks = net->graph->ask_count;

	net->node_count = asks + 3 * n;
	net->nodes = memory_take(net->memory, net->node_count, sizeof *net->nodes);
	net->people = memory_take(net->memory, n, sizeof *net->people);
	net->person_first = memory_take(net->memory, n + 1, sizeof *net->person_first);
	net->fill = memory_take(net->memory, asks, sizeof *net->fill);
	net->core_first = memory_take(net->memory, asks + 1, sizeof *net->core_first);
	net->mentor_first = memory_take(net->memory, n + 1, sizeof *net->mentor_first);
	net->seen = memory_take(net->memory, net->node_count, sizeof *net->seen);
	return net->nodes && net->people && net->person_first && net->fill && net->core_first && net->mentor_first && net->seen
		&& note_people(net);
}

void net_free(struct net *net)
{
	uint32_t n = net->graph->person_count, asks = net->graph->ask_count;

	memory_give(net->memory, net->nodes, net->node_count, sizeof *net->nodes);
	memory_give(net->memory, net->people, n, sizeof *net->people);
	memory_give(net->memory, net->person_first, n + 1, sizeof *net->person_first);
	memory_give(net->memory, net->fill, asks, sizeof *net->fill);
	memory_give(net->memory, net->core_first, asks + 1, sizeof *net->core_first);
	memory_give(net->memory, net->mentor_first, n + 1, sizeof *net->mentor_first);
	memory_give(net->memory, net->seen, net->node_count, sizeof *net->seen);
	memory_give(net->memory, net->arcs, net->room, sizeof *net->arcs);
	memory_give(net->memory, net->ask_of, net->room, sizeof *net->ask_of);
	memory_give(net->memory, net->number, net->room, sizeof *net->number);
	memory_give(net->memory, net->by_mentor, net->room, sizeof *net->by_mentor);
	memory_give(net->memory, net->heap, net->heap_room, sizeof *net->heap);
	memory_give(net->memory, net->todo, net->todo_room, sizeof *net->todo);
}

int64_t net_gain(const struct net *net, uint32_t ask, uint32_t number)
{
	const struct matching_graph *g = net->graph;

	return g->arc + g->arc_weight[number] - pairs_price(net->pairs, g->arc_mentor[number], g->ask_mentee[ask]);
}

int64_t net_whole_gain(const struct net *net, uint32_t arc)
{
	return net->graph->arc + net->graph->arc_weight[net->number[arc]];
}

/* Whoever can is to earn `both`, and every ask is to be met: mentors look for an ask as asks look for a mentor, and the
   searches from the two sides stay short where from one side alone they would wander. */
void net_first_prices(struct net *net)
{
	for (uint32_t a = 0; a < net->graph->ask_count; a++) {
		int64_t most = 0;
		for (uint32_t i = net->core_first[a]; i < net->core_first[a + 1]; i++)
			most = net->arcs[i].gain > most ? net->arcs[i].gain : most;
		net->nodes[a].price = -most;
	}
}

static bool to_do(struct net *net, uint32_t node)
{
	if (net->todo_count == net->todo_room) {
		size_t room = 2 * net->todo_room + 64;
		uint32_t *todo = memory_grow(net->memory, net->todo, (size_t[]){ net->todo_room, room }, sizeof *todo);
		if (!todo)
			return false;
		net->todo = todo;
		net->todo_room = room;
	}
	net->todo[net->todo_count++] = node;
	return true;
}

void net_toggle(struct net *net, uint32_t arc)
{
	struct net_arc *a = &net->arcs[arc];
	uint32_t *link = &net->people[a->mentor].used;

	if (a->next == UNUSED) {
		a->next = *link;
		*link = arc;
		return;
	}
	while (*link != arc)
		link = &net->arcs[*link].next;
	*link = a->next;
	a->next = UNUSED;
}

bool net_flip(struct net *net, uint32_t arc)
{
	uint32_t ask = net->ask_of[arc], out = out_of(net, net->arcs[arc].mentor);
	int more = net->arcs[arc].next == UNUSED ? 1 : -1;

	net_toggle(net, arc);
	net->nodes[ask].over += more;
	net->nodes[out].over -= more;
	return to_do(net, ask) && to_do(net, out);
}

bool net_regain(struct net *net, uint32_t arc, int64_t gain)
{
	net->arcs[arc].gain = gain;
	int64_t surplus = surplus_of(net, arc);
	bool used = net->arcs[arc].next != UNUSED;

	return (used ? surplus >= 0 : surplus <= 0) || net_flip(net, arc);
}

/* A gate's price that leaves no unit wanted behind it that it cannot give. */
static void settle_gate(struct net *net, uint32_t v)
{
	struct net_node *gate = &net->nodes[gate_of(net, v)];
	int64_t out = net->nodes[out_of(net, v)].price, highest = out < 0 ? out : 0, rewarded = 0;

	if (net->people[v].earns == EARNS_BY_BOTH)
		rewarded = net->nodes[in_of(net, v)].price - net->graph->both;
	if (net->people[v].earns == EARNS_BY_OUT)
		rewarded = -net->graph->both;
	if (net->graph->capacity[v] <= 1 && rewarded < highest)
		highest = rewarded;
	if (out > gate->price && gate->price < highest)
		gate->price = highest;
}

/* Whether the unit that earns `both` flows, where what it gains leaves the choice. */
static bool earns_now(const struct net *net, uint32_t v, uint32_t filled)
{
	const struct net_person *p = &net->people[v];
	int64_t gate = net->nodes[gate_of(net, v)].price, out = net->nodes[out_of(net, v)].price;

	return (gate < 0 && out > gate) || ((p->earns == EARNS_BY_OUT || filled > 0) && (p->earns == EARNS_BY_IN || p->used != LAST));
}

static void settle_reward(struct net *net, uint32_t v, uint32_t filled)
{
	struct net_person *p = &net->people[v];
	int64_t gain = net->graph->both;

	if (p->earns != EARNS_BY_OUT)
		gain -= net->nodes[in_of(net, v)].price;
	if (p->earns != EARNS_BY_IN)
		gain += net->nodes[gate_of(net, v)].price;
	p->earned = p->earns != EARNS_NOT && (gain > 0 || (gain == 0 && earns_now(net, v, filled)));
}

static void settle_person(struct net *net, uint32_t v)
{
	struct net_person *p = &net->people[v];
	struct net_node *in = &net->nodes[in_of(net, v)], *gate = &net->nodes[gate_of(net, v)], *out = &net->nodes[out_of(net, v)];
	uint32_t filled = 0, used = 0, capacity = net->graph->capacity[v];

	for (uint32_t a = net->person_first[v]; a < net->person_first[v + 1]; a++)
		filled += net->fill[a];
	for (uint32_t i = p->used; i != LAST; i = net->arcs[i].next)
		used++;
	settle_gate(net, v);
	settle_reward(net, v, filled);
	uint32_t earned_in = p->earns == EARNS_BY_OUT ? 0 : p->earned, earned_out = p->earns == EARNS_BY_IN ? 0 : p->earned;
	p->in_rest = in->price > 0 || filled < earned_in ? 0 : filled - earned_in;
	in->over = (int32_t)(filled - p->in_rest - earned_in);
	uint32_t given = out->price > gate->price || used > capacity ? capacity : out->price < gate->price ? 0 : used;
	p->out_rest = (uint8_t)(gate->price < 0 || given < earned_out ? 0 : given - earned_out);
	out->over = (int32_t)given_by(p) - (int32_t)used;
}

static void settle_ask(struct net *net, uint32_t a)
{
	struct net_node *ask = &net->nodes[a], *in = &net->nodes[in_of(net, net->graph->ask_mentee[a])];
	uint32_t used = 0, need = net->graph->ask_need[a];

	for (uint32_t i = net->core_first[a]; i < net->core_first[a + 1]; i++)
		used += net->arcs[i].next != UNUSED;
	uint32_t fill = used < need ? used : need;
	if (in->price > ask->price)
		fill = need;
	if (in->price < ask->price)
		fill = 0;
	net->fill[a] = (uint8_t)fill;
	ask->over = (int32_t)used - (int32_t)fill;
}

bool net_settle(struct net *net)
{
	const struct matching_graph *g = net->graph;
	bool room = true;

	net->priced = false;
	for (uint32_t i = 0; i < net->count; i++) {
		int64_t surplus = surplus_of(net, i);
		if (net->arcs[i].next == UNUSED ? surplus > 0 : surplus < 0)
			net_toggle(net, i);
	}
	for (uint32_t a = 0; a < g->ask_count; a++)
		settle_ask(net, a);
	for (uint32_t v = 0; v < g->person_count; v++)
		settle_person(net, v);
	net->todo_count = 0;
	for (uint32_t node = net->node_count; room && node-- > 0;)
		room = net->nodes[node].over == 0 || to_do(net, node);
	return room;
}
