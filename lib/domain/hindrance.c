/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/hindrance.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/choice.h"
#include "domain/place.h"
#include "sql_match.h"

/* The bar that keeps most away; of equal ones the first. */
static enum bar worst_bar(const struct choice_tally *tally)
{
	enum bar worst = BAR_NONE;

	for (int i = BAR_NONE + 1; i < BAR_COUNT; i++)
		if (tally->barred[i] > (worst == BAR_NONE ? 0 : tally->barred[worst]))
			worst = (enum bar)i;
	return worst;
}

struct hindrance hindrance_of(const struct choice_tally *tally)
{
	enum bar bar = worst_bar(tally);

	if (tally->fit)
		return (struct hindrance){ "crowded", tally->fit };
	if (tally->full)
		return (struct hindrance){ "full", tally->full };
	if (tally->first)
		return (struct hindrance){ "helped-first", tally->first };
	if (bar != BAR_NONE)
		return (struct hindrance){ bar_name(bar), tally->barred[bar] };
	if (tally->wish)
		return (struct hindrance){ "wish", tally->wish };
	if (tally->level)
		return (struct hindrance){ "level", tally->level };
	if (tally->tongue)
		return (struct hindrance){ "tongue", tally->tongue };
	return tally->offers ? (struct hindrance){ "apart", tally->offers } : (struct hindrance){ "nobody", 0 };
}

/* Those left out, as far as finding somebody for them goes. */
struct waiting {
	const struct match_left_out *row;
	struct place_spot spot;
	bool in_person, apart, served;
};

/* An offer made there would reach them. */
static bool reaches(const struct waiting *offer_at, bool in_person, const struct waiting *who)
{
	if (who->served || who->row->topic_id != offer_at->row->topic_id)
		return false;
	if (who->apart)
		return true;
	if (!in_person || !who->in_person)
		return false;
	int km = place_apart(&offer_at->spot, &who->spot);
	return km >= 0 && km <= PLACE_REACH_KM;
}

static int64_t reached(const struct waiting *all, size_t count, const struct waiting *at)
{
	int64_t people = 0;

	for (size_t i = 0; i < count; i++)
		people += reaches(at, at->in_person, &all[i]);
	return people;
}

static const struct waiting *best_of(const struct waiting *all, size_t count, int64_t *most)
{
	const struct waiting *best = NULL;

	*most = 0;
	for (size_t i = 0; i < count; i++) {
		int64_t people = all[i].served ? 0 : reached(all, count, &all[i]);
		/* As many without coming from anywhere is the offer that is easier to find. */
		if (people > *most || (people && people == *most && best && best->in_person && !all[i].in_person)) {
			*most = people;
			best = &all[i];
		}
	}
	return best;
}

struct list hindrance_helpful(struct arena *arena, struct list left_out, size_t most)
{
	struct waiting *all = arena_array(arena, left_out.count + 1, sizeof *all);
	struct helpful_offer *offers = arena_array(arena, most + 1, sizeof *offers);
	struct list list = { offers, 0 };
	int64_t people;

	for (size_t i = 0; i < left_out.count; i++) {
		const struct match_left_out *row = list_row(&match_left_out_view, left_out, i);
		all[i] = (struct waiting){ .row = row, .spot = place_spot(row->district), .in_person = text_has_word(row->ways, "in-person") && *row->district };
		all[i].apart = text_has_word(row->ways, "phone") || text_has_word(row->ways, "video") || text_has_word(row->ways, "writing");
	}
	while (list.count < most) {
		const struct waiting *best = best_of(all, left_out.count, &people);
		if (!best)
			break;
		const struct waiting at = *best;
		offers[list.count++] = (struct helpful_offer){ at.row->topic_id, at.row->topic, at.in_person ? at.row->district : "", people };
		for (size_t i = 0; i < left_out.count; i++)
			all[i].served = all[i].served || reaches(&at, at.in_person, &all[i]);
	}
	return list;
}
