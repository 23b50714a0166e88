/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Squares of the map and shelves of offers: whoever is within reach is found, and few others are looked at. */
#include "domain/nearby.h"

#include "base/arena.h"
#include "domain/place.h"
#include "domain/score.h"
#include "sql_match.h"
#include "tests/tap.h"

enum { OFFERS = 3000, ASKS = 300 };

static struct arena *arena;
static uint32_t seed = 11;

static uint32_t any(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)seed * below) >> 32);
}

static bool is_around(const struct place_spot *one, const struct place_spot *other)
{
	int64_t squares[PLACE_SQUARES], square = place_square(other);

	place_around(one, squares);
	for (int i = 0; i < PLACE_SQUARES; i++)
		if (squares[i] == square)
			return true;
	return false;
}

static void squares_hold(void)
{
	int64_t within = 0, lost = 0, uneven = 0, around = 0;

	for (size_t i = 0; i < district_count; i += 3)
		for (size_t j = i + 1; j < district_count; j++) {
			const struct place_spot one = { districts[i].name, &districts[i] }, other = { districts[j].name, &districts[j] };
			bool near = is_around(&one, &other);
			int km = place_apart(&one, &other);
			within += km <= PLACE_REACH_KM;
			around += near;
			lost += km <= PLACE_REACH_KM && !near;
			uneven += near != is_around(&other, &one) || km != place_apart(&other, &one) || km < 1;
		}
	ok(within > 10000 && around < 4 * within, "many districts of the country are within reach of each other, and few more are looked at");
	is_count(lost, 0, "each that is within reach lies in the same square or in one around it");
	is_count(uneven, 0, "from either side, and no two districts are one");
}

static void know_places(void)
{
	const struct place_spot unknown = place_spot("NP99"), newport = place_spot("NP20"), nowhere = place_spot(""), bangor = place_spot("LL57");

	is_count(place_apart(&newport, &newport), 0, "a district is 0 from itself");
	is_count(place_apart(&unknown, &newport), 10, "one that is not known is taken by its letters");
	is_count(place_apart(&unknown, &bangor), -1, "and is not near other letters");
	is_count(place_apart(&nowhere, &nowhere), -1, "who told no district is near nobody");
	ok(place_letters(&unknown) == place_letters(&newport) && place_letters(&bangor) != place_letters(&newport), "letters are told apart");
	is(place_typed(arena, "np20 4ur"), "NP20", "of a whole postcode the district is taken");
	is(place_typed(arena, "np204ur"), "NP20", "without a space too");
	is(place_typed(arena, "np20"), "NP20", "a district stays one");
}

static struct score_person somebody(void)
{
	static const char *const ways[] = { "in-person", "phone", "writing", "in-person video", "video writing" };
	static const char *const odd[] = { "NP98", "CF97", "" };
	uint32_t where = any(400);
	const struct match_people row = { .age_band = "", .tongues = "", .core_values = "", .time_offered = "", .ways = ways[any(5)], .place_id = any(9) == 0 ? 1 + any(40) : 0,
		.district = where < 20 ? odd[where % 3] : districts[any((uint32_t)district_count)].name };

	return score_person_of(&row);
}

static bool fits(const struct score_person *mentor, const struct score_person *mentee)
{
	const struct parts parts = parts_usual();
	struct score score;

	return score_of(&parts, &(struct score_question){ .mentor = mentor, .mentee = mentee }, &score) == FIT_GOOD;
}

struct seen {
	bool twice, other_topic;
	size_t count, fitting;
};

static struct seen look(struct nearby *nearby, const struct nearby_offer *offers, const struct score_person *mentee, uint32_t turn)
{
	uint32_t found[NEARBY_MOST];
	bool *taken = arena_array(arena, OFFERS, sizeof *taken);
	struct seen seen = { .count = nearby_look(nearby, 1, mentee, turn, found) };

	for (size_t i = 0; i < seen.count; i++) {
		seen.twice = seen.twice || taken[found[i]];
		taken[found[i]] = true;
		seen.other_topic = seen.other_topic || offers[found[i]].topic_id != 1;
		seen.fitting += fits(offers[found[i]].mentor, mentee);
	}
	return seen;
}

static size_t all_fitting(const struct nearby_offer *offers, const struct score_person *mentee)
{
	size_t fitting = 0;

	for (uint32_t i = 0; i < OFFERS; i++)
		fitting += offers[i].topic_id == 1 && fits(offers[i].mentor, mentee);
	return fitting;
}

static void shelves_hold(void)
{
	struct score_person *people = arena_array(arena, OFFERS, sizeof *people);
	struct nearby_offer *offers = arena_array(arena, OFFERS, sizeof *offers);
	int twice = 0, others = 0, too_many = 0, missed = 0, few = 0;

	for (uint32_t i = 0; i < OFFERS; i++) {
		people[i] = somebody();
		offers[i] = (struct nearby_offer){ i % 2 ? 1 : 2 + any(3), &people[i] };
	}
	struct nearby *nearby = nearby_of(arena, offers, OFFERS);
	for (uint32_t i = 0; i < ASKS; i++) {
		struct score_person mentee = somebody();
		struct seen seen = look(nearby, offers, &mentee, i);
		size_t all = all_fitting(offers, &mentee);
		twice += seen.twice;
		others += seen.other_topic;
		too_many += seen.count > NEARBY_MOST;
		/* Where the looking was not cut short, everybody who fits was among them. */
		missed += seen.count < NEARBY_MOST ? seen.fitting != all : all && !seen.fitting;
		few += seen.count < OFFERS / 4;
	}
	is_count(twice + others, 0, "no offer is found twice, none of another topic");
	is_count(too_many, 0, "never more than 400");
	is_count(missed, 0, "whoever fits is found, unless 400 were looked at, and then some who fit are among them");
	ok(few > ASKS / 4, "who only meets in person is looked at with few");
	is_count((long long)nearby_offers(nearby, 1), OFFERS / 2, "a topic's offers are counted whole");
	is_count((long long)nearby_offers(nearby, 99), 0, "a topic that nobody offers has none");
}

int main(void)
{
	arena = arena_new((size_t)64 << 20);
	squares_hold();
	know_places();
	shelves_hold();
	arena_free(arena);
	return done();
}
