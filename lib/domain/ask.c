/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/ask.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/proposal.h"
#include "sql_ask.h"
#include "sql_todo.h"

enum { SIDES = ACTOR_SELF | ACTOR_COORDINATOR, FOUND_DAYS = 30 };

static const struct step ask_steps[] = {
	/* from     event     who                                  to        told next act           days */
	{ "open",   "close",  SIDES,                               "closed", "",  ACTOR_NOBODY,      0 },
	{ "open",   "meet",   ACTOR_EITHER | ACTOR_COORDINATOR,    "met",    "",  ACTOR_NOBODY,      0 },
	{ "met",    "open",   SIDES | ACTOR_EITHER | ACTOR_CLOCK,  "open",   "",  ACTOR_COORDINATOR, FOUND_DAYS },
	{ "met",    "close",  SIDES | ACTOR_EITHER | ACTOR_CLOCK,  "closed", "",  ACTOR_NOBODY,      0 },
	{ "closed", "meet",   ACTOR_COORDINATOR,                   "met",    "",  ACTOR_NOBODY,      0 },
	{ "closed", "open",   SIDES,                               "open",   "",  ACTOR_COORDINATOR, FOUND_DAYS },
};
const struct life ask_life = { "ask", ask_steps, sizeof ask_steps / sizeof *ask_steps };

static const struct step offer_steps[] = {
	/* from     event     who    to        told next act     days */
	{ "open",   "close",  SIDES, "closed", "",  ACTOR_NOBODY, 0 },
	{ "closed", "open",   SIDES, "open",   "",  ACTOR_NOBODY, 0 },
};
const struct life offer_life = { "offer", offer_steps, sizeof offer_steps / sizeof *offer_steps };

bool ask_has_room(struct work *work, int64_t person_id, int64_t programme_id)
{
	struct asks_open open = { 0 };

	return sql_asks_open(work, &(struct asks_open_in){ .person_id = person_id, .programme_id = programme_id }, &open) && open.n < open.most;
}

static bool has_room(struct work *work, int64_t signup_id, int64_t person_id)
{
	struct ask_signup signup;

	return sql_ask_signup(work, &(struct ask_signup_in){ .signup_id = signup_id, .person_id = person_id }, &signup)
		&& ask_has_room(work, person_id, signup.programme_id);
}

static const char *wish_of(const struct ask_put *put)
{
	return *put->wish ? put->wish : "any";
}

/* Whoever asks, or offers, as well, need not be invited to any more. */
static void both_sides_now(struct work *work, int64_t person_id, const char *kind)
{
	sql_tasks_of_one_side_over(work, &(struct tasks_of_one_side_over_in){ .now = work->now, .person_id = person_id, .kind = kind });
}

int64_t ask_add(struct work *work, const struct ask_put *ask)
{
	struct ask_add row;
	const struct ask_add_in in = { .signup_id = ask->signup_id, .person_id = ask->person_id, .topic_id = ask->topic_id, .words = ask->words,
		.wish = wish_of(ask), .level = ask->level, .now = work->now };

	if (!has_room(work, ask->signup_id, ask->person_id) || !sql_ask_add(work, &in, &row))
		return 0;
	audit_add(work, "ask.add", "ask", row.id, "");
	both_sides_now(work, ask->person_id, "only-gives");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

bool ask_change(struct work *work, int64_t ask_id, const struct ask_put *ask)
{
	const struct ask_change_in in = { .words = ask->words, .wish = wish_of(ask), .level = ask->level, .ask_id = ask_id, .person_id = ask->person_id };

	if (sql_ask_change(work, &in) <= 0)
		return false;
	audit_add(work, "ask.change", "ask", ask_id, "words wish level");
	return work->trouble == TROUBLE_NONE;
}

bool ask_step(struct work *work, int64_t ask_id, const char *event, unsigned actor)
{
	struct ask_one a;
	const struct step *step = sql_ask_one(work, &(struct ask_one_in){ ask_id }, &a) ? life_step(&ask_life, a.state, event, actor) : NULL;

	if (!step || (text_is(step->from, "closed") && text_is(event, "open") && !ask_has_room(work, a.person_id, a.programme_id)))
		return false;
	if (!sql_ask_step(work, &(struct ask_step_in){ .state = step->to, .ask_id = ask_id, .from_state = step->from }))
		return false;
	audit_add(work, arena_printf(work->arena, "ask.%s", event), "ask", ask_id, "state");
	if (text_is(step->to, "closed"))
		proposal_close_others(work, ask_id, 0);
	return work->trouble == TROUBLE_NONE;
}

bool offers_add(struct work *work, const struct ask_put *offer, struct texts topics)
{
	struct offer_add row;
	int64_t topic_id;

	for (size_t i = 0; i < topics.count; i++) {
		const struct offer_add_in in = { .signup_id = offer->signup_id, .person_id = offer->person_id, .words = offer->words, .wish = wish_of(offer),
			.level = offer->level, .group_most = offer->group_most, .topic_id = text_is_count(topics.values[i], &topic_id) ? topic_id : 0 };
		if (!sql_offer_add(work, &in, &row))
			return false;
		audit_add(work, "offer.add", "offer", row.id, "");
	}
	both_sides_now(work, offer->person_id, "only-receives");
	return work->trouble == TROUBLE_NONE;
}

bool offer_change(struct work *work, int64_t offer_id, const struct ask_put *offer)
{
	const struct offer_change_in in = { .words = offer->words, .wish = wish_of(offer), .level = offer->level, .group_most = offer->group_most,
		.offer_id = offer_id, .person_id = offer->person_id };

	if (sql_offer_change(work, &in) <= 0)
		return false;
	audit_add(work, "offer.change", "offer", offer_id, "words wish level group_most");
	return work->trouble == TROUBLE_NONE;
}

bool offer_step(struct work *work, int64_t offer_id, const char *event, unsigned actor)
{
	struct offer_one o;
	const struct step *step = sql_offer_one(work, &(struct offer_one_in){ offer_id }, &o) ? life_step(&offer_life, o.state, event, actor) : NULL;

	if (!step || !sql_offer_step(work, &(struct offer_step_in){ .state = step->to, .offer_id = offer_id, .from_state = step->from }))
		return false;
	audit_add(work, arena_printf(work->arena, "offer.%s", event), "offer", offer_id, "state");
	return work->trouble == TROUBLE_NONE;
}
