/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/score.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "sql_match.h"

enum { NEAR_KM = 8, FAR_KM = PLACE_REACH_KM };

/* The words of a set, a bit each, in this order. */
static const char *const value_words[] = { "patience", "kindness", "honesty", "curiosity", "courage", "humour", "fairness", "respect",
	"loyalty", "calm", "making", "learning", NULL };
static const char *const way_words[] = { "in-person", "phone", "video", "writing", NULL };
static const char *const tongue_words[] = { "en", "cy", "pl", "ur", "pa", "ro", "bn", "ar", "so", "bfi", NULL };
static const char *const rhythm_words[] = { "", "one-talk", "call-fortnight", "hour-month", "hour-fortnight", "hour-week", NULL };
enum { TONGUE_ENGLISH = 1 };

static unsigned bits_of(const char *const *words, const char *set)
{
	unsigned bits = 0;

	for (unsigned i = 0; words[i]; i++)
		if (text_has_word(set, words[i]))
			bits |= 1u << i;
	return bits;
}

static const char *words_of(struct arena *arena, const char *const *words, unsigned bits)
{
	struct buffer out = buffer_in(arena, 32);

	for (unsigned i = 0; words[i]; i++)
		if (bits & 1u << i)
			buffer_printf(&out, "%s%s", out.length ? " " : "", words[i]);
	return buffer_string(&out);
}

static int64_t bits_in(unsigned bits)
{
	int64_t count = 0;

	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

int age_middle(const char *band)
{
	static const struct { const char *band; int middle; } middles[] = {
		{ "18-29", 24 }, { "30-44", 37 }, { "45-59", 52 }, { "60-74", 67 }, { "75-", 80 },
	};

	for (size_t i = 0; i < sizeof middles / sizeof *middles; i++)
		if (text_is(band, middles[i].band))
			return middles[i].middle;
	return 0;
}

const char *set_common(struct arena *arena, const char *one, const char *other)
{
	struct buffer out = buffer_in(arena, 32);
	const char *rest = one, *word;

	while ((word = text_piece(arena, &rest, ' ')))
		if (text_has_word(other, word))
			buffer_printf(&out, "%s%s", out.length ? " " : "", word);
	return buffer_string(&out);
}

enum wish wish_named(const char *wish)
{
	return text_is(wish, "older") ? WISH_OLDER : text_is(wish, "younger") ? WISH_YOUNGER : WISH_ANY;
}

static int rhythm_of(const char *time_offered)
{
	for (int i = 1; rhythm_words[i]; i++)
		if (text_is(time_offered, rhythm_words[i]))
			return i;
	return 0;
}

struct score_person score_person_of(const struct match_people *row)
{
	return (struct score_person){ .person_id = row->person_id, .core_values = bits_of(value_words, row->core_values),
		.ways = bits_of(way_words, row->ways), .tongues = bits_of(tongue_words, row->tongues), .age = age_middle(row->age_band),
		.rhythm = rhythm_of(row->time_offered), .place_id = row->place_id, .spot = place_spot(row->district), .load = row->load, .gives = row->gives, .receives = row->receives };
}

/* What is worth nothing in this programme is no reason. */
static void add(struct score *score, enum part part, int64_t points, struct score_part told)
{
	if (points <= 0)
		return;
	told.part = part;
	told.points = points;
	score->parts[score->count++] = told;
	score->weight += points;
}

/* Whether `theirs` is what somebody of `own` age wishes for. Bands of one kind are of one age. */
static bool is_wished(enum wish wish, int own, int theirs)
{
	if (wish == WISH_ANY)
		return true;
	return own && theirs && (wish == WISH_OLDER ? theirs > own : theirs < own);
}

static bool wishes_fit(const struct score_question *q)
{
	return is_wished(q->ask_wish, q->mentee->age, q->mentor->age) && is_wished(q->offer_wish, q->mentor->age, q->mentee->age);
}

/* How two who both like to meet in person are near each other; PART_COUNT: they are not. */
static enum part nearness(const struct score_person *a, const struct score_person *b)
{
	if (a->place_id && a->place_id == b->place_id)
		return PART_PLACE;
	int km = place_apart(&a->spot, &b->spot);
	if (km < 0 || km > FAR_KM)
		return PART_COUNT;
	return km == 0 ? PART_DISTRICT : km <= NEAR_KM ? PART_NEAR : PART_FAR;
}

/* How many of the two lack only the side that this pair gives them. */
static int64_t completed(const struct score_question *q)
{
	return (q->mentor->receives && !q->mentor->gives && !q->mentor->load) + (q->mentee->gives && !q->mentee->receives);
}

static void add_fairness(const struct parts *parts, const struct score_question *q, struct score *score)
{
	int64_t weeks = q->days_waited / 7, missed = q->days_missed;
	const int64_t weeks_most = part_lines[PART_WAITED].times, missed_most = part_lines[PART_MISSED].times;

	if (weeks > 0)
		add(score, PART_WAITED, parts->points[PART_WAITED] * (weeks < weeks_most ? weeks : weeks_most), (struct score_part){ .number = q->days_waited });
	if (missed > 0)
		add(score, PART_MISSED, parts->points[PART_MISSED] * (missed < missed_most ? missed : missed_most), (struct score_part){ .number = missed });
	if (completed(q))
		add(score, PART_BOTH, parts->points[PART_BOTH] * completed(q), (struct score_part){ .number = completed(q) });
	if (q->mentor->load < 2)
		add(score, PART_FREE, q->mentor->load ? parts->points[PART_FREE] / 2 : parts->points[PART_FREE], (struct score_part){ .number = q->mentor->load });
	if (q->seen)
		add(score, PART_SEEN, parts->points[PART_SEEN], (struct score_part){ 0 });
}

enum fit score_of(const struct parts *parts, const struct score_question *q, struct score *score)
{
	const struct score_person *mentor = q->mentor, *mentee = q->mentee;
	unsigned ways = mentor->ways & mentee->ways, tongues = mentor->tongues & mentee->tongues;
	enum part near = ways & WAY_IN_PERSON ? nearness(mentee, mentor) : PART_COUNT;
	unsigned values = mentor->core_values & mentee->core_values;

	score->count = 0;
	score->weight = 0;
	if (near == PART_COUNT && !(ways & WAYS_APART))
		return FIT_APART;
	/* Who ticked no language speaks the site's own. */
	if (!tongues && mentor->tongues && mentee->tongues)
		return FIT_TONGUE;
	if (!wishes_fit(q))
		return FIT_WISH;
	if (q->ask_level && q->offer_level && q->ask_level > q->offer_level)
		return FIT_LEVEL;
	add(score, PART_TOPIC, parts->points[PART_TOPIC], (struct score_part){ 0 });
	add(score, PART_VALUES, parts->points[PART_VALUES] * (bits_in(values) < 3 ? bits_in(values) : 3), (struct score_part){ .words = values });
	if (near != PART_COUNT)
		add(score, near, parts->points[near], (struct score_part){ 0 });
	if (ways & WAYS_APART)
		add(score, PART_WAY, parts->points[PART_WAY], (struct score_part){ .words = ways & WAYS_APART });
	if (tongues & ~(unsigned)TONGUE_ENGLISH)
		add(score, PART_TONGUE, parts->points[PART_TONGUE], (struct score_part){ .words = tongues & ~(unsigned)TONGUE_ENGLISH });
	if (mentor->rhythm && mentor->rhythm == mentee->rhythm)
		add(score, PART_RHYTHM, parts->points[PART_RHYTHM], (struct score_part){ .number = mentor->rhythm });
	if (q->ask_wish != WISH_ANY || q->offer_wish != WISH_ANY)
		add(score, PART_WISH, parts->points[PART_WISH], (struct score_part){ 0 });
	add_fairness(parts, q, score);
	return FIT_GOOD;
}

const char *score_words(struct arena *arena, const struct score_part *part)
{
	switch (part->part) {
	case PART_VALUES:
		return words_of(arena, value_words, part->words);
	case PART_WAY:
		return words_of(arena, way_words, part->words);
	case PART_TONGUE:
		return words_of(arena, tongue_words, part->words);
	case PART_RHYTHM:
		return rhythm_words[part->number];
	case PART_WAITED:
	case PART_MISSED:
	case PART_BOTH:
	case PART_FREE:
		return arena_printf(arena, "%lld", (long long)part->number);
	default:
		return "";
	}
}

const char *score_ways(struct arena *arena, const struct score_person *person)
{
	return words_of(arena, way_words, person->ways);
}
