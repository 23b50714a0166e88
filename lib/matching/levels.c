/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Two choices differ by some people with both sides, dP of at most p, and some arcs, dM of at most m. Of the differences
   both * dP + arc * dM only the sign counts once it is above all weight. (both, arc) lies between two neighbours v1 and v2
   of the Farey fractions that such a box holds: t1 * v1 + t2 * v2, and no difference has one sign by v1 and another by v2.
   So the best choice is also one of the best by v1 alone and by v2 alone, and lower t order all choices alike:
     V = (what the low levels count) + (t1 - low t1) * (what v1 counts) + (t2 - low t2) * (what v2 counts)
   The three are solved each by itself, and their bounds and prices add up (Frank and Tardos 1987 lower any weights so). */
#include "matching/levels.h"

#include <stdlib.h>

#include "matching/proof.h"
#include "matching/verify.h"

/* The compiler's own word for 128 bits. */
__extension__ typedef __int128 wide;

/* Prices are multiples of 1/2, 1/3 and so on where a linear programme finds them: all of them up to 1/10 are of this. */
enum { WHOLE = 2520, ROOM = 64 };

/* Levels as multiples of two small ones. */
struct split {
	int64_t times[2], low[2];
	int64_t both[2], arc[2];
};

static uint32_t arc_count(const struct matching_graph *g)
{
	return g->ask_first[g->ask_count];
}

bool levels_are_high(const struct matching_graph *g)
{
	return (2 * (wide)g->both + g->arc + MATCHING_HEAVIEST) * ((wide)levels_most_arcs(g) + 1) > INT64_MAX / ROOM;
}

static uint16_t heaviest(const struct matching_graph *g)
{
	uint16_t most = 0;

	for (uint32_t i = 0; i < arc_count(g); i++)
		most = g->arc_weight[i] > most ? g->arc_weight[i] : most;
	return most;
}

/* Moves the further of the two on towards the levels, as far as the box goes. */
static bool come_nearer(struct split *s, int64_t p, int64_t m)
{
	int more = s->times[1] > s->times[0], less = !more;
	int64_t steps = s->times[less] ? s->times[more] / s->times[less] : 0;

	if (s->arc[more] && steps > (p - s->arc[less]) / s->arc[more])
		steps = (p - s->arc[less]) / s->arc[more];
	if (s->both[more] && steps > (m - s->both[less]) / s->both[more])
		steps = (m - s->both[less]) / s->both[more];
	if (steps <= 0)
		return false;
	s->times[more] -= steps * s->times[less];
	s->both[less] += steps * s->both[more];
	s->arc[less] += steps * s->arc[more];
	return true;
}

static struct split split_of(const struct matching_graph *g)
{
	int64_t m = (int64_t)levels_most_arcs(g), p = 2 * m < (int64_t)g->person_count ? 2 * m : (int64_t)g->person_count;
	int64_t above = heaviest(g) * (m < (int64_t)arc_count(g) ? m : (int64_t)arc_count(g)) + 1;
	struct split s = { .times = { g->arc, g->both }, .both = { 0, 1 }, .arc = { 1, 0 } };

	while (come_nearer(&s, p, m)) {
	}
	/* What is taken off is taken off in whole parts of every price. */
	for (int i = 0; i < 2; i++)
		s.low[i] = s.times[i] > above ? above + (s.times[i] - above) % WHOLE : s.times[i];
	return s;
}

/* Prices so plain that they can be written down: on each arc by its mentor or its ask, or on none; `both` for itself, or by
   the arc that completes it. */
static bool price_plainly(struct matching_proof *proof, const struct matching_graph *g, int kind)
{
	bool by_arc = kind >= 3;
	wide price = (wide)g->arc + heaviest(g) + (by_arc ? (g->has ? 2 : 1) * (wide)g->both : 0);

	if (price > INT64_MAX)
		return false;
	for (uint32_t v = 0; v < g->person_count; v++) {
		uint8_t has = g->has ? g->has[v] : 0;
		proof->alpha[v] = kind % 3 == 1 ? (int64_t)price : 0;
		proof->gamma[v] = by_arc && has == MATCHING_RECEIVES ? g->both : 0;
		proof->delta[v] = by_arc && !(has & MATCHING_RECEIVES) ? g->both : 0;
	}
	for (uint32_t a = 0; a < g->ask_count; a++)
		proof->beta[a] = kind % 3 == 2 ? (int64_t)price : 0;
	return true;
}

/* The best of the plain prices, and what they prove; -1: that V could pass 63 bits. */
static int64_t first_bound(struct matching_proof *proof, const struct matching_graph *g)
{
	int64_t least = -1;
	int best = 0;

	for (int kind = 0; kind < 6; kind++) {
		int64_t bound = price_plainly(proof, g, kind) ? matching_proof_bound(g, proof, NULL) : -1;
		if (bound >= 0 && (least < 0 || bound < least)) {
			least = bound;
			best = kind;
		}
	}
	price_plainly(proof, g, best);
	return least;
}

/* So many times a price, counted in 1/scale, in whole numbers. */
static int64_t times(int64_t price, int64_t scale, int64_t often)
{
	wide unit = often % WHOLE ? 1 : WHOLE, sum = often / unit * (((wide)price * unit + scale / 2) / scale);

	return sum < INT64_MAX / 4 ? (int64_t)sum : INT64_MAX / 4;
}

static int by_people(const void *a, const void *b)
{
	const struct matching_price *x = a, *y = b;

	if (x->one != y->one)
		return x->one < y->one ? -1 : 1;
	return x->other < y->other ? -1 : x->other > y->other;
}

/* Adds a list to another, which has room, and leaves it in order. */
static uint32_t add_list(struct matching_price *to, uint32_t count, const struct matching_price *more, uint32_t more_count, int64_t scale, int64_t often)
{
	uint32_t kept = 0, all = count + more_count;

	for (uint32_t i = 0; i < more_count; i++)
		to[count + i] = (struct matching_price){ more[i].one, more[i].other, times(more[i].price, scale, often) };
	qsort(to, all, sizeof *to, by_people);
	for (uint32_t i = 0; i < all; i++)
		if (kept && by_people(&to[kept - 1], &to[i]) == 0)
			to[kept - 1].price += to[i].price;
		else
			to[kept++] = to[i];
	return kept;
}

static void add_each(int64_t *to, const int64_t *more, uint32_t count, int64_t scale, int64_t often)
{
	for (uint32_t i = 0; i < count; i++) {
		int64_t price = times(more[i], scale, often);
		to[i] = to[i] < INT64_MAX - price ? to[i] + price : INT64_MAX;
	}
}

/* Adds so many times a proof. False: no memory. */
static bool add_proof(struct matching_proof *to, const struct matching_graph *g, const struct matching_proof *more, int64_t often)
{
	struct matching_price *lambda = realloc(to->lambda, ((size_t)to->lambda_count + more->lambda_count + 1) * sizeof *lambda);

	to->lambda = lambda ? lambda : to->lambda;
	struct matching_price *mu = realloc(to->mu, ((size_t)to->mu_count + more->mu_count + 1) * sizeof *mu);
	to->mu = mu ? mu : to->mu;
	if (!lambda || !mu)
		return false;
	add_each(to->alpha, more->alpha, g->person_count, more->scale, often);
	add_each(to->gamma, more->gamma, g->person_count, more->scale, often);
	add_each(to->delta, more->delta, g->person_count, more->scale, often);
	add_each(to->beta, more->beta, g->ask_count, more->scale, often);
	to->lambda_count = add_list(lambda, to->lambda_count, more->lambda, more->lambda_count, more->scale, often);
	to->mu_count = add_list(mu, to->mu_count, more->mu, more->mu_count, more->scale, often);
	return true;
}

/* One of the small levels by itself: what no choice counts more of, and its proof added. -1: it ended before. */
static int64_t solve_one(const struct matching_graph *graph, const struct matching_options *options, struct matching_answer *answer,
	struct matching_proof *sum, int64_t often)
{
	struct matching_options rest = *options;
	struct matching_answer one = { 0 };
	int64_t bound = -1;

	rest.steps = options->steps ? options->steps - answer->steps : 0;
	if (!options->steps || rest.steps > 0)
		if (levels_solve_low(graph, &rest, &one) == MATCHING_DONE && add_proof(sum, graph, &one.proof, often))
			bound = one.bound;
	answer->steps += one.steps;
	answer->end = answer->end == MATCHING_COMPLETE ? one.end : answer->end;
	matching_answer_free(&one);
	return bound;
}

/* The bound that the parts prove together, and the sum of their proofs; -1: there is none. */
static wide solve_parts(const struct matching_graph *graph, const struct split *s, const struct matching_options *options,
	struct matching_answer *answer, struct matching_proof *sum)
{
	uint16_t *none = calloc((size_t)arc_count(graph) + 1, sizeof *none);
	wide bound = none && add_proof(sum, graph, &answer->proof, 1) ? answer->bound : -1;

	for (int i = 0; i < 2 && bound >= 0; i++) {
		struct matching_graph part = *graph;
		part.arc_weight = none;
		part.both = s->both[i];
		part.arc = s->arc[i];
		if (s->times[i] == s->low[i])
			continue;
		int64_t one = answer->end == MATCHING_COMPLETE ? solve_one(&part, options, answer, sum, s->times[i] - s->low[i]) : -1;
		bound = one < 0 ? -1 : bound + (wide)(s->times[i] - s->low[i]) * one;
	}
	free(none);
	return bound;
}

/* The answer in the graph's own levels, with its own proof: the sum of the parts', or the plain one where that proves more. */
static void conclude(const struct matching_graph *graph, struct matching_answer *answer, struct matching_proof proofs[2], wide bound)
{
	int64_t plain = matching_proof_bound(graph, &proofs[0], NULL), sum = bound < 0 ? -1 : matching_proof_bound(graph, &proofs[1], NULL);
	int better = sum >= 0 && sum <= plain;
	struct matching_proof own = answer->proof;

	answer->proof = proofs[better];
	proofs[better] = own;
	answer->value = graph->both * answer->both + graph->arc * answer->count + (int64_t)answer->weight;
	answer->proved = better ? sum : plain;
	answer->bound = bound >= answer->value && bound < answer->proved ? (int64_t)bound : answer->proved;
}

/* Takes from the limit of memory what this takes besides. False: there is not so much. */
static bool spare(struct matching_options *options, const struct matching_graph *graph)
{
	size_t own = 2 * (4 * (size_t)graph->person_count + graph->ask_count) * sizeof(int64_t) + 2 * (size_t)arc_count(graph);

	if (!options->memory)
		return true;
	options->memory = options->memory > own ? options->memory - own : 0;
	return options->memory > 0;
}

enum matching_result levels_solve(const struct matching_graph *graph, const struct matching_options *options, struct matching_answer *answer)
{
	struct memory memory = { 0 };
	struct matching_proof proofs[2] = { { 0 }, { 0 } };
	struct matching_options told = *options;
	enum matching_result result = MATCHING_NO_MEMORY;

	*answer = (struct matching_answer){ 0 };
	/* Prices and progress would be told in other levels than the caller's. */
	told.from = NULL;
	told.progress = NULL;
	if (proof_new(&proofs[0], graph, &memory) && proof_new(&proofs[1], graph, &memory) && spare(&told, graph)) {
		struct split s = split_of(graph);
		struct matching_graph low = *graph;
		low.both = s.low[0] * s.both[0] + s.low[1] * s.both[1];
		low.arc = s.low[0] * s.arc[0] + s.low[1] * s.arc[1];
		result = first_bound(&proofs[0], graph) < 0 ? MATCHING_TOO_LARGE : levels_solve_low(&low, &told, answer);
		if (result == MATCHING_DONE)
			conclude(graph, answer, proofs, solve_parts(graph, &s, &told, answer, &proofs[1]));
	}
	for (int i = 0; i < 2; i++)
		matching_answer_free(&(struct matching_answer){ .proof = proofs[i] });
	return result;
}
