/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/score.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "domain/place.h"
#include "sql_match.h"

/* What each part is worth. They add up to no more than SCORE_MOST. */
enum {
	FOR_TOPIC = 300, FOR_EACH_VALUE = 60, FOR_PLACE = 200, FOR_SAME_DISTRICT = 200, FOR_NEAR = 150, FOR_NEARISH = 80,
	FOR_WAY = 50, FOR_TONGUE = 60, FOR_WISH = 80, FOR_EACH_WEEK = 10, WEEKS_MOST = 6,
	NEAR_KM = 8, NEARISH_KM = 25
};

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

static int64_t words_in(const char *set)
{
	int64_t words = *set != '\0';

	for (; *set; set++)
		words += *set == ' ';
	return words;
}

static void add(struct score *score, const char *kind, int64_t points, const char *words)
{
	score->parts[score->count++] = (struct score_part){ kind, points, words };
	score->weight += points;
}

/* Whether `band` is what somebody of `own` wishes for. Bands of one kind are of one age. */
static bool is_wished(const char *wish, const char *own, const char *band)
{
	int mine = age_middle(own), theirs = age_middle(band);

	if (text_is(wish, "any"))
		return true;
	return mine && theirs && (text_is(wish, "older") ? theirs > mine : theirs < mine);
}

static bool score_wishes(struct score *score, const struct score_question *q)
{
	bool asked = !text_is(q->ask_wish, "any") || !text_is(q->offer_wish, "any");

	if (!is_wished(q->ask_wish, q->mentee->age_band, q->mentor->age_band)
	    || !is_wished(q->offer_wish, q->mentor->age_band, q->mentee->age_band))
		return false;
	if (asked)
		add(score, "wish", FOR_WISH, "");
	return true;
}

/* Both want to meet in person, and it is not too far. */
static bool score_place(struct score *score, const struct match_people *a, const struct match_people *b)
{
	int km = place_distance(a->district, b->district);

	if (a->place_id && a->place_id == b->place_id) {
		add(score, "place", FOR_PLACE, "");
		return true;
	}
	if (km < 0 || km > NEARISH_KM)
		return false;
	add(score, "near", km == 0 ? FOR_SAME_DISTRICT : km <= NEAR_KM ? FOR_NEAR : FOR_NEARISH, km == 0 ? "same" : "");
	return true;
}

static bool score_ways(struct arena *arena, struct score *score, const struct score_question *q)
{
	const char *ways = set_common(arena, q->mentee->ways, q->mentor->ways);
	bool in_person = text_has_word(ways, "in-person") && score_place(score, q->mentee, q->mentor);
	const char *apart = set_common(arena, ways, "phone video writing");

	if (*apart)
		add(score, "way", FOR_WAY, apart);
	return in_person || *apart;
}

static bool score_tongues(struct arena *arena, struct score *score, const struct score_question *q)
{
	const char *common = set_common(arena, q->mentee->tongues, q->mentor->tongues);

	/* Who ticked none speaks the site's own. */
	if (!*common && *q->mentee->tongues && *q->mentor->tongues)
		return false;
	const char *rarer = set_common(arena, common, "cy pl ur pa ro bn ar so bfi");
	if (*rarer)
		add(score, "tongue", FOR_TONGUE, rarer);
	return true;
}

struct score score_of(struct arena *arena, const struct score_question *q)
{
	struct score score = { .count = 0 };
	const struct score none = { .count = 0 };

	add(&score, "topic", FOR_TOPIC, "");
	const char *values = set_common(arena, q->mentee->core_values, q->mentor->core_values);
	if (*values)
		add(&score, "values", FOR_EACH_VALUE * words_in(values), values);
	if (!score_ways(arena, &score, q) || !score_tongues(arena, &score, q) || !score_wishes(&score, q))
		return none;
	int64_t weeks = q->days_waited / 7;
	if (weeks > 0)
		add(&score, "waited", FOR_EACH_WEEK * (weeks < WEEKS_MOST ? weeks : WEEKS_MOST), arena_printf(arena, "%lld", (long long)q->days_waited));
	return score;
}
