/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody has signed up twice: what the second sign-up says goes to the first. */
#include "base/arena.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "domain/merge.h"
#include "pages_desk.h"

struct outcome merge_show(struct request *q, void *into)
{
	struct desk_merge *view = into;

	if (!sql_person_shown(&q->work, &(struct person_shown_in){ param_id(q) }, &view->person))
		return missing;
	view->twins = merge_twins(&q->work, param_id(q));
	q->formless = view->twins.count == 0;
	return shown;
}

struct outcome merge_keep(struct request *q, const void *answers)
{
	const struct desk_merge_form *f = answers;

	return when(q, merge(&q->work, param_id(q), f->into_id), go_to(q, "desk", arena_printf(q->work.arena, "/person/%lld", (long long)f->into_id)));
}
