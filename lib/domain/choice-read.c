/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "domain/choice-book.h"
#include "sql_match.h"

enum { DAY_SECONDS = 86400, NEW_MENTOR_ROOM = 1 };

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
	struct list rows = sql_match_people(&book->work, &(struct match_people_in){ .now = book->work.now, .programme_id = programme_id, .joined_id = book->change.joined_id });

	book->people = arena_array(book->arena, rows.count + 1, sizeof *book->people);
	book->sides = arena_array(book->arena, rows.count + 1, sizeof *book->sides);
	for (size_t i = 0; i < rows.count; i++) {
		const struct match_people *row = list_row(&match_people_view, rows, i);
		uint32_t n = book->person_count;
		/* Somebody who is in both programmes comes twice, the first's answers first. */
		if (n && book->people[n - 1].person_id == row->person_id)
			continue;
		book->people[n] = score_person_of(row);
		book->sides[n] = (struct side){ row->capacity > row->load ? row->capacity - row->load : 0, row->helped_first };
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
	struct list rows = sql_match_asks(&book->work, &(struct match_asks_in){ .programme_id = programme_id, .joined_id = book->change.joined_id });

	book->asks = arena_array(book->arena, rows.count + 1, sizeof *book->asks);
	for (size_t i = 0; i < rows.count; i++) {
		const struct match_asks *row = list_row(&match_asks_view, rows, i);
		int64_t mentee = person_at(book, row->person_id);
		if (mentee >= 0)
			book->asks[book->ask_count++] = (struct taker){ .ask_id = row->ask_id, .topic_id = topic_as_own(topics, row->topic_id), .level = row->level,
				.days_waited = (book->work.now - row->since) / DAY_SECONDS, .days_missed = row->missed,
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
	struct list rows = sql_match_offers(&book->work, &(struct match_offers_in){ .programme_id = programme_id, .joined_id = book->change.joined_id });

	book->offers = arena_array(book->arena, rows.count + 1, sizeof *book->offers);
	book->topics = arena_array(book->arena, rows.count + 1, sizeof *book->topics);
	for (size_t i = 0; i < rows.count; i++) {
		const struct match_offers *row = list_row(&match_offers_view, rows, i);
		int64_t mentor = person_at(book, row->person_id);
		if (mentor >= 0)
			add_offer(book, (struct giver){ row->offer_id, row->level, (uint32_t)mentor, wish_named(row->wish) }, topic_as_own(topics, row->topic_id));
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

void choice_read(struct choice_book *book, int64_t programme_id)
{
	const struct match_topics_in in = { .joined_id = book->change.joined_id, .programme_id = programme_id };
	struct list topics = { NULL, 0 };

	if (in.joined_id)
		topics = sql_match_topics(&book->work, &in);
	read_people(book, programme_id);
	read_asks(book, programme_id, topics);
	read_offers(book, programme_id, topics);
	if (book->change.topic_id)
		add_new_mentor(book);
}
