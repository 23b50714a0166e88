/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A solve that begins where another ended: its prices and its arcs. Whatever of them does not fit this graph is
   priced anew or left out, and the flow mended from there. */
#include "matching/solving.h"
#include "matching/verify.h"

/* A price as it may be here: not below 0, and no more than could ever be needed. */
static int64_t sane(const struct net *net, const struct matching_proof *proof, int64_t price)
{
	int64_t most = 4 * (net->graph->both + net->graph->arc + MATCHING_HEAVIEST), own = price / proof->scale;

	return own < 0 ? 0 : own < most ? own : most;
}

bool warm_pairs(struct net *net, const struct matching_answer *from)
{
	for (uint32_t i = 0; i < from->proof.lambda_count; i++) {
		const struct matching_price *p = &from->proof.lambda[i];
		if (p->one >= p->other || p->other >= net->graph->person_count || p->price <= 0)
			continue;
		int64_t *price = pairs_place(net->pairs, net->memory, p->one, p->other);
		if (!price)
			return false;
		*price = sane(net, &from->proof, p->price);
	}
	return true;
}

/* Takes the arcs chosen then into use. */
static void use_chosen(struct net *net, const struct matching_answer *from)
{
	uint32_t core = 0;

	for (uint32_t i = 0; i < from->count; i++) {
		while (core < net->count && net->number[core] < from->chosen[i])
			core++;
		if (core < net->count && net->number[core] == from->chosen[i] && net->arcs[core].next == UNUSED)
			net_toggle(net, core);
	}
}

static void price_person(struct net *net, const struct matching_proof *proof, uint32_t v)
{
	enum earns earns = net->people[v].earns;
	int64_t alpha = sane(net, proof, proof->alpha[v]), gamma = sane(net, proof, proof->gamma[v]), delta = sane(net, proof, proof->delta[v]);

	if (earns == EARNS_BY_BOTH || earns == EARNS_BY_IN)
		net->nodes[in_of(net, v)].price = delta;
	if (earns == EARNS_BY_BOTH || earns == EARNS_BY_OUT)
		net->nodes[gate_of(net, v)].price = -gamma;
	net->nodes[out_of(net, v)].price = net->nodes[gate_of(net, v)].price + alpha;
}

void warm_prices(struct net *net, const struct matching_answer *from)
{
	const struct matching_graph *g = net->graph;

	for (uint32_t v = 0; v < g->person_count; v++)
		price_person(net, &from->proof, v);
	for (uint32_t a = 0; a < g->ask_count; a++)
		net->nodes[a].price = net->nodes[in_of(net, g->ask_mentee[a])].price - sane(net, &from->proof, from->proof.beta[a]);
}

/* An ask's price: what it was, or what keeps arcs that are not in use from gaining. */
static void price_ask(struct net *net, uint32_t a)
{
	int64_t price = net->nodes[a].price;

	for (uint32_t i = net->core_first[a]; i < net->core_first[a + 1]; i++) {
		int64_t highest = net->nodes[out_of(net, net->arcs[i].mentor)].price - net->arcs[i].gain;
		if (net->arcs[i].next == UNUSED && highest < price)
			price = highest;
	}
	net->nodes[a].price = price;
}

void warm_flow(struct net *net, const struct matching_answer *from)
{
	use_chosen(net, from);
	for (uint32_t a = 0; a < net->graph->ask_count; a++)
		price_ask(net, a);
}

static bool are_here(const struct matching_price *prices, uint32_t count, uint32_t person_count)
{
	for (uint32_t i = 0; i < count; i++)
		if (prices[i].one >= person_count || prices[i].other >= person_count)
			return false;
	return true;
}

bool warm_proof(struct solving *s, const struct matching_answer *from)
{
	const struct matching_graph *g = s->net.graph;
	const struct matching_proof *p = &from->proof;

	if (!are_here(p->lambda, p->lambda_count, g->person_count) || !are_here(p->mu, p->mu_count, g->person_count))
		return true;
	int64_t bound = matching_proof_bound(g, p, NULL);
	return bound < s->answer->value || bound >= s->answer->bound || solving_take_proof(s, p, bound);
}
