/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody has died; whom they met with is told by phone. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/death.h"
#include "pages_desk.h"

struct outcome death_show(struct request *q, void *into)
{
	struct desk_death *view = into;

	if (!sql_death_person(&q->work, &(struct death_person_in){ param_id(q) }, &view->person)
	    || (!view->person.may_die && !view->person.has_died))
		return missing;
	view->pairs = sql_death_pairs(&q->work, &(struct death_pairs_in){ param_id(q) });
	return shown;
}

struct outcome death_keep(struct request *q, const void *answers)
{
	const struct desk_death_form *f = answers;
	struct outcome again = go_to(q, "desk", arena_printf(q->work.arena, "/death/%lld", (long long)param_id(q)));

	if (text_is(f->act, "undo"))
		return when(q, death_mistaken(&q->work, param_id(q)), again);
	return when(q, death_heard(&q->work, param_id(q)), again);
}

struct outcome bereaved_show(struct request *q, void *into)
{
	struct desk_bereaved *view = into;

	if (!sql_bereaved_pair(&q->work, &(struct bereaved_pair_in){ param_id(q) }, &view->pair))
		return missing;
	view->left_asked = !view->pair.left_mentors;
	return shown;
}

struct outcome bereaved_keep(struct request *q, const void *answers)
{
	const struct desk_bereaved_form *f = answers;
	const struct death_told told = { .pair_id = param_id(q), .told_by = f->told_by, .follow_up = f->follow_up, .look = text_is(f->look, "yes") };

	if (*f->follow_up && day_between(q->work.today, f->follow_up) < 0)
		return blamed(q, "follow_up", REASON_NOT_ALLOWED);
	return when(q, death_told(&q->work, &told), to_pair(q, told.pair_id));
}
