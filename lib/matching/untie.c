/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/untie.h"

enum { ORIENT_ROUNDS = 20 };

static uint32_t mentee_of(const struct net *net, uint32_t arc)
{
	return net->graph->ask_mentee[net->ask_of[arc]];
}

/* Another arc in use between the two people of this one, or UNUSED. */
static uint32_t rival_of(const struct net *net, uint32_t arc)
{
	uint32_t u = net->arcs[arc].mentor, v = mentee_of(net, arc);

	for (uint32_t i = net->people[v].used; i != LAST; i = net->arcs[i].next)
		if (mentee_of(net, i) == u)
			return i;
	for (uint32_t i = net->people[u].used; i != LAST; i = net->arcs[i].next)
		if (i != arc && mentee_of(net, i) == v)
			return i;
	return UNUSED;
}

uint32_t untie_used(const struct net *net, uint32_t one, uint32_t other)
{
	uint32_t used = 0;

	for (uint32_t i = net->people[one].used; i != LAST; i = net->arcs[i].next)
		used += mentee_of(net, i) == other;
	for (uint32_t i = net->people[other].used; i != LAST; i = net->arcs[i].next)
		used += mentee_of(net, i) == one;
	return used;
}

/* Takes so much off the gain of the core's arcs from one to the other. */
static bool charge_one_way(struct net *net, uint32_t mentor, uint32_t mentee, int64_t more)
{
	for (uint32_t k = net->mentor_first[mentor]; k < net->mentor_first[mentor + 1]; k++) {
		uint32_t i = net->by_mentor[k];
		if (mentee_of(net, i) == mentee && !net_regain(net, i, net->arcs[i].gain - more))
			return false;
	}
	return true;
}

bool untie_charge(struct net *net, uint32_t one, uint32_t other, int64_t more)
{
	int64_t *price = pairs_place(net->pairs, net->memory, one, other);

	if (!price)
		return false;
	*price += more;
	net->priced &= more >= 0;
	return charge_one_way(net, one, other, more) && charge_one_way(net, other, one, more) && net_drain(net);
}

/* Prices an arc out, and no more than it takes. It stays barred till the price is on the other, so that of equal
   choices it is one with a single arc. */
static bool untie(struct net *net, uint32_t arc)
{
	int64_t gain = net->arcs[arc].gain;
	uint32_t u = net->arcs[arc].mentor, v = mentee_of(net, arc);
	bool done = net_regain(net, arc, BARRED) && net_drain(net);

	net->arcs[arc].gain = gain;
	int64_t cost = surplus_of(net, arc);
	if (!done || cost <= 0)
		return done;
	net->arcs[arc].gain = BARRED;
	done = untie_charge(net, u, v, cost);
	return net_regain(net, arc, gain - cost) && done && net_drain(net);
}

int64_t untie_all(struct net *net, bool lighter)
{
	int64_t found = 0;

	for (uint32_t i = 0; i < net->count; i++) {
		uint32_t rival = net->arcs[i].next == UNUSED ? UNUSED : rival_of(net, i);
		if (rival == UNUSED)
			continue;
		found++;
		if (!untie(net, (surplus_of(net, rival) < surplus_of(net, i)) == lighter ? rival : i))
			return -1;
	}
	return found;
}

bool untie_loosen(struct net *net)
{
	for (uint32_t k = 0; k < net->pairs->count; k++) {
		struct matching_price p = net->pairs->prices[k];
		if (p.price > 0 && untie_used(net, p.one, p.other) == 0 && !untie_charge(net, p.one, p.other, -p.price))
			return false;
	}
	return true;
}

int64_t untie_loose(const struct net *net)
{
	int64_t loose = 0;

	for (uint32_t k = 0; k < net->pairs->count; k++) {
		const struct matching_price *p = &net->pairs->prices[k];
		loose += p->price > 0 && untie_used(net, p->one, p->other) == 0 ? p->price : 0;
	}
	return loose;
}

/* The arc of the two ways that is worth most as things are: one in use before others. */
static void find_best(const struct net *net, uint32_t mentor, uint32_t mentee, uint32_t *best)
{
	for (uint32_t k = net->mentor_first[mentor]; k < net->mentor_first[mentor + 1]; k++) {
		uint32_t i = net->by_mentor[k];
		if (mentee_of(net, i) != mentee)
			continue;
		bool used = net->arcs[i].next != UNUSED, other = *best != UNUSED && net->arcs[*best].next != UNUSED;
		if (*best == UNUSED || used > other || (used == other && surplus_of(net, i) > surplus_of(net, *best)))
			*best = i;
	}
}

static bool bar_one_way(struct net *net, uint32_t mentor, uint32_t mentee, uint32_t but)
{
	for (uint32_t k = net->mentor_first[mentor]; k < net->mentor_first[mentor + 1]; k++) {
		uint32_t i = net->by_mentor[k];
		if (mentee_of(net, i) == mentee && !net_regain(net, i, i == but ? net_whole_gain(net, i) : BARRED))
			return false;
	}
	return true;
}

static bool orient(struct net *net, uint32_t one, uint32_t other)
{
	uint32_t best = UNUSED;

	find_best(net, one, other, &best);
	find_best(net, other, one, &best);
	return bar_one_way(net, one, other, best) && bar_one_way(net, other, one, best) && net_drain(net);
}

/* Pairs that are tied as they are; each has a place among the priced ones from then on. -1: ended before. */
static int64_t orient_tied(struct net *net)
{
	int64_t found = 0;

	for (uint32_t i = 0; i < net->count; i++) {
		if (net->arcs[i].next == UNUSED || rival_of(net, i) == UNUSED)
			continue;
		uint32_t one = net->arcs[i].mentor, other = mentee_of(net, i);
		found++;
		if (!pairs_place(net->pairs, net->memory, one, other) || !orient(net, one, other))
			return -1;
	}
	return found;
}

bool untie_orient(struct net *net)
{
	int64_t found = 1;

	for (uint32_t k = 0; k < net->pairs->count; k++) {
		struct matching_price p = net->pairs->prices[k];
		if ((p.price > 0 || untie_used(net, p.one, p.other) > 1) && !orient(net, p.one, p.other))
			return false;
	}
	for (int round = 0; round < ORIENT_ROUNDS && found > 0; round++)
		found = orient_tied(net);
	return found >= 0;
}

static bool restore_one_way(struct net *net, uint32_t mentor, uint32_t mentee)
{
	for (uint32_t k = net->mentor_first[mentor]; k < net->mentor_first[mentor + 1]; k++) {
		uint32_t i = net->by_mentor[k];
		if (mentee_of(net, i) == mentee && !net_regain(net, i, net_gain(net, net->ask_of[i], net->number[i])))
			return false;
	}
	return true;
}

bool untie_restore(struct net *net)
{
	for (uint32_t k = 0; k < net->pairs->count; k++) {
		struct matching_price p = net->pairs->prices[k];
		if (!restore_one_way(net, p.one, p.other) || !restore_one_way(net, p.other, p.one))
			return false;
	}
	return net_drain(net);
}
