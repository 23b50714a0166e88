/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The charity's lists of organisations, departments and posts, and the spellings that are one of them. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-safety-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/bar.h"
#include "pages_desk.h"
#include "sql_bar.h"
#include "sql_desk.h"

struct outcome organisations_show(struct request *q, void *into)
{
	struct desk_organisations *view = into;

	view->unjoined = sql_bars_unjoined(&q->work);
	view->organisations = sql_organisations_all(&q->work);
	return shown;
}

struct outcome join_show(struct request *q, void *into)
{
	struct desk_join *view = into;
	struct desk_bar bar;

	if (!sql_desk_bar(&q->work, &(struct desk_bar_in){ param_id(q) }, &bar))
		return missing;
	view->typed = bar.words;
	view->kind = bar.kind;
	view->name = bar.words;
	view->organisations = sql_organisations_of(&q->work, &(struct organisations_of_in){ bar.kind });
	return shown;
}

struct outcome join_keep(struct request *q, const void *answers)
{
	const struct desk_join_form *f = answers;

	if (!f->organisation_id && !*f->name)
		return blamed(q, "name", REASON_NONE_CHOSEN);
	return when(q, bar_join(&q->work, param_id(q), f->organisation_id, f->name), next_page);
}

struct outcome organisation_show(struct request *q, void *into)
{
	struct desk_organisation *view = into;

	if (!sql_organisation_one(&q->work, &(struct organisation_one_in){ param_id(q) }, &view->organisation))
		return missing;
	view->spellings = sql_spellings_of(&q->work, &(struct spellings_of_in){ .kind = view->organisation.kind,
		.organisation_id = view->organisation.organisation_id });
	return shown;
}

struct outcome organisation_keep(struct request *q, const void *answers)
{
	const struct desk_organisation_form *f = answers;

	if (text_is(f->act, "rename"))
		return when(q, bar_rename(&q->work, param_id(q), f->name), next_page);
	if (!f->spelling_id)
		return blamed(q, "spelling_id", REASON_NONE_CHOSEN);
	return when(q, bar_part(&q->work, f->spelling_id), next_page);
}
