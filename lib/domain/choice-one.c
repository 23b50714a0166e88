/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One ask and one offer, looked at without reading the whole programme: the same bars, the same weights. */
#include "domain/choice-book.h"
#include "sql_match.h"

enum { DAY_SECONDS = 86400 };

static bool read_person(struct work *work, int64_t person_id, int64_t programme_id, struct score_person *person, struct side *side)
{
	struct match_person row;

	if (!sql_match_person(work, &(struct match_person_in){ .now = work->now, .person_id = person_id, .programme_id = programme_id }, &row))
		return false;
	*person = score_person_of(&(struct match_people){ .person_id = row.person_id, .age_band = row.age_band, .capacity = row.capacity, .ways = row.ways,
		.district = row.district, .place_id = row.place_id, .tongues = row.tongues, .core_values = row.core_values, .time_offered = row.time_offered,
		.load = row.load, .gives = row.gives, .receives = row.receives });
	*side = (struct side){ row.capacity > row.load ? row.capacity - row.load : 0, row.helped_first };
	return true;
}

bool choice_seeker_of_person(struct work *work, int64_t person_id, int64_t programme_id, struct choice_seeker *seeker)
{
	struct side side;

	*seeker = (struct choice_seeker){ .programme_id = programme_id, .wish = WISH_ANY, .parts = parts_of(work, programme_id) };
	return read_person(work, person_id, programme_id, &seeker->person, &side);
}

bool choice_seeker_of_ask(struct work *work, int64_t ask_id, struct choice_seeker *seeker)
{
	struct match_ask_one ask;

	if (!sql_match_ask_one(work, &(struct match_ask_one_in){ ask_id }, &ask)
	    || !choice_seeker_of_person(work, ask.person_id, ask.programme_id, seeker))
		return false;
	seeker->ask_id = ask_id;
	seeker->topic_id = ask.topic_id;
	seeker->wish = wish_named(ask.wish);
	seeker->level = ask.level;
	seeker->days_waited = (work->now - ask.since) / DAY_SECONDS;
	seeker->days_missed = ask.missed;
	return true;
}

static enum bar bar_between(struct work *work, const struct choice_seeker *seeker, int64_t mentor_id)
{
	int64_t mentee_id = seeker->person.person_id;
	struct match_between past = { 0 };

	sql_match_between(work, &(struct match_between_in){ .mentor_id = mentor_id, .mentee_id = mentee_id, .ask_id = seeker->ask_id }, &past);
	return choice_bar_of(&(struct choice_facts){ .already = past.already, .two_ways = past.two_ways, .tried = past.tried, .dropped = past.dropped,
		.conflict = conflict_between(conflict_book_between(work, mentee_id, mentor_id), mentee_id, mentor_id) });
}

enum bar choice_bar_for(struct work *work, const struct choice_seeker *seeker, int64_t mentor_id, bool *full)
{
	struct score_person mentor;
	struct side side;

	*full = false;
	if (mentor_id == seeker->person.person_id || !read_person(work, mentor_id, seeker->programme_id, &mentor, &side))
		return BAR_PRIVATE;
	*full = side.room == 0;
	return bar_between(work, seeker, mentor_id);
}

bool choice_one(struct work *work, const struct choice_seeker *seeker, int64_t offer_id, struct choice_candidate *into)
{
	struct match_offer_one offer;
	struct score_person mentor;
	struct side side;

	*into = (struct choice_candidate){ .choice = { .ask_id = seeker->ask_id, .offer_id = offer_id } };
	if (!sql_match_offer_one(work, &(struct match_offer_one_in){ offer_id }, &offer) || offer.programme_id != seeker->programme_id
	    || (seeker->topic_id && offer.topic_id != seeker->topic_id) || offer.person_id == seeker->person.person_id
	    || !read_person(work, offer.person_id, offer.programme_id, &mentor, &side))
		return false;
	const struct score_question question = { .mentor = &mentor, .mentee = &seeker->person, .ask_wish = seeker->wish,
		.offer_wish = wish_named(offer.wish), .ask_level = seeker->level, .offer_level = offer.level, .days_waited = seeker->days_waited, .days_missed = seeker->days_missed };
	into->choice.mentor_id = offer.person_id;
	into->choice.mentee_id = seeker->person.person_id;
	into->full = side.room == 0;
	into->helped_first = side.helped_first;
	into->bar = bar_between(work, seeker, offer.person_id);
	return score_of(&seeker->parts, &question, &into->choice.score) == FIT_GOOD;
}
