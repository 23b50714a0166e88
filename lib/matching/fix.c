/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Prices also prove which arcs no better choice holds: those that lose more than the gap. What is left is a graph of its own, and
   small where the gap is (reduced cost fixing: Dantzig, Fulkerson and Johnson 1954). */
#include <string.h>

#include "matching/levels.h"
#include "matching/solving.h"
#include "matching/verify.h"

/* It is worth it where so many parts of four, at most, are left. */
enum { PARTS = 3, OF_PARTS = 4 };

/* The graph that is left. */
struct rest {
	struct matching_graph graph;
	uint32_t *first, *mentor, *number;   /* number: of each arc, in the whole graph */
	uint16_t *weight;
};

static bool rest_new(struct rest *r, struct memory *m, const struct matching_graph *g, const bool *barred, uint32_t count)
{
	*r = (struct rest){ .graph = *g, .first = memory_take(m, (size_t)g->ask_count + 1, sizeof *r->first),
		.mentor = memory_take(m, count, sizeof *r->mentor), .number = memory_take(m, count, sizeof *r->number),
		.weight = memory_take(m, count, sizeof *r->weight) };
	if (!r->first || !r->mentor || !r->number || !r->weight)
		return false;
	for (uint32_t a = 0, at = 0; a < g->ask_count; a++) {
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1]; i++) {
			if (barred[i])
				continue;
			r->mentor[at] = g->arc_mentor[i];
			r->weight[at] = g->arc_weight[i];
			r->number[at++] = i;
		}
		r->first[a + 1] = at;
	}
	r->graph.ask_first = r->first;
	r->graph.arc_mentor = r->mentor;
	r->graph.arc_weight = r->weight;
	return true;
}

static void rest_free(struct rest *r, struct memory *m, uint32_t count)
{
	memory_give(m, r->first, (size_t)r->graph.ask_count + 1, sizeof *r->first);
	memory_give(m, r->mentor, count, sizeof *r->mentor);
	memory_give(m, r->number, count, sizeof *r->number);
	memory_give(m, r->weight, count, sizeof *r->weight);
}

/* Takes over a better choice of what is left. */
static void take_choice(struct solving *s, const struct rest *r, const struct matching_answer *found)
{
	struct matching_answer *best = s->answer;

	if (found->value <= best->value)
		return;
	for (uint32_t i = 0; i < found->count; i++)
		best->chosen[i] = r->number[found->chosen[i]];
	best->count = found->count;
	best->both = found->both;
	best->weight = found->weight;
	best->value = found->value;
}

/* Solves what is left within what is left of the limits. */
static bool solve_rest(struct solving *s, const struct rest *r)
{
	struct matching_options rest = *s->options;
	struct matching_answer found;

	rest.from = NULL;
	rest.progress = NULL;
	rest.steps -= rest.steps ? s->watch.steps : 0;
	rest.milliseconds -= rest.milliseconds ? watch_spent(&s->watch) : 0;
	rest.memory -= rest.memory ? s->memory.held : 0;
	/* A limit of 0 would be none. */
	if ((s->options->milliseconds && rest.milliseconds <= 0) || (s->options->steps && rest.steps == 0) || (s->options->memory && rest.memory == 0))
		return false;
	if (levels_solve_low(&r->graph, &rest, &found) != MATCHING_DONE)
		return false;
	take_choice(s, r, &found);
	s->branched = found.bound > s->answer->value ? found.bound : s->answer->value;
	s->watch.steps += found.steps;
	s->watch.end = found.end;
	matching_answer_free(&found);
	return true;
}

bool fix_and_solve(struct solving *s)
{
	const struct matching_graph *g = s->net.graph;
	uint32_t arcs = g->ask_first[g->ask_count];
	bool *barred = memory_take(&s->memory, arcs, sizeof *barred), solved = false;
	int64_t count = barred ? matching_proof_bars(g, &s->answer->proof, s->answer->value, barred) : -1;
	uint32_t left = count < 0 ? arcs : arcs - (uint32_t)count;

	if (count >= 0 && left <= (uint64_t)arcs * PARTS / OF_PARTS && branch_is_small(g->person_count, left)) {
		struct rest r;
		solved = rest_new(&r, &s->memory, g, barred, left) && solve_rest(s, &r);
		rest_free(&r, &s->memory, left);
	}
	memory_give(&s->memory, barred, arcs, sizeof *barred);
	return solved;
}
