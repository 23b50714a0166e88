/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/solving.h"
#include "matching/untie.h"

enum { EXACT_ROUNDS = 12, UNTIE_ROUNDS = 12, SMALL_ROUNDS = 400, ROUNDS_A_LOOK = 8, PATIENCE = 5, STEP_ONE = 1024 };

/* Each tied pair's price to just what it takes, and off where it is for nothing, as long as that lowers the bound. */
static bool exact_rounds(struct solving *s)
{
	for (int round = 0; round < EXACT_ROUNDS; round++) {
		int64_t before = s->answer->bound, tied = 1;
		for (int i = 0; i < UNTIE_ROUNDS && tied > 0; i++) {
			tied = untie_all(&s->net, !(i & 1));
			if (tied < 0 || !solving_complete(s))
				return false;
		}
		if (!solving_keep_bound(s))
			return false;
		solving_tell(s, "pairs");
		if (untie_loose(&s->net) == 0 && tied == 0)
			return true;
		if (s->answer->bound >= before)
			return true;
		if (!untie_loosen(&s->net))
			return false;
	}
	return true;
}

/* A legal choice on the way, with the prices put back. */
static bool look(struct solving *s)
{
	return solving_complete(s) && solving_keep_bound(s) && untie_orient(&s->net) && solving_keep_choice(s) && untie_restore(&s->net);
}

/* How many rows of pairs are not obeyed, or priced for nothing. */
static int64_t count_wrong(const struct net *net)
{
	int64_t wrong = 0;

	for (uint32_t k = 0; k < net->pairs->count; k++) {
		const struct matching_price *p = &net->pairs->prices[k];
		uint32_t used = untie_used(net, p->one, p->other);
		wrong += used > 1 || (used == 0 && p->price > 0);
	}
	return wrong;
}

/* One step against every wrong row at once. */
static bool step_all(struct net *net, int64_t step)
{
	for (uint32_t k = 0; k < net->pairs->count; k++) {
		struct matching_price p = net->pairs->prices[k];
		uint32_t used = untie_used(net, p.one, p.other);
		int64_t more = used > 1 ? step : used == 0 && p.price > 0 ? -(step < p.price ? step : p.price) : 0;
		if (more && !untie_charge(net, p.one, p.other, more))
			return false;
	}
	return true;
}

/* Steps of Polyak's length, (bound - value) / wrong rows, shorter when they do not help. */
static bool small_rounds(struct solving *s)
{
	int64_t part = STEP_ONE, idle = 0;

	for (int round = 1; round <= SMALL_ROUNDS && s->answer->bound > s->answer->value; round++) {
		int64_t before = s->answer->bound - s->answer->value, wrong = count_wrong(&s->net);
		int64_t step = wrong ? before / wrong * part / STEP_ONE : 0;
		if (wrong && !step_all(&s->net, step > 0 ? step : 1))
			return false;
		if (round % ROUNDS_A_LOOK && wrong)
			continue;
		if (!look(s))
			return false;
		solving_tell(s, "steps");
		idle = s->answer->bound - s->answer->value < before ? 0 : idle + 1;
		if (idle < PATIENCE)
			continue;
		if (step <= 1)
			break;
		part /= 2;
		idle = 0;
	}
	return true;
}

bool rounds_of_pairs(struct solving *s)
{
	const struct matching_graph *g = s->net.graph;

	return exact_rounds(s) && look(s) && (branch_is_quick(g->person_count, g->ask_first[g->ask_count]) || small_rounds(s));
}
