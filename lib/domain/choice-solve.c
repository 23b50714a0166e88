/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdlib.h>

#include "base/arena.h"
#include "base/log.h"
#include "domain/choice-book.h"

/* Who has what, when these arcs are chosen. */
struct given {
	struct choice_book *book;
	const struct choice_answer *answer;
	int64_t *given;          /* people that each mentor is given */
};
enum { NO_ARC = UINT32_MAX };

static struct given given_of(struct choice_book *book, const struct choice_answer *answer)
{
	struct given g = { .book = book, .answer = answer };

	g.given = arena_array(book->arena, (size_t)book->person_count + 1, sizeof *g.given);
	for (uint32_t i = 0; i < answer->met; i++)
		g.given[book->arcs[answer->chosen[i]].mentor]++;
	return g;
}

/* What counts for a mentor who has so many already. */
static int64_t points_with(const struct choice_book *book, uint32_t mentor, int64_t load)
{
	int64_t points = book->parts.points[PART_FREE];
	bool completes = book->people[mentor].receives && !book->people[mentor].gives;

	if (load == 0)
		return points + (completes ? book->parts.points[PART_BOTH] : 0);
	return load == 1 ? points / 2 : 0;
}

static bool mentors(const struct given *g, uint32_t mentor, uint32_t mentee)
{
	for (uint32_t i = 0; i < g->answer->met; i++) {
		const struct arc *arc = &g->book->arcs[g->answer->chosen[i]];
		if (arc->mentor == mentor && arc->mentee == mentee)
			return true;
	}
	return false;
}

/* An arc of the same ask from a mentor who has nobody, worth more once each mentor is counted with what they then have. */
static uint32_t freer_arc(const struct given *g, uint32_t chosen)
{
	const struct choice_book *book = g->book;
	const struct arc *now = &book->arcs[chosen];
	int64_t load = book->people[now->mentor].load;
	int64_t worth = now->weight - points_with(book, now->mentor, load) + points_with(book, now->mentor, load + g->given[now->mentor] - 1);
	uint32_t first = chosen, best = NO_ARC;

	while (first > 0 && book->arcs[first - 1].ask == now->ask)
		first--;
	for (uint32_t i = first; i < book->arc_count && book->arcs[i].ask == now->ask; i++) {
		const struct arc *arc = &book->arcs[i];
		if (arc->weight <= worth)
			break;
		if (book->people[arc->mentor].load || g->given[arc->mentor] || mentors(g, now->mentee, arc->mentor))
			continue;
		best = i;
		break;
	}
	return best;
}

/* Spreads the load: who is given a second person while somebody as good has nobody hands one on. As many
   asks are met, nobody loses a side, and some gain one. */
static void spread(struct choice_book *book, struct choice_answer *answer)
{
	struct given g = given_of(book, answer);

	for (uint32_t i = 0; i < answer->met; i++) {
		uint32_t mentor = book->arcs[answer->chosen[i]].mentor;
		if (book->people[mentor].load + g.given[mentor] < 2)
			continue;
		uint32_t freer = freer_arc(&g, answer->chosen[i]);
		if (freer == NO_ARC)
			continue;
		g.given[mentor]--;
		g.given[book->arcs[freer].mentor]++;
		answer->chosen[i] = freer;
	}
	for (uint32_t i = 0; i < book->person_count; i++)
		g.given[i] = 0;
	for (uint32_t i = 0; i < answer->met; i++)
		book->nth[answer->chosen[i]] = (uint8_t)g.given[book->arcs[answer->chosen[i]].mentor]++;
}

static uint32_t count_both(const struct choice_book *book, const struct choice_answer *answer)
{
	bool *gives = arena_array(book->arena, (size_t)book->person_count + 1, sizeof *gives);
	bool *receives = arena_array(book->arena, (size_t)book->person_count + 1, sizeof *receives);
	uint32_t both = 0;

	for (uint32_t i = 0; i < answer->met; i++) {
		gives[book->arcs[answer->chosen[i]].mentor] = true;
		receives[book->arcs[answer->chosen[i]].mentee] = true;
	}
	for (uint32_t i = 0; i < book->person_count; i++)
		both += (gives[i] || book->people[i].gives) && (receives[i] || book->people[i].receives);
	return both;
}

/* Steps a run may take: more than 10,000 people need, and a second or two where a hard knot of a few hundred would take longer. */
static const uint64_t MOST_STEPS = 4000000;

static struct matching_answer solve(const struct choice_book *book, const struct matching_graph *graph)
{
	struct matching_answer answer;

	if (matching_solve(graph, &(struct matching_options){ .steps = MOST_STEPS }, &answer) != MATCHING_DONE)
		die("no memory to match %u people", book->person_count);
	return answer;
}

/* No choice meets more asks. The bound of the choice itself is on asks met and people with both sides together, so
   unless all are met the asks alone are asked for. */
static uint32_t most_met(const struct choice_book *book, const struct choice_graph *g, uint32_t met)
{
	struct matching_graph asks_alone = g->graph;

	if (met == g->graph.ask_count)
		return met;
	asks_alone.both = 0;
	asks_alone.arc = matching_big(&asks_alone);
	struct matching_answer answer = solve(book, &asks_alone);
	int64_t bound = answer.bound / asks_alone.arc;
	matching_answer_free(&answer);
	return (uint32_t)(bound < g->graph.ask_count ? bound : g->graph.ask_count);
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

struct choice_answer choice_solve(struct choice_book *book)
{
	struct choice_graph g = choice_graph_of(book);
	struct choice_answer answer = { .people = book->person_count, .asks = book->ask_count };

	g.graph.both = g.graph.arc = matching_big(&g.graph);
	struct matching_answer best = solve(book, &g.graph);
	answer.met = best.count;
	answer.chosen = arena_array(book->arena, (size_t)best.count + 1, sizeof *answer.chosen);
	for (uint32_t i = 0; i < best.count; i++)
		answer.chosen[i] = g.arcs[best.chosen[i]];
	qsort(answer.chosen, answer.met, sizeof *answer.chosen, by_number);
	answer.bound = most_met(book, &g, answer.met);
	answer.short_by = (uint32_t)(best.bound / g.graph.both - best.both - best.count);
	answer.weight_short_by = answer.short_by ? 0 : best.bound - best.value;
	matching_answer_free(&best);
	book->nth = arena_array(book->arena, (size_t)book->arc_count + 1, sizeof *book->nth);
	spread(book, &answer);
	answer.both = count_both(book, &answer);
	return answer;
}
