/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From answers to a weight: each part is a reason, and the reasons come to the weight. */
#include "domain/score.h"

#include "base/arena.h"
#include "sql_match.h"
#include "tests/tap.h"

enum { PAIRS = 20000 };

static struct arena *arena;
static uint32_t seed = 7;

static uint32_t any(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)seed * below) >> 32);
}

static const char *some(const char *const *words, uint32_t count, uint32_t most)
{
	const char *set = "";

	for (uint32_t i = any(most + 1); i > 0; i--) {
		const char *word = words[any(count)];
		if (!strstr(set, word))
			set = *set ? arena_printf(arena, "%s %s", set, word) : word;
	}
	return set;
}

static struct score_person somebody(void)
{
	static const char *const values[] = { "patience", "kindness", "honesty", "curiosity", "calm" };
	static const char *const ways[] = { "in-person", "phone", "video", "writing" };
	static const char *const tongues[] = { "en", "cy", "pl" };
	static const char *const ages[] = { "", "18-29", "30-44", "60-74", "75-", "unsaid" };
	static const char *const times[] = { "", "hour-month", "hour-week", "unsure" };
	static const char *const places[] = { "", "NP20", "NP19", "NP44", "CF10", "LL57", "NP99" };
	const struct match_people row = { .core_values = some(values, 5, 3), .ways = some(ways, 4, 3), .tongues = some(tongues, 3, 2), .age_band = ages[any(6)],
		.time_offered = times[any(4)], .district = places[any(7)], .place_id = any(3), .load = any(4), .gives = any(2), .receives = any(2) };

	return score_person_of(&row);
}

static int64_t sum(const struct score *score)
{
	int64_t points = 0;

	for (size_t i = 0; i < score->count; i++)
		points += score->parts[i].points;
	return points;
}

static bool within_lines(const struct score *score)
{
	bool place = false;

	for (size_t i = 0; i < score->count; i++) {
		const struct score_part *part = &score->parts[i];
		const struct part_line *line = &part_lines[part->part];
		bool is_place = part->part >= PART_PLACE && part->part <= PART_FAR;
		if (part->points <= 0 || part->points > line->most * line->times || (i && part->part <= score->parts[i - 1].part) || (is_place && place))
			return false;
		place = place || is_place;
	}
	return true;
}

/* A programme's own lines, anywhere within their bounds; or each at its most. */
static struct parts some_parts(bool most)
{
	struct parts parts;

	for (int i = 0; i < PART_COUNT; i++)
		parts.points[i] = most ? part_lines[i].most : part_lines[i].least + any((uint32_t)(part_lines[i].most - part_lines[i].least) + 1);
	return parts;
}

static void score_many(void)
{
	int wrong_sum = 0, wrong_line = 0, too_heavy = 0, fits = 0, reached[PART_COUNT] = { 0 }, kinds = 0;

	for (int i = 0; i < PAIRS; i++) {
		struct score_person mentor = somebody(), mentee = somebody();
		const struct score_question q = { .mentor = &mentor, .mentee = &mentee, .ask_wish = (enum wish)any(3), .offer_wish = (enum wish)(any(4) ? 0 : any(3)),
			.days_waited = any(100), .days_missed = any(5), .seen = any(3) == 0 };
		struct parts parts = i % 3 ? some_parts(i % 3 == 1) : parts_usual();
		struct score score;
		bool fit = score_of(&parts, &q, &score) == FIT_GOOD;
		fits += fit;
		wrong_sum += sum(&score) != score.weight;
		wrong_line += !within_lines(&score);
		too_heavy += score.weight > PART_SUM_MOST || (fit && score.weight < 1) || (!fit && score.weight);
		for (size_t p = 0; p < score.count; p++)
			reached[score.parts[p].part]++;
	}
	for (int i = 0; i < PART_COUNT; i++)
		kinds += reached[i] > 0;
	ok(fits > PAIRS / 20 && fits < PAIRS, "of thousands of generated people some suit each other and some do not");
	is_count(kinds, PART_COUNT, "every part was a reason for some of them");
	is_count(wrong_sum, 0, "the sum of the reasons is the weight, always");
	is_count(wrong_line, 0, "each reason stays within its line of the table, told in order, and of the four of place one counts");
	is_count(too_heavy, 0, "no weight is over 1000 or under 1, whatever a programme sets");
}

static int64_t points(const struct score_question *q, enum part part)
{
	struct parts parts = parts_usual();
	struct score score;

	if (score_of(&parts, q, &score) != FIT_GOOD)
		return -1;
	for (size_t i = 0; i < score.count; i++)
		if (score.parts[i].part == part)
			return score.parts[i].points;
	return 0;
}

static void lines_add_up(void)
{
	int64_t most = 0;
	bool sound = true;

	for (int i = 0; i < PART_COUNT; i++) {
		const struct part_line *line = &part_lines[i];
		if (i < PART_DISTRICT || i > PART_FAR)
			most += line->most * line->times;
		sound = sound && line->least <= line->usual && line->usual <= line->most && part_named(line->kind) == (enum part)i;
	}
	is_count(most, PART_SUM_MOST, "the most of all lines, one of place, comes to 1000");
	ok(sound, "each line is usual within its bounds and found by its name");
	is_count(part_named("shoe-size"), PART_COUNT, "a part that there is not has no line");
}

static void count_each(void)
{
	const struct match_people at_home = { .core_values = "patience calm", .ways = "in-person phone", .tongues = "cy en", .age_band = "75-",
		.time_offered = "hour-month", .district = "NP20" };
	struct match_people other = at_home;
	struct score_person mentee = score_person_of(&at_home), mentor = mentee;
	struct score_question q = { .mentor = &mentor, .mentee = &mentee };

	is_count(points(&q, PART_VALUES), 100, "two values in common count twice");
	is_count(points(&q, PART_DISTRICT), 150, "one postcode district counts as one");
	is_count(points(&q, PART_RHYTHM), 40, "the same time counts");
	is_count(points(&q, PART_TONGUE), 50, "Welsh in common counts, besides English");
	is_count(points(&q, PART_FREE), 40, "a mentor who helps nobody yet counts more");
	mentor.load = 1;
	is_count(points(&q, PART_FREE), 20, "who helps one counts half of it");
	mentor.load = 2;
	is_count(points(&q, PART_FREE), 0, "who helps two counts none of it");
	is_count(points(&q, PART_BOTH), 0, "with nobody who lacks a side, no side is counted");
	mentor.load = 0;
	mentor.receives = mentee.gives = true;
	is_count(points(&q, PART_BOTH), 80, "a mentor who only receives and a mentee who only gives count once each");
	mentee.receives = true;
	is_count(points(&q, PART_BOTH), 40, "who has both already counts none");
	mentee.gives = mentee.receives = mentor.receives = false;
	q.days_waited = 6;
	is_count(points(&q, PART_WAITED), 0, "six days are no week");
	q.days_waited = 700;
	is_count(points(&q, PART_WAITED), 60, "no wait counts more than six weeks");
	q.days_missed = 9;
	is_count(points(&q, PART_MISSED), 80, "whoever missed out comes first, up to twice");
	other.district = "NP44";
	mentor = score_person_of(&other);
	is_count(points(&q, PART_NEAR) + points(&q, PART_FAR), 110, "Cwmbrân is near Newport");
	other.district = "LL57";
	mentor = score_person_of(&other);
	is_count(points(&q, PART_WAY), 40, "Bangor is too far to meet, and the telephone is not");
	other.ways = "in-person";
	mentor = score_person_of(&other);
	is_count(points(&q, PART_TOPIC), -1, "who only meets in person is too far in Bangor");
	q.ask_wish = WISH_YOUNGER;
	mentor = mentee;
	is_count(points(&q, PART_TOPIC), -1, "who wishes for somebody younger is not given somebody of the same age");
	other = at_home;
	other.age_band = "18-29";
	mentor = score_person_of(&other);
	is_count(points(&q, PART_WISH), 80, "and is glad of somebody who is");
}

static void tell_words(void)
{
	const struct score_part values = { .part = PART_VALUES, .words = 1u | 1u << 9 }, rhythm = { .part = PART_RHYTHM, .number = 3 },
		waited = { .part = PART_WAITED, .number = 31 }, topic = { .part = PART_TOPIC };

	is(score_words(arena, &values), "patience calm", "a reason tells the values that both chose");
	is(score_words(arena, &rhythm), "hour-month", "a reason tells the time that both can give");
	is(score_words(arena, &waited), "31", "a reason tells how many days somebody waited");
	is(score_words(arena, &topic), "", "a reason without words has none");
}

int main(void)
{
	arena = arena_new((size_t)256 << 20);
	lines_add_up();
	score_many();
	count_each();
	tell_words();
	arena_free(arena);
	return done();
}
