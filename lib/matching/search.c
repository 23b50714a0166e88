/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Shortest augmenting paths (Tomizawa 1971, Edmonds and Karp 1972), from a node that is short of a unit back to where one can
   be had, or from one that is over on to where it is wanted. Distances are what is lost on the way at the present
   prices; the hub takes and gives whatever it is asked to. Afterwards the prices of the nodes passed move by what they
   were nearer than the end: arcs with room still gain nothing, those in use lose nothing. */
#include "matching/net.h"

/* How a node was reached, but for core arcs: those are their own numbers. */
enum from { FROM_IN = UINT32_MAX, FROM_GATE = UINT32_MAX - 1, FROM_OUT = UINT32_MAX - 2 };

struct search {
	struct net *net;
	struct net_node *nodes;
	uint32_t mark;           /* reached; one more: settled */
	int direction;           /* 1: on from a node that is over; -1: back from one that is short */
	int64_t now;
	size_t heaped, settled, near;
	int64_t best;            /* the nearest end yet */
	uint32_t end;            /* its node; where it is the hub, the node before */
	bool at_hub, rewarded;   /* the hub's: reached by the reward's own arc */
	bool failed;
};

enum { BRANCHES = 4 };

static void heap_push(struct search *s, int64_t key, uint32_t node)
{
	struct net *net = s->net;

	if (s->heaped == net->heap_room) {
		size_t room = 2 * net->heap_room + 256;
		struct heap_entry *heap = memory_grow(net->memory, net->heap, (size_t[]){ net->heap_room, room }, sizeof *heap);
		if (!heap) {
			s->failed = true;
			return;
		}
		net->heap = heap;
		net->heap_room = room;
	}
	size_t at = s->heaped++;
	for (; at > 0 && net->heap[(at - 1) / BRANCHES].key > key; at = (at - 1) / BRANCHES)
		net->heap[at] = net->heap[(at - 1) / BRANCHES];
	net->heap[at] = (struct heap_entry){ key, node };
}

static struct heap_entry heap_pop(struct search *s)
{
	struct heap_entry *heap = s->net->heap, top = heap[0], last = heap[--s->heaped];
	size_t at = 0;

	for (;;) {
		size_t child = BRANCHES * at + 1, least = child, end = child + BRANCHES < s->heaped ? child + BRANCHES : s->heaped;
		if (child >= s->heaped)
			break;
		for (size_t i = child + 1; i < end; i++)
			if (heap[i].key < heap[least].key)
				least = i;
		if (heap[least].key >= last.key)
			break;
		heap[at] = heap[least];
		at = least;
	}
	heap[at] = last;
	return top;
}

static inline void reach(struct search *s, uint32_t node, int64_t length, uint32_t from)
{
	struct net_node *n = &s->nodes[node];
	int64_t far = s->now + length;

	if (far >= s->best || n->mark == s->mark + 1 || (n->mark == s->mark && n->far <= far))
		return;
	n->far = far;
	n->from = from;
	n->mark = s->mark;
	if (s->direction > 0 ? n->over < 0 : n->over > 0) {
		s->best = far;
		s->end = node;
		s->at_hub = false;
	} else if (length == 0)
		s->net->seen[s->net->node_count - ++s->near] = node;
	else
		heap_push(s, far, node);
}

static inline void reach_hub(struct search *s, uint32_t before, int64_t length, bool rewarded)
{
	if (s->now + length >= s->best)
		return;
	s->best = s->now + length;
	s->end = before;
	s->at_hub = true;
	s->rewarded = rewarded;
}

static void from_ask(struct search *s, uint32_t ask)
{
	struct net *net = s->net;
	uint32_t in = in_of(net, net->graph->ask_mentee[ask]);
	int64_t price = s->nodes[ask].price;
	struct net_node *outs = s->nodes + out_of(net, 0);

	for (uint32_t i = net->core_first[ask]; i < net->core_first[ask + 1]; i++) {
		const struct net_arc *arc = &net->arcs[i];
		if ((arc->next == UNUSED) != (s->direction < 0))
			continue;
		int64_t lost = outs[arc->mentor].price - arc->gain - price;
		reach(s, out_of(net, arc->mentor), s->direction < 0 ? lost : -lost, i);
	}
	if (s->direction < 0 ? net->fill[ask] > 0 : net->fill[ask] < net->graph->ask_need[ask])
		reach(s, in, s->direction < 0 ? s->nodes[in].price - price : price - s->nodes[in].price, ask);
}

static void from_out(struct search *s, uint32_t v)
{
	struct net *net = s->net;
	const struct net_person *p = &net->people[v];
	int64_t price = s->nodes[out_of(net, v)].price, gate = s->nodes[gate_of(net, v)].price;

	if (s->direction < 0) {
		if (given_by(p) < net->graph->capacity[v])
			reach(s, gate_of(net, v), gate - price, FROM_OUT);
		for (uint32_t i = p->used; i != LAST; i = net->arcs[i].next)
			reach(s, net->ask_of[i], s->nodes[net->ask_of[i]].price + net->arcs[i].gain - price, i);
		return;
	}
	if (given_by(p) > 0)
		reach(s, gate_of(net, v), price - gate, FROM_OUT);
	for (uint32_t k = net->mentor_first[v]; k < net->mentor_first[v + 1]; k++) {
		uint32_t i = net->by_mentor[k];
		if (net->arcs[i].next == UNUSED)
			reach(s, net->ask_of[i], price - net->arcs[i].gain - s->nodes[net->ask_of[i]].price, i);
	}
}

static void from_in(struct search *s, uint32_t v)
{
	struct net *net = s->net;
	const struct net_person *p = &net->people[v];
	int64_t price = s->nodes[in_of(net, v)].price, worth = net->graph->both;
	int64_t gate = s->nodes[gate_of(net, v)].price;

	if (s->direction > 0 || p->in_rest > 0)
		reach_hub(s, in_of(net, v), s->direction > 0 ? price : -price, false);
	if (p->earns == EARNS_BY_IN && p->earned == (s->direction < 0))
		reach_hub(s, in_of(net, v), s->direction > 0 ? price - worth : worth - price, true);
	if (p->earns == EARNS_BY_BOTH && p->earned == (s->direction < 0))
		reach(s, gate_of(net, v), s->direction > 0 ? price - worth - gate : gate + worth - price, FROM_IN);
	for (uint32_t a = net->person_first[v]; a < net->person_first[v + 1]; a++)
		if (s->direction < 0 ? net->fill[a] < net->graph->ask_need[a] : net->fill[a] > 0)
			reach(s, a, s->direction < 0 ? s->nodes[a].price - price : price - s->nodes[a].price, FROM_IN);
}

static void from_gate(struct search *s, uint32_t v)
{
	struct net *net = s->net;
	const struct net_person *p = &net->people[v];
	int64_t price = s->nodes[gate_of(net, v)].price, worth = net->graph->both;
	int64_t in = s->nodes[in_of(net, v)].price, out = s->nodes[out_of(net, v)].price;

	if (s->direction < 0 || p->out_rest > 0)
		reach_hub(s, gate_of(net, v), s->direction > 0 ? price : -price, false);
	if (p->earns == EARNS_BY_OUT && p->earned == (s->direction > 0))
		reach_hub(s, gate_of(net, v), s->direction > 0 ? worth + price : -worth - price, true);
	if (p->earns == EARNS_BY_BOTH && p->earned == (s->direction > 0))
		reach(s, in_of(net, v), s->direction > 0 ? price + worth - in : in - worth - price, FROM_GATE);
	if (s->direction > 0 ? given_by(p) < net->graph->capacity[v] : given_by(p) > 0)
		reach(s, out_of(net, v), s->direction > 0 ? price - out : out - price, FROM_GATE);
}

static void settle(struct search *s, uint32_t node)
{
	uint32_t asks = s->net->graph->ask_count, n = s->net->graph->person_count;

	s->nodes[node].mark = s->mark + 1;
	s->net->seen[s->settled++] = node;
	if (node < asks)
		from_ask(s, node);
	else if (node < asks + n)
		from_in(s, node - asks);
	else if (node < asks + 2 * n)
		from_gate(s, node - asks - n);
	else
		from_out(s, node - asks - 2 * n);
}

/* The hub's end of a path: its last node is where that leaves the others. */
static void move_at_hub(const struct search *s)
{
	struct net *net = s->net;
	uint32_t asks = net->graph->ask_count, n = net->graph->person_count;
	bool is_in = s->end < asks + n;
	struct net_person *p = &net->people[is_in ? s->end - asks : s->end - asks - n];
	int more = is_in == (s->direction > 0) ? 1 : -1;

	if (s->rewarded)
		p->earned = more > 0;
	else if (is_in)
		p->in_rest += (uint32_t)more;
	else
		p->out_rest = (uint8_t)(p->out_rest + more);
}

/* One step of the path, to this node; returns the one before it. */
static uint32_t move(const struct search *s, uint32_t node)
{
	struct net *net = s->net;
	uint32_t asks = net->graph->ask_count, n = net->graph->person_count, from = s->nodes[node].from;

	if (node < asks) {
		if (from == FROM_IN) {
			net->fill[node] = (uint8_t)(net->fill[node] - s->direction);
			return in_of(net, net->graph->ask_mentee[node]);
		}
		net_toggle(net, from);
		return out_of(net, net->arcs[from].mentor);
	}
	if (node < asks + n) {
		if (from == FROM_GATE) {
			net->people[node - asks].earned = s->direction < 0;
			return node + n;
		}
		net->fill[from] = (uint8_t)(net->fill[from] + s->direction);
		return from;
	}
	if (node < asks + 2 * n) {
		if (from == FROM_OUT)
			return node + n;
		net->people[node - asks - n].earned = s->direction > 0;
		return node - n;
	}
	if (from == FROM_GATE)
		return node - n;
	net_toggle(net, from);
	return net->ask_of[from];
}

static void finish(struct search *s, uint32_t start)
{
	struct net_node *nodes = s->nodes;

	s->net->priced = false;
	for (size_t i = 0; i < s->settled; i++) {
		struct net_node *n = &nodes[s->net->seen[i]];
		if (n->far < s->best)
			n->price -= s->direction * (s->best - n->far);
	}
	if (s->at_hub)
		move_at_hub(s);
	else
		nodes[s->end].over += s->direction;
	for (uint32_t node = s->end; node != start;)
		node = move(s, node);
	nodes[start].over -= s->direction;
}

/* One unit, from or to this node. */
static bool search(struct net *net, uint32_t start)
{
	struct search s = { .net = net, .nodes = net->nodes, .direction = net->nodes[start].over > 0 ? 1 : -1, .best = INT64_MAX };

	s.mark = net->mark += 2;
	net->nodes[start].mark = s.mark;
	net->nodes[start].far = 0;
	net->seen[net->node_count - ++s.near] = start;
	for (;;) {
		uint32_t node;
		if (s.near > 0) {
			node = net->seen[net->node_count - s.near--];
			if (net->nodes[node].mark != s.mark || net->nodes[node].far != s.now)
				continue;
		} else {
			if (s.heaped == 0 || net->heap[0].key >= s.best)
				break;
			struct heap_entry top = heap_pop(&s);
			node = top.node;
			if (net->nodes[node].mark != s.mark || net->nodes[node].far != top.key)
				continue;
			s.now = top.key;
		}
		if (s.best <= s.now)
			break;
		if (s.failed || !watch_step(net->watch))
			return false;
		settle(&s, node);
	}
	if (s.best == INT64_MAX)
		return false;
	finish(&s, start);
	return true;
}

bool net_drain(struct net *net)
{
	while (net->todo_count > 0) {
		uint32_t node = net->todo[net->todo_count - 1];
		while (net->nodes[node].over != 0)
			if (!search(net, node))
				return false;
		net->todo_count--;
	}
	return true;
}
