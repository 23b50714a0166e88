/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How somebody says they are, where their programme asks: optional, item by item. What was answered is never shown here again: somebody
   else may be at the same screen, or help. */
#include "domain/measure.h"

#include "base/arena.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "cgi-bin/measure-answers.h"

struct list measures_waiting(struct request *q)
{
	struct list due = measures_due(&q->work, q->visitor.person_id, q->language.code);
	struct account_measure *rows = arena_array(q->work.arena, due.count + 1, sizeof *rows);
	struct list list = { rows, 0 };

	for (size_t i = 0; i < due.count; i++) {
		const struct measure_due *m = list_row(&measure_due_view, due, i);
		if (!m->given)
			rows[list.count++] = (struct account_measure){ m->programme_id, m->programme, m->measures, m->moment };
	}
	return list;
}

struct outcome how_you_are_show(struct request *q, void *into)
{
	struct account_measure *view = into;
	const struct measure_due *m = measure_due_in(measures_due(&q->work, q->visitor.person_id, q->language.code), param_id(q));

	if (!m)
		return missing;
	*view = (struct account_measure){ m->programme_id, m->programme, m->measures, m->moment };
	return shown;
}

struct outcome how_you_are_keep(struct request *q, const void *answers)
{
	const struct measure_answers a = measure_answers(q);

	(void)answers;
	if (a.wrong)
		return blamed(q, a.wrong, REASON_WRONG_FORM);
	return when(q, measure_give(&q->work, q->visitor.person_id, param_id(q), a.said), next_page);
}
