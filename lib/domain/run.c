/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/run.h"

#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/conflict.h"
#include "domain/proposal.h"
#include "domain/score.h"
#include "matching/matching.h"
#include "sql_match.h"

enum { DAY_SECONDS = 86400, BARS_KEPT = 200 };

/* A possible pair: an arc, and what it says. */
struct candidate {
	const struct match_asks *ask;
	const struct match_offers *offer;
	struct score score;
};

struct run {
	struct work *work;
	struct list people, asks, offers, past;
	struct conflict_book *book;
	struct candidate *candidates;
	struct matching_arc *arcs;
	uint32_t count, room;
	struct barred { int64_t mentor_id, mentee_id; const char *kind; } bars[BARS_KEPT];
	size_t bar_count;
};

/* People come in the order of their numbers. */
static int64_t person_at(const struct run *run, int64_t person_id)
{
	size_t low = 0, high = run->people.count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct match_people *person = list_row(&match_people_view, run->people, middle);
		if (person->person_id < person_id)
			low = middle + 1;
		else
			high = middle;
	}
	const struct match_people *found = low < run->people.count ? list_row(&match_people_view, run->people, low) : NULL;
	return found && found->person_id == person_id ? (int64_t)low : -1;
}

/* What speaks against this pair, or "". */
static const char *barred_by(const struct run *run, const struct match_asks *ask, const struct match_offers *offer)
{
	for (size_t i = 0; i < run->past.count; i++) {
		const struct match_past *past = list_row(&match_past_view, run->past, i);
		if (past->is_live && past->mentor_id == ask->person_id && past->mentee_id == offer->person_id)
			return "two-ways";
		if (past->ask_id == ask->ask_id && past->mentor_id == offer->person_id)
			return "tried";
	}
	return conflict_name(conflict_between(run->book, ask->person_id, offer->person_id));
}

static void remember_bar(struct run *run, const struct match_asks *ask, const struct match_offers *offer, const char *kind)
{
	if (run->bar_count < BARS_KEPT)
		run->bars[run->bar_count++] = (struct barred){ offer->person_id, ask->person_id, kind };
}

static void add_candidate(struct run *run, uint32_t ask_number, const struct candidate *candidate, const struct matching_arc *arc)
{
	if (run->count == run->room) {
		uint32_t room = run->room ? 2 * run->room : 256;
		struct candidate *candidates = arena_array(run->work->arena, room, sizeof *candidates);
		struct matching_arc *arcs = arena_array(run->work->arena, room, sizeof *arcs);
		if (run->count) {
			memcpy(candidates, run->candidates, run->count * sizeof *candidates);
			memcpy(arcs, run->arcs, run->count * sizeof *arcs);
		}
		run->candidates = candidates;
		run->arcs = arcs;
		run->room = room;
	}
	run->candidates[run->count] = *candidate;
	run->arcs[run->count] = *arc;
	run->arcs[run->count++].ask = ask_number;
}

static void consider(struct run *run, uint32_t ask_number, const struct match_asks *ask, const struct match_offers *offer)
{
	int64_t mentor = person_at(run, offer->person_id), mentee = person_at(run, ask->person_id);

	if (mentor < 0 || mentee < 0 || mentor == mentee)
		return;
	const struct score_question question = {
		.mentor = list_row(&match_people_view, run->people, (size_t)mentor),
		.mentee = list_row(&match_people_view, run->people, (size_t)mentee),
		.ask_wish = ask->wish, .offer_wish = offer->wish,
		.days_waited = (run->work->now - ask->since) / DAY_SECONDS,
	};
	struct candidate candidate = { ask, offer, score_of(run->work->arena, &question) };
	if (!candidate.score.weight)
		return;
	const char *bar = barred_by(run, ask, offer);
	if (*bar) {
		remember_bar(run, ask, offer, bar);
		return;
	}
	int64_t weight = candidate.score.weight < SCORE_MOST ? candidate.score.weight : SCORE_MOST;
	const struct matching_arc arc = { .mentor = (uint32_t)mentor, .mentee = (uint32_t)mentee, .weight = (uint16_t)weight };
	add_candidate(run, ask_number, &candidate, &arc);
}

/* Only offers of the ask's own topic are looked at; offers are sorted by topic. */
static void find_candidates(struct run *run)
{
	for (size_t a = 0; a < run->asks.count; a++) {
		const struct match_asks *ask = list_row(&match_asks_view, run->asks, a);
		size_t low = 0, high = run->offers.count;
		while (low < high) {
			size_t middle = (low + high) / 2;
			if (((const struct match_offers *)list_row(&match_offers_view, run->offers, middle))->topic_id < ask->topic_id)
				low = middle + 1;
			else
				high = middle;
		}
		for (; low < run->offers.count; low++) {
			const struct match_offers *offer = list_row(&match_offers_view, run->offers, low);
			if (offer->topic_id != ask->topic_id)
				break;
			consider(run, (uint32_t)a, ask, offer);
		}
	}
}

static struct matching_person *capacities(const struct run *run)
{
	struct matching_person *people = arena_array(run->work->arena, run->people.count + 1, sizeof *people);

	for (size_t i = 0; i < run->people.count; i++) {
		const struct match_people *person = list_row(&match_people_view, run->people, i);
		int64_t left = person->capacity - person->load;
		people[i].capacity = (uint8_t)(left < 0 ? 0 : left);
	}
	return people;
}

static int64_t save(struct run *run, int64_t programme_id, const struct matching_answer *answer)
{
	struct work *work = run->work;
	struct match_run_add row;
	struct match_run_add_in in = { .programme_id = programme_id, .person_id = work->person_id, .now = work->now,
		.people = (int64_t)run->people.count, .asks = (int64_t)run->asks.count, .met = answer->count,
		.both_sides = answer->both, .bound = answer->bound };

	if (!sql_match_run_add(work, &in, &row))
		return 0;
	for (uint32_t i = 0; i < answer->count; i++) {
		const struct candidate *c = &run->candidates[answer->chosen[i]];
		proposal_put_forward(work, &(struct proposal_new){ .programme_id = programme_id, .run_id = row.id, .ask_id = c->ask->ask_id,
			.offer_id = c->offer->offer_id, .mentor_id = c->offer->person_id, .mentee_id = c->ask->person_id }, &c->score);
	}
	for (size_t i = 0; i < run->bar_count; i++)
		sql_run_bar_add(work, &(struct run_bar_add_in){ .run_id = row.id, .mentor_id = run->bars[i].mentor_id,
			.mentee_id = run->bars[i].mentee_id, .kind = run->bars[i].kind });
	audit_add(work, "run.match", "match_run", row.id, "");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

int64_t run_match(struct work *work, int64_t programme_id)
{
	struct run *run = arena_alloc(work->arena, sizeof *run);
	struct matching_answer answer = { .count = 0 };

	proposal_drop_proposed(work, programme_id);
	run->work = work;
	run->people = sql_match_people(work, &(struct match_people_in){ programme_id });
	run->asks = sql_match_asks(work, &(struct match_asks_in){ programme_id });
	run->offers = sql_match_offers(work, &(struct match_offers_in){ programme_id });
	run->past = sql_match_past(work);
	run->book = conflict_book_of(work, programme_id);
	find_candidates(run);

	const struct matching_graph graph = {
		.people = capacities(run), .person_count = (uint32_t)run->people.count,
		.arcs = run->arcs, .arc_count = run->count, .ask_count = (uint32_t)run->asks.count,
	};
	answer.chosen = arena_array(work->arena, run->asks.count + 1, sizeof *answer.chosen);
	if (!matching_solve(&graph, &answer))
		die("no memory to match %zu people", run->people.count);
	return save(run, programme_id, &answer);
}
