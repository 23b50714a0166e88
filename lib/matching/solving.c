/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/solving.h"

#include <string.h>

bool solving_keep_choice(struct solving *s)
{
	struct matching_answer *best = s->answer, *new = &s->other;

	if (!answer_of(new, &s->net))
		return false;
	if (new->value > best->value || best->count == 0) {
		uint32_t *chosen = best->chosen;
		best->chosen = new->chosen;
		best->count = new->count;
		best->both = new->both;
		best->weight = new->weight;
		best->value = new->value;
		new->chosen = chosen;
	}
	return true;
}

int64_t solving_flow_value(const struct net *net)
{
	int64_t sum = 0;

	for (uint32_t i = 0; i < net->count; i++)
		sum += net->arcs[i].next == UNUSED ? 0 : net->arcs[i].gain;
	for (uint32_t v = 0; v < net->graph->person_count; v++)
		sum += net->people[v].earned ? net->graph->both : 0;
	return sum;
}

bool solving_keep_bound(struct solving *s)
{
	int64_t bound = solving_flow_value(&s->net);

	for (uint32_t k = 0; k < s->pairs.count; k++)
		bound += s->pairs.prices[k].price;
	if (bound >= s->answer->bound)
		return true;
	if (!proof_of(&s->answer->proof, &s->net))
		return false;
	s->answer->bound = bound;
	return true;
}

static struct matching_price *copy_of(struct memory *memory, const struct matching_price *prices, uint32_t count)
{
	struct matching_price *copy = memory_take(memory, count, sizeof *copy);

	if (copy && count)
		memcpy(copy, prices, count * sizeof *copy);
	return copy;
}

bool solving_take_proof(struct solving *s, const struct matching_proof *proof, int64_t bound)
{
	struct matching_proof *own = &s->answer->proof;
	uint32_t n = s->net.graph->person_count, asks = s->net.graph->ask_count;
	struct matching_price *lambda = copy_of(&s->memory, proof->lambda, proof->lambda_count);
	struct matching_price *mu = lambda ? copy_of(&s->memory, proof->mu, proof->mu_count) : NULL;

	if (!mu) {
		memory_give(&s->memory, lambda, proof->lambda_count, sizeof *lambda);
		return false;
	}
	memory_give(&s->memory, own->lambda, own->lambda_count, sizeof *lambda);
	memory_give(&s->memory, own->mu, own->mu_count, sizeof *mu);
	*own = (struct matching_proof){ proof->scale, own->alpha, own->gamma, own->delta, own->beta, lambda, proof->lambda_count, mu, proof->mu_count };
	memcpy(own->alpha, proof->alpha, n * sizeof *own->alpha);
	memcpy(own->gamma, proof->gamma, n * sizeof *own->gamma);
	memcpy(own->delta, proof->delta, n * sizeof *own->delta);
	memcpy(own->beta, proof->beta, asks * sizeof *own->beta);
	s->answer->bound = bound;
	return true;
}

bool solving_complete(struct solving *s)
{
	int64_t added = 1;

	while (added > 0 && net_drain(&s->net))
		added = core_add(&s->net);
	return added == 0;
}

void solving_tell(const struct solving *s, const char *stage)
{
	const struct matching_progress progress = { stage, s->watch.steps, s->answer->value, s->answer->bound };

	if (s->options->progress)
		s->options->progress(s->options->context, &progress);
}
