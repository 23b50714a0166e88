/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Branch and bound, best bound first, for small graphs whose gap prices of pairs alone do not close. A part is cut in two at
   a pair that the solution uses both ways: one arc of it is barred, or all its others. Every part that is closed was proved
   by its own prices; the bound is the highest of those still open, or the value where none is. */
#include "matching/solving.h"
#include "matching/tight.h"

enum { PARTS_MOST = 60000, FIRST_ROUNDS = 60, ROUNDS = 6, NOBODY = UINT32_MAX };
static const uint64_t TABLE_MOST = 6000000, STEPS_MOST = 60000000;
static const double SLIGHT = 1e-5;

struct part {
	int64_t bound;
	uint32_t above;        /* the part that it is cut from; the first: NOBODY */
	uint32_t arc;
	bool others;           /* the arc's pair is barred but for it, or it alone */
	bool closed;
};

struct branching {
	struct solving *s;
	struct tight tight;
	struct part *parts;
	uint32_t count, room;
	uint64_t steps;        /* when it began */
};

/* Bars what the part bars. */
static void enter(struct branching *b, uint32_t number)
{
	struct tight *t = &b->tight;

	for (uint32_t i = 0; i < t->arcs; i++)
		t->barred[i] = false;
	for (uint32_t k = number; b->parts[k].above != NOBODY; k = b->parts[k].above) {
		const struct part *part = &b->parts[k];
		const struct tight_pair *pair = &t->pairs[t->pair_of[part->arc] - 1];
		for (uint32_t i = 0; i < pair->count; i++) {
			uint32_t arc = t->pair_arcs[pair->first + i];
			if ((arc == part->arc) != part->others)
				t->barred[arc] = true;
		}
	}
}

/* A legal choice near the solution: of each pair the arc that it uses most is let in, and the flow does the rest. */
static bool choose_near(struct branching *b)
{
	struct net *net = &b->s->net;
	const struct tight *t = &b->tight;

	for (uint32_t i = 0; i < net->count; i++) {
		uint32_t arc = net->number[i];
		bool barred = t->barred[arc];
		if (!barred && t->pair_of[arc]) {
			const struct tight_pair *p = &t->pairs[t->pair_of[arc] - 1];
			for (uint32_t k = 0; k < p->count; k++) {
				uint32_t other = t->pair_arcs[p->first + k];
				barred |= !t->barred[other] && (t->values[other] > t->values[arc] || (t->values[other] >= t->values[arc] && other < arc));
			}
		}
		if (!net_regain(net, i, barred ? BARRED : net_whole_gain(net, i)))
			return false;
	}
	return net_drain(net) && solving_keep_choice(b->s);
}

/* Solves and cuts until the bound is no better than what there is, or nothing is left to cut. False: ended before. */
static bool work(struct branching *b, struct part *part, bool first)
{
	struct matching_answer *best = b->s->answer;

	for (int round = 0; round < (first ? FIRST_ROUNDS : ROUNDS); round++) {
		bool solved = tight_solve(&b->tight);
		int64_t bound = tight_bound(&b->tight);
		if (bound >= 0 && bound < part->bound)
			part->bound = bound;
		if (first && b->tight.ring_count == 0 && bound >= 0 && bound < best->bound && !solving_take_proof(b->s, &b->tight.proof, bound))
			return false;
		if (!solved)
			return false;
		if (part->bound <= best->value)
			return true;
		int64_t added = tight_cut(&b->tight, first || round > 0);
		if (added <= 0)
			return added == 0;
	}
	return true;
}

/* The pair to cut at: the one used most evenly both ways. Returns an arc of it, or NOBODY. */
static uint32_t arc_to_cut(const struct tight *t)
{
	uint32_t best = NOBODY;
	double most = SLIGHT;

	for (uint32_t k = 0; k < t->pair_count; k++) {
		const struct tight_pair *p = &t->pairs[k];
		uint32_t heavy = t->pair_arcs[p->first];
		double sum = 0;
		for (uint32_t i = 0; i < p->count; i++) {
			uint32_t arc = t->pair_arcs[p->first + i];
			heavy = t->values[arc] > t->values[heavy] ? arc : heavy;
			sum += t->values[arc];
		}
		double least = sum - t->values[heavy] < t->values[heavy] ? sum - t->values[heavy] : t->values[heavy];
		if (least > most) {
			most = least;
			best = heavy;
		}
	}
	return best;
}

static bool add_part(struct branching *b, struct part part)
{
	if (b->count == b->room) {
		uint32_t room = 2 * b->room + 64;
		struct part *parts = memory_grow(&b->s->memory, b->parts, (size_t[]){ b->room, room }, sizeof *parts);
		if (!parts)
			return false;
		b->parts = parts;
		b->room = room;
	}
	b->parts[b->count++] = part;
	return true;
}

/* The open part of the highest bound, or NOBODY where none could hold a better choice. */
static uint32_t next_part(const struct branching *b)
{
	uint32_t best = NOBODY;

	for (uint32_t i = 0; i < b->count; i++)
		if (!b->parts[i].closed && b->parts[i].bound > b->s->answer->value && (best == NOBODY || b->parts[i].bound > b->parts[best].bound))
			best = i;
	return best;
}

/* One part: closed, or cut in two. False: ended before; it is then open still. */
static bool visit(struct branching *b, uint32_t number)
{
	struct part part = b->parts[number];

	enter(b, number);
	bool worked = work(b, &part, number == 0);
	b->parts[number].bound = part.bound;
	if (!worked || !choose_near(b))
		return false;
	if (part.bound <= b->s->answer->value) {
		b->parts[number].closed = true;
		return true;
	}
	uint32_t arc = arc_to_cut(&b->tight);
	if (arc == NOBODY)
		return false;
	if (!add_part(b, (struct part){ part.bound, number, arc, true, false }) || !add_part(b, (struct part){ part.bound, number, arc, false, false }))
		return false;
	b->parts[number].closed = true;
	return true;
}

static void branch_all(struct branching *b)
{
	struct matching_answer *best = b->s->answer;
	uint32_t number = 0;

	do {
		bool done = visit(b, number);
		number = next_part(b);
		int64_t bound = number == NOBODY ? best->value : b->parts[number].bound;
		if (bound < b->s->branched)
			b->s->branched = bound;
		solving_tell(b->s, "branch");
		if (!done)
			return;
	} while (number != NOBODY && b->count < PARTS_MOST && b->s->watch.steps - b->steps < STEPS_MOST);
}

bool branch_is_small(const struct net *net)
{
	uint64_t people = net->graph->person_count, arcs = net->graph->ask_first[net->graph->ask_count];

	return (arcs + people) * 5 * people <= TABLE_MOST;
}

void branch(struct solving *s)
{
	struct branching b = { .s = s, .steps = s->watch.steps };

	/* The prices of pairs have done what they can. */
	s->pairs.count = 0;
	if (tight_new(&b.tight, &s->net) && add_part(&b, (struct part){ s->answer->bound, NOBODY, 0, false, false }))
		branch_all(&b);
	tight_free(&b.tight);
	memory_give(&s->memory, b.parts, b.room, sizeof *b.parts);
}
