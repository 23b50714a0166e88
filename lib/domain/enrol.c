/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/enrol.h"

#include "base/arena.h"
#include "base/text.h"
#include "db/db.h"
#include "domain/audit.h"
#include "domain/place.h"
#include "domain/signup.h"
#include "sql_signup.h"

/* Who they are, and how to reach them. */
static void keep_person(struct work *work, int64_t signup_id, const struct enrolment *t)
{
	sql_signup_keep_name(work, &(struct signup_keep_name_in){ .full_name = t->full_name, .call_name = t->call_name, .signup_id = signup_id });
	sql_signup_keep_reach(work, &(struct signup_keep_reach_in){ .reach = t->reach, .email = t->email, .phone = t->phone, .address = t->address,
		.signup_id = signup_id });
	sql_signup_keep_age_band(work, &(struct signup_keep_age_band_in){ .age_band = t->age_band, .signup_id = signup_id });
	sql_signup_keep_adult(work, &(struct signup_keep_adult_in){ .adult = 1, .signup_id = signup_id });
}

/* When and how they would meet, and what matters to them. */
static void keep_answers(struct work *work, int64_t signup_id, const struct enrolment *t)
{
	sql_signup_keep_values(work, &(struct signup_keep_values_in){ .core_values = t->core_values, .signup_id = signup_id });
	sql_signup_keep_time(work, &(struct signup_keep_time_in){ .time_offered = t->time_offered, .capacity = t->capacity ? t->capacity : 1, .signup_id = signup_id });
	sql_signup_keep_meet(work, &(struct signup_keep_meet_in){ .ways = t->ways, .district = place_typed(work->arena, t->district), .place_id = t->place_id,
		.signup_id = signup_id });
	sql_signup_keep_tongues(work, &(struct signup_keep_tongues_in){ .tongues = t->tongues, .other_tongue = t->other_tongue, .signup_id = signup_id });
}

int64_t enrol(struct work *work, const struct enrolment *t)
{
	int64_t signup_id = signup_start(work, t->programme_id, t->language);
	const struct signup_wish ask = { .signup_id = signup_id, .topic_id = t->ask_topic_id, .words = t->ask_words, .wish = t->ask_wish,
		.talk = t->talk_ask || !t->ask_topic_id };
	const struct signup_wish offer = { .signup_id = signup_id, .words = t->offer_words, .wish = t->offer_wish, .talk = t->talk_offer || !t->offer_topics.count };
	/* Whoever was on the phone, or wrote it down, knows; a list can hold somebody who does not. */
	const char *told = text_is(t->how, "file") ? "listed" : NULL;

	if (!signup_id)
		return 0;
	audit_add(work, arena_printf(work->arena, "signup.%s", t->how), "signup", signup_id, "");
	keep_person(work, signup_id, t);
	keep_answers(work, signup_id, t);
	return signup_put_ask(work, &ask) && signup_put_offers(work, &offer, t->offer_topics) && signup_bar(work, signup_id, &t->bars)
		&& signup_hand_in(work, signup_id, told) ? signup_id : 0;
}
