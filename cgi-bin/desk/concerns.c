/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Worries. A lead reads those about anybody but the people who run the programme; those the trustee reads. */
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/concern.h"
#include "pages_desk.h"

struct outcome concerns_show(struct request *q, void *into)
{
	struct desk_concerns *view = into;

	view->rows = sql_concerns_open(&q->work, &(struct concerns_open_in){ .now = q->work.now, .as_lead = (q->visitor.who & LEAD) != 0,
		.as_trustee = (q->visitor.who & TRUSTEE) != 0 });
	return shown;
}

struct outcome concern_show(struct request *q, void *into)
{
	struct desk_concern *view = into;
	struct concern_one_in in = { .concern_id = param_id(q), .as_lead = (q->visitor.who & LEAD) != 0,
		.as_trustee = (q->visitor.who & TRUSTEE) != 0 };

	if (!sql_concern_one(&q->work, &in, &view->concern))
		return missing;
	view->looks = sql_concern_looks(&q->work, &(struct concern_looks_in){ in.concern_id });
	return shown;
}

void concern_noted(struct request *q)
{
	concern_looked(&q->work, param_id(q));
}

struct outcome concern_keep(struct request *q, const void *answers)
{
	const struct desk_concern_form *f = answers;
	int64_t concern_id = param_id(q);
	bool done = text_is(f->act, "take") ? concern_take(&q->work, concern_id) : concern_close(&q->work, concern_id);

	return when(q, done, next_page);
}
