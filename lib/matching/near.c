/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/near.h"

enum { PASSES = 12, DIVES = 16, PART_A_DIVE = 4 };
static const double SLIGHT = 1e-7;

/* The core arc of an arc of the graph, or UNUSED. */
static uint32_t core_of(const struct net *net, const struct tight *t, uint32_t arc)
{
	uint32_t ask = t->ask_of[arc];

	for (uint32_t i = net->core_first[ask]; i < net->core_first[ask + 1]; i++)
		if (net->number[i] == arc)
			return i;
	return UNUSED;
}

/* Lets one arc of each pair in: the one that the solution uses most. */
static bool orient(struct net *net, const struct tight *t)
{
	for (uint32_t i = 0; i < net->count; i++) {
		uint32_t arc = net->number[i];
		bool barred = t->barred[arc];
		const struct tight_pair *p = t->pair_of[arc] ? &t->pairs[t->pair_of[arc] - 1] : NULL;
		for (uint32_t k = 0; p && !barred && k < p->count; k++) {
			uint32_t other = t->pair_arcs[p->first + k];
			bool more = t->values[other] > t->values[arc] || (other < arc && t->values[other] >= t->values[arc]);
			barred = more && !t->barred[other];
		}
		if (!net_regain(net, i, barred ? BARRED : net_whole_gain(net, i)))
			return false;
	}
	return net_drain(net);
}

/* Of a pair the core arc that is let in, and of the others the one that would gain most if it were. */
static void find_two(const struct net *net, const struct tight *t, const struct tight_pair *p, uint32_t two[2])
{
	int64_t most = 0;

	two[0] = two[1] = UNUSED;
	for (uint32_t k = 0; k < p->count; k++) {
		uint32_t i = core_of(net, t, t->pair_arcs[p->first + k]);
		if (i == UNUSED)
			continue;
		if (net->arcs[i].gain != BARRED) {
			two[0] = i;
			continue;
		}
		int64_t surplus = net_whole_gain(net, i) - BARRED + surplus_of(net, i);
		if (surplus > most) {
			most = surplus;
			two[1] = i;
		}
	}
}

static bool swap(struct net *net, uint32_t out, uint32_t in)
{
	return (out == UNUSED || net_regain(net, out, BARRED)) && net_regain(net, in, net_whole_gain(net, in)) && net_drain(net);
}

/* Turns pairs round one at a time, as long as that gains. */
static bool improve(struct solving *s, const struct tight *t)
{
	struct net *net = &s->net;
	bool better = true;

	for (int pass = 0; pass < PASSES && better; pass++) {
		better = false;
		for (uint32_t k = 0; k < t->pair_count; k++) {
			uint32_t two[2];
			find_two(net, t, &t->pairs[k], two);
			if (two[1] == UNUSED)
				continue;
			int64_t before = solving_flow_value(net);
			if (!swap(net, two[0], two[1]))
				return false;
			if (solving_flow_value(net) > before) {
				better = true;
				continue;
			}
			if (two[0] == UNUSED ? !net_regain(net, two[1], BARRED) || !net_drain(net) : !swap(net, two[1], two[0]))
				return false;
		}
	}
	return true;
}

bool near_choose(struct solving *s, const struct tight *t, bool thorough)
{
	if (!orient(&s->net, t))
		return false;
	return (!thorough || improve(s, t)) && solving_keep_choice(s);
}

/* How evenly a pair is used: the less used side of it; the arc used most is *heavy. */
static double evenness(const struct tight *t, const struct tight_pair *p, uint32_t *heavy)
{
	double sum = 0;

	*heavy = t->pair_arcs[p->first];
	for (uint32_t i = 0; i < p->count; i++) {
		uint32_t arc = t->pair_arcs[p->first + i];
		*heavy = t->values[arc] > t->values[*heavy] ? arc : *heavy;
		sum += t->values[arc];
	}
	double rest = sum - t->values[*heavy];
	return rest < t->values[*heavy] ? rest : t->values[*heavy];
}

uint32_t near_undecided(const struct tight *t)
{
	uint32_t best = UINT32_MAX, heavy;
	double most = SLIGHT;

	for (uint32_t k = 0; k < t->pair_count; k++) {
		double even = evenness(t, &t->pairs[k], &heavy);
		if (even > most) {
			most = even;
			best = heavy;
		}
	}
	return best;
}

/* Bars all arcs of a pair but the one used most. */
static void decide(struct tight *t, const struct tight_pair *p)
{
	uint32_t heavy;

	evenness(t, p, &heavy);
	for (uint32_t i = 0; i < p->count; i++)
		if (t->pair_arcs[p->first + i] != heavy)
			t->barred[t->pair_arcs[p->first + i]] = true;
}

/* The clearest pair of those still used both ways; their number. */
static uint32_t find_clearest(const struct tight *t, uint32_t *clearest)
{
	uint32_t count = 0, heavy;
	double least = 1;

	for (uint32_t k = 0; k < t->pair_count; k++) {
		double even = t->barred[t->pair_arcs[t->pairs[k].first]] ? 0 : evenness(t, &t->pairs[k], &heavy);
		if (even <= SLIGHT || t->barred[t->pair_arcs[t->pairs[k].first + 1]])
			continue;
		count++;
		if (even < least) {
			least = even;
			*clearest = k;
		}
	}
	return count;
}

bool near_dive(struct solving *s, struct tight *t)
{
	for (int dive = 0; dive < DIVES; dive++) {
		uint32_t clearest = 0, count = find_clearest(t, &clearest);
		if (count == 0)
			break;
		for (uint32_t k = 0; k < count / PART_A_DIVE + 1 && find_clearest(t, &clearest) > 0; k++)
			decide(t, &t->pairs[clearest]);
		if (!tight_solve(t))
			return false;
	}
	return near_choose(s, t, true);
}
