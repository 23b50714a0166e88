/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/matching.h"

#include <stdlib.h>

#include "matching/levels.h"
#include "matching/solving.h"
#include "matching/verify.h"

/* The sums on the way stay this far below 63 bits. */
static const int64_t HIGHEST = INT64_MAX / 32;

uint64_t levels_most_arcs(const struct matching_graph *g)
{
	uint64_t capacity = 0, need = 0;

	for (uint32_t v = 0; v < g->person_count; v++)
		capacity += g->capacity[v];
	for (uint32_t a = 0; a < g->ask_count; a++)
		need += g->ask_need[a];
	return capacity < need ? capacity : need;
}

int64_t matching_big(const struct matching_graph *graph)
{
	return MATCHING_HEAVIEST * (int64_t)levels_most_arcs(graph) + 1;
}

static bool is_too_large(const struct matching_graph *g)
{
	uint64_t arcs = levels_most_arcs(g);
	int64_t each = 0, sum = 0;

	if (__builtin_add_overflow(g->arc, g->both, &each) || each > HIGHEST - MATCHING_HEAVIEST)
		return true;
	/* Of the two people of an arc each can earn `both` by it. */
	return __builtin_mul_overflow(each + g->both + MATCHING_HEAVIEST, (int64_t)arcs, &sum);
}

static bool solve(struct solving *s)
{
	struct net *net = &s->net;
	const struct matching_answer *from = s->options->from;
	bool small = branch_is_small(net->graph->person_count, net->graph->ask_first[net->graph->ask_count]);

	if (from && (!from->proof.alpha || from->proof.scale <= 0))
		from = NULL;
	if (from && !warm_pairs(net, from))
		return false;
	if (from)
		warm_prices(net, from);
	if (!core_begin(net, from))
		return false;
	if (from) {
		warm_flow(net, from);
		/* What was chosen then may be better than all that branch and bound comes by. */
		if (small && !solving_keep_choice(s))
			return false;
	} else
		net_first_prices(net);
	if (!net_settle(net) || !solving_complete(s) || !solving_keep_bound(s) || !rounds_of_pairs(s))
		return false;
	if (from && s->answer->bound > s->answer->value && !warm_proof(s, from))
		return false;
	if (s->answer->bound > s->answer->value && !fix_and_solve(s) && small)
		branch(s);
	return true;
}

/* Whatever there is, told: where it ended early, what the flow was then may be better than what is kept. */
static bool conclude(struct solving *s)
{
	struct matching_answer *a = s->answer;
	struct matching_proof last;

	if (!solving_keep_choice(s))
		return false;
	a->proved = matching_proof_bound(s->net.graph, &a->proof, NULL);
	if (a->value < a->proved || a->proved < 0) {
		if (proof_new(&last, s->net.graph, &s->memory) && proof_of(&last, &s->net)) {
			int64_t proved = matching_proof_bound(s->net.graph, &last, NULL);
			if (proved >= 0 && (proved < a->proved || a->proved < 0)) {
				struct matching_proof kept = a->proof;
				a->proof = last;
				a->proved = proved;
				last = kept;
			}
		}
		proof_free(&last, s->net.graph, &s->memory);
	}
	/* Branch and bound has proved each of its parts before it closed it. Where it claims less than the choice is worth, its
	   claim is false, and the larger is told. */
	a->bound = s->branched >= a->value && s->branched < a->proved ? s->branched : a->proved;
	return a->proved >= 0;
}

static enum matching_end end_of(const struct solving *s)
{
	return s->watch.end == MATCHING_COMPLETE && s->memory.refused ? MATCHING_MEMORY : s->watch.end;
}

enum matching_result levels_solve_low(const struct matching_graph *graph, const struct matching_options *options, struct matching_answer *answer)
{
	struct solving s = { .options = options, .memory = { .limit = options->memory }, .watch = watch_start(options), .answer = answer, .branched = INT64_MAX,
		.room = answer_room(graph) };
	bool done = false;

	*answer = (struct matching_answer){ 0 };
	if (is_too_large(graph))
		return MATCHING_TOO_LARGE;
	s.net = (struct net){ .graph = graph, .memory = &s.memory, .watch = &s.watch, .pairs = &s.pairs };
	answer->bound = INT64_MAX;
	answer->chosen = memory_take(&s.memory, s.room, sizeof *answer->chosen);
	s.other.chosen = memory_take(&s.memory, s.room, sizeof *s.other.chosen);
	if (answer->chosen && s.other.chosen && proof_new(&answer->proof, graph, &s.memory) && net_new(&s.net)) {
		solve(&s);
		done = conclude(&s);
	}
	answer->steps = s.watch.steps;
	answer->end = end_of(&s);
	net_free(&s.net);
	memory_give(&s.memory, s.other.chosen, s.room, sizeof *s.other.chosen);
	pairs_free(&s.pairs, &s.memory);
	if (!done)
		matching_answer_free(answer);
	return done ? MATCHING_DONE : MATCHING_NO_MEMORY;
}

enum matching_result matching_solve(const struct matching_graph *graph, const struct matching_options *options, struct matching_answer *answer)
{
	return levels_are_high(graph) ? levels_solve(graph, options, answer) : levels_solve_low(graph, options, answer);
}

void matching_answer_free(struct matching_answer *answer)
{
	free(answer->chosen);
	free(answer->proof.alpha);
	free(answer->proof.beta);
	free(answer->proof.gamma);
	free(answer->proof.delta);
	free(answer->proof.lambda);
	free(answer->proof.mu);
	*answer = (struct matching_answer){ 0 };
}
