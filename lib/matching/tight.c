/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/tight.h"

#include <stdlib.h>

static const double SLIGHT = 1e-6;
enum { SCALE = 1000000, ROWS_A_PERSON = 12 };

/* An arc by the two people that it joins. */
struct joined {
	uint64_t people;
	uint32_t arc;
};

static int by_people(const void *a, const void *b)
{
	const struct joined *x = a, *y = b;

	if (x->people != y->people)
		return x->people < y->people ? -1 : 1;
	return x->arc < y->arc ? -1 : x->arc > y->arc;
}

static bool is_usable(const struct tight *t, uint32_t arc)
{
	const struct matching_graph *g = t->net->graph;

	return g->capacity[g->arc_mentor[arc]] > 0 && g->ask_need[t->ask_of[arc]] > 0;
}

static void index_pairs(struct tight *t, struct joined *joined)
{
	const struct matching_graph *g = t->net->graph;

	for (uint32_t i = 0; i < t->arcs; i++) {
		uint64_t u = g->arc_mentor[i], v = g->ask_mentee[t->ask_of[i]];
		joined[i] = (struct joined){ u < v ? u << 32 | v : v << 32 | u, i };
	}
	qsort(joined, t->arcs, sizeof *joined, by_people);
	for (uint32_t i = 0, next = 0; i < t->arcs; i = next) {
		for (next = i; next < t->arcs && joined[next].people == joined[i].people; next++)
			t->pair_arcs[next] = joined[next].arc;
		if (next - i < 2)
			continue;
		t->pairs[t->pair_count++] = (struct tight_pair){ i, next - i, (uint32_t)(joined[i].people >> 32), (uint32_t)joined[i].people };
		for (uint32_t k = i; k < next; k++)
			t->pair_of[joined[k].arc] = t->pair_count;
	}
}

static void index_arcs(struct tight *t)
{
	const struct matching_graph *g = t->net->graph;

	for (uint32_t a = 0; a < g->ask_count; a++)
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1]; i++) {
			t->ask_of[i] = a;
			t->mentor_first[g->arc_mentor[i]]++;
		}
	for (uint32_t v = 1; v <= g->person_count; v++)
		t->mentor_first[v] += t->mentor_first[v - 1];
	for (uint32_t i = t->arcs; i-- > 0;)
		t->by_mentor[--t->mentor_first[g->arc_mentor[i]]] = i;
}

static uint32_t both_of(const struct tight *t, uint32_t person)
{
	return t->arcs + person;
}

static bool new_programme(struct tight *t)
{
	const struct matching_graph *g = t->net->graph;
	uint32_t columns = t->arcs + g->person_count;
	bool made;

	for (uint32_t i = 0; i < t->arcs; i++)
		t->parts[i] = (double)(g->arc + g->arc_weight[i]);
	for (uint32_t v = 0; v < g->person_count; v++)
		t->parts[both_of(t, v)] = (double)g->both;
	made = lp_new(&t->lp, t->memory, columns, t->parts);
	for (uint32_t v = 0; made && v < g->person_count; v++)
		if (t->net->people[v].earns == EARNS_NOT)
			lp_bound(&t->lp, both_of(t, v), 0);
	return made;
}

bool tight_add(struct tight *t, struct tight_row row, uint32_t count, double limit)
{
	if (t->lp.rows == t->row_room) {
		uint32_t room = 2 * t->row_room + 256;
		struct tight_row *rows = memory_grow(t->memory, t->rows, (size_t[]){ t->row_room, room }, sizeof *rows);
		if (!rows)
			return false;
		t->rows = rows;
		t->row_room = room;
	}
	t->rows[t->lp.rows] = row;
	return lp_add(&t->lp, &(struct lp_row){ t->columns, t->parts, count, limit });
}

/* Where a person with both sides is worth what a met need is, and that more than all weight. */
static bool add_count(struct tight *t)
{
	const struct matching_graph *g = t->net->graph;
	uint32_t columns = t->arcs + g->person_count;

	t->counted = g->both == g->arc && g->arc >= matching_big(g);
	t->count_limit = columns;
	for (uint32_t i = 0; i < columns; i++) {
		t->columns[i] = i;
		t->parts[i] = 1;
	}
	return !t->counted || tight_add(t, (struct tight_row){ ROW_COUNT, 0, 0 }, columns, columns);
}

void tight_limit(struct tight *t, int64_t count)
{
	if (!t->counted || count == t->count_limit)
		return;
	t->count_limit = count;
	lp_limit(&t->lp, 0, (double)count);
}

/* Lists a person's arcs out, or in, with this part in the row. */
static uint32_t list_out(struct tight *t, uint32_t v, double part, uint32_t count)
{
	for (uint32_t k = t->mentor_first[v]; k < t->mentor_first[v + 1]; k++, count++) {
		t->columns[count] = t->by_mentor[k];
		t->parts[count] = part;
	}
	return count;
}

static uint32_t list_in(struct tight *t, uint32_t v, double part, uint32_t count)
{
	const struct matching_graph *g = t->net->graph;

	for (uint32_t i = g->ask_first[t->net->person_first[v]]; i < g->ask_first[t->net->person_first[v + 1]]; i++, count++) {
		t->columns[count] = i;
		t->parts[count] = part;
	}
	return count;
}

static uint32_t list_both(struct tight *t, uint32_t v, uint32_t count)
{
	t->columns[count] = both_of(t, v);
	t->parts[count] = 1;
	return count + 1;
}

static bool add_rows_of(struct tight *t, uint32_t v)
{
	const struct matching_graph *g = t->net->graph;
	uint8_t earns = t->net->people[v].earns;
	uint32_t count = list_out(t, v, 1, 0);
	bool added = count <= g->capacity[v] || tight_add(t, (struct tight_row){ ROW_ALPHA, v, 0 }, count, g->capacity[v]);

	for (uint32_t a = t->net->person_first[v]; added && a < t->net->person_first[v + 1]; a++) {
		count = 0;
		for (uint32_t i = g->ask_first[a]; i < g->ask_first[a + 1]; i++, count++) {
			t->columns[count] = i;
			t->parts[count] = 1;
		}
		added = count <= g->ask_need[a] || tight_add(t, (struct tight_row){ ROW_BETA, a, 0 }, count, g->ask_need[a]);
	}
	if (added && (earns == EARNS_BY_BOTH || earns == EARNS_BY_OUT))
		added = tight_add(t, (struct tight_row){ ROW_GAMMA, v, 0 }, list_both(t, v, list_out(t, v, -1, 0)), 0);
	if (added && (earns == EARNS_BY_BOTH || earns == EARNS_BY_IN))
		added = tight_add(t, (struct tight_row){ ROW_DELTA, v, 0 }, list_both(t, v, list_in(t, v, -1, 0)), 0);
	return added;
}

bool tight_new(struct tight *t, const struct net *net)
{
	const struct matching_graph *g = net->graph;
	uint32_t n = g->person_count, arcs = g->ask_first[g->ask_count];
	struct memory *m = net->memory;

	*t = (struct tight){ .net = net, .memory = m, .watch = net->watch, .arcs = arcs, .lambda_room = arcs / 2, .mu_room = ROWS_A_PERSON * n };
	struct joined *joined = memory_take(m, arcs, sizeof *joined);
	t->ask_of = memory_take(m, arcs, sizeof *t->ask_of);
	t->by_mentor = memory_take(m, arcs, sizeof *t->by_mentor);
	t->mentor_first = memory_take(m, n + 1, sizeof *t->mentor_first);
	t->pair_arcs = memory_take(m, arcs, sizeof *t->pair_arcs);
	t->pairs = memory_take(m, arcs / 2, sizeof *t->pairs);
	t->pair_of = memory_take(m, arcs, sizeof *t->pair_of);
	t->barred = memory_take(m, arcs, sizeof *t->barred);
	t->columns = memory_take(m, arcs + n, sizeof *t->columns);
	t->parts = memory_take(m, arcs + n, sizeof *t->parts);
	t->values = memory_take(m, arcs + n, sizeof *t->values);
	t->proof.alpha = memory_take(m, n, sizeof *t->proof.alpha);
	t->proof.beta = memory_take(m, g->ask_count, sizeof *t->proof.beta);
	t->proof.gamma = memory_take(m, n, sizeof *t->proof.gamma);
	t->proof.delta = memory_take(m, n, sizeof *t->proof.delta);
	t->proof.lambda = memory_take(m, t->lambda_room, sizeof *t->proof.lambda);
	t->proof.mu = memory_take(m, t->mu_room, sizeof *t->proof.mu);
	bool made = joined && t->ask_of && t->by_mentor && t->mentor_first && t->pair_arcs && t->pairs && t->pair_of && t->barred && t->columns
		&& t->parts && t->values && t->proof.alpha && t->proof.beta && t->proof.gamma && t->proof.delta && t->proof.lambda && t->proof.mu;
	if (made) {
		index_arcs(t);
		index_pairs(t, joined);
		made = new_programme(t);
	}
	memory_give(m, joined, arcs, sizeof *joined);
	made = made && add_count(t);
	for (uint32_t v = 0; made && v < n; v++)
		made = add_rows_of(t, v);
	return made;
}

void tight_free(struct tight *t)
{
	const struct matching_graph *g = t->net->graph;
	struct memory *m = t->memory;
	uint32_t n = g->person_count;

	for (uint32_t i = 0; i < t->ring_count; i++)
		memory_give(m, (void *)(uintptr_t)t->rings[i].arcs, t->rings[i].count, sizeof *t->rings[i].arcs);
	for (uint32_t i = 0; i < t->group_count; i++)
		memory_give(m, (void *)(uintptr_t)t->groups[i].people, t->groups[i].count + 2 * (size_t)t->groups[i].out_count, sizeof(uint32_t));
	memory_give(m, t->groups, t->group_room, sizeof *t->groups);
	memory_give(m, t->rings, t->ring_room, sizeof *t->rings);
	memory_give(m, t->rows, t->row_room, sizeof *t->rows);
	memory_give(m, t->ask_of, t->arcs, sizeof *t->ask_of);
	memory_give(m, t->by_mentor, t->arcs, sizeof *t->by_mentor);
	memory_give(m, t->mentor_first, n + 1, sizeof *t->mentor_first);
	memory_give(m, t->pair_arcs, t->arcs, sizeof *t->pair_arcs);
	memory_give(m, t->pairs, t->arcs / 2, sizeof *t->pairs);
	memory_give(m, t->pair_of, t->arcs, sizeof *t->pair_of);
	memory_give(m, t->barred, t->arcs, sizeof *t->barred);
	memory_give(m, t->columns, t->arcs + n, sizeof *t->columns);
	memory_give(m, t->parts, t->arcs + n, sizeof *t->parts);
	memory_give(m, t->values, t->arcs + n, sizeof *t->values);
	memory_give(m, t->proof.alpha, n, sizeof *t->proof.alpha);
	memory_give(m, t->proof.beta, g->ask_count, sizeof *t->proof.beta);
	memory_give(m, t->proof.gamma, n, sizeof *t->proof.gamma);
	memory_give(m, t->proof.delta, n, sizeof *t->proof.delta);
	memory_give(m, t->proof.lambda, t->lambda_room, sizeof *t->proof.lambda);
	memory_give(m, t->proof.mu, t->mu_room, sizeof *t->proof.mu);
	lp_free(&t->lp);
}

bool tight_solve(struct tight *t)
{
	for (uint32_t i = 0; i < t->arcs; i++)
		lp_bound(&t->lp, i, t->barred[i] || !is_usable(t, i) ? 0 : 1);
	bool solved = lp_solve(&t->lp, t->watch);
	for (uint32_t i = 0; i < t->arcs + t->net->graph->person_count; i++)
		t->values[i] = lp_value(&t->lp, i);
	return solved;
}

static int64_t cut_pairs(struct tight *t)
{
	int64_t added = 0;

	for (uint32_t k = 0; k < t->pair_count; k++) {
		const struct tight_pair *p = &t->pairs[k];
		double sum = 0;
		for (uint32_t i = 0; i < p->count; i++)
			sum += t->values[t->pair_arcs[p->first + i]];
		if (sum <= 1 + SLIGHT)
			continue;
		for (uint32_t i = 0; i < p->count; i++) {
			t->columns[i] = t->pair_arcs[p->first + i];
			t->parts[i] = 1;
		}
		if (!tight_add(t, (struct tight_row){ ROW_PAIR, p->one, p->other }, p->count, 1))
			return -1;
		added++;
	}
	return added;
}

/* y <= arcs of the person, but for those with one of a pair. Priced once each: what a row obeys it obeys for good. */
static bool cut_partner(struct tight *t, uint32_t v, const struct tight_pair *p, int64_t *added)
{
	const struct matching_graph *g = t->net->graph;
	uint32_t other = p->one == v ? p->other : p->one, count = list_in(t, v, -1, list_out(t, v, -1, 0)), kept = 0;
	double sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t arc = t->columns[i];
		if (g->arc_mentor[arc] == other || g->ask_mentee[t->ask_of[arc]] == other)
			continue;
		t->columns[kept++] = arc;
		sum += t->values[arc];
	}
	for (uint32_t i = 0; i < kept; i++)
		t->parts[i] = -1;
	if (t->values[both_of(t, v)] <= sum + SLIGHT)
		return true;
	++*added;
	return tight_add(t, (struct tight_row){ ROW_MU, v, other }, list_both(t, v, kept), 0);
}

static int64_t cut_partners(struct tight *t)
{
	int64_t added = 0;

	for (uint32_t k = 0; k < t->pair_count; k++) {
		const struct tight_pair *p = &t->pairs[k];
		if (t->net->people[p->one].earns == EARNS_BY_BOTH && !cut_partner(t, p->one, p, &added))
			return -1;
		if (t->net->people[p->other].earns == EARNS_BY_BOTH && !cut_partner(t, p->other, p, &added))
			return -1;
	}
	return added;
}

int64_t tight_cut(struct tight *t, bool deep)
{
	int64_t pairs = cut_pairs(t), partners = pairs < 0 ? -1 : cut_partners(t);

	if (partners < 0)
		return -1;
	if (pairs + partners > 0 || !deep)
		return pairs + partners;
	int64_t groups = tight_cut_groups(t), rings = groups < 0 ? -1 : tight_cut_rings(t);
	return rings < 0 ? -1 : groups + rings;
}

void tight_purge(struct tight *t)
{
	for (uint32_t r = t->lp.rows; r-- > 0;) {
		if (t->rows[r].kind < ROW_PAIR || t->rows[r].kind == ROW_COUNT || !lp_is_slack(&t->lp, r))
			continue;
		lp_drop(&t->lp, r);
		t->rows[r] = t->rows[t->lp.rows];
	}
}

static int by_price(const void *a, const void *b)
{
	const struct matching_price *x = a, *y = b;

	if (x->one != y->one)
		return x->one < y->one ? -1 : 1;
	return x->other < y->other ? -1 : x->other > y->other;
}

static void note_price(struct tight *t, uint32_t r, int64_t price)
{
	struct matching_proof *p = &t->proof;
	struct tight_row row = t->rows[r];
	int64_t *of_one[] = { p->alpha, p->beta, p->gamma, p->delta };

	if (row.kind <= ROW_DELTA)
		of_one[row.kind][row.one] = price;
	else if (row.kind == ROW_COUNT)
		t->count_price = price;
	else if (row.kind == ROW_RING)
		t->rings[row.one].price = price;
	else if (row.kind == ROW_GROUP)
		t->groups[row.one].price = price;
	else if (row.kind == ROW_PAIR && price > 0)
		p->lambda[p->lambda_count++] = (struct matching_price){ row.one, row.other, price };
	else if (price > 0 && p->mu_count < t->mu_room)
		p->mu[p->mu_count++] = (struct matching_price){ row.one, row.other, price };
}

int64_t tight_bound(struct tight *t)
{
	const struct matching_graph *g = t->net->graph;
	struct matching_proof *p = &t->proof;
	int64_t most = INT64_MAX / 8 / (g->both + g->arc + MATCHING_HEAVIEST);

	p->scale = most < SCALE ? most : SCALE;
	p->lambda_count = p->mu_count = 0;
	for (uint32_t v = 0; v < g->person_count; v++) {
		p->alpha[v] = p->gamma[v] = p->delta[v] = 0;
		if (t->net->people[v].lonely && g->both && p->mu_count < t->mu_room)
			p->mu[p->mu_count++] = (struct matching_price){ v, t->net->people[v].neighbour, g->both * p->scale };
	}
	for (uint32_t a = 0; a < g->ask_count; a++)
		p->beta[a] = 0;
	for (uint32_t k = 0; k < t->ring_count; k++)
		t->rings[k].price = 0;
	for (uint32_t k = 0; k < t->group_count; k++)
		t->groups[k].price = 0;
	for (uint32_t r = 0; r < t->lp.rows; r++)
		note_price(t, r, (int64_t)(lp_price(&t->lp, r) * (double)p->scale + 0.5));
	qsort(p->lambda, p->lambda_count, sizeof *p->lambda, by_price);
	qsort(p->mu, p->mu_count, sizeof *p->mu, by_price);
	return matching_proof_bound(g, p, &(struct matching_leaf){ t->barred, t->rings, t->ring_count, t->groups, t->group_count, t->count_limit, t->count_price });
}
