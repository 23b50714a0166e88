/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/choice.h"

#include "base/arena.h"
#include "base/log.h"
#include "domain/conflict.h"
#include "domain/nearby.h"
#include "domain/past.h"
#include "matching/matching.h"
#include "sql_match.h"

enum { DAY_SECONDS = 86400, ARCS_AN_ASK = 40, BARS_KEPT = 200, NEW_MENTOR_ROOM = 1 };
static const size_t BOOK_BYTES = (size_t)512 * 1024 * 1024;

struct taker {
	int64_t ask_id, topic_id, days_waited, days_missed;
	uint32_t mentee;
	enum wish wish;
};

struct giver {
	int64_t offer_id;
	uint32_t mentor;
	enum wish wish;
};

/* Half of a person: what an ask or an offer does not say of them. */
struct side {
	int64_t room;            /* people that they can still mentor */
	bool gives, receives;    /* already, or soon may */
};

struct choice_book {
	struct work *work;
	struct arena *arena;     /* the book's own: a page's is too small for thousands of people */
	struct choice_change change;
	struct parts parts;
	struct past past;
	struct conflict_book *conflicts;
	struct score_person *people;   /* by number */
	struct side *sides;
	uint32_t person_count;
	struct taker *asks;
	uint32_t ask_count;
	struct giver *offers;
	struct nearby_offer *topics;   /* of each offer */
	uint32_t offer_count;
	struct choice_tally *tallies;
	struct matching_arc *arcs;
	uint32_t *offer_of;            /* of each arc */
	uint32_t arc_count;
	struct choice_bar bars[BARS_KEPT];
	size_t bar_count;
	uint64_t looked;
};

const char *bar_name(enum bar bar)
{
	static const char *const names[BAR_COUNT] = { "", "two-ways", "already", "tried", "dropped", "same-reach", "organisation", "department",
		"private" };

	return names[bar];
}

static int64_t person_at(const struct choice_book *book, int64_t person_id)
{
	uint32_t low = 0, high = book->person_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (book->people[middle].person_id < person_id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < book->person_count && book->people[low].person_id == person_id ? (int64_t)low : -1;
}

static void read_people(struct choice_book *book, int64_t programme_id)
{
	struct list rows = sql_match_people(book->work, &(struct match_people_in){ .programme_id = programme_id, .joined_id = book->change.joined_id });

	book->people = arena_array(book->arena, rows.count + 1, sizeof *book->people);
	book->sides = arena_array(book->arena, rows.count + 1, sizeof *book->sides);
	for (size_t i = 0; i < rows.count; i++) {
		const struct match_people *row = list_row(&match_people_view, rows, i);
		uint32_t n = book->person_count;
		/* Somebody who is in both programmes comes twice, the first's answers first. */
		if (n && book->people[n - 1].person_id == row->person_id)
			continue;
		book->people[n] = score_person_of(row);
		book->sides[n] = (struct side){ row->capacity > row->load ? row->capacity - row->load : 0, row->gives, row->receives };
		book->person_count++;
	}
}

/* A topic of the joined programme that has the words of one of the first's is that one. */
static int64_t topic_as_own(struct list topics, int64_t topic_id)
{
	for (size_t i = 0; i < topics.count; i++) {
		const struct match_topics *row = list_row(&match_topics_view, topics, i);
		if (row->topic_id == topic_id)
			return row->own_id;
	}
	return topic_id;
}

static void read_asks(struct choice_book *book, int64_t programme_id, struct list topics)
{
	struct list rows = sql_match_asks(book->work, &(struct match_asks_in){ .programme_id = programme_id, .joined_id = book->change.joined_id });

	book->asks = arena_array(book->arena, rows.count + 1, sizeof *book->asks);
	for (size_t i = 0; i < rows.count; i++) {
		const struct match_asks *row = list_row(&match_asks_view, rows, i);
		int64_t mentee = person_at(book, row->person_id);
		if (mentee >= 0)
			book->asks[book->ask_count++] = (struct taker){ .ask_id = row->ask_id, .topic_id = topic_as_own(topics, row->topic_id),
				.days_waited = (book->work->now - row->since) / DAY_SECONDS, .days_missed = row->missed,
				.mentee = (uint32_t)mentee, .wish = wish_named(row->wish) };
	}
}

static void add_offer(struct choice_book *book, struct giver offer, int64_t topic_id)
{
	book->topics[book->offer_count] = (struct nearby_offer){ topic_id, &book->people[offer.mentor] };
	book->offers[book->offer_count++] = offer;
}

static void read_offers(struct choice_book *book, int64_t programme_id, struct list topics)
{
	struct list rows = sql_match_offers(book->work, &(struct match_offers_in){ .programme_id = programme_id, .joined_id = book->change.joined_id });

	book->offers = arena_array(book->arena, rows.count + 1, sizeof *book->offers);
	book->topics = arena_array(book->arena, rows.count + 1, sizeof *book->topics);
	for (size_t i = 0; i < rows.count; i++) {
		const struct match_offers *row = list_row(&match_offers_view, rows, i);
		int64_t mentor = person_at(book, row->person_id);
		if (mentor >= 0)
			add_offer(book, (struct giver){ row->offer_id, (uint32_t)mentor, wish_named(row->wish) }, topic_as_own(topics, row->topic_id));
	}
}

/* Somebody whom the programme might find: of no values, any language, with room for one. */
static void add_new_mentor(struct choice_book *book)
{
	const char *district = book->change.district ? book->change.district : "";
	uint32_t n = book->person_count++;

	book->people[n] = (struct score_person){ .person_id = INT64_MAX, .ways = WAYS_APART | (*district ? WAY_IN_PERSON : 0), .spot = place_spot(district) };
	book->sides[n] = (struct side){ .room = NEW_MENTOR_ROOM };
	add_offer(book, (struct giver){ .mentor = n }, book->change.topic_id);
}

static enum bar conflict_bar(enum conflict conflict)
{
	static const enum bar bars[] = { [CONFLICT_NONE] = BAR_NONE, [CONFLICT_SAME_REACH] = BAR_SAME_REACH, [CONFLICT_ORGANISATION] = BAR_ORGANISATION,
		[CONFLICT_DEPARTMENT] = BAR_DEPARTMENT, [CONFLICT_PRIVATE] = BAR_PRIVATE };

	return bars[conflict];
}

static enum bar bar_between(const struct choice_book *book, const struct taker *ask, int64_t mentor_id)
{
	int64_t mentee_id = book->people[ask->mentee].person_id;
	enum bar conflict = conflict_bar(conflict_between(book->conflicts, mentee_id, mentor_id));
	bool lifted = mentor_id == book->change.lift_mentor_id && mentee_id == book->change.lift_mentee_id, dropped;

	if (conflict != BAR_NONE)
		return conflict;
	if (past_is_live(&book->past, mentor_id, mentee_id))
		return BAR_ALREADY;
	if (!lifted && past_is_live(&book->past, mentee_id, mentor_id))
		return BAR_TWO_WAYS;
	if (past_was_tried(&book->past, ask->ask_id, mentor_id, &dropped) && !(dropped && lifted))
		return dropped ? BAR_DROPPED : BAR_DECLINED;
	return BAR_NONE;
}

static struct score_question question_of(const struct choice_book *book, const struct taker *ask, const struct giver *offer)
{
	return (struct score_question){ .mentor = &book->people[offer->mentor], .mentee = &book->people[ask->mentee], .ask_wish = ask->wish,
		.offer_wish = offer->wish, .days_waited = ask->days_waited, .days_missed = ask->days_missed,
		.seen = past_unseen(&book->past, ask->ask_id, offer->offer_id) != 0 };
}

static void count_misfit(struct choice_tally *tally, enum fit fit)
{
	tally->apart += fit == FIT_APART;
	tally->tongue += fit == FIT_TONGUE;
	tally->wish += fit == FIT_WISH;
}

static void count_bar(struct choice_book *book, struct choice_tally *tally, struct choice_bar bar)
{
	tally->barred[bar.bar]++;
	if (book->bar_count < BARS_KEPT)
		book->bars[book->bar_count++] = bar;
}

/* The weight of this pair, or -1 where they cannot be put forward; the tally says why. */
static int64_t weigh(struct choice_book *book, uint32_t ask_number, uint32_t offer_number)
{
	const struct taker *ask = &book->asks[ask_number];
	const struct giver *offer = &book->offers[offer_number];
	struct choice_tally *tally = &book->tallies[ask_number];
	struct score score;

	book->looked++;
	if (offer->mentor == ask->mentee)
		return -1;
	const struct score_question question = question_of(book, ask, offer);
	enum fit fit = score_of(&book->parts, &question, &score);
	if (fit != FIT_GOOD) {
		count_misfit(tally, fit);
		return -1;
	}
	int64_t mentor_id = question.mentor->person_id;
	enum bar bar = bar_between(book, ask, mentor_id);
	if (bar != BAR_NONE) {
		count_bar(book, tally, (struct choice_bar){ mentor_id, question.mentee->person_id, bar });
		return -1;
	}
	tally->fit += book->sides[offer->mentor].room > 0;
	tally->full += book->sides[offer->mentor].room == 0;
	return book->sides[offer->mentor].room > 0 ? score.weight : -1;
}

struct weighed {
	int64_t weight;
	uint32_t offer;
};

/* Keeps the heaviest, in order; of equal ones those looked at first. */
static uint32_t keep_heavy(struct weighed *best, uint32_t count, struct weighed one)
{
	uint32_t at = count;

	if (count == ARCS_AN_ASK && one.weight <= best[count - 1].weight)
		return count;
	if (count == ARCS_AN_ASK)
		at = --count;
	for (; at > 0 && best[at - 1].weight < one.weight; at--)
		best[at] = best[at - 1];
	best[at] = one;
	return count + 1;
}

static void find_arcs(struct choice_book *book, struct nearby *nearby, uint32_t ask_number)
{
	const struct taker *ask = &book->asks[ask_number];
	uint32_t offers[NEARBY_MOST], kept = 0;
	struct weighed best[ARCS_AN_ASK];
	size_t found = nearby_look(nearby, ask->topic_id, &book->people[ask->mentee], ask_number, offers);

	book->tallies[ask_number].offers = (uint32_t)nearby_offers(nearby, ask->topic_id);
	for (size_t i = 0; i < found; i++) {
		/* One's own offer helps nobody here. */
		book->tallies[ask_number].offers -= book->offers[offers[i]].mentor == ask->mentee;
		int64_t weight = weigh(book, ask_number, offers[i]);
		if (weight >= 0)
			kept = keep_heavy(best, kept, (struct weighed){ weight, offers[i] });
	}
	for (uint32_t i = 0; i < kept; i++) {
		const struct giver *offer = &book->offers[best[i].offer];
		book->offer_of[book->arc_count] = best[i].offer;
		book->arcs[book->arc_count++] = (struct matching_arc){ .mentor = offer->mentor, .mentee = ask->mentee, .ask = ask_number,
			.weight = (uint16_t)best[i].weight };
	}
}

static void find_all_arcs(struct choice_book *book)
{
	struct nearby *nearby = nearby_of(book->arena, book->topics, book->offer_count);
	size_t room = (size_t)book->ask_count * ARCS_AN_ASK + 1;

	book->tallies = arena_array(book->arena, (size_t)book->ask_count + 1, sizeof *book->tallies);
	book->arcs = arena_array(book->arena, room, sizeof *book->arcs);
	book->offer_of = arena_array(book->arena, room, sizeof *book->offer_of);
	for (uint32_t i = 0; i < book->ask_count; i++)
		find_arcs(book, nearby, i);
}

struct choice_book *choice_book_of(struct work *work, int64_t programme_id, const struct choice_change *change)
{
	struct arena *arena = arena_new(BOOK_BYTES);
	struct choice_book *book = arena_alloc(arena, sizeof *book);
	int64_t joined_id = change->joined_id;
	struct list topics = { NULL, 0 };

	book->work = work;
	book->arena = arena;
	book->change = *change;
	book->parts = parts_of(work, programme_id);
	book->past = past_of(work, programme_id, joined_id);
	book->conflicts = conflict_book_joined(work, programme_id, joined_id);
	if (joined_id)
		topics = sql_match_topics(work, &(struct match_topics_in){ .joined_id = joined_id, .programme_id = programme_id });
	read_people(book, programme_id);
	read_asks(book, programme_id, topics);
	read_offers(book, programme_id, topics);
	if (change->topic_id)
		add_new_mentor(book);
	find_all_arcs(book);
	return book;
}

void choice_book_free(struct choice_book *book)
{
	arena_free(book->arena);
}

static uint32_t count_both(const struct choice_book *book, const struct matching_answer *answer)
{
	bool *gives = arena_array(book->arena, (size_t)book->person_count + 1, sizeof *gives);
	bool *receives = arena_array(book->arena, (size_t)book->person_count + 1, sizeof *receives);
	uint32_t both = 0;

	for (uint32_t i = 0; i < answer->count; i++) {
		gives[book->arcs[answer->chosen[i]].mentor] = true;
		receives[book->arcs[answer->chosen[i]].mentee] = true;
	}
	for (uint32_t i = 0; i < book->person_count; i++)
		both += (gives[i] || book->sides[i].gives) && (receives[i] || book->sides[i].receives);
	return both;
}

struct choice_answer choice_solve(struct choice_book *book)
{
	struct matching_person *people = arena_array(book->arena, (size_t)book->person_count + 1, sizeof *people);
	struct matching_answer answer = { .chosen = arena_array(book->arena, (size_t)book->ask_count + 1, sizeof *answer.chosen) };

	for (uint32_t i = 0; i < book->person_count; i++)
		people[i].capacity = (uint8_t)(book->sides[i].room < UINT8_MAX ? book->sides[i].room : UINT8_MAX);
	const struct matching_graph graph = { .people = people, .person_count = book->person_count, .arcs = book->arcs,
		.arc_count = book->arc_count, .ask_count = book->ask_count };
	if (!matching_solve(&graph, &answer))
		die("no memory to match %u people", book->person_count);
	return (struct choice_answer){ .people = book->person_count, .asks = book->ask_count, .met = answer.count, .both = count_both(book, &answer),
		.bound = answer.bound, .chosen = answer.chosen };
}

uint32_t choice_arcs(const struct choice_book *book)
{
	return book->arc_count;
}

struct choice choice_of(const struct choice_book *book, uint32_t arc)
{
	const struct taker *ask = &book->asks[book->arcs[arc].ask];
	const struct giver *offer = &book->offers[book->offer_of[arc]];
	const struct score_question question = question_of(book, ask, offer);
	struct choice choice = { .ask_id = ask->ask_id, .offer_id = offer->offer_id, .mentor_id = question.mentor->person_id,
		.mentee_id = question.mentee->person_id, .again = past_unseen(&book->past, ask->ask_id, offer->offer_id) };

	score_of(&book->parts, &question, &choice.score);
	return choice;
}

uint32_t choice_ask(const struct choice_book *book, uint32_t arc)
{
	return book->arcs[arc].ask;
}

int64_t choice_ask_id(const struct choice_book *book, uint32_t ask)
{
	return book->asks[ask].ask_id;
}

const struct choice_tally *choice_tally(const struct choice_book *book, uint32_t ask)
{
	return &book->tallies[ask];
}

const struct choice_bar *choice_bars(const struct choice_book *book, size_t *count)
{
	*count = book->bar_count;
	return book->bars;
}

uint64_t choice_looked(const struct choice_book *book)
{
	return book->looked;
}
