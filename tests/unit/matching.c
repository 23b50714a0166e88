/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/matching.h"

#include <stdlib.h>

#include "matching/verify.h"
#include "tests/tap.h"

enum { PEOPLE = 400, ARCS_AN_ASK = 12, ARCS = PEOPLE * ARCS_AN_ASK };

/* People who all know a few near them, most of them both ways. */
struct crowd {
	struct matching_graph graph;
	uint8_t capacity[PEOPLE], has[PEOPLE], need[PEOPLE];
	uint32_t mentee[PEOPLE], first[PEOPLE + 1], mentor[ARCS];
	uint16_t weight[ARCS];
};

static uint32_t draw(uint64_t *state, uint32_t below)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33) % below;
}

static void gather(struct crowd *c, uint32_t people, uint64_t seed)
{
	uint32_t arcs = 0;

	*c = (struct crowd){ .graph = { .person_count = people, .capacity = c->capacity, .ask_count = people, .ask_mentee = c->mentee,
		.ask_need = c->need, .ask_first = c->first, .arc_mentor = c->mentor, .arc_weight = c->weight } };
	for (uint32_t v = 0; v < people; v++) {
		c->capacity[v] = (uint8_t)draw(&seed, 3);
		c->need[v] = (uint8_t)(1 + draw(&seed, 10) / 9);
		c->mentee[v] = v;
		c->first[v] = arcs;
		for (uint32_t u = v < 8 ? 0 : v - 8; u < v + 8 && u < people; u++) {
			if (u == v || arcs - c->first[v] == ARCS_AN_ASK || draw(&seed, 2))
				continue;
			c->mentor[arcs] = u;
			c->weight[arcs++] = (uint16_t)draw(&seed, MATCHING_HEAVIEST + 1);
		}
	}
	c->first[people] = arcs;
	c->graph.both = c->graph.arc = matching_big(&c->graph);
}

static struct matching_answer solved(const struct crowd *c, struct matching_options options)
{
	struct matching_answer answer;

	if (matching_solve(&c->graph, &options, &answer) != MATCHING_DONE)
		answer.value = -1;
	return answer;
}

static int64_t value_of(const struct crowd *c)
{
	struct matching_answer answer = solved(c, (struct matching_options){ 0 });
	int64_t value = answer.value;

	matching_answer_free(&answer);
	return value;
}

static void try_nothing(void)
{
	static struct crowd c;

	gather(&c, 0, 1);
	c.graph.both = c.graph.arc = 1;
	is_count(value_of(&c), 0, "nobody is matched with nobody");
	gather(&c, 1, 1);
	is_count(value_of(&c), 0, "one person is matched with nobody");
	gather(&c, 20, 1);
	memset(c.capacity, 0, sizeof c.capacity);
	is_count(value_of(&c), 0, "where nobody has room, nobody is matched");
	gather(&c, 20, 1);
	c.graph.both = INT64_MAX / 2;
	struct matching_answer answer;
	is_count(matching_solve(&c.graph, &(struct matching_options){ 0 }, &answer), MATCHING_TOO_LARGE, "a value that does not fit is refused");
	matching_answer_free(&answer);
}

/* Two who could help each other, and one who could help the first. */
static void try_two_ways(void)
{
	static struct crowd c;

	c = (struct crowd){ .graph = { .person_count = 3, .capacity = c.capacity, .ask_count = 2, .ask_mentee = c.mentee, .ask_need = c.need,
		.ask_first = c.first, .arc_mentor = c.mentor, .arc_weight = c.weight, .both = 10000, .arc = 10000 },
		.capacity = { 1, 1, 1 }, .need = { 1, 1 }, .mentee = { 0, 1 }, .first = { 0, 2, 3 }, .mentor = { 1, 2, 0 }, .weight = { 900, 10, 900 } };
	struct matching_answer answer = solved(&c, (struct matching_options){ 0 });
	ok(answer.count == 2 && answer.both == 1 && answer.chosen[0] == 1, "of two people one mentors the other, and a third makes up for it");
	is_count(answer.bound, answer.value, "and that is proved to be best");
	matching_answer_free(&answer);
	c.has[1] = MATCHING_GIVES;
	c.graph.has = c.has;
	answer = solved(&c, (struct matching_options){ 0 });
	is_count(answer.both, 2, "who gives already has both sides once they receive");
	matching_answer_free(&answer);
}

/* One mentor, two asks of one mentee. */
static void try_two_asks(void)
{
	static struct crowd c;

	c = (struct crowd){ .graph = { .person_count = 2, .capacity = c.capacity, .ask_count = 2, .ask_mentee = c.mentee, .ask_need = c.need,
		.ask_first = c.first, .arc_mentor = c.mentor, .arc_weight = c.weight, .both = 10000, .arc = 10000 },
		.capacity = { 2, 0 }, .need = { 1, 1 }, .mentee = { 1, 1 }, .first = { 0, 1, 2 }, .mentor = { 0, 0 }, .weight = { 300, 700 } };
	struct matching_answer answer = solved(&c, (struct matching_options){ 0 });
	ok(answer.count == 1 && answer.chosen[0] == 1, "a mentor helps a mentee once, with the ask that suits best");
	is_count(answer.bound, answer.value, "and that is proved to be best");
	matching_answer_free(&answer);
}

static void try_limits(void)
{
	static struct crowd c;
	volatile sig_atomic_t stop = 1;
	uint32_t wrong = 0, unlike = 0;

	gather(&c, PEOPLE, 7);
	struct matching_answer whole = solved(&c, (struct matching_options){ 0 });
	ok(matching_verify(&c.graph, &whole), "an answer is legal and its bound proved");
	for (uint64_t steps = 1; steps < 20000; steps += 1 + steps / 3) {
		struct matching_answer one = solved(&c, (struct matching_options){ .steps = steps }), two = solved(&c, (struct matching_options){ .steps = steps });
		wrong += !matching_verify(&c.graph, &one) || one.bound < whole.value;
		unlike += one.value != two.value || one.bound != two.bound || one.steps != two.steps;
		matching_answer_free(&one);
		matching_answer_free(&two);
	}
	is_count(wrong, 0, "ended after any number of steps it is legal still, and its bound true");
	is_count(unlike, 0, "and the same each time");
	wrong = 0;
	for (size_t memory = 1000; memory < 1000000; memory += memory / 7) {
		struct matching_answer one;
		int result = matching_solve(&c.graph, &(struct matching_options){ .memory = memory }, &one);
		wrong += result == MATCHING_DONE ? !matching_verify(&c.graph, &one) || one.bound < whole.value : result != MATCHING_NO_MEMORY;
		matching_answer_free(&one);
	}
	is_count(wrong, 0, "short of memory, it is an answer or none");
	struct matching_answer stopped = solved(&c, (struct matching_options){ .stop = &stop });
	ok(matching_verify(&c.graph, &stopped) && stopped.end == MATCHING_STOPPED, "stopped at once, it is legal");
	matching_answer_free(&stopped);
	matching_answer_free(&whole);
}

/* Half only mentor, half only ask: nobody could help each other both ways, and it is the search alone that takes steps. */
static void try_warm_search(void)
{
	static struct crowd c;
	uint64_t cold_steps = 0, warm_steps = 0;
	uint32_t open = 0;

	for (uint64_t seed = 1; seed <= 12; seed++) {
		gather(&c, PEOPLE, seed);
		for (uint32_t v = 0; v < PEOPLE; v++)
			*(v % 2 ? &c.capacity[v] : &c.need[v]) = 0;
		struct matching_answer before = solved(&c, (struct matching_options){ 0 });
		c.capacity[2 * seed] = (uint8_t)(3 - c.capacity[2 * seed]);
		struct matching_answer cold = solved(&c, (struct matching_options){ 0 });
		struct matching_answer warm = solved(&c, (struct matching_options){ .from = &before });
		open += cold.value != warm.value || cold.bound != cold.value || warm.bound != warm.value;
		cold_steps += cold.steps;
		warm_steps += warm.steps;
		matching_answer_free(&before);
		matching_answer_free(&cold);
		matching_answer_free(&warm);
	}
	is_count(open, 0, "begun where another ended, a search comes to the same value");
	ok(warm_steps * 10 < cold_steps, "in a tenth of the steps");
}

/* Begun where another ended, with a few people's room changed. */
static void try_warm(void)
{
	static struct crowd c;
	uint32_t unlike = 0, wrong = 0, compared = 0;
	uint64_t cold_steps = 0, warm_steps = 0;

	for (uint64_t seed = 1; seed <= 12; seed++) {
		gather(&c, PEOPLE, seed);
		struct matching_answer before = solved(&c, (struct matching_options){ 0 });
		c.capacity[seed] = (uint8_t)(3 - c.capacity[seed]);
		struct matching_answer cold = solved(&c, (struct matching_options){ .steps = 100000 });
		struct matching_answer warm = solved(&c, (struct matching_options){ .steps = 100000, .from = &before });
		wrong += !matching_verify(&c.graph, &warm);
		if (cold.end == MATCHING_COMPLETE && warm.end == MATCHING_COMPLETE && cold.bound == cold.value && warm.bound == warm.value) {
			compared++;
			unlike += cold.value != warm.value;
			cold_steps += cold.steps;
			warm_steps += warm.steps;
		}
		before.proof.beta[seed] = INT64_MAX / 1000000;
		before.proof.gamma[seed] += 12345;
		matching_answer_free(&warm);
		warm = solved(&c, (struct matching_options){ .steps = 100000, .from = &before });
		wrong += !matching_verify(&c.graph, &warm) || warm.bound < cold.value;
		matching_answer_free(&before);
		matching_answer_free(&cold);
		matching_answer_free(&warm);
	}
	is_count(wrong, 0, "begun anywhere, an answer is legal and its bound proved");
	ok(compared > 0 && unlike == 0, "begun where another ended, it comes to the same value");
	ok(warm_steps < cold_steps, "in fewer steps, though branch and bound begins anew");
}

/* What must hold of any graph whose gap is 0. */
static void try_properties(void)
{
	static struct crowd c, more;
	uint32_t lower = 0, unlike = 0, compared = 0;

	for (uint64_t seed = 1; seed <= 60; seed++) {
		gather(&c, 30, seed);
		struct matching_answer one = solved(&c, (struct matching_options){ 0 });
		bool closed = one.bound == one.value;
		more = c;
		more.graph.capacity = more.capacity;
		more.capacity[seed % 30] = 3;
		struct matching_answer two = solved(&more, (struct matching_options){ 0 });
		compared += closed;
		lower += closed && two.bound < one.value;
		c.graph.both *= 2;
		c.graph.arc *= 2;
		for (uint32_t i = 0; i < c.first[30]; i++)
			c.weight[i] = c.weight[i] / 2 * 2;
		struct matching_answer even = solved(&c, (struct matching_options){ 0 });
		c.graph.both /= 2;
		c.graph.arc /= 2;
		for (uint32_t i = 0; i < c.first[30]; i++)
			c.weight[i] /= 2;
		struct matching_answer half = solved(&c, (struct matching_options){ 0 });
		unlike += closed && half.bound == half.value && even.bound == even.value && even.value != 2 * half.value;
		matching_answer_free(&one);
		matching_answer_free(&two);
		matching_answer_free(&even);
		matching_answer_free(&half);
	}
	ok(compared > 30, "most small crowds are solved to the end");
	is_count(lower, 0, "more room lowers no bound below what was reached without it");
	is_count(unlike, 0, "twice all weights is twice the value");
}

int main(void)
{
	try_nothing();
	try_two_ways();
	try_two_asks();
	try_limits();
	try_warm();
	try_warm_search();
	try_properties();
	return done();
}
