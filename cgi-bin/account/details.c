/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What somebody told of themselves at sign-up, changed at any time: the same questions, asked by the same fragments. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "domain/audit.h"
#include "domain/find.h"
#include "domain/person.h"
#include "domain/place.h"
#include "pages_account.h"
#include "sql_programme.h"

/* Who changes how we reach them has signed in lately: a browser left open gives nobody's account away. */
enum { FRESH_SECONDS = 15 * 60, STILL_FRESH = 60 * 60 };

struct outcome details_show(struct request *q, void *into)
{
	struct account_details *view = into;

	if (!sql_account_details_person(&q->work, &(struct account_details_person_in){ q->visitor.person_id }, &view->person))
		return missing;
	if (!sql_account_answers(&q->work, &(struct account_answers_in){ q->visitor.person_id }, &view->answers))
		view->answers = (struct account_answers){ .core_values = "", .time_offered = "", .tongues = "", .other_tongue = "" };
	view->signups = sql_account_meets(&q->work, &(struct account_meets_in){ .language = q->language.code, .person_id = q->visitor.person_id });
	return shown;
}

static struct outcome kept(struct request *q, bool done, const char *columns)
{
	if (done)
		audit_add(&q->work, "signup.change", "person", q->visitor.person_id, columns);
	return when(q, done, next_page);
}

struct outcome name_keep(struct request *q, const void *answers)
{
	const struct account_name_form *f = answers;

	return when(q, person_rename(&q->work, q->visitor.person_id, f->call_name, f->full_name), next_page);
}

bool is_fresh(struct request *q)
{
	struct account_login login;
	bool posted = q->sent.count > 0;

	/* A coordinator has given the six digits, and the person is told. */
	if (q->visitor.person_id != q->visitor.own_id)
		return true;

	return sql_account_login(&q->work, &(struct account_login_in){ q->visitor.token }, &login)
		&& q->work.now - login.created_at < (posted ? STILL_FRESH : FRESH_SECONDS);
}

struct outcome reach_show(struct request *q, void *into)
{
	struct account_reach *view = into;

	if (!is_fresh(q))
		return go_to(q, "account", "/sign-in?to=account/reach");
	return sql_account_reach_row(&q->work, &(struct account_reach_row_in){ q->visitor.person_id }, &view->row) ? shown : missing;
}

struct outcome reach_keep(struct request *q, const void *answers)
{
	const struct account_reach_form *f = answers;
	const struct person_reached reached = { .reach = texts_joined(q->work.arena, f->reach), .email = f->email, .phone = f->phone, .address = f->address };

	return when(q, person_reached_by(&q->work, q->visitor.person_id, &reached), next_page);
}

struct outcome values_keep(struct request *q, const void *answers)
{
	const struct account_values_form *f = answers;

	return kept(q, sql_account_keep_values(&q->work, &(struct account_keep_values_in){ .person_id = q->visitor.person_id,
		.core_values = texts_joined(q->work.arena, f->core_values) }) > 0, "core_values");
}

struct outcome time_keep(struct request *q, const void *answers)
{
	const struct account_time_form *f = answers;

	return kept(q, sql_account_keep_time(&q->work, &(struct account_keep_time_in){ .person_id = q->visitor.person_id, .time_offered = f->time_offered,
		.capacity = text_count(f->capacity) }) > 0, "time_offered capacity");
}

struct outcome tongues_keep(struct request *q, const void *answers)
{
	const struct account_tongues_form *f = answers;

	return kept(q, sql_account_keep_tongues(&q->work, &(struct account_keep_tongues_in){ .person_id = q->visitor.person_id,
		.tongues = texts_joined(q->work.arena, f->tongues), .other_tongue = f->other_tongue }) > 0, "tongues other_tongue");
}

struct outcome meet_show(struct request *q, void *into)
{
	struct account_meet *view = into;

	if (!sql_account_meet_row(&q->work, &(struct account_meet_row_in){ .signup_id = param_id(q), .person_id = q->visitor.person_id }, &view->row))
		return missing;
	view->places = sql_places_offered(&q->work, &(struct places_offered_in){ .programme_id = view->row.programme_id, .language = q->language.code });
	return shown;
}

struct outcome meet_keep(struct request *q, const void *answers)
{
	const struct account_meet_form *f = answers;
	const struct account_keep_meet_in in = { .signup_id = param_id(q), .person_id = q->visitor.person_id, .place_id = f->place_id,
		.district = place_typed(q->work.arena, f->district), .ways = texts_joined(q->work.arena, f->ways) };

	if (text_has_word(in.ways, "in-person") && !*in.district && !in.place_id)
		return blamed(q, "district", REASON_NONE_CHOSEN);
	bool done = sql_account_keep_meet(&q->work, &in) > 0;
	find_learn(&q->work, in.person_id);
	return kept(q, done, "ways district place_id");
}
