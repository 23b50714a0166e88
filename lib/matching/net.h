/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: the flow network. Without the rule that of two people one at most mentors the other, matching
   is a flow of greatest gain, the reward for both sides included:

     hub -> gate of u -> out of u -> ask a of v -> in of v -> hub        with    in of v -> gate of v  for `both`, once

   gate -> out holds the capacity, ask -> in the need, hub -> gate and in -> hub nothing. A node's price is what one unit
   is worth there, the hub's is 0; an arc that has room gains nothing at these prices, one in use loses nothing. Only the
   arcs of the core are here; who prices all arcs adds those that would gain. */
#ifndef MATCHING_NET_H
#define MATCHING_NET_H

#include "matching/memory.h"
#include "matching/watch.h"

enum { UNUSED = UINT32_MAX, LAST = UINT32_MAX - 1 };

/* A gain that no arc in use can have. */
static const int64_t BARRED = -((int64_t)1 << 60);

struct net_arc {
	int64_t gain;
	uint32_t mentor;
	uint32_t next;         /* of the arcs in use of its mentor: the next, or LAST; UNUSED: it is not in use */
};

struct net_node {
	int64_t price;
	int64_t far;           /* from where the search began */
	uint32_t from, mark;
	int32_t over;          /* units that came and did not leave; below 0: that are missing */
};

/* How a person earns `both`. */
enum earns { EARNS_NOT, EARNS_BY_BOTH, EARNS_BY_IN, EARNS_BY_OUT };

struct net_person {
	uint32_t in_rest;      /* units in -> hub, but for a reward's */
	uint32_t used;         /* the first arc in use, or LAST */
	uint32_t neighbour;    /* of who has no other: */
	bool lonely;           /* could earn `both`, but for having one neighbour alone */
	uint8_t out_rest;      /* units hub -> gate, but for a reward's */
	uint8_t earned;        /* 1: the unit that earns `both` flows */
	uint8_t earns;
};

struct heap_entry {
	int64_t key;
	uint32_t node;
};

struct pairs;

struct net {
	const struct matching_graph *graph;
	struct memory *memory;
	struct watch *watch;
	struct pairs *pairs;          /* prices of pairs */
	uint32_t node_count;          /* asks, then in, gate and out of each person */
	struct net_node *nodes;
	struct net_person *people;
	uint32_t *person_first;       /* a person's asks: there is one number more than people */
	uint8_t *fill;                /* of each ask: units ask -> in */
	struct net_arc *arcs;         /* the core, by ask, then as in the graph */
	uint32_t *ask_of, *number;    /* of each core arc: its ask, its number in the graph */
	uint32_t *core_first;         /* of each ask and one more */
	uint32_t *by_mentor;          /* core arcs by mentor */
	uint32_t *mentor_first;       /* of each person and one more */
	uint32_t count, room;         /* core arcs, and how many there is room for */
	bool priced;                  /* no arc outside of the core gains, and no price has changed since */
	struct heap_entry *heap;
	size_t heap_room;
	uint32_t *seen;               /* nodes that a search settled; behind them, from the end, those at no distance */
	uint32_t mark;
	uint32_t *todo;               /* nodes that are over or under */
	size_t todo_count, todo_room;
};

static inline uint32_t in_of(const struct net *net, uint32_t person)
{
	return net->graph->ask_count + person;
}

static inline uint32_t gate_of(const struct net *net, uint32_t person)
{
	return net->graph->ask_count + net->graph->person_count + person;
}

static inline uint32_t out_of(const struct net *net, uint32_t person)
{
	return net->graph->ask_count + 2 * net->graph->person_count + person;
}

/* Units gate -> out. */
static inline uint32_t given_by(const struct net_person *p)
{
	return p->earns == EARNS_BY_BOTH || p->earns == EARNS_BY_OUT ? (uint32_t)p->out_rest + p->earned : p->out_rest;
}

/* What an arc gains at the prices of its two ends; above 0 it should be in use, below 0 it should not. */
static inline int64_t surplus_of(const struct net *net, uint32_t arc)
{
	return net->arcs[arc].gain + net->nodes[net->ask_of[arc]].price - net->nodes[out_of(net, net->arcs[arc].mentor)].price;
}

/* net.c. False: no memory; net_free frees what there is. */
bool net_new(struct net *net);
void net_free(struct net *net);

/* What an arc of the graph gains, the price of its pair taken off. */
int64_t net_gain(const struct net *net, uint32_t ask, uint32_t number);

/* The same of a core arc, without the price of its pair. */
int64_t net_whole_gain(const struct net *net, uint32_t arc);

/* Prices to begin with, all 0 before. */
void net_first_prices(struct net *net);

/* Flows that obey the prices, with the arcs in use kept where they may be; what is then over or missing is to do. */
bool net_settle(struct net *net);

/* Takes an arc into use or out of it; over and missing units are to do. */
void net_toggle(struct net *net, uint32_t arc);
bool net_flip(struct net *net, uint32_t arc);

/* Brings arcs of one gain to what their surplus asks for. */
bool net_regain(struct net *net, uint32_t arc, int64_t gain);

/* search.c. Moves what is over and missing along shortest paths till nothing is. False: ended before. */
bool net_drain(struct net *net);

/* core.c. The arcs to begin with: the heaviest; or, begun from an answer whose prices the nodes have, those that come near to
   gaining and the chosen ones. False: no memory. */
bool core_begin(struct net *net, const struct matching_answer *from);

/* Adds those that the prices say would gain. -1: no memory; else how many. */
int64_t core_add(struct net *net);

#endif
