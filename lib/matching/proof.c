/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/proof.h"

#include <stdlib.h>
#include <string.h>

#include "matching/pairs.h"

bool proof_new(struct matching_proof *proof, const struct matching_graph *graph, struct memory *memory)
{
	*proof = (struct matching_proof){ .scale = 1 };
	proof->alpha = memory_take(memory, graph->person_count, sizeof *proof->alpha);
	proof->beta = memory_take(memory, graph->ask_count, sizeof *proof->beta);
	proof->gamma = memory_take(memory, graph->person_count, sizeof *proof->gamma);
	proof->delta = memory_take(memory, graph->person_count, sizeof *proof->delta);
	return proof->alpha && proof->beta && proof->gamma && proof->delta;
}

void proof_free(struct matching_proof *proof, const struct matching_graph *graph, struct memory *memory)
{
	memory_give(memory, proof->alpha, graph->person_count, sizeof *proof->alpha);
	memory_give(memory, proof->beta, graph->ask_count, sizeof *proof->beta);
	memory_give(memory, proof->gamma, graph->person_count, sizeof *proof->gamma);
	memory_give(memory, proof->delta, graph->person_count, sizeof *proof->delta);
	memory_give(memory, proof->lambda, proof->lambda_count, sizeof *proof->lambda);
	memory_give(memory, proof->mu, proof->mu_count, sizeof *proof->mu);
	*proof = (struct matching_proof){ 0 };
}

static int by_people(const void *a, const void *b)
{
	const struct matching_price *x = a, *y = b;

	if (x->one != y->one)
		return x->one < y->one ? -1 : 1;
	return x->other < y->other ? -1 : x->other > y->other;
}

static bool note_pairs(struct matching_proof *proof, const struct net *net)
{
	const struct pairs *pairs = net->pairs;
	uint32_t count = 0;

	for (uint32_t i = 0; i < pairs->count; i++)
		count += pairs->prices[i].price > 0;
	struct matching_price *lambda = memory_take(net->memory, count, sizeof *lambda);
	if (!lambda)
		return false;
	memory_give(net->memory, proof->lambda, proof->lambda_count, sizeof *lambda);
	proof->lambda = lambda;
	proof->lambda_count = 0;
	for (uint32_t i = 0; i < pairs->count; i++)
		if (pairs->prices[i].price > 0)
			lambda[proof->lambda_count++] = pairs->prices[i];
	qsort(lambda, proof->lambda_count, sizeof *lambda, by_people);
	return true;
}

/* Who has one neighbour alone cannot have both sides with them: priced in full against that neighbour, at no cost. */
static bool note_lonely(struct matching_proof *proof, const struct net *net)
{
	uint32_t count = 0;

	if (proof->mu || !net->graph->both)
		return true;
	for (uint32_t v = 0; v < net->graph->person_count; v++)
		count += net->people[v].lonely;
	proof->mu = memory_take(net->memory, count, sizeof *proof->mu);
	if (!proof->mu)
		return false;
	for (uint32_t v = 0; v < net->graph->person_count; v++)
		if (net->people[v].lonely)
			proof->mu[proof->mu_count++] = (struct matching_price){ v, net->people[v].neighbour, net->graph->both };
	return true;
}

static int64_t above_zero(int64_t price)
{
	return price > 0 ? price : 0;
}

bool proof_of(struct matching_proof *proof, const struct net *net)
{
	const struct matching_graph *g = net->graph;

	for (uint32_t v = 0; v < g->person_count; v++) {
		int64_t in = net->nodes[in_of(net, v)].price, gate = net->nodes[gate_of(net, v)].price, out = net->nodes[out_of(net, v)].price;
		uint8_t has = g->has ? g->has[v] : 0;
		proof->gamma[v] = has & MATCHING_GIVES ? 0 : above_zero(-gate);
		proof->delta[v] = has & MATCHING_RECEIVES ? 0 : above_zero(in);
		proof->alpha[v] = above_zero(out + proof->gamma[v]);
	}
	for (uint32_t a = 0; a < g->ask_count; a++)
		proof->beta[a] = above_zero(proof->delta[g->ask_mentee[a]] - net->nodes[a].price);
	return note_pairs(proof, net) && note_lonely(proof, net);
}
