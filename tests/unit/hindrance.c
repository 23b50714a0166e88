/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What stands in the way, the nearest thing to a match first; and which few offers would help most. */
#include "domain/hindrance.h"

#include "base/arena.h"
#include "domain/choice.h"
#include "sql_match.h"
#include "tests/tap.h"

static struct arena *arena;

static void nearest_first(void)
{
	struct choice_tally tally = { 0 };

	is(hindrance_of(&tally).kind, "nobody", "with no offer, nobody offers it");
	tally.offers = 9;
	is(hindrance_of(&tally).kind, "apart", "with offers that nothing came of, all meet elsewhere or otherwise");
	is_count(hindrance_of(&tally).count, 9, "and how many they are is told");
	tally.tongue = 1;
	is(hindrance_of(&tally).kind, "tongue", "who could be met but not spoken to is nearer");
	tally.wish = 1;
	is(hindrance_of(&tally).kind, "wish", "who was not wished for is nearer");
	tally.barred[BAR_ORGANISATION] = 2;
	tally.barred[BAR_PRIVATE] = 1;
	is(hindrance_of(&tally).kind, "organisation", "of bars, the one that keeps most away is told");
	is_count(hindrance_of(&tally).count, 2, "with how many");
	tally.full = 2;
	is(hindrance_of(&tally).kind, "full", "who is full is nearer than who is barred");
	is_count(hindrance_of(&tally).count, 2, "two people could, both are full");
	tally.fit = 1;
	is(hindrance_of(&tally).kind, "crowded", "who helps others this time is nearest");
}

static struct list helpful(const struct match_left_out *rows, size_t count, size_t most)
{
	return hindrance_helpful(arena, (struct list){ rows, count }, most);
}

static void serve_most(void)
{
	const struct match_left_out rows[] = {
		{ .topic_id = 1, .topic = "Gardening", .ways = "in-person", .district = "LL57" },
		{ .topic_id = 1, .topic = "Gardening", .ways = "in-person", .district = "NP20" },
		{ .topic_id = 1, .topic = "Gardening", .ways = "in-person", .district = "NP19" },
		{ .topic_id = 2, .topic = "Talking Welsh", .ways = "phone", .district = "" },
		{ .topic_id = 2, .topic = "Talking Welsh", .ways = "in-person video", .district = "CF10" },
		{ .topic_id = 2, .topic = "Talking Welsh", .ways = "writing", .district = "SA1" },
		{ .topic_id = 3, .topic = "Cooking", .ways = "in-person", .district = "" },
	};
	struct list all = helpful(rows, 7, 5), few = helpful(rows, 7, 1), none = helpful(rows, 0, 5);
	const struct helpful_offer *offers = all.rows;

	is_count((long long)all.count, 3, "three offers would help; somebody whom no place is known of is reached by none");
	is(offers[0].topic, "Talking Welsh", "the offer that serves most comes first");
	is_count(offers[0].people, 3, "with how many it would serve");
	is(offers[0].district, "", "it need come from nowhere, since all three can be met from afar");
	is(offers[1].district, "NP20", "then one near Newport");
	is_count(offers[1].people, 2, "which serves both who live there");
	is(offers[2].district, "LL57", "then one for Bangor");
	is_count((long long)few.count, 1, "no more are told than were asked for");
	is_count((long long)none.count, 0, "where nobody is left out, nothing is missing");
}

int main(void)
{
	arena = arena_new(1 << 20);
	nearest_first();
	serve_most();
	arena_free(arena);
	return done();
}
