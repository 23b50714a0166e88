/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody signed up by phone or from paper: one dense page; and the paper, to print. */
#include "base/arena.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "pages_desk.h"

static struct new_person_of asked_of(const struct request *q)
{
	return (struct new_person_of){ .programme_id = param_id(q), .language = q->language.code, .site_languages = q->settings.languages };
}

struct outcome new_person_show(struct request *q, void *into)
{
	const struct new_person_of of = asked_of(q);

	return new_person_begin(&q->work, &of, into) ? shown : missing;
}

struct outcome new_person_keep(struct request *q, const void *answers)
{
	const struct new_person_of of = asked_of(q);
	const struct enrolment told = new_person_told(q->work.arena, &of, answers);
	const char *lacks = new_person_lacks(&told);

	if (lacks)
		return blamed(q, lacks, REASON_NONE_CHOSEN);
	int64_t signup_id = enrol(&q->work, &told);
	return when(q, signup_id != 0, go_to(q, "desk", arena_printf(q->work.arena, "/signup/%lld", (long long)signup_id)));
}
