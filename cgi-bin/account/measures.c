/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How somebody says they are, where their programme asks: optional, item by item. What was answered is never shown here again: somebody
   else may be at the same screen, or help. */
#include "domain/measure.h"

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "pages_account.h"

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
	struct list due = measures_due(&q->work, q->visitor.person_id, q->language.code);

	for (size_t i = 0; i < due.count; i++) {
		const struct measure_due *m = list_row(&measure_due_view, due, i);
		if (m->programme_id != param_id(q))
			continue;
		*view = (struct account_measure){ m->programme_id, m->programme, m->measures, m->moment };
		return shown;
	}
	return missing;
}

/* Left open, or rather not said, is the same. */
static int64_t answer_of(const char *typed)
{
	int64_t n;

	return text_is_count(typed, &n) ? n : MEASURE_UNSAID;
}

struct outcome how_you_are_keep(struct request *q, const void *answers)
{
	const struct account_how_you_are_form *f = answers;
	const int64_t said[MEASURE_ITEMS] = { answer_of(f->companionship), answer_of(f->left_out), answer_of(f->isolated), answer_of(f->lonely),
		answer_of(f->satisfied), answer_of(f->worthwhile), answer_of(f->happy), answer_of(f->anxious) };

	/* Of two figures the template knows only that they are figures. */
	for (size_t i = 0; i < MEASURE_ITEMS; i++)
		if (said[i] > measure_items[i].most)
			return blamed(q, measure_items[i].item, REASON_WRONG_FORM);
	return when(q, measure_give(&q->work, q->visitor.person_id, param_id(q), said), next_page);
}
