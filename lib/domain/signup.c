/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/signup.h"

#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "domain/audit.h"
#include "domain/bar.h"
#include "domain/find.h"
#include "domain/invitation.h"
#include "domain/person.h"
#include "domain/tell.h"
#include "sql_person.h"
#include "sql_signup.h"

enum { DAY_SECONDS = 86400, SIDES = ACTOR_SELF | ACTOR_COORDINATOR };

static const struct step signup_steps[] = {
	/* from     event      who                to          told        next act           days */
	{ "open",   "send",    SIDES,             "sent",     "sent",     ACTOR_COORDINATOR, 7 },
	{ "asked",  "send",    ACTOR_SELF,        "sent",     "sent",     ACTOR_COORDINATOR, 7 },
	{ "sent",   "approve", ACTOR_COORDINATOR, "approved", "approved", ACTOR_COORDINATOR, 30 },
	{ "sent",   "check",   ACTOR_SELF,        "approved", "approved", ACTOR_COORDINATOR, 30 },
	{ "sent",   "ask",     ACTOR_COORDINATOR, "asked",    "asked",    ACTOR_SELF,        14 },
	{ "sent",   "decline", ACTOR_COORDINATOR, "declined", "declined", ACTOR_NOBODY,      0 },
	{ "open",     "withdraw", SIDES,          "withdrawn", "",        ACTOR_NOBODY,      0 },
	{ "sent",     "withdraw", SIDES,          "withdrawn", "",        ACTOR_NOBODY,      0 },
	{ "asked",    "withdraw", SIDES,          "withdrawn", "",        ACTOR_NOBODY,      0 },
	{ "approved", "withdraw", SIDES,          "withdrawn", "",        ACTOR_NOBODY,      0 },
	{ "open",     "lapse",    ACTOR_CLOCK,    "lapsed",    "",        ACTOR_NOBODY,      0 },
	{ "asked",    "lapse",    ACTOR_CLOCK,    "lapsed",    "",        ACTOR_NOBODY,      0 },
	{ "asked",  "remind",  ACTOR_COORDINATOR, "asked",    "asked",    ACTOR_SELF,        14 },
};
const struct life signup_life = { "signup", signup_steps, sizeof signup_steps / sizeof *signup_steps };

int64_t signup_start(struct work *work, int64_t programme_id, const char *language)
{
	struct signup_begin_person person;
	struct signup_begin signup;

	if (!sql_signup_begin_person(work, &(struct signup_begin_person_in){ .language = language, .now = work->now }, &person))
		return 0;
	if (!sql_signup_begin(work, &(struct signup_begin_in){ .person_id = person.id, .programme_id = programme_id, .tongues = language,
			.due_at = work->now + SIGNUP_DAYS * DAY_SECONDS, .now = work->now }, &signup))
		return 0;
	const char *code = crypto_keyed(work->arena, work->key, "return code", signup_code(work, signup.id));
	sql_signup_return_code(work, &(struct signup_return_code_in){ .return_code = code, .signup_id = signup.id });
	audit_add(work, "signup.start", "signup", signup.id, "");
	return work->trouble == TROUBLE_NONE ? signup.id : 0;
}

int64_t signup_join(struct work *work, int64_t person_id, int64_t programme_id)
{
	struct signup_join row;
	const struct signup_join_in in = { .person_id = person_id, .programme_id = programme_id, .due_at = work->now + SIGNUP_DAYS * DAY_SECONDS, .now = work->now };

	if (!sql_signup_join(work, &in, &row))
		return 0;
	audit_add(work, "signup.join", "signup", row.id, "");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

const char *signup_code(struct work *work, int64_t signup_id)
{
	return crypto_code_for(work->arena, work->key, "return", arena_printf(work->arena, "%lld", (long long)signup_id));
}

int64_t signup_for_code(struct work *work, const char *typed)
{
	struct signup_by_return_code row;
	const char *code = crypto_code_read(work->arena, typed);

	if (!code)
		return 0;
	struct signup_by_return_code_in in = { .return_code = crypto_keyed(work->arena, work->key, "return code", code),
		.since = work->now - SIGNUP_DAYS * DAY_SECONDS };
	return sql_signup_by_return_code(work, &in, &row) ? row.id : 0;
}

static bool may_change(struct work *work, int64_t signup_id)
{
	struct signup_state state;

	return sql_signup_state(work, &(struct signup_state_in){ signup_id }, &state)
		&& (text_is(state.state, "open") || text_is(state.state, "asked"));
}

bool signup_choose_programme(struct work *work, int64_t signup_id, int64_t programme_id)
{
	struct signup_programme_id before;

	if (!sql_signup_programme_id(work, &(struct signup_programme_id_in){ signup_id }, &before))
		return false;
	if (before.programme_id == programme_id)
		return true;
	struct signup_already already = { 0 };
	if (sql_signup_already(work, &(struct signup_already_in){ .signup_id = signup_id, .programme_id = programme_id }, &already))
		return false;
	/* Topics and places are the programme's own. */
	sql_signup_drop_asks(work, &(struct signup_drop_asks_in){ signup_id });
	sql_signup_drop_offers(work, &(struct signup_drop_offers_in){ signup_id });
	return sql_signup_keep_programme(work, &(struct signup_keep_programme_in){ .programme_id = programme_id, .signup_id = signup_id }) > 0;
}

bool signup_put_ask(struct work *work, const struct signup_wish *wish)
{
	if (!may_change(work, wish->signup_id))
		return false;
	sql_signup_drop_asks(work, &(struct signup_drop_asks_in){ wish->signup_id });
	if (wish->topic_id)
		sql_signup_add_ask(work, &(struct signup_add_ask_in){ .signup_id = wish->signup_id, .topic_id = wish->topic_id,
			.words = wish->words, .wish = *wish->wish ? wish->wish : "any", .level = wish->level, .now = work->now });
	return sql_signup_keep_talk_ask(work, &(struct signup_keep_talk_ask_in){ .talk_ask = wish->talk, .signup_id = wish->signup_id }) > 0;
}

bool signup_put_offers(struct work *work, const struct signup_wish *wish, struct texts topics)
{
	int64_t topic_id;

	if (!may_change(work, wish->signup_id))
		return false;
	sql_signup_drop_offers(work, &(struct signup_drop_offers_in){ wish->signup_id });
	for (size_t i = 0; i < topics.count; i++)
		if (text_is_count(topics.values[i], &topic_id))
			sql_signup_add_offer(work, &(struct signup_add_offer_in){ .signup_id = wish->signup_id, .topic_id = topic_id,
				.words = wish->words, .wish = *wish->wish ? wish->wish : "any", .level = wish->level, .group_most = wish->group_most });
	return sql_signup_keep_talk_offer(work, &(struct signup_keep_talk_offer_in){ .talk_offer = wish->talk, .signup_id = wish->signup_id }) > 0;
}

bool signup_bar(struct work *work, int64_t signup_id, const struct bar_lists *lists)
{
	struct signup_state signup;

	return may_change(work, signup_id) && sql_signup_state(work, &(struct signup_state_in){ signup_id }, &signup)
		&& bar_put(work, signup.person_id, lists);
}

const char *signup_unanswered(struct work *work, const struct signup_answers *a)
{
	if (!*a->call_name || !*a->full_name)
		return "/name";
	if (!*a->reach)
		return "/reach";
	if (!a->programme_id)
		return "/which";
	if (!a->adult)
		return "/about";
	struct list asks = sql_signup_asks(work, &(struct signup_asks_in){ .language = "en", .signup_id = a->signup_id });
	if (!asks.count && !a->talk_ask)
		return "/ask";
	struct list offers = sql_signup_offers(work, &(struct signup_offers_in){ .language = "en", .signup_id = a->signup_id });
	if (!offers.count && !a->talk_offer)
		return "/offer";
	if (!*a->ways)
		return "/meet";
	return NULL;
}

/* At the level `light` a checked address is enough: whoever has one is in at once, who has not is asked to show it. */
static const char *told_of(struct work *work, int64_t signup_id, const struct step *step)
{
	struct signup_light light;

	if (!text_is(step->event, "send") || !sql_signup_light(work, &(struct signup_light_in){ signup_id }, &light))
		return step->told;
	return light.is_checked ? "" : "confirm";
}

/* Takes a step; `actor` has to be one who may. What they are told: what the table says where `told` is NULL. */
static bool take_step_telling(struct work *work, int64_t signup_id, const char *event, unsigned actor, const char *told)
{
	struct signup_state signup;

	if (!sql_signup_state(work, &(struct signup_state_in){ signup_id }, &signup))
		return false;
	const struct step *step = life_step(&signup_life, signup.state, event, actor);
	if (!step || !sql_signup_step(work, &(struct signup_step_in){ .state = step->to, .due_at = life_due(work->now, step), .now = work->now,
			.signup_id = signup_id, .from_state = step->from }))
		return false;
	audit_add(work, arena_printf(work->arena, "signup.%s", event), "signup", signup_id, "state");
	tell(work, signup.person_id, told ? told : told_of(work, signup_id, step));
	return work->trouble == TROUBLE_NONE;
}

static bool take_step(struct work *work, int64_t signup_id, const char *event, unsigned actor)
{
	return take_step_telling(work, signup_id, event, actor, NULL);
}

/* Somebody is in, by a coordinator, or by a checked address where that is enough. */
static bool come_in(struct work *work, int64_t signup_id, const char *event, unsigned actor)
{
	struct signup_state signup;

	if (!sql_signup_state(work, &(struct signup_state_in){ signup_id }, &signup) || !take_step(work, signup_id, event, actor))
		return false;
	/* Somebody who joins another programme is there already. */
	person_step(work, signup.person_id, "approve", actor);
	invitation_arrived(work, signup.person_id);
	return work->trouble == TROUBLE_NONE;
}

static bool is_enough(struct work *work, int64_t signup_id)
{
	struct signup_light light;

	return sql_signup_light(work, &(struct signup_light_in){ signup_id }, &light) && light.is_checked;
}

bool signup_check(struct work *work, int64_t signup_id)
{
	return is_enough(work, signup_id) && come_in(work, signup_id, "check", ACTOR_SELF);
}

/* From now on the desk knows them. */
static bool becomes_known(struct work *work, int64_t signup_id)
{
	struct signup_state signup;

	return sql_signup_state(work, &(struct signup_state_in){ signup_id }, &signup) && find_learn(work, signup.person_id);
}

bool signup_send(struct work *work, int64_t signup_id)
{
	return take_step(work, signup_id, "send", ACTOR_SELF) && becomes_known(work, signup_id)
		&& sql_signup_sent_at(work, &(struct signup_sent_at_in){ .now = work->now, .signup_id = signup_id }) > 0
		&& (!is_enough(work, signup_id) || signup_check(work, signup_id));
}

bool signup_hand_in(struct work *work, int64_t signup_id, const char *told)
{
	return take_step_telling(work, signup_id, "send", ACTOR_COORDINATOR, told) && becomes_known(work, signup_id)
		&& sql_signup_sent_at(work, &(struct signup_sent_at_in){ .now = work->now, .signup_id = signup_id }) > 0;
}

bool signup_email_checked(struct work *work, int64_t person_id, const char *email)
{
	if (sql_person_email_checked(work, &(struct person_email_checked_in){ .now = work->now, .person_id = person_id, .email = email }) <= 0)
		return work->trouble == TROUBLE_NONE;
	audit_add(work, "person.email-checked", "person", person_id, "email_checked_at");
	struct list sent = sql_signups_sent_of(work, &(struct signups_sent_of_in){ person_id });
	for (size_t i = 0; i < sent.count; i++) {
		const struct signups_sent_of *row = list_row(&signups_sent_of_view, sent, i);
		if (is_enough(work, row->signup_id) && !signup_check(work, row->signup_id))
			return false;
	}
	return work->trouble == TROUBLE_NONE;
}

bool signup_approve(struct work *work, int64_t signup_id)
{
	return come_in(work, signup_id, "approve", ACTOR_COORDINATOR);
}

bool signup_ask_again(struct work *work, int64_t signup_id, const char *question)
{
	if (!take_step(work, signup_id, "ask", ACTOR_COORDINATOR))
		return false;
	return sql_signup_decided(work, &(struct signup_decided_in){ .question = question, .reason = "", .signup_id = signup_id }) > 0;
}

bool signup_remind(struct work *work, int64_t signup_id)
{
	return take_step(work, signup_id, "remind", ACTOR_COORDINATOR);
}

bool signup_decline(struct work *work, int64_t signup_id, const char *reason)
{
	if (!take_step(work, signup_id, "decline", ACTOR_COORDINATOR))
		return false;
	return sql_signup_decided(work, &(struct signup_decided_in){ .question = "", .reason = reason, .signup_id = signup_id }) > 0;
}

bool signup_withdraw(struct work *work, int64_t signup_id, unsigned actor)
{
	return take_step(work, signup_id, "withdraw", actor);
}

bool signup_lapse(struct work *work, int64_t signup_id)
{
	return take_step(work, signup_id, "lapse", ACTOR_CLOCK);
}
