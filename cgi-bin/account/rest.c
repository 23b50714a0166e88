/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Resting, being back, and joining another programme. */
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "domain/person.h"
#include "domain/signup.h"
#include "domain/staff.h"
#include "pages_account.h"
#include "sql_person.h"
#include "sql_programme.h"

struct outcome pause_show(struct request *q, void *into)
{
	struct account_pause *view = into;

	if (!sql_account_person(&q->work, &(struct account_person_in){ q->visitor.person_id }, &view->person))
		return missing;
	struct list pairs = sql_pairs_to_rest(&q->work, &(struct pairs_to_rest_in){ q->visitor.person_id });
	view->pairs = pairs.count > 0;
	view->only_lead = staff_is_only_lead(&q->work, q->visitor.person_id);
	q->formless = view->person.is_paused || view->only_lead;
	return shown;
}

struct outcome pause_keep(struct request *q, const void *answers)
{
	const struct account_pause_form *f = answers;
	const struct account_pause *view = q->view;
	bool until_day = text_is(f->how_long, "day");

	if (until_day && day_between(q->work.today, f->until) < 1)
		return blamed(q, "until", REASON_NOT_ALLOWED);
	/* Not a rule of the template: whoever meets nobody is not asked. */
	if (view->pairs && !*f->meetings)
		return blamed(q, "meetings", REASON_NONE_CHOSEN);
	return when(q, person_pause(&q->work, q->visitor.person_id, until_day ? f->until : "", text_is(f->meetings, "rest"), ACTOR_SELF), next_page);
}

struct outcome back_keep(struct request *q, const void *answers)
{
	(void)answers;
	return when(q, person_resume(&q->work, q->visitor.person_id, ACTOR_SELF), next_page);
}

struct outcome join_show(struct request *q, void *into)
{
	struct account_join *view = into;

	view->programmes = sql_programmes_to_join(&q->work, &(struct programmes_to_join_in){ .language = q->language.code, .person_id = q->visitor.person_id });
	return view->programmes.count ? shown : missing;
}

struct outcome join_keep(struct request *q, const void *answers)
{
	const struct account_join_form *f = answers;

	return when(q, signup_join(&q->work, q->visitor.person_id, f->programme_id) != 0, go_to(q, "signup", "/ask?then=/check"));
}
