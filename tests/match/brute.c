/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The engine against every choice there is, on small graphs of up to five people: thousands of them, of all kinds.
   What is counted here shares no code with the engine. brute [SEED]; BOTHWAYS_GRAPHS in the environment: how many. */
#include <stdlib.h>

#include "bench/matching/random.h"
#include "matching/matching.h"
#include "matching/verify.h"
#include "tests/tap.h"

enum { PEOPLE = 5, ASKS = 8, ARCS = 15, GRAPHS = 4000, GRAPHS_LONG = 100000 };

struct small {
	struct matching_graph graph;
	uint8_t capacity[PEOPLE], has[PEOPLE], need[ASKS];
	uint32_t mentee[ASKS], first[ASKS + 1], mentor[ARCS];
	uint16_t weight[ARCS];
	uint32_t ask_of[ARCS];
};

/* Where a walk through all choices stands. */
struct walk {
	const struct small *small;
	uint8_t out[PEOPLE], in[ASKS], mentors[PEOPLE];
	bool joined[PEOPLE][PEOPLE];
	int64_t sum, best;
	bool barred[ARCS];
};

static void draw_people(struct small *s, struct random *random)
{
	bool even = random_chance(random, 40), already = random_chance(random, 25);

	s->graph.person_count = random_between(random, 1, PEOPLE);
	for (uint32_t i = 0; i < s->graph.person_count; i++) {
		s->capacity[i] = (uint8_t)(even ? 1 : random_below(random, 4));
		s->has[i] = (uint8_t)(already ? random_below(random, 4) : 0);
	}
	s->graph.has = already || random_chance(random, 50) ? s->has : NULL;
}

/* Version 1: an ask a person, of any need. Version 2: several of need 1. */
static void draw_asks(struct small *s, struct random *random)
{
	bool several = random_chance(random, 30), even = random_chance(random, 50);

	for (uint32_t i = 0; i < s->graph.person_count; i++)
		for (uint32_t left = several ? random_below(random, 3) : 1; left > 0 && s->graph.ask_count < ASKS; left--) {
			s->mentee[s->graph.ask_count] = i;
			s->need[s->graph.ask_count++] = (uint8_t)(several || even ? 1 : random_below(random, 3));
		}
}

static uint16_t draw_weight(struct random *random, uint32_t kind)
{
	if (kind == 0)
		return 500;
	return (uint16_t)(kind == 1 ? random_below(random, 2) * 1000 : random_below(random, 1001));
}

static void draw_arcs(struct small *s, struct random *random)
{
	uint32_t percent = random_between(random, 20, 100), kind = random_below(random, 4), count = 0;

	for (uint32_t a = 0; a < s->graph.ask_count; a++) {
		s->first[a] = count;
		for (uint32_t i = 0; i < s->graph.person_count; i++) {
			if (i == s->mentee[a] || count == ARCS || !random_chance(random, percent))
				continue;
			s->mentor[count] = i;
			s->ask_of[count] = a;
			s->weight[count++] = draw_weight(random, kind);
		}
	}
	s->first[s->graph.ask_count] = count;
}

/* Near the highest that a value of 63 bits allows: of any proportion, near a simple one, or one above the other. */
static void draw_high_levels(struct small *s, struct random *random)
{
	int64_t most = INT64_MAX / (ARCS + PEOPLE) - MATCHING_HEAVIEST, high = most - most / 2 / UINT32_MAX * random_next(random);
	int64_t other = high / random_between(random, 1, 5) * random_between(random, 0, 4);

	other = (other < most ? other : most) - random_below(random, 3) * random_below(random, 700);
	other = random_chance(random, 30) ? random_below(random, 5000) : other;
	other = other > 0 ? other : 0;
	s->graph.both = random_chance(random, 50) ? high : other;
	s->graph.arc = s->graph.both == high ? other : high;
}

static void draw_levels(struct small *s, struct random *random)
{
	int64_t big = matching_big(&s->graph);

	if (random_chance(random, 15)) {
		draw_high_levels(s, random);
		return;
	}
	switch (random_below(random, 5)) {
	case 0:
		s->graph.arc = big;
		break;
	case 1:
		break;
	case 2:
		s->graph.both = random_below(random, 1500);
		s->graph.arc = random_below(random, 1500);
		break;
	default:
		s->graph.both = s->graph.arc = big;
	}
}

static void draw(struct small *s, struct random *random)
{
	*s = (struct small){ .graph = { 0 } };
	s->graph.capacity = s->capacity;
	s->graph.ask_mentee = s->mentee;
	s->graph.ask_need = s->need;
	s->graph.ask_first = s->first;
	s->graph.arc_mentor = s->mentor;
	s->graph.arc_weight = s->weight;
	draw_people(s, random);
	draw_asks(s, random);
	draw_arcs(s, random);
	draw_levels(s, random);
}

static bool earns_both(const struct walk *w, uint32_t person)
{
	uint8_t has = w->small->graph.has ? w->small->has[person] : 0;

	return has != (MATCHING_GIVES | MATCHING_RECEIVES) && (w->out[person] || has & MATCHING_GIVES) && (w->mentors[person] || has & MATCHING_RECEIVES);
}

static int64_t value_of(const struct walk *w, uint32_t *both)
{
	*both = 0;
	for (uint32_t i = 0; i < w->small->graph.person_count; i++)
		*both += earns_both(w, i);
	return w->sum + w->small->graph.both * *both;
}

/* Takes an arc; false where that breaks a rule, and then nothing is changed. */
static bool take(struct walk *w, uint32_t arc)
{
	uint32_t ask = w->small->ask_of[arc], u = w->small->mentor[arc], v = w->small->mentee[ask];

	if (w->barred[arc] || w->out[u] == w->small->capacity[u] || w->in[ask] == w->small->need[ask] || w->joined[u][v] || w->joined[v][u])
		return false;
	w->joined[u][v] = true;
	w->out[u]++;
	w->in[ask]++;
	w->mentors[v]++;
	w->sum += w->small->graph.arc + w->small->weight[arc];
	return true;
}

static void give_back(struct walk *w, uint32_t arc)
{
	uint32_t ask = w->small->ask_of[arc], u = w->small->mentor[arc], v = w->small->mentee[ask];

	w->joined[u][v] = false;
	w->out[u]--;
	w->in[ask]--;
	w->mentors[v]--;
	w->sum -= w->small->graph.arc + w->small->weight[arc];
}

static void walk_from(struct walk *w, uint32_t arc)
{
	uint32_t both;

	if (arc == w->small->first[w->small->graph.ask_count]) {
		int64_t value = value_of(w, &both);
		if (value > w->best)
			w->best = value;
		return;
	}
	if (take(w, arc)) {
		walk_from(w, arc + 1);
		give_back(w, arc);
	}
	walk_from(w, arc + 1);
}

/* Legal, and its numbers true, by the rules as they are written above. */
static bool is_true(const struct small *s, const struct matching_answer *answer)
{
	struct walk w = { .small = s };
	uint64_t weight = 0;
	uint32_t both;

	for (uint32_t i = 0; i < answer->count; i++) {
		uint32_t arc = answer->chosen[i];
		if (arc >= s->first[s->graph.ask_count] || (i && arc <= answer->chosen[i - 1]) || !take(&w, arc))
			return false;
		weight += s->weight[arc];
	}
	return value_of(&w, &both) == answer->value && both == answer->both && weight == answer->weight;
}

/* As a file, for `bothways match graph`; what people have already cannot be said there. */
static void show(const struct small *s, uint32_t number, int64_t best, const struct matching_answer *answer)
{
	printf("# graph %u: best %lld, answer %lld, bound %lld, proved %lld\n", (unsigned)number, (long long)best, (long long)answer->value,
		(long long)answer->bound, (long long)answer->proved);
	printf("# o %lld %lld\n", (long long)s->graph.both, (long long)s->graph.arc);
	for (uint32_t i = 0; i < s->graph.person_count; i++)
		printf("# person %u capacity %u has %u\n", (unsigned)i, s->capacity[i], s->graph.has ? s->has[i] : 0);
	for (uint32_t a = 0; a < s->graph.ask_count; a++)
		printf("# ask %u mentee %u need %u\n", (unsigned)a, (unsigned)s->mentee[a], s->need[a]);
	for (uint32_t i = 0; i < s->first[s->graph.ask_count]; i++)
		printf("# arc %u -> ask %u weight %u\n", (unsigned)s->mentor[i], (unsigned)s->ask_of[i], s->weight[i]);
}

/* A row of a group, drawn: people, and pairs that lead out of it; some are no groups. */
struct drawn {
	uint32_t people[PEOPLE], out[2 * PEOPLE * PEOPLE];
	struct matching_group group;
	bool is_group;
};

static void draw_group(struct drawn *d, const struct small *s, struct random *random, int64_t most)
{
	bool inside[PEOPLE] = { false };

	*d = (struct drawn){ .group = { d->people, 0, d->out, 0, most ? 1 + random_next(random) % most : 1 }, .is_group = true };
	for (uint32_t v = 0; v < s->graph.person_count; v++) {
		inside[v] = random_chance(random, 60);
		if (!inside[v])
			continue;
		d->people[d->group.count++] = v;
		d->is_group &= !s->graph.has || !s->has[v];
	}
	for (uint32_t u = 0; u < s->graph.person_count; u++)
		for (uint32_t v = u + 1; v < s->graph.person_count; v++) {
			if (!random_chance(random, inside[u] != inside[v] ? 40 : 2))
				continue;
			d->out[2 * d->group.out_count] = u;
			d->out[2 * d->group.out_count++ + 1] = v;
			d->is_group &= inside[u] != inside[v];
		}
	d->is_group &= d->group.out_count % 2 == 1;
}

/* Prices by chance changed a little: whatever they are, they must not prove less than the best. */
static void disturb(int64_t *prices, uint32_t count, struct random *random, int64_t by)
{
	for (uint32_t i = 0; i < count; i++) {
		int64_t price = prices[i] + (random_chance(random, 30) ? (int64_t)random_below(random, 3) * by - by : 0);
		prices[i] = price > 0 ? price : 0;
	}
}

/* Rows of groups on prices that prove the best, or nearly: no more is proved by them than there is, and by no others anything. */
static bool rows_hold(const struct small *s, int64_t best, struct matching_answer *answer, uint32_t number)
{
	struct random random = { number + 1 };
	int64_t most = (s->graph.both + s->graph.arc) / 4 * answer->proof.scale;
	bool hold = true;

	for (int i = 0; i < 4 && most < INT64_MAX / 64; i++) {
		struct drawn d;
		draw_group(&d, s, &random, most);
		disturb(answer->proof.alpha, s->graph.person_count, &random, d.group.price);
		disturb(answer->proof.beta, s->graph.ask_count, &random, d.group.price);
		for (uint32_t v = 0; v < s->graph.person_count && !s->graph.has; v++) {
			disturb(&answer->proof.gamma[v], 1, &random, d.group.price);
			disturb(&answer->proof.delta[v], 1, &random, d.group.price);
		}
		int64_t bound = matching_proof_bound(&s->graph, &answer->proof, &(struct matching_leaf){ .groups = &d.group, .group_count = 1 });
		hold &= d.is_group ? bound >= best : bound == -1;
	}
	return hold;
}

/* No arc that is ruled out of all better choices is needed for the best one where the value is one less. */
static bool bars_hold(const struct small *s, int64_t best, const struct matching_answer *answer)
{
	bool barred[ARCS];
	struct small rest = *s;
	struct walk w = { .small = &rest };

	if (best < 1 || matching_proof_bars(&s->graph, &answer->proof, best - 1, barred) < 0)
		return best < 1;
	for (uint32_t i = 0; i < s->first[s->graph.ask_count]; i++)
		w.barred[i] = barred[i];
	walk_from(&w, 0);
	return w.best == best;
}

struct tally {
	uint32_t rows, bars;
	uint32_t refused, illegal, low, loose, unproved, unlike, stopped_badly;
};

static bool same(const struct matching_answer *a, const struct matching_answer *b)
{
	return a->count == b->count && a->bound == b->bound && a->steps == b->steps &&
		(a->count == 0 || memcmp(a->chosen, b->chosen, a->count * sizeof *a->chosen) == 0);
}

/* Stopped after 1, 2, 4 ... steps it is legal still, and its bound still one. */
static bool holds_when_stopped(const struct small *s, int64_t best, uint64_t steps)
{
	bool holds = true;

	for (uint64_t limit = 1; limit <= steps && holds; limit *= 2) {
		struct matching_options options = { .steps = limit };
		struct matching_answer answer;
		holds = matching_solve(&s->graph, &options, &answer) == MATCHING_DONE && is_true(s, &answer) && answer.bound >= best &&
			matching_verify(&s->graph, &answer);
		matching_answer_free(&answer);
	}
	return holds;
}

static void try_one(const struct small *s, uint32_t number, struct tally *tally)
{
	const struct matching_options options = { 0 };
	struct matching_answer answer, again;
	struct walk w = { .small = s };
	struct tally before = *tally;

	walk_from(&w, 0);
	tally->refused += matching_solve(&s->graph, &options, &answer) != MATCHING_DONE;
	tally->refused += matching_solve(&s->graph, &options, &again) != MATCHING_DONE;
	tally->illegal += !is_true(s, &answer);
	tally->low += answer.value < w.best;
	tally->loose += answer.bound != w.best;
	tally->unproved += !matching_verify(&s->graph, &answer) || answer.proved < answer.bound;
	tally->unlike += !same(&answer, &again);
	tally->stopped_badly += !holds_when_stopped(s, w.best, answer.steps);
	tally->bars += !bars_hold(s, w.best, &answer);
	tally->rows += !rows_hold(s, w.best, &answer, number);
	if (memcmp(&before, tally, sizeof before) != 0)
		show(s, number, w.best, &answer);
	matching_answer_free(&answer);
	matching_answer_free(&again);
}

static uint32_t graphs_wanted(void)
{
	const char *told = getenv("BOTHWAYS_GRAPHS"), *length = getenv("BOTHWAYS_TEST");

	if (told)
		return (uint32_t)strtoul(told, NULL, 10);
	return length && strcmp(length, "long") == 0 ? GRAPHS_LONG : GRAPHS;
}

int main(int argc, char **argv)
{
	uint32_t graphs = graphs_wanted();
	struct random random = { argc > 1 ? strtoul(argv[1], NULL, 10) : 1 };
	struct tally tally = { 0 };
	struct small small;

	for (uint32_t i = 0; i < graphs; i++) {
		draw(&small, &random);
		try_one(&small, i, &tally);
	}
	is_count(tally.refused, 0, "every small graph is solved");
	is_count(tally.illegal, 0, "every answer is legal, and its numbers true");
	is_count(tally.low, 0, "no choice of all that there are is better");
	is_count(tally.loose, 0, "every bound is the best there is: the gap is 0");
	is_count(tally.unproved, 0, "every bound is verified");
	is_count(tally.unlike, 0, "the same graph gives the same answer");
	is_count(tally.stopped_badly, 0, "stopped after any number of steps it is legal, and its bound holds");
	is_count(tally.bars, 0, "an arc that the prices rule out is in no better choice");
	is_count(tally.rows, 0, "rows of groups never prove less than the best, and what is no group proves nothing");
	return done();
}
