/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Branch and bound, best bound first, for small graphs whose gap prices of pairs alone do not close. A part is cut in two at
   a pair that the solution uses both ways: one arc of it is barred, or all its others. Every part that is closed was proved
   by its own prices; the bound is the highest of those still open, or the value where none is. */
#include "matching/near.h"

enum { PARTS_MOST = 60000, FIRST_ROUNDS = 60, ROUNDS = 6, THOROUGH = 16, THOROUGH_COUNTS = 4, LITTLE = 50, FIRST_PATIENCE = 12, PATIENCE = 1, COUNTS_ABOVE = 64, ROWS_A_PERSON = 5, CELLS_MOST = 50000, CELLS_FEW = 12000, NOBODY = UINT32_MAX };
static const uint64_t STEPS_MOST = 60000000;

struct part {
	int64_t bound;
	int64_t count;         /* P + M is no more */
	uint32_t above;        /* the part that it is cut from; the first: NOBODY */
	uint32_t arc;
	bool others;           /* the arc's pair is barred but for it, or it alone */
	bool closed;           /* cut in two, or no better than what there is */
	bool left;             /* could not be worked on: its bound stands */
};

struct branching {
	struct solving *s;
	bool counts;           /* of P + M alone: the graph without weights */
	struct matching_graph graph;
	struct net net;        /* the solve's own, but of that graph */
	int64_t bound;         /* of all parts */
	int64_t limit;         /* of P + M, known before */
	bool plain;            /* the first part has all rows of pairs and partners that it needs */
	struct tight tight;
	struct part *parts;
	uint32_t count, room;
	uint64_t steps;        /* when it began */
};

static int64_t value_of(const struct branching *b)
{
	const struct matching_answer *best = b->s->answer;

	return b->counts ? (int64_t)best->both + best->count : best->value;
}

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

/* A bound on V is one on P + M, and where that falls between whole numbers the row takes it down to the lower. */
static bool is_count_lower(struct branching *b, struct part *part)
{
	if (b->counts || !b->tight.counted)
		return false;
	int64_t count = part->bound / b->s->net.graph->arc;
	if (count >= part->count)
		return false;
	part->count = count;
	tight_limit(&b->tight, count);
	return true;
}

/* What the solution proves; of counts, in counts. -1: nothing. */
static int64_t proved(struct branching *b)
{
	int64_t bound = tight_bound(&b->tight);

	return bound > 0 && b->counts ? bound / b->graph.arc : bound;
}

/* The first part with pairs and partners alone, which is what a certificate can hold. Returns whether that is done. */
static bool is_plain(struct branching *b, struct part *part, int64_t bound, bool *failed)
{
	if (b->plain)
		return true;
	if (!b->counts && bound >= 0 && bound < b->s->answer->bound)
		*failed = !solving_take_proof(b->s, &b->tight.proof, bound);
	int64_t added = tight_cut(&b->tight, false);
	*failed |= added < 0;
	if (added != 0)
		return false;
	b->plain = true;
	part->count = b->limit < part->count ? b->limit : part->count;
	tight_limit(&b->tight, part->count);
	return false;
}

/* Solves and cuts until the bound is no better than what there is, or nothing is left to cut. False: ended before. */
static bool work(struct branching *b, struct part *part, bool first)
{
	bool failed = false;
	int64_t last = part->bound;
	int idle = 0;

	tight_limit(&b->tight, part->count);
	for (int round = 0; round < (first ? FIRST_ROUNDS : ROUNDS); round++) {
		bool solved = tight_solve(&b->tight);
		int64_t bound = proved(b);
		if (bound >= 0 && bound < part->bound)
			part->bound = bound;
		if (!solved)
			return false;
		if (part->bound <= value_of(b))
			return true;
		if (!is_plain(b, part, bound, &failed) && !failed)
			continue;
		if (failed)
			return false;
		if (is_count_lower(b, part))
			continue;
		if (b->plain && last - part->bound < (last - value_of(b)) / LITTLE && idle++ >= (first ? FIRST_PATIENCE : PATIENCE))
			return true;
		last = part->bound;
		int64_t added = tight_cut(&b->tight, first || round > 0);
		if (added <= 0)
			return added == 0;
	}
	return true;
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
		if (!b->parts[i].closed && !b->parts[i].left && b->parts[i].bound > value_of(b) && (best == NOBODY || b->parts[i].bound > b->parts[best].bound))
			best = i;
	return best;
}

/* The programme anew, without what has gathered in its table. */
static bool renew(struct branching *b)
{
	tight_free(&b->tight);
	return tight_new(&b->tight, &b->net);
}

/* Solves one part; where the programme has lost its way, once more from the start. */
static bool solve_part(struct branching *b, uint32_t number, struct part *part)
{
	enter(b, number);
	if (work(b, part, number == 0))
		return true;
	if (b->s->watch.end != MATCHING_COMPLETE || b->s->memory.refused || !renew(b))
		return false;
	enter(b, number);
	return work(b, part, number == 0);
}

/* One part: closed, cut in two, or left as it is. False: ended before. */
static bool visit(struct branching *b, uint32_t number)
{
	struct part part = b->parts[number];
	bool thorough = number % (b->counts ? THOROUGH_COUNTS : THOROUGH) == 0, worked = solve_part(b, number, &part);

	b->parts[number].bound = part.bound;
	b->parts[number].count = part.count;
	if (b->s->watch.end != MATCHING_COMPLETE || b->s->memory.refused || !near_choose(b->s, &b->tight, thorough))
		return false;
	uint32_t arc = near_undecided(&b->tight);
	b->parts[number].closed = part.bound <= value_of(b);
	b->parts[number].left = !worked || arc == NOBODY;
	if (b->parts[number].closed || b->parts[number].left)
		return true;
	if (b->tight.lp.rows > b->tight.lp.columns + b->tight.lp.columns / 2)
		tight_purge(&b->tight);
	if (thorough && !near_dive(b->s, &b->tight) && b->s->watch.end != MATCHING_COMPLETE)
		return false;
	b->parts[number].closed = true;
	return add_part(b, (struct part){ .bound = part.bound, .count = part.count, .above = number, .arc = arc })
		&& add_part(b, (struct part){ .bound = part.bound, .count = part.count, .above = number, .arc = arc, .others = true });
}

/* The highest bound of parts that are not closed. */
static int64_t highest(const struct branching *b)
{
	int64_t bound = value_of(b);

	for (uint32_t i = 0; i < b->count; i++)
		if (!b->parts[i].closed && b->parts[i].bound > bound)
			bound = b->parts[i].bound;
	return bound;
}

static void branch_all(struct branching *b)
{
	uint32_t number = 0;

	do {
		bool done = visit(b, number);
		number = next_part(b);
		int64_t bound = highest(b);
		b->bound = bound < b->bound ? bound : b->bound;
		solving_tell(b->s, b->counts ? "count" : "branch");
		if (!done)
			return;
	} while (number != NOBODY && b->count < PARTS_MOST && b->s->watch.steps - b->steps < STEPS_MOST);
}

bool branch_is_small(uint64_t people, uint64_t arcs)
{
	return arcs + ROWS_A_PERSON * people <= CELLS_MOST;
}

bool branch_is_quick(uint64_t people, uint64_t arcs)
{
	return arcs + ROWS_A_PERSON * people <= CELLS_FEW;
}

/* The bound of this graph's value; `count` is one on P + M. */
static int64_t bound_of(struct solving *s, const struct matching_graph *graph, int64_t bound, int64_t count)
{
	struct branching b = { .s = s, .counts = graph != s->net.graph, .graph = *graph, .net = s->net, .bound = bound, .limit = count,
		.steps = s->watch.steps };

	b.net.graph = &b.graph;
	if (tight_new(&b.tight, &b.net)) {
		if (add_part(&b, (struct part){ .bound = bound, .count = b.tight.count_limit, .above = NOBODY }))
			branch_all(&b);
	}
	tight_free(&b.tight);
	memory_give(&s->memory, b.parts, b.room, sizeof *b.parts);
	return b.bound;
}

/* P + M alone. All weight together is worth nearly one more of them: it would blur the bound, so that it is made smaller. */
static int64_t count_bound(struct solving *s)
{
	struct matching_graph graph = *s->net.graph;
	int64_t most = s->answer->bound / graph.arc;

	graph.both = graph.arc = COUNTS_ABOVE * graph.arc;
	return most > (int64_t)s->answer->both + s->answer->count ? bound_of(s, &graph, most, INT64_MAX) : most;
}

void branch(struct solving *s)
{
	const struct matching_graph *g = s->net.graph;
	int64_t big = matching_big(g), count = INT64_MAX;

	/* The prices of pairs have done what they can. */
	s->pairs.count = 0;
	s->branched = s->answer->bound;
	if (g->both == g->arc && g->arc >= big && g->arc < INT64_MAX / 4096) {
		count = count_bound(s);
		int64_t bound = count * g->arc + big - 1;
		s->branched = bound < s->branched ? bound : s->branched;
	}
	s->branched = bound_of(s, g, s->branched, count);
}
