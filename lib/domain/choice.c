/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/choice.h"

#include "base/arena.h"
#include "domain/choice-book.h"

enum { ARCS_AN_ASK = 40 };
static const size_t BOOK_BYTES = (size_t)512 * 1024 * 1024;

const char *bar_name(enum bar bar)
{
	static const char *const names[BAR_COUNT] = { "", "two-ways", "already", "tried", "dropped", "same-reach", "organisation", "department",
		"post", "line", "family", "care", "other", "private" };

	return names[bar];
}

/* Conflicts are the last bars, in the same order. */
static enum bar conflict_bar(enum conflict conflict)
{
	return conflict == CONFLICT_NONE ? BAR_NONE : (enum bar)(BAR_SAME_REACH + (int)conflict - CONFLICT_SAME_REACH);
}
_Static_assert(BAR_COUNT - BAR_SAME_REACH == CONFLICT_COUNT - CONFLICT_SAME_REACH, "a bar for each conflict");

enum bar choice_bar_of(const struct choice_facts *f)
{
	enum bar conflict = conflict_bar(f->conflict);

	if (conflict != BAR_NONE)
		return conflict;
	if (f->already)
		return BAR_ALREADY;
	if (!f->lifted && f->two_ways)
		return BAR_TWO_WAYS;
	if (f->tried && !(f->dropped && f->lifted))
		return f->dropped ? BAR_DROPPED : BAR_DECLINED;
	return BAR_NONE;
}

enum bar choice_bar_between(const struct choice_book *book, const struct taker *ask, int64_t mentor_id)
{
	int64_t mentee_id = book->people[ask->mentee].person_id;
	struct choice_facts facts = { .conflict = conflict_between(book->conflicts, mentee_id, mentor_id),
		.lifted = mentor_id == book->change.lift_mentor_id && mentee_id == book->change.lift_mentee_id };

	if (facts.conflict == CONFLICT_NONE) {
		facts.already = past_is_live(&book->past, mentor_id, mentee_id);
		facts.two_ways = past_is_live(&book->past, mentee_id, mentor_id);
		facts.tried = past_was_tried(&book->past, ask->ask_id, mentor_id, &facts.dropped);
	}
	return choice_bar_of(&facts);
}

struct score_question choice_question(const struct choice_book *book, const struct taker *ask, const struct giver *offer)
{
	return (struct score_question){ .mentor = &book->people[offer->mentor], .mentee = &book->people[ask->mentee], .ask_wish = ask->wish,
		.offer_wish = offer->wish, .ask_level = ask->level, .offer_level = offer->level, .days_waited = ask->days_waited, .days_missed = ask->days_missed,
		.seen = past_unseen(&book->past, ask->ask_id, offer->offer_id) != 0 };
}

static void count_misfit(struct choice_tally *tally, enum fit fit)
{
	tally->apart += fit == FIT_APART;
	tally->tongue += fit == FIT_TONGUE;
	tally->wish += fit == FIT_WISH;
	tally->level += fit == FIT_LEVEL;
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
	const struct score_question question = choice_question(book, ask, offer);
	enum fit fit = score_of(&book->parts, &question, &score);
	if (fit != FIT_GOOD) {
		count_misfit(tally, fit);
		return -1;
	}
	int64_t mentor_id = question.mentor->person_id;
	enum bar bar = choice_bar_between(book, ask, mentor_id);
	if (bar != BAR_NONE) {
		count_bar(book, tally, (struct choice_bar){ mentor_id, question.mentee->person_id, bar });
		return -1;
	}
	const struct side *side = &book->sides[offer->mentor];
	bool fits = side->room > 0 && !side->helped_first;
	tally->fit += fits;
	tally->full += side->room == 0;
	tally->first += side->room > 0 && side->helped_first;
	return fits ? score.weight : -1;
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

static void find_arcs(struct choice_book *book, uint32_t ask_number)
{
	const struct taker *ask = &book->asks[ask_number];
	uint32_t offers[NEARBY_MOST], kept = 0;
	struct weighed best[ARCS_AN_ASK];
	size_t found = nearby_look(book->nearby, ask->topic_id, &book->people[ask->mentee], ask_number, offers);

	book->tallies[ask_number].offers = (uint32_t)nearby_offers(book->nearby, ask->topic_id);
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
		book->arcs[book->arc_count++] = (struct arc){ .mentor = offer->mentor, .mentee = ask->mentee, .ask = ask_number,
			.weight = (uint16_t)best[i].weight };
	}
}

static void find_all_arcs(struct choice_book *book)
{
	size_t room = (size_t)book->ask_count * ARCS_AN_ASK + 1;

	book->nearby = nearby_of(book->arena, book->topics, book->offer_count);
	book->tallies = arena_array(book->arena, (size_t)book->ask_count + 1, sizeof *book->tallies);
	book->arcs = arena_array(book->arena, room, sizeof *book->arcs);
	book->offer_of = arena_array(book->arena, room, sizeof *book->offer_of);
	for (uint32_t i = 0; i < book->ask_count; i++)
		find_arcs(book, i);
}

struct choice_book *choice_book_of(struct work *work, int64_t programme_id, const struct choice_change *change)
{
	struct arena *arena = arena_new(BOOK_BYTES);
	struct choice_book *book = arena_alloc(arena, sizeof *book);
	int64_t joined_id = change->joined_id;

	book->work = *work;
	book->work.arena = arena;
	book->arena = arena;
	book->change = *change;
	book->parts = parts_of(&book->work, programme_id);
	book->past = past_of(&book->work, programme_id, joined_id);
	book->conflicts = conflict_book_joined(&book->work, programme_id, joined_id);
	choice_read(book, programme_id);
	work->trouble = book->work.trouble;
	find_all_arcs(book);
	return book;
}

void choice_book_free(struct choice_book *book)
{
	arena_free(book->arena);
}

uint32_t choice_arcs(const struct choice_book *book)
{
	return book->arc_count;
}

struct choice choice_of(const struct choice_book *book, uint32_t arc)
{
	const struct taker *ask = &book->asks[book->arcs[arc].ask];
	const struct giver *offer = &book->offers[book->offer_of[arc]];
	struct score_question question = choice_question(book, ask, offer);
	struct score_person mentor = *question.mentor;
	struct choice choice = { .ask_id = ask->ask_id, .offer_id = offer->offer_id, .mentor_id = question.mentor->person_id,
		.mentee_id = question.mentee->person_id, .again = past_unseen(&book->past, ask->ask_id, offer->offer_id) };

	choice.warned = conflict_is_friend(book->conflicts, choice.mentor_id, choice.mentee_id);
	/* Of several that a mentor is given at once, only the first finds them with nobody. */
	mentor.load += book->nth ? book->nth[arc] : 0;
	question.mentor = &mentor;
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
