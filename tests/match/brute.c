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

	if (w->out[u] == w->small->capacity[u] || w->in[ask] == w->small->need[ask] || w->joined[u][v] || w->joined[v][u])
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

struct tally {
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
	return done();
}
