/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pairs that rest and did not ask to: why, and whether they may go on. For safeguarding leads. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-safety-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/desk/safety.h"
#include "domain/conflict.h"
#include "domain/pair.h"
#include "pages_desk.h"

struct outcome rests_show(struct request *q, void *into)
{
	struct desk_rests *view = into;
	struct list rows = sql_pairs_resting(&q->work, &(struct pairs_resting_in){ q->visitor.person_id });
	struct desk_rest *rests = arena_array(q->work.arena, rows.count + 1, sizeof *rests);

	for (size_t i = 0; i < rows.count; i++) {
		const struct pairs_resting *row = list_row(&pairs_resting_view, rows, i);
		const char *kind = conflict_name(conflict_now(&q->work, row->mentor_id, row->mentee_id));
		rests[i] = (struct desk_rest){ row->pair_id, *row, kind, !*kind && !row->concern_id };
	}
	view->rows = (struct list){ rows.count ? rests : NULL, rows.count };
	q->formless = rows.count == 0;
	return shown;
}

static bool is_shown(const struct desk_rests *view, int64_t pair_id)
{
	for (size_t i = 0; i < view->rows.count; i++) {
		const struct desk_rest *rest = list_row(&desk_rest_view, view->rows, i);
		if (rest->pair_id == pair_id)
			return !rest->row.concern_id;
	}
	return false;
}

struct outcome rests_keep(struct request *q, const void *answers)
{
	const struct desk_rests_form *f = answers;

	if (!f->pair_id)
		return blamed(q, "pair_id", REASON_NONE_CHOSEN);
	/* A pair that rests for a concern is dealt with there, with a reason. */
	if (!is_shown(q->view, f->pair_id))
		return blamed(q, "pair_id", REASON_NOT_ALLOWED);
	if (!pair_step(&q->work, f->pair_id, f->act, ACTOR_LEAD))
		return q->work.trouble == TROUBLE_NONE ? blamed(q, "pair_id", REASON_NOT_ALLOWED) : when(q, false, shown);
	return next_page;
}
