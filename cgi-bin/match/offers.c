/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Everyday asking: short offers without names, and asking one. Nobody is shown who is full, rests, or is barred. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "domain/ask.h"
#include "domain/choice.h"
#include "domain/proposal.h"
#include "pages_match.h"
#include "sql_match.h"
#include "sql_person.h"
#include "sql_programme.h"

/* A page shows so many, and looks at no more than so many; of those who may choose from three, the best. */
enum { SHOWN_MOST = 10, LOOKED_MOST = 60, CHOOSE_FROM = 3 };

struct outcome read_show(struct request *q, void *into)
{
	struct match_read *view = into;

	view->topics = sql_everyday_topics(&q->work, &(struct everyday_topics_in){ .language = q->language.code, .person_id = q->visitor.person_id });
	return view->topics.count ? shown : missing;
}

static bool has_part(const struct score *score, enum part part)
{
	for (size_t i = 0; i < score->count; i++)
		if (score->parts[i].part == part)
			return true;
	return false;
}

static bool is_near(const struct score *score)
{
	return has_part(score, PART_PLACE) || has_part(score, PART_DISTRICT) || has_part(score, PART_NEAR);
}

struct filter {
	const char *way;           /* "" for any */
	bool near;
};

/* What may be shown of an offer to somebody who has not asked for it. */
static bool show_offer(struct request *q, const struct choice_seeker *seeker, const struct offers_of_topic *row, struct match_offer *into)
{
	struct choice_candidate c;

	if (!choice_one(&q->work, seeker, row->offer_id, &c) || c.bar != BAR_NONE || c.full || c.helped_first)
		return false;
	*into = (struct match_offer){ .offer_id = row->offer_id, .words = row->words, .time_offered = row->time_offered,
		.level = row->level ? arena_printf(q->work.arena, "%lld", (long long)row->level) : "",
		.group_most = row->group_most > 1 ? row->group_most : 0, .near = is_near(&c.choice.score), .weight = c.choice.score.weight,
		.ways = set_common(q->work.arena, row->ways, score_ways(q->work.arena, &seeker->person)) };
	return true;
}

static bool passes(const struct filter *filter, const struct match_offer *offer)
{
	return (!*filter->way || text_has_word(offer->ways, filter->way)) && (!filter->near || offer->near);
}

/* Up to `most` offers of the topic older than *after, of LOOKED_MOST; *after is where to go on, 0 at the end. */
static struct list find_offers(struct request *q, const struct choice_seeker *seeker, const struct filter *filter, size_t most, int64_t *after)
{
	struct match_offer *offers = arena_array(q->work.arena, most, sizeof *offers);
	struct list list = { offers, 0 };
	size_t looked = 0;

	for (;;) {
		struct list rows = sql_offers_of_topic(&q->work, &(struct offers_of_topic_in){ .topic_id = seeker->topic_id, .after = *after,
			.person_id = q->visitor.person_id });
		for (size_t i = 0; i < rows.count; i++) {
			const struct offers_of_topic *row = list_row(&offers_of_topic_view, rows, i);
			if (list.count == most || looked++ == LOOKED_MOST)
				return list;
			*after = row->offer_id;
			if (show_offer(q, seeker, row, &offers[list.count]) && passes(filter, &offers[list.count])) {
				offers[list.count].number = (int64_t)list.count + 1;
				list.count++;
			}
		}
		if (!rows.count) {
			*after = 0;
			return list;
		}
	}
}

struct outcome topic_show(struct request *q, void *into)
{
	struct match_topic *view = into;
	struct choice_seeker seeker;
	const struct everyday_topic_in in = { .language = q->language.code, .topic_id = param_id(q), .person_id = q->visitor.person_id };
	const struct filter filter = { query_value(q, "way"), text_is(query_value(q, "near"), "yes") };
	int64_t after = 0;

	if (!sql_everyday_topic(&q->work, &in, &view->topic)
	    || !choice_seeker_of_person(&q->work, q->visitor.person_id, view->topic.programme_id, &seeker))
		return missing;
	seeker.topic_id = view->topic.topic_id;
	if (!text_is_count(query_value(q, "after"), &after) || after < 1)
		after = INT64_MAX;
	view->further = after != INT64_MAX;
	view->way = filter.way;
	view->only_near = filter.near;
	view->offers = find_offers(q, &seeker, &filter, SHOWN_MOST, &after);
	view->after = after;
	view->nothing = !view->offers.count && !after;
	return shown;
}

/* The three that suit best, of those looked at. */
static struct list best_three(struct request *q, const struct choice_seeker *seeker)
{
	int64_t after = INT64_MAX;
	struct list found = find_offers(q, seeker, &(struct filter){ "", false }, LOOKED_MOST, &after);
	struct match_offer *best = arena_array(q->work.arena, CHOOSE_FROM + 1, sizeof *best);
	size_t count = 0;

	for (size_t i = 0; i < found.count; i++) {
		const struct match_offer *offer = list_row(&match_offer_view, found, i);
		size_t at = count < CHOOSE_FROM ? count++ : CHOOSE_FROM;
		for (; at > 0 && best[at - 1].weight < offer->weight; at--)
			best[at] = best[at - 1];
		best[at] = *offer;
	}
	for (size_t i = 0; i < count; i++)
		best[i].number = (int64_t)i + 1;
	return (struct list){ best, count };
}

static bool is_among(struct list offers, int64_t offer_id)
{
	for (size_t i = 0; i < offers.count; i++) {
		const struct match_offer *offer = list_row(&match_offer_view, offers, i);
		if (offer->offer_id == offer_id)
			return true;
	}
	return false;
}

struct outcome choose_show(struct request *q, void *into)
{
	struct match_choose *view = into;
	struct choice_seeker seeker;
	const struct ask_to_choose_in in = { .language = q->language.code, .ask_id = param_id(q), .person_id = q->visitor.person_id };

	if (!sql_ask_to_choose(&q->work, &in, &view->ask) || !choice_seeker_of_ask(&q->work, view->ask.ask_id, &seeker))
		return missing;
	view->offers = best_three(q, &seeker);
	return shown;
}

/* The seeker with whom an offer is looked at: their own ask of its topic, or as if they had one. */
static bool read_seeker(struct request *q, const struct offer_to_ask *offer, struct choice_seeker *seeker)
{
	if (offer->ask_id)
		return choice_seeker_of_ask(&q->work, offer->ask_id, seeker);
	if (!choice_seeker_of_person(&q->work, q->visitor.person_id, offer->programme_id, seeker))
		return false;
	seeker->topic_id = offer->topic_id;
	return true;
}

/* Whether they may ask for it now; *full: they have as many open as they may. */
static bool may_ask(struct request *q, const struct offer_to_ask *offer, const struct choice_seeker *seeker, struct choice_candidate *c, bool *full)
{
	struct programme_rules rules;
	struct asked_open open = { 0 };

	if (!choice_one(&q->work, seeker, offer->offer_id, c) || c->bar != BAR_NONE || c->full || c->helped_first
	    || !sql_programme_rules(&q->work, &(struct programme_rules_in){ offer->programme_id }, &rules))
		return false;
	if (!offer->is_everyday && (!offer->ask_id || !is_among(best_three(q, seeker), offer->offer_id)))
		return false;
	sql_asked_open(&q->work, &(struct asked_open_in){ .person_id = q->visitor.person_id, .programme_id = offer->programme_id }, &open);
	*full = open.n >= rules.open_asks || (!offer->ask_id && !ask_has_room(&q->work, q->visitor.person_id, offer->programme_id));
	return true;
}

struct outcome ask_show(struct request *q, void *into)
{
	struct match_ask *view = into;
	struct choice_seeker seeker;
	struct choice_candidate c;
	struct person_reach own;
	const struct offer_to_ask_in in = { .language = q->language.code, .offer_id = param_id(q), .person_id = q->visitor.person_id };
	struct arena *arena = q->work.arena;

	if (!sql_offer_to_ask(&q->work, &in, &view->offer) || !read_seeker(q, &view->offer, &seeker)
	    || !may_ask(q, &view->offer, &seeker, &c, &view->full)
	    || !sql_person_reach(&q->work, &(struct person_reach_in){ q->visitor.person_id }, &own))
		return missing;
	view->ways = set_common(arena, view->offer.ways, view->offer.own_ways);
	view->core_values = set_common(arena, view->offer.core_values, view->offer.own_values);
	view->tongues = set_common(arena, view->offer.tongues, view->offer.own_tongues);
	view->other_tongue = "";
	view->near = is_near(&c.choice.score);
	view->has_phone = *own.phone != '\0';
	view->has_email = *own.email != '\0';
	q->formless = view->full;
	return shown;
}

/* Their ask: the one that they have, or a new one of this topic. */
static int64_t ask_of(struct request *q, const struct offer_to_ask *offer)
{
	const struct ask_put ask = { .person_id = q->visitor.person_id, .signup_id = offer->signup_id, .topic_id = offer->topic_id, .words = "", .wish = "" };

	return offer->ask_id ? offer->ask_id : ask_add(&q->work, &ask);
}

struct outcome ask_keep(struct request *q, const void *answers)
{
	const struct match_ask_form *f = answers;
	const struct match_ask *view = q->view;
	struct choice_seeker seeker;
	struct choice_candidate c;
	bool full;

	/* Looked at once more, inside the write: the last place may be gone. */
	if (!read_seeker(q, &view->offer, &seeker) || !may_ask(q, &view->offer, &seeker, &c, &full) || full)
		return changed;
	const struct proposal_new p = { .programme_id = view->offer.programme_id, .ask_id = ask_of(q, &view->offer), .offer_id = view->offer.offer_id,
		.mentor_id = c.choice.mentor_id, .mentee_id = q->visitor.person_id };
	const struct proposal_from from = { .origin = "asked", .asked = true, .shows = texts_joined(q->work.arena, f->shows), .words = f->words };
	return when(q, p.ask_id && proposal_from_person(&q->work, &p, &c.choice.score, &from), go_to(q, "account", "/me#waiting"));
}
