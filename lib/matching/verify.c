/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/verify.h"

#include <stdlib.h>

/* The compiler's own word for 128 bits. */
__extension__ typedef __int128 wide;

enum { CAN_GIVE = MATCHING_GIVES, CAN_RECEIVE = MATCHING_RECEIVES, CAN_BOTH = CAN_GIVE | CAN_RECEIVE, HAS_LAMBDA = 4, HAS_MU = 8 };

/* What is noted on the way. */
struct book {
	const bool *barred;    /* of each arc, or NULL */
	uint8_t *sides;        /* that each person can have, and whether they have prices of some kinds */
	int64_t *taken;        /* by rings and groups from each arc, and then from each person's `both`; NULL: nothing */
	int64_t each;          /* the price on each arc and each `both` */
};

static wide above_zero(wide value)
{
	return value > 0 ? value : 0;
}

static uint8_t has(const struct matching_graph *g, uint32_t person)
{
	return g->has ? g->has[person] : 0;
}

/* The first price of `one` against `other` or later. */
static uint32_t place_of(const struct matching_price *prices, uint32_t count, uint32_t one, uint32_t other)
{
	uint32_t low = 0, high = count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const struct matching_price *p = &prices[middle];
		if (p->one < one || (p->one == one && p->other < other))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int64_t price_between(const struct matching_price *prices, uint32_t count, uint32_t one, uint32_t other)
{
	uint32_t at = place_of(prices, count, one, other);

	return at < count && prices[at].one == one && prices[at].other == other ? prices[at].price : 0;
}

/* What a person's rows of two partners add to an arc with this neighbour. */
static wide mu_for(const struct matching_proof *p, uint32_t person, uint32_t neighbour)
{
	wide sum = 0;

	for (uint32_t i = place_of(p->mu, p->mu_count, person, 0); i < p->mu_count && p->mu[i].one == person; i++)
		sum += p->mu[i].other == neighbour ? 0 : p->mu[i].price;
	return sum;
}

static bool are_prices(const struct matching_price *prices, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct matching_price *p = &prices[i];
		if (p->price < 0 || (i && (p[-1].one > p->one || (p[-1].one == p->one && p[-1].other >= p->other))))
			return false;
	}
	return true;
}

/* Rows that do not hold for this graph must not be priced. */
static bool are_rows(const struct matching_graph *g, const struct matching_proof *p)
{
	for (uint32_t v = 0; v < g->person_count; v++) {
		if (p->alpha[v] < 0 || p->gamma[v] < 0 || p->delta[v] < 0)
			return false;
		if ((p->gamma[v] && has(g, v) & MATCHING_GIVES) || (p->delta[v] && has(g, v) & MATCHING_RECEIVES))
			return false;
	}
	for (uint32_t a = 0; a < g->ask_count; a++)
		if (p->beta[a] < 0)
			return false;
	for (uint32_t i = 0; i < p->lambda_count; i++)
		if (p->lambda[i].one >= p->lambda[i].other)
			return false;
	for (uint32_t i = 0; i < p->mu_count; i++)
		if (p->mu[i].one >= g->person_count || has(g, p->mu[i].one))
			return false;
	return p->scale > 0 && are_prices(p->lambda, p->lambda_count) && are_prices(p->mu, p->mu_count);
}

/* Most people have none of these prices, and for them nothing is looked for. */
static void note_priced(const struct matching_proof *p, uint8_t *sides, uint32_t person_count)
{
	for (uint32_t i = 0; i < p->lambda_count; i++)
		if (p->lambda[i].one < person_count)
			sides[p->lambda[i].one] |= HAS_LAMBDA;
	for (uint32_t i = 0; i < p->mu_count; i++)
		sides[p->mu[i].one] |= HAS_MU;
}

static wide over_arc(const struct matching_graph *g, const struct matching_proof *p, const uint8_t *sides, uint32_t ask, uint32_t arc)
{
	uint32_t u = g->arc_mentor[arc], v = g->ask_mentee[ask], low = u < v ? u : v, high = u < v ? v : u;
	wide rest = (wide)p->scale * ((wide)g->arc + g->arc_weight[arc]) - p->alpha[u] - p->beta[ask] + p->gamma[u] + p->delta[v];

	if (sides[low] & HAS_LAMBDA)
		rest -= price_between(p->lambda, p->lambda_count, low, high);
	if (sides[u] & HAS_MU)
		rest += mu_for(p, u, v);
	return sides[v] & HAS_MU ? rest + mu_for(p, v, u) : rest;
}

static wide over_arcs(const struct matching_graph *g, const struct matching_proof *p, const struct book *book)
{
	wide sum = 0;

	for (uint32_t a = 0; a < g->ask_count; a++)
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1] && g->ask_need[a]; i++) {
			if (!g->capacity[g->arc_mentor[i]] || (book->barred && book->barred[i]))
				continue;
			book->sides[g->arc_mentor[i]] |= CAN_GIVE;
			book->sides[g->ask_mentee[a]] |= CAN_RECEIVE;
			sum += above_zero(over_arc(g, p, book->sides, a, i) - book->each - (book->taken ? book->taken[i] : 0));
		}
	return sum;
}

static uint32_t ask_of(const struct matching_graph *g, uint32_t arc)
{
	uint32_t low = 0, high = g->ask_count;

	while (low + 1 < high) {
		uint32_t middle = low + (high - low) / 2;
		if (g->ask_first[middle] <= arc)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Whether no choice holds both arcs. */
static bool bars(const struct matching_graph *g, uint32_t arc, uint32_t next)
{
	uint32_t a = ask_of(g, arc), b = ask_of(g, next), u = g->arc_mentor[arc], w = g->arc_mentor[next], v = g->ask_mentee[a], x = g->ask_mentee[b];

	return arc != next && ((a == b && g->ask_need[a] == 1) || (u == w && g->capacity[u] == 1) || (u == x && v == w) || (u == w && v == x));
}

/* What rings add to the sum, and take from arcs; -1 where one is no ring. */
static wide over_rings(const struct matching_graph *g, const struct matching_leaf *leaf, int64_t *taken)
{
	wide sum = 0;

	for (uint32_t k = 0; k < leaf->ring_count; k++) {
		const struct matching_ring *ring = &leaf->rings[k];
		if (ring->price < 0 || ring->count % 2 == 0)
			return -1;
		for (uint32_t i = 0; i < ring->count; i++) {
			if (!bars(g, ring->arcs[i], ring->arcs[(i + 1) % ring->count]) || __builtin_add_overflow(taken[ring->arcs[i]], ring->price, &taken[ring->arcs[i]]))
				return -1;
		}
		sum += (wide)ring->price * (ring->count / 2);
	}
	return sum;
}

/* Whether the pair is one of those that lead out of the group. */
static bool is_out(const struct matching_group *group, uint32_t one, uint32_t other)
{
	uint32_t low = one < other ? one : other, high = one < other ? other : one;

	for (uint32_t i = 0; i < group->out_count; i++)
		if (group->out[2 * i] == low && group->out[2 * i + 1] == high)
			return true;
	return false;
}

static bool is_group(const struct matching_graph *g, const struct matching_group *group, const bool *inside)
{
	for (uint32_t i = 0; i < group->count; i++)
		if ((i && group->people[i] <= group->people[i - 1]) || has(g, group->people[i]))
			return false;
	for (uint32_t i = 0; i < group->out_count; i++) {
		const uint32_t *pair = &group->out[2 * i];
		if (pair[0] >= pair[1] || inside[pair[0]] == inside[pair[1]] || (i && (pair[-2] > pair[0] || (pair[-2] == pair[0] && pair[-1] >= pair[1]))))
			return false;
	}
	return group->price >= 0 && group->out_count % 2 == 1;
}

/* What one group takes from each arc and each person; what it takes from arcs is below 0. */
static bool take_group(const struct matching_graph *g, const struct matching_group *group, const bool *inside, int64_t *taken)
{
	for (uint32_t i = 0; i < group->count; i++) {
		int64_t *both = &taken[g->ask_first[g->ask_count] + group->people[i]];
		if (__builtin_add_overflow(*both, group->price, both))
			return false;
	}
	for (uint32_t a = 0; a < g->ask_count; a++)
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1]; i++) {
			uint32_t u = g->arc_mentor[i], v = g->ask_mentee[a];
			if ((!inside[u] && !inside[v]) || (inside[u] != inside[v] && is_out(group, u, v)))
				continue;
			if (__builtin_sub_overflow(taken[i], group->price, &taken[i]))
				return false;
		}
	return true;
}

/* What groups add to the sum, or -1 where one is no group. */
static wide over_groups(const struct matching_graph *g, const struct matching_leaf *leaf, int64_t *taken)
{
	bool *inside = calloc((size_t)g->person_count + 1, sizeof *inside);
	wide sum = inside ? 0 : -1;

	for (uint32_t k = 0; sum >= 0 && k < leaf->group_count; k++) {
		const struct matching_group *group = &leaf->groups[k];
		if (group->price == 0)
			continue;
		for (uint32_t i = 0; i < group->count; i++)
			inside[group->people[i]] = true;
		sum = is_group(g, group, inside) && take_group(g, group, inside, taken) ? sum + (wide)group->price * (group->out_count / 2) : -1;
		for (uint32_t i = 0; i < group->count; i++)
			inside[group->people[i]] = false;
	}
	free(inside);
	return sum;
}

static wide over_people(const struct matching_graph *g, const struct matching_proof *p, const struct book *book)
{
	wide sum = 0;

	for (uint32_t v = 0; v < g->person_count; v++) {
		sum += (wide)g->capacity[v] * p->alpha[v];
		if (((book->sides[v] & CAN_BOTH) | has(g, v)) == CAN_BOTH && has(g, v) != CAN_BOTH)
			sum += above_zero((wide)p->scale * g->both - book->each - p->gamma[v] - p->delta[v] - mu_for(p, v, UINT32_MAX)
				- (book->taken ? book->taken[g->ask_first[g->ask_count] + v] : 0));
	}
	return sum;
}

/* The whole sum, or -1. */
static wide sum_of(const struct matching_graph *g, const struct matching_proof *p, const struct matching_leaf *leaf, const struct book *book)
{
	wide sum = book->taken ? over_rings(g, leaf, book->taken) : 0, groups = book->taken ? over_groups(g, leaf, book->taken) : 0;

	if (sum < 0 || groups < 0)
		return -1;
	sum += groups;
	for (uint32_t a = 0; a < g->ask_count; a++)
		sum += (wide)g->ask_need[a] * p->beta[a];
	for (uint32_t i = 0; i < p->lambda_count; i++)
		sum += p->lambda[i].price;
	note_priced(p, book->sides, g->person_count);
	sum += over_arcs(g, p, book);
	if (leaf && book->each)
		sum += (wide)leaf->count_limit * book->each;
	return sum + over_people(g, p, book);
}

int64_t matching_proof_bound(const struct matching_graph *graph, const struct matching_proof *proof, const struct matching_leaf *leaf)
{
	bool rows = leaf && leaf->ring_count + leaf->group_count > 0;
	struct book book = { leaf ? leaf->barred : NULL, calloc((size_t)graph->person_count + 1, 1),
		rows ? calloc((size_t)graph->ask_first[graph->ask_count] + graph->person_count + 1, sizeof *book.taken) : NULL, leaf ? leaf->count_price : 0 };
	wide sum = -1;

	if (book.sides && book.each >= 0 && (book.taken || !rows) && are_rows(graph, proof))
		sum = sum_of(graph, proof, leaf, &book);
	free(book.sides);
	free(book.taken);
	if (sum < 0 || sum / proof->scale > INT64_MAX)
		return -1;
	return (int64_t)(sum / proof->scale);
}

int64_t matching_proof_bars(const struct matching_graph *graph, const struct matching_proof *proof, int64_t value, bool *barred)
{
	struct book book = { .sides = calloc((size_t)graph->person_count + 1, 1) };
	wide sum = book.sides && are_rows(graph, proof) ? sum_of(graph, proof, NULL, &book) : -1, least = (wide)(value + 1) * proof->scale;
	int64_t count = sum < 0 ? -1 : 0;

	for (uint32_t a = 0; count >= 0 && a < graph->ask_count; a++)
		for (uint32_t i = graph->ask_first[a]; i < graph->ask_first[a + 1]; i++) {
			wide over = over_arc(graph, proof, book.sides, a, i);
			barred[i] = over < 0 && sum + over < least;
			count += barred[i];
		}
	free(book.sides);
	return count;
}

static int by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Each chosen arc's two people as one number; false where the arcs are no list of this graph's, or an ask has too many. */
static bool list_pairs(const struct matching_graph *g, const struct matching_answer *answer, uint64_t *pairs)
{
	uint32_t a = 0, taken = 0;

	for (uint32_t i = 0; i < answer->count; i++) {
		uint32_t arc = answer->chosen[i];
		if (arc >= g->ask_first[g->ask_count] || (i && arc <= answer->chosen[i - 1]))
			return false;
		for (; arc >= g->ask_first[a + 1]; a++)
			taken = 0;
		if (++taken > g->ask_need[a])
			return false;
		uint64_t u = g->arc_mentor[arc], v = g->ask_mentee[a];
		pairs[i] = u < v ? u << 32 | v : v << 32 | u;
	}
	return true;
}

static bool is_once_each(uint64_t *pairs, uint32_t count)
{
	qsort(pairs, count, sizeof *pairs, by_number);
	for (uint32_t i = 1; i < count; i++)
		if (pairs[i] == pairs[i - 1])
			return false;
	return true;
}

/* Nobody mentors too many, and the sums are what the answer says. */
static bool is_counted(const struct matching_graph *g, const struct matching_answer *answer, uint32_t *given, uint8_t *sides)
{
	uint32_t a = 0, both = 0;
	uint64_t weight = 0;

	for (uint32_t i = 0; i < answer->count; i++) {
		uint32_t arc = answer->chosen[i], mentor = g->arc_mentor[arc];
		while (arc >= g->ask_first[a + 1])
			a++;
		if (++given[mentor] > g->capacity[mentor])
			return false;
		sides[mentor] |= CAN_GIVE;
		sides[g->ask_mentee[a]] |= CAN_RECEIVE;
		weight += g->arc_weight[arc];
	}
	for (uint32_t v = 0; v < g->person_count; v++)
		both += (sides[v] | has(g, v)) == CAN_BOTH && has(g, v) != CAN_BOTH;
	return both == answer->both && weight == answer->weight
		&& (wide)answer->value == (wide)both * g->both + (wide)answer->count * g->arc + (int64_t)weight;
}

bool matching_is_legal(const struct matching_graph *graph, const struct matching_answer *answer)
{
	uint64_t *pairs = calloc((size_t)answer->count + 1, sizeof *pairs);
	uint32_t *given = calloc((size_t)graph->person_count + 1, sizeof *given);
	uint8_t *sides = calloc((size_t)graph->person_count + 1, 1);
	bool legal = pairs && given && sides && list_pairs(graph, answer, pairs) && is_once_each(pairs, answer->count)
		&& is_counted(graph, answer, given, sides);

	free(pairs);
	free(given);
	free(sides);
	return legal;
}

bool matching_verify(const struct matching_graph *graph, const struct matching_answer *answer)
{
	int64_t proved = matching_proof_bound(graph, &answer->proof, NULL);

	return matching_is_legal(graph, answer) && answer->value <= answer->bound && answer->bound <= answer->proved && proved == answer->proved;
}
